from __future__ import annotations

from pathlib import Path

import pytest

from ops import debian
from ops.console import Failure


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(debian, "SOURCES", tmp_path)
    monkeypatch.delenv("DEBIAN_MIRROR", raising=False)
    (tmp_path / "sources.list.d").mkdir()
    return tmp_path


def test_the_mirror_is_the_one_that_the_host_uses(sources: Path) -> None:
    (sources / "sources.list.d" / "debian.sources").write_text("Types: deb\nURIs: http://mirror.test/debian\n")
    assert debian.mirror() == "http://mirror.test/debian"


def test_an_old_style_list_is_read_too(sources: Path) -> None:
    (sources / "sources.list").write_text("deb [arch=amd64] https://mirror.test/debian/ bookworm main\n")
    assert debian.mirror() == "https://mirror.test/debian/"


def test_other_vendors_sources_are_not_taken_for_a_mirror(sources: Path) -> None:
    (sources / "sources.list.d" / "other.list").write_text("deb https://vendor.test/apt stable main\n")
    with pytest.raises(Failure, match="DEBIAN_MIRROR="):
        debian.mirror()


def test_the_environment_chooses_another_mirror(sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEBIAN_MIRROR", "http://other.test/debian")
    assert debian.mirror() == "http://other.test/debian"
