from __future__ import annotations

import json
import os
import stat
import subprocess
import tarfile
from io import BufferedReader, BytesIO
from pathlib import Path

import pytest

from ops.lib import archive
from ops.lib.archive import Entry, Kind
from ops.lib.console import Failure

KIND = Kind("test archive", 2)
FILES = {"a/one": b"1" * 700, "a/two words": b"", "three": bytes(range(256))}


def made(kind: Kind = KIND, level: int = 0, entries: list[Entry] | None = None) -> bytes:
    stream = BytesIO()
    own = [Entry(name, content) for name, content in FILES.items()] if entries is None else entries
    archive.write(stream, kind, {"project": "0.0.0"}, own, level)
    return stream.getvalue()


def unpack(content: bytes, into: Path) -> dict[str, bytes]:
    stream = BufferedReader(BytesIO(content))  # type: ignore[type-var]
    archive.read(stream, "file", KIND, lambda name: into / name)
    return {str(path.relative_to(into)): path.read_bytes() for path in into.rglob("*") if path.is_file()}


@pytest.mark.parametrize("level", [0, 1])
def test_written_is_read(level: int, tmp_path: Path) -> None:
    assert unpack(made(level=level), tmp_path) == FILES


def test_tar_and_sha256sum_read_it(tmp_path: Path) -> None:
    subprocess.run(["tar", "-xzf", "-"], input=made(level=1), cwd=tmp_path, check=True)
    done = subprocess.run(["sha256sum", "--check", archive.SUMS], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / archive.HEADER).read_text()) == {
        "kind": "test archive", "version": 2, "project": "0.0.0",
    }  # fmt: skip


@pytest.mark.parametrize("level", [0, 1])
def test_cut_archive_is_refused(level: int, tmp_path: Path) -> None:
    whole = made(level=level)
    end = len(whole) if level else whole.rindex(b"three\n") + 6  # leaves out the zeros after the sums
    for length in [*range(0, end, 61), end - 1]:
        with pytest.raises(Failure, match=r"is damaged|is not a test archive"):
            unpack(whole[:length], tmp_path / str(length))


@pytest.mark.parametrize("level", [0, 1])
def test_changed_byte_is_refused(level: int, tmp_path: Path) -> None:
    """Accepts a changed byte only if the content is the same."""
    whole, refusals = made(level=level), []
    for place in range(0, len(whole), 1 if level else 7):
        changed = whole[:place] + bytes([whole[place] ^ 0x21]) + whole[place + 1 :]
        try:
            assert unpack(changed, tmp_path / str(place)) == FILES, place
        except Failure as failure:
            refusals.append(str(failure))
    assert len(refusals) > 50
    assert not [line for line in refusals if "\n" in line]


@pytest.mark.parametrize("name", ["a/one", "extra"])
def test_file_left_out_or_added(name: str, tmp_path: Path) -> None:
    stream = BytesIO()
    with tarfile.open(fileobj=BytesIO(made())) as members, tarfile.open(fileobj=stream, mode="w") as tar:
        for member in members.getmembers():
            if member.name == archive.SUMS and name == "extra":
                tar.addfile(tarfile.TarInfo("extra"))
            if member.name != name:
                tar.addfile(member, members.extractfile(member))
    with pytest.raises(Failure, match=rf"damaged \(checksum of {name}\)"):
        unpack(stream.getvalue(), tmp_path / "in")


@pytest.mark.parametrize(
    "name",
    ["../out", "a/../../out", "/etc/out", "a//b", "a/./b", ".", "a\nb", "\x1b[2Ja"],
)
def test_hostile_name_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(Failure, match="cannot be the name of a file"):
        made(entries=[Entry(name, b"x")])
    content = hostile(tarfile.TarInfo(name))
    with pytest.raises(Failure) as raised:
        unpack(content, tmp_path / "in")
    assert "\n" not in str(raised.value)
    assert "\x1b" not in str(raised.value)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE])
def test_only_files_are_accepted(kind: bytes, tmp_path: Path) -> None:
    member = tarfile.TarInfo("a")
    member.type, member.linkname = kind, "/etc/passwd"
    with pytest.raises(Failure, match="'a', which has no place here"):
        unpack(hostile(member), tmp_path)
    assert not list(tmp_path.iterdir())


def hostile(member: tarfile.TarInfo) -> bytes:
    """Return an archive with a valid header, followed by that member."""
    stream = BytesIO()
    head = json.dumps({"kind": KIND.name, "version": KIND.version}).encode()
    info = tarfile.TarInfo(archive.HEADER)
    info.size = len(head)
    with tarfile.open(fileobj=stream, mode="w") as tar:
        tar.addfile(info, BytesIO(head))
        tar.addfile(member)
    return stream.getvalue()


def test_name_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Failure, match="'a', which has no place here"):
        unpack(made(entries=[Entry("a", b"1"), Entry("a", b"2")]), tmp_path)


def test_unknown_name_is_refused(tmp_path: Path) -> None:
    stream = BufferedReader(BytesIO(made()))  # type: ignore[type-var]
    with pytest.raises(Failure, match="'a/one', which has no place here"):
        archive.read(stream, "file", KIND, lambda _: None)


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        (Kind("another thing", 1), "file is not a test archive"),
        (Kind(KIND.name, 3), "has version 3 of a test archive, and this project reads up to 2"),
    ],
)
def test_other_kind_or_newer_form(kind: Kind, message: str, tmp_path: Path) -> None:
    with pytest.raises(Failure, match=message):
        unpack(made(kind), tmp_path)


def test_older_form_is_read(tmp_path: Path) -> None:
    assert unpack(made(Kind(KIND.name, 1)), tmp_path) == FILES


@pytest.mark.parametrize(
    "content",
    [b"", b"hello", b"\x1f\x8b", os.urandom(5000), b"\0" * 10240],
    ids=["empty", "text", "gzip's first bytes", "noise", "zeros"],
)
def test_no_archive_is_refused(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(Failure, match="file is not a test archive"):
        unpack(content, tmp_path)


def test_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/etc/passwd")
    os.mkfifo(tmp_path / "pipe")
    for name in ("link", "pipe"):
        with pytest.raises((OSError, Failure)):
            made(entries=[Entry("a", tmp_path / name)])


def test_modes_are_kept(tmp_path: Path) -> None:
    """Setuid and setgid are removed."""
    made_of = made(entries=[Entry("a", b"", 0o644), Entry("b", b"", 0o4755)])
    unpack(made_of, tmp_path)
    assert {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {"a": 0o644, "b": 0o755}
