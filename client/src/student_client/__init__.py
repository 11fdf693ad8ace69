"""Asks a student LLM for solution plans of math problems and returns none that was not verified.

Modules that need pydantic, httpx2 or SymPy are loaded on first use, so that the import costs almost nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ._errors import (
    AuthenticationFailed,
    BadResponse,
    ConfigurationError,
    ConnectionFailed,
    EngineNotReady,
    InvalidPlan,
    InvalidProblem,
    PlanRejected,
    RateLimited,
    RequestFailed,
    RequestTimeout,
    StudentError,
    TruncatedPlan,
)

if TYPE_CHECKING:
    from ._client import AsyncStudent, Student
    from ._metrics import Metrics
    from ._outcome import Attempt, Outcome
    from ._plan import Plan, plan_schema
    from ._problem import Problem
    from ._settings import Settings
    from ._verdict import Interpretation, Reading, Verdict, Verifier
    from ._verifying.choice import structure_only
    from ._verifying.symbolic import SymbolicVerifier

__version__ = "0.1.0"

__all__ = [
    "AsyncStudent",
    "Attempt",
    "AuthenticationFailed",
    "BadResponse",
    "ConfigurationError",
    "ConnectionFailed",
    "EngineNotReady",
    "Interpretation",
    "InvalidPlan",
    "InvalidProblem",
    "Metrics",
    "Outcome",
    "Plan",
    "PlanRejected",
    "Problem",
    "RateLimited",
    "Reading",
    "RequestFailed",
    "RequestTimeout",
    "Settings",
    "Student",
    "StudentError",
    "SymbolicVerifier",
    "TruncatedPlan",
    "Verdict",
    "Verifier",
    "plan_schema",
    "structure_only",
]

_HOME = {
    "AsyncStudent": "_client",
    "Attempt": "_outcome",
    "Interpretation": "_verdict",
    "Metrics": "_metrics",
    "Outcome": "_outcome",
    "Plan": "_plan",
    "Problem": "_problem",
    "Reading": "_verdict",
    "Settings": "_settings",
    "Student": "_client",
    "SymbolicVerifier": "_verifying.symbolic",
    "Verdict": "_verdict",
    "Verifier": "_verdict",
    "plan_schema": "_plan",
    "structure_only": "_verifying.choice",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_HOME[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
