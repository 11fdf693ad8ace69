"""The packages of a lock file that a Python requires, compared with pip's reading of the conditions."""

from __future__ import annotations

import re

import pytest
from packaging.requirements import Requirement

from ops.lib import wheels
from ops.lib.console import Failure
from tests.project import ROOT

LOCK = ROOT / "client" / "requirements.txt"


@pytest.mark.parametrize("python", wheels.PYTHONS)
def test_requirements_are_pips(python: str) -> None:
    heads = re.findall(r"^([\w.-]+==[^\\#\n]+?)(?: \\)?$", LOCK.read_text(), re.MULTILINE)
    host = {"python_full_version": f"{python}.0", "python_version": python, "sys_platform": "linux"}
    every = [Requirement(head) for head in heads]
    expected = {f"{each.name}{each.specifier}" for each in every if not each.marker or each.marker.evaluate(host)}
    found = wheels.requirements(LOCK.read_text(), python)
    assert {line.split()[0] for line in found} == expected
    assert all(re.fullmatch(r"\S+( +--hash=sha256:[0-9a-f]{64})+", line) for line in found)


def test_requirements_by_python() -> None:
    lock = "a==1 ; python_full_version < '3.11' \\\n    --hash=sha256:0\nb==2 \\\n    --hash=sha256:1\n    # via a\n"
    assert wheels.requirements(lock, "3.10") == ["a==1 --hash=sha256:0", "b==2 --hash=sha256:1"]
    assert wheels.requirements(lock, "3.11") == ["b==2 --hash=sha256:1"]


def test_unknown_condition_is_refused() -> None:
    with pytest.raises(Failure, match="has the condition"):
        wheels.requirements("a==1 ; platform_machine == 'x' or extra == 'y' \\\n    --hash=sha256:0\n", "3.12")
