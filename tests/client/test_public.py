"""The package's public names, and the cost of its import."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
import student_client
from student_client import Problem

from .api import GOOD
from .replay import Recording, replay

ROOT = Path(__file__).resolve().parents[2]


def test_exported_names() -> None:
    assert student_client.__all__ == [
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


def test_names_are_described() -> None:
    for name in student_client.__all__:
        assert getattr(student_client, name).__doc__, name
        assert name in dir(student_client)


def test_unknown_name_is_an_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Pupil'"):
        _ = student_client.Pupil


def loaded_by(statement: str) -> set[str]:
    code = f"import sys\n{statement}\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT / "client" / "src"
    )
    return set(done.stdout.split())


def test_import_is_light() -> None:
    assert not {"sympy", "httpx2", "pydantic", "asyncio", "dotenv"} & loaded_by("import student_client")


def test_client_without_sympy() -> None:
    assert "sympy" not in loaded_by(
        "from student_client import AsyncStudent, Plan, Settings, Student, SymbolicVerifier"
    )


def test_help_needs_no_http_client() -> None:
    assert "httpx2" not in loaded_by("from student_client._command.main import _parser; _parser().format_help()")


def test_version_is_in_one_place() -> None:
    project = (ROOT / "client" / "pyproject.toml").read_text()
    assert 'dynamic = ["version"]' in project
    assert 'path = "src/student_client/__init__.py"' in project


def test_types_are_shipped() -> None:
    assert (Path(student_client.__file__).parent / "py.typed").exists()


PACKAGE = Path(student_client.__file__).parent


MODULES = sorted(
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
    for path in PACKAGE.rglob("*.py")
    if path.name != "__init__.py" and ">>> " in path.read_text()
)


@pytest.mark.parametrize("name", MODULES)
def test_docstring_examples_are_true(name: str) -> None:
    result = doctest.testmod(import_module(f"student_client.{name}"))
    assert result.attempted > 0
    assert result.failed == 0


def test_names_have_examples() -> None:
    errors = {name for name in student_client.__all__ if name in dir(student_client._errors)}
    for name in set(student_client.__all__) - errors | {"StudentError"}:
        assert ">>> " in getattr(student_client, name).__doc__, name


README = ROOT / "client" / "README.md"


def test_readme_examples_are_true() -> None:
    result = doctest.testfile(str(README), module_relative=False)
    assert result.attempted > 0
    assert result.failed == 0


INTEGRAL = GOOD.replace("2*x", "x**2*sin(x)")


def test_readme_programs_run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blocks = [
        block for block in re.findall(r"```python\n(.*?)```", README.read_text(), re.DOTALL) if ">>>" not in block
    ]
    problem = Problem("integrate", r"\int x^2 \sin x\,dx", ["x"])
    shared: dict[str, object] = {"problems": [problem, problem]}
    with replay(*[Recording.read("success", content=INTEGRAL)] * 4) as api:
        for name, value in {"STUDENT_API_BASE": api.base, "STUDENT_MODEL_NAME": "student-nano"}.items():
            monkeypatch.setenv(name, value)
        monkeypatch.delenv("STUDENT_API_KEY", raising=False)
        monkeypatch.chdir(tmp_path)
        for block in blocks:
            exec(block, shared)
    shown = capsys.readouterr().out
    assert len(api.asked) == 4
    assert shown.count("by the student") == 1
    assert shown.count(r"\int x^2 \sin x\,dx -x**2*cos(x)") == 2
    assert 'student_client_problems_total{result="accepted"} 1.0' in shown


def test_hints_name_required_packages() -> None:
    """A hint with an unregistered package's name would send its reader to anyone who registers it."""
    required = (ROOT / "client" / "pyproject.toml").read_text()
    known = set(re.findall(r'"([a-z0-9-]+)>=', required))
    hints = [
        hint
        for path in (ROOT / "client" / "src").rglob("*.py")
        for hint in re.findall(r"Fix: pip install ([^\"]+)\"", path.read_text())
    ]
    assert len(hints) > 3
    assert {name for hint in hints for name in hint.split()} <= known
