"""The calibration data of 4-bit weights: the client's own prompt, and problems with right plans."""

from __future__ import annotations

import json

from student_client._plan import Plan
from student_client._prompt import GENERAL

from . import calibration


def test_calibration_is_up_to_date() -> None:
    assert calibration.FILE.read_text() == calibration.content(), "python -m tests.quantize.calibration"


def test_calibration_turns_are_plans() -> None:
    content = json.loads(calibration.FILE.read_text())
    assert [message["role"] for message in content["prompt"]] == [role for role, _ in GENERAL.before]
    assert len(content["turns"]) > 200
    for asked, answered in content["turns"]:
        assert (asked["role"], answered["role"]) == ("user", "assistant")
        assert Plan.parse(answered["content"]).steps
