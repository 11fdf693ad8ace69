"""The reader of env files reads the same values as Docker Compose, or refuses the line."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
import student_client
from hypothesis import given, settings
from hypothesis import strategies as st

from ops.lib import env_grammar
from ops.lib.env_grammar import BadLine

SPELLINGS = [
    ("X=1", "1"),
    ("X=", ""),
    ("X = 1", "1"),
    ("  X=1  ", "1"),
    ("export X=1", "1"),
    ("export\tX=1", "1"),
    ("X=1 # note", "1"),
    ("X=1 #note", "1"),
    ("X=1#note", "1#note"),
    ("X=a b  c # note", "a b  c"),
    ("X='a b'", "a b"),
    ("X='' # note", ""),
    ('X="a b" # note', "a b"),
    ("X='a # b'\t# note", "a # b"),
    (r"X='it\'s'", "it's"),
    (r"X='a\b\\c'", r"a\b\\c"),
    (r'X="a \"b\" \\ c"', r'a "b" \ c'),
    (r'X="a\qb"', r"a\qb"),
    (r'X="a\tb"', "a\tb"),
    (r'X="a\nb"', "a\nb"),
    ("X='a$HOME${b}'", "a$HOME${b}"),
    ("X=a$$b", "a$b"),
    (r'X="a\$b$$c"', "a$b$c"),
    ("X=a$5", "a$5"),
    ("X=http://$SHELL_HOST:${PORT}/v1", "http://shell:8001/v1"),
    ('X="$PORT"', "8001"),
    (r"X=C:\dir", r"C:\dir"),
    ('X=it\'s "so"', 'it\'s "so"'),
    ("X=--a '{\"b\": 1}'", "--a '{\"b\": 1}'"),
    ("X=1\r", "1"),
    ("X='1'\r", "1"),
    ("X=größe ✓", "größe ✓"),
]
REFUSED = [
    ("X= # note", "Compose reads the comment as the value of X"),
    ("X=#note", "Compose reads the comment as the value of X"),
    ("X=1\t# note", "Compose reads the # after a tab as part of X"),
    ("X", "not a setting of the form NAME=value"),
    ("X: 1", "not a setting of the form NAME=value"),
    ("X Y=1", "not a setting of the form NAME=value"),
    ("X.Y=1", "not a setting of the form NAME=value"),
    ("5X=1", "not a setting of the form NAME=value"),
    ("export =1", "not a setting of the form NAME=value"),
    ("env/student.env", "not a setting of the form NAME=value"),
    ("X='secret", "X opens a quote that does not end on its line"),
    ('X="secret\nY=2"', "X opens a quote that does not end on its line"),
    ("X='a'secret", "X continues after its closing quote"),
    (r'X="\012secret"', r"X has \0 in double quotes"),
    ("X=secret${b", "X has a $ that Compose reads as a variable"),
    ("X=secret$b", "X has a $ that Compose reads as a variable"),
    ("X=secret${PORT:-1}", "X has a $ that Compose reads as a variable"),
    ('X="secret$b"', "X has a $ that Compose reads as a variable"),
    ("X=secret$ſ", "X has a $ beside letters"),
    ("X=se\u00a0cret", "an invisible character, U+00A0"),
    ("X=secret\x1b", "an invisible character, U+001B"),
]
ENVIRON = {"SHELL_HOST": "shell"}
ROOM = "# a comment\n\nPORT=8001\n"  # three lines precede the tested one


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("compose")


def compose(folder: Path, text: str, names: list[str]) -> dict[str, str]:
    """Return the values that Docker Compose reads from an env file's text and gives to a container."""
    (folder / "x.env").write_bytes(text.encode())
    stack = {"services": {"one": {"image": "x", "environment": names}}}
    (folder / "compose.yaml").write_text(json.dumps(stack))
    command = ["docker", "compose", "--env-file", "x.env", "config", "--format", "json"]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=True, env={**os.environ, **ENVIRON}
    )
    got = json.loads(done.stdout)["services"]["one"]["environment"]
    return {name: (got[name] or "").replace("$$", "$") for name in names}


@pytest.mark.parametrize(("line", "value"), SPELLINGS)
def test_spelling_is_read(line: str, value: str) -> None:
    for text in (ROOM + line, ROOM + line + "\n", ("\ufeff" + ROOM + line).replace("\n", "\r\n")):
        found = env_grammar.read(text, ENVIRON)
        assert [(one.number, one.name, one.value) for one in found] == [(3, "PORT", "8001"), (4, "X", value)]


@pytest.mark.docker
def test_compose_reads_spellings(folder: Path) -> None:
    lines = [line.replace("X", f"X{number}", 1) for number, (line, _) in enumerate(SPELLINGS)]
    want = {f"X{number}": value for number, (_, value) in enumerate(SPELLINGS)}
    for text in (ROOM + "\n".join(lines), ("\ufeff" + ROOM + "\n".join(lines)).replace("\n", "\r\n")):
        assert compose(folder, text, list(want)) == want


@pytest.mark.parametrize(("line", "what"), REFUSED)
def test_bad_line_is_refused(line: str, what: str) -> None:
    """The failure names its number and does not show the line."""
    with pytest.raises(BadLine) as caught:
        env_grammar.read(ROOM + line + "\nZ=1\n", ENVIRON)
    assert caught.value.number == 4
    assert caught.value.what.startswith(what)
    assert str(caught.value).startswith(f"line 4: {what}")
    assert "secret" not in str(caught.value)


def test_name_twice_is_refused() -> None:
    with pytest.raises(BadLine, match=r"^line 3: A is already set in line 1. Fix: delete one of the two lines of A$"):
        env_grammar.read("A=1\n# A=2\nexport A = '3'\n")


def test_clients_reader_is_the_same() -> None:
    ours = Path(env_grammar.__file__).read_text()
    assert (Path(student_client.__file__).parent / "_env_grammar.py").read_text() == ours


PIECES = st.sampled_from(
    [*"aZ_09 .:=-/,{}()[]|&;<>?*~%@!+^`", "'", '"', "\\", "$", "#", "\t", "\r", "$$", "${", "}", "$PORT", "${PORT}",
     " #", "\t#", "\\n", "\\0", '\\"', "\\'", "\\$", "é", "ſ", "\u00a0", "\u2003", "\x0b", "\u0085"]
)  # fmt: skip
VALUES = st.lists(PIECES, max_size=8).map("".join)
QUOTED = st.tuples(st.sampled_from("'\""), VALUES, st.sampled_from(["", " ", " # n", "#n"])).map(
    lambda parts: parts[0] + parts[1] + parts[0] + parts[2]
)
BEFORE = st.sampled_from(["", "", "", " ", "\t", "export ", "export\t ", "export", "  export  ", "a "])
EQUALS = st.sampled_from(["=", "=", "=", " = ", "\t=", "= ", ":", ": ", ""])
LINES = st.tuples(BEFORE, EQUALS, st.one_of(VALUES, QUOTED))


def accepted(line: str) -> bool:
    try:
        return bool(env_grammar.read(f"PORT=8001\n{line}\n", ENVIRON))
    except BadLine:
        return False


@pytest.mark.docker
@settings(max_examples=12)
@given(st.lists(LINES, min_size=80, max_size=120))
def test_compose_reads_alike(folder: Path, parts: list[tuple[str, str, str]]) -> None:
    """Compose reads the same value from each accepted line."""
    named = [f"{before}N{number}{equals}{value}" for number, (before, equals, value) in enumerate(parts)]
    text = "\n".join(["PORT=8001", *filter(accepted, named)]) + "\n"
    ours = {one.name: one.value for one in env_grammar.read(text, ENVIRON)}
    assert len(ours) > len(parts) / 8, "many lines are accepted, so that the comparison means something"
    assert compose(folder, text, list(ours)) == ours


PLAIN = st.text(st.characters(categories=["L", "N"], include_characters="-_./:,@%+=~ "), max_size=20).map(str.strip)


@given(PLAIN, st.sampled_from(["", "'", '"']))
def test_plain_value_is_accepted(value: str, quote: str) -> None:
    note = " # note" if value or quote else ""
    assert env_grammar.read(f"X={quote}{value}{quote}{note}", {})[0].value == value
