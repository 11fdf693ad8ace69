"""The command of a GPU host, read by vLLM's own parser: it finds a removed flag without a GPU."""

from __future__ import annotations

import json
import subprocess

import pytest

from tests import here
from tests.compose.conftest import Render

pytestmark = [pytest.mark.docker, pytest.mark.vllm]

PARSE = """
import contextlib, io, json, sys
from vllm.entrypoints.launchers.cli_args import make_arg_parser
from vllm.utils.argparse_utils import FlexibleArgumentParser
parser = make_arg_parser(FlexibleArgumentParser())
for command in json.loads(sys.argv[1]):
    errors = io.StringIO()
    with contextlib.suppress(SystemExit), contextlib.redirect_stderr(errors):
        parser.parse_args(command)
    print("PARSED " + json.dumps(errors.getvalue()))
"""
QUANTIZATIONS = ["fp8", "awq"]
GONE = "--swap-space"


@pytest.fixture(scope="module")
def errors(render: Render) -> dict[str, str]:
    """Return the errors of vLLM's parser for each command; one process reads all, as it starts slowly."""
    commands = {
        name: render(profile="vllm", VLLM_QUANTIZATION=name)["services"]["vllm"]["command"] for name in QUANTIZATIONS
    }
    commands[GONE] = [*render(profile="vllm")["services"]["vllm"]["command"], GONE, "8"]
    run = ["docker", "run", "--rm", "--network=none", "--entrypoint=python3", here.image("vllm"), "-c", PARSE]
    done = subprocess.run([*run, json.dumps([*commands.values()])], capture_output=True, text=True, check=False)
    said = [json.loads(line.removeprefix("PARSED ")) for line in done.stdout.splitlines() if line.startswith("PARSED ")]
    assert done.returncode == 0, done.stderr[-2000:]
    return dict(zip(commands, said, strict=True))


@pytest.mark.parametrize("quantization", QUANTIZATIONS)
def test_full_command_is_accepted(errors: dict[str, str], quantization: str) -> None:
    assert errors[quantization] == ""


def test_swap_space_is_gone(errors: dict[str, str]) -> None:
    assert f"unrecognized arguments: {GONE}" in errors[GONE]
