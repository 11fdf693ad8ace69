from __future__ import annotations

from pathlib import Path

import pytest

from ops.install import debian
from ops.lib.console import Failure


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(debian, "SOURCES", tmp_path)
    monkeypatch.delenv("DEBIAN_MIRROR", raising=False)
    (tmp_path / "sources.list.d").mkdir()
    return tmp_path


def test_mirror_is_the_hosts(sources: Path) -> None:
    (sources / "sources.list.d" / "debian.sources").write_text("Types: deb\nURIs: http://mirror.test/debian\n")
    assert debian.mirror() == "http://mirror.test/debian"


def test_mirror_of_an_old_list(sources: Path) -> None:
    (sources / "sources.list").write_text("deb [arch=amd64] https://mirror.test/debian/ bookworm main\n")
    assert debian.mirror() == "https://mirror.test/debian/"


def test_mirror_of_another_vendor(sources: Path) -> None:
    """Its sources do not count as a Debian mirror."""
    (sources / "sources.list.d" / "other.list").write_text("deb https://vendor.test/apt stable main\n")
    with pytest.raises(Failure, match="DEBIAN_MIRROR="):
        debian.mirror()


def test_mirror_of_the_environment(sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEBIAN_MIRROR", "http://other.test/debian")
    assert debian.mirror() == "http://other.test/debian"
