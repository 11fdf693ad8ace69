"""The client's command in .venv, and the problem that tests the whole stack."""

from __future__ import annotations

from ops.lib.venv import VENV

COMMAND = VENV / "bin" / "student"
PROBLEM = ("--objective", "integrate", "--expression", r"\int x^2 \sin x\,dx", "--variable", "x")
NOT_ACCEPTED = 1  # is its exit code if a model answered and no plan was accepted
