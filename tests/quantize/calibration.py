"""Writes images/quantize/calibration.json: 'python -m tests.quantize.calibration' after a change of those."""

from __future__ import annotations

import json

from student_client._prompt import GENERAL

from tests.client.problems import load
from tests.conftest import ROOT

FILE = ROOT / "images" / "quantize" / "calibration.json"


def content() -> str:
    """Return the prompt for general models, and each textbook problem with its right plan."""
    turns = []
    for _, problem, plan in load("textbook"):
        asked = GENERAL.messages(problem)[-1]
        turns.append([asked, {"role": "assistant", "content": plan.model_dump_json()}])
    prompt = [{"role": role, "content": text} for role, text in GENERAL.before]
    return json.dumps({"prompt": prompt, "turns": turns}, ensure_ascii=False, indent=0) + "\n"


if __name__ == "__main__":
    FILE.write_text(content())
