"""The engines have the metrics that the recording rules read."""

from __future__ import annotations

import re

import pytest

from tests.conformance.engine import Engine
from tests.conftest import ROOT

pytestmark = pytest.mark.docker

PREFIX = {"llamacpp": "llamacpp:", "vllm": "vllm:", "tgi": "tgi_"}
EXPRESSIONS = re.findall(
    r"expr: (.*?)(?=- record|\Z)", (ROOT / "prometheus" / "rules" / "student.yml").read_text(), re.DOTALL
)


def test_rules_find_their_metrics(engine: Engine) -> None:
    wanted = set(re.findall(rf"\b{PREFIX[engine.name]}\w+", " ".join(EXPRESSIONS)))
    assert len(wanted) >= 5

    there = {re.split("[{ ]", line)[0] for line in engine.metrics()}

    assert wanted <= there
