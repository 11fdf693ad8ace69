"""The command that a GPU host runs, read by vLLM's own parser: no GPU is needed to see a flag that is gone."""

from __future__ import annotations

import subprocess

import pytest

from tests.compose.conftest import Render

pytestmark = [pytest.mark.docker, pytest.mark.vllm]

PARSE = """
import sys
from vllm.entrypoints.launchers.cli_args import make_arg_parser
from vllm.utils.argparse_utils import FlexibleArgumentParser
make_arg_parser(FlexibleArgumentParser()).parse_args(sys.argv[1:])
"""


def parsed(arguments: list[str]) -> subprocess.CompletedProcess[str]:
    run = ["docker", "run", "--rm", "--network=none", "--entrypoint=python3", "student-llm/vllm:local", "-c", PARSE]
    return subprocess.run([*run, *arguments], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("quantization", ["fp8", "awq"])
def test_the_full_command_is_accepted(render: Render, quantization: str) -> None:
    done = parsed(render(profile="vllm", VLLM_QUANTIZATION=quantization)["services"]["vllm"]["command"])
    assert done.returncode == 0, done.stderr[-2000:]


def test_the_specifications_swap_space_is_gone(render: Render) -> None:
    done = parsed([*render(profile="vllm")["services"]["vllm"]["command"], "--swap-space", "8"])
    assert "unrecognized arguments: --swap-space" in done.stderr
