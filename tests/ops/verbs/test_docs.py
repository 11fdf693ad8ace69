"""'make docs' builds the pages strictly: a broken link, or a page that is not in README.md's list, fails."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest

from ops.lib.console import Failure
from ops.verbs import docs
from tests.conftest import ROOT

pytestmark = [
    pytest.mark.skipif(sys.version_info < docs.PYTHON, reason="Sphinx requires Python 3.11"),
    pytest.mark.timeout(1800),  # a busy host takes more than ten minutes to make Sphinx' environment and the site
]

LINK = re.compile(r'(?:href|src)="([^"#?]+)[^"]*"')


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    docs.main([f"--folder={folder}"])
    return folder


def test_site_has_every_page(site: Path) -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    assert [page for page in pages if not (site / page.relative_to(ROOT)).with_suffix(".html").exists()] == []
    assert "README.html" in (site / "index.html").read_text()


def test_site_needs_no_network(site: Path) -> None:
    """All that a page loads is in the folder; other addresses are only links."""
    for page in site.rglob("*.html"):
        text = page.read_text()
        assert not re.search(r'<(?:script|img|iframe)[^>]* src="(?:https?:)?//', text), page
        assert not re.search(r'<link rel="stylesheet"[^>]* href="(?:https?:)?//', text), page
        for link in LINK.findall(text):
            if not re.match(r"[a-z]+:", link):
                assert (page.parent / unquote(link)).exists(), f"{page}: {link}"


def test_faults_fail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "site").symlink_to(ROOT / "docs" / "site")
    (tmp_path / "README.md").write_text("# Home\n\n**Start**: [a page](docs/a.md)\n")
    (tmp_path / "docs" / "a.md").write_text("# A\n\n[no page](gone.md) [no heading](a.md#gone) [home](../README.md)\n")
    (tmp_path / "docs" / "b.md").write_text("# B\n")
    monkeypatch.setattr(docs, "ROOT", tmp_path)
    with pytest.raises(Failure, match="is missing from README"):
        docs.main([f"--folder={tmp_path / 'site'}"])
    said = capfd.readouterr().err
    assert len(said.splitlines()) == 3, said
    for fault in (r"a\.md.*'gone\.md'", r"a\.md.*gone", r"b\.md.*toctree"):
        assert re.search(fault, said), said
