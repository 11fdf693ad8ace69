"""The scripts of models/student-nano, which is a folder and no package, for the tests to import."""

from __future__ import annotations

import sys
from pathlib import Path

FOLDER = Path(__file__).parents[3] / "models/student-nano"
sys.path.append(str(FOLDER))

from generate import MEASURING, bare, handwritten, held_out, user_message  # noqa: E402
from problems import Sample, sample  # noqa: E402

__all__ = ["FOLDER", "MEASURING", "Sample", "bare", "handwritten", "held_out", "sample", "user_message"]
