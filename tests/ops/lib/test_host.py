from __future__ import annotations

import pwd
from pathlib import Path

import pytest

from ops.lib import host


def test_home_of_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """A user without an entry in /etc/passwd, as in many containers."""

    def unknown(uid: int) -> pwd.struct_passwd:
        raise KeyError(uid)

    assert host.home() == Path.home()
    monkeypatch.delenv("HOME")
    monkeypatch.setattr(pwd, "getpwuid", unknown)
    assert host.home() == Path("/")
