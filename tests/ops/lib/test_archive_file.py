from __future__ import annotations

import io
import os
import stat
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from ops.lib import archive, archive_file
from ops.lib.archive import Entry, Kind
from ops.lib.console import Failure

KIND = Kind("test archive", 2)


def made(kind: Kind = KIND) -> bytes:
    stream = BytesIO()
    archive.write(stream, kind, {}, [Entry("a", b"1")])
    return stream.getvalue()


def write_to(file: Path | str, content: Callable[[], bytes] = made) -> None:
    with archive_file.writing(str(file), KIND) as stream:
        stream.write(content())


def test_written_file_is_private(tmp_path: Path) -> None:
    """It replaces only files of its own kind."""
    target = tmp_path / "there"
    umask = os.umask(0)
    try:
        write_to(target)
        write_to(target)
    finally:
        os.umask(umask)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    for other in (b"", b"precious", made(Kind("another thing", 1))):
        target.write_bytes(other)
        with pytest.raises(Failure, match="exists and is not a test archive"):
            write_to(target)
        assert target.read_bytes() == other
    target.unlink()
    target.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Failure, match="exists and is not a test archive"):
        write_to(target)
    with pytest.raises(Failure, match="there is no folder"):
        write_to(tmp_path / "nowhere" / "there")
    assert [path.name for path in tmp_path.iterdir()] == ["there"]


def test_failure_keeps_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "there"
    write_to(target)
    before = target.read_bytes()

    def fail() -> bytes:
        raise Failure("no", "more")

    with pytest.raises(Failure, match="no"):
        write_to(target, fail)
    assert target.read_bytes() == before
    assert list(tmp_path.iterdir()) == [target]


def test_terminal_gets_no_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdout", Terminal())
    with pytest.raises(Failure, match="writes to this terminal"):
        write_to("-")
