"""The package's public face: which names it has, and what its import costs."""

from __future__ import annotations

import doctest
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
import student_client

ROOT = Path(__file__).resolve().parents[2]


def test_the_exported_names_are_these() -> None:
    assert student_client.__all__ == [
        "AsyncStudent",
        "Attempt",
        "AuthenticationFailed",
        "BadResponse",
        "ConfigurationError",
        "ConnectionFailed",
        "EngineNotReady",
        "InvalidPlan",
        "InvalidProblem",
        "Metrics",
        "Outcome",
        "Plan",
        "PlanRejected",
        "Problem",
        "RateLimited",
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


def test_each_exported_name_is_there_and_described() -> None:
    for name in student_client.__all__:
        assert getattr(student_client, name).__doc__, name
        assert name in dir(student_client)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Pupil'"):
        _ = student_client.Pupil


def loaded_by(statement: str) -> set[str]:
    code = f"import sys\n{statement}\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT / "client" / "src"
    )
    return set(done.stdout.split())


def test_the_import_loads_nothing_heavy() -> None:
    assert not {"sympy", "httpx2", "pydantic", "asyncio", "dotenv"} & loaded_by("import student_client")


def test_the_client_is_there_without_sympy() -> None:
    assert "sympy" not in loaded_by(
        "from student_client import AsyncStudent, Plan, Settings, Student, SymbolicVerifier"
    )


def test_the_help_needs_no_http_client() -> None:
    assert "httpx2" not in loaded_by("from student_client._cli import _parser; _parser().format_help()")


def test_the_versions_agree() -> None:
    project = (ROOT / "client" / "pyproject.toml").read_text()
    assert f'\nversion = "{student_client.__version__}"\n' in project


def test_types_are_shipped() -> None:
    assert (Path(student_client.__file__).parent / "py.typed").exists()


@pytest.mark.parametrize("name", ["_client", "_metrics", "_plan", "_problem", "_protocol", "_settings"])
def test_examples_in_docstrings_are_true(name: str) -> None:
    result = doctest.testmod(import_module(f"student_client.{name}"))
    assert result.attempted > 0
    assert result.failed == 0


def test_examples_in_the_readme_are_true() -> None:
    result = doctest.testfile(str(ROOT / "client" / "README.md"), module_relative=False)
    assert result.attempted > 0
    assert result.failed == 0
