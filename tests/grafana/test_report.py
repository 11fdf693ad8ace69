"""The report is one file, and a real browser draws it: no error, nothing fetched, in both colour schemes."""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path

import pytest

from ops.verbs import report
from tests.browser import SCHEMES, browse, build, complaints, drawn
from tests.grafana.conftest import Watched

PINNED = {
    "uPlot.iife.min.js": "19c8d4c6ad88929a79f4ae49d6f7161566dfd0ba3d15cc495e974f787eb78f1f",
    "uPlot.min.css": "df630c6a8d6f8eeaff264b50f73ce5b114f646ffd9a0bb74f049b0a00135fa04",
}
"""Of uPlot 1.6.32, as npm has it."""


@pytest.fixture(scope="module")
def browser() -> None:
    build()


@pytest.fixture(scope="module")
def page(stack: Watched, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the running stack, where the browser may read it."""
    made = stack.make("report")
    assert made.returncode == 0, made.stdout + made.stderr
    folder = tmp_path_factory.mktemp("report")
    folder.chmod(0o777)
    copy = Path(shutil.copy(stack.path / "state" / "report.html", folder))
    copy.chmod(0o644)
    return copy


def test_uplot_is_pinned() -> None:
    for name, digest in PINNED.items():
        assert hashlib.sha256((report.PAGE / name).read_bytes()).hexdigest() == digest


def test_named_writes_a_legend() -> None:
    assert report.named("{{key}}: {{ limit }}", {"key": "alice", "limit": "tokens"}) == "alice: tokens"
    assert report.named("P95{{gone}}", {}) == "P95"


def test_written_escapes_labels() -> None:
    page = report.written({"pages": [], "times": [0, 1], "source": "</script><script>alert(1)</script>"})
    assert "alert(1)" in page
    assert "<script>alert" not in page


@pytest.mark.docker
def test_file_is_private_and_whole(stack: Watched, page: Path) -> None:
    """It needs nothing else, and nobody else can read it."""
    assert (stack.path / "state" / "report.html").stat().st_mode & 0o777 == 0o600
    text = page.read_text()
    assert not re.search(r"""(?:src|href)=["']?(?!data:|#|\$)[a-z/]""", text)
    assert "@import" not in text
    assert stack.key not in text


@pytest.mark.docker
@pytest.mark.parametrize("scheme", SCHEMES)
def test_browser_draws_it(page: Path, browser: None, scheme: str) -> None:
    assert drawn(page, scheme) >= 15


@pytest.mark.docker
def test_error_would_be_seen(page: Path, browser: None) -> None:
    broken = page.with_name("broken.html")
    broken.write_text("<script>missing()</script>")
    assert "missing is not defined" in "".join(complaints(browse(broken, "light", "--dump-dom").stderr))


@pytest.mark.docker
def test_schemes_look_different(page: Path, browser: None) -> None:
    assert (page.parent / "dark.png").read_bytes() != (page.parent / "light.png").read_bytes()
