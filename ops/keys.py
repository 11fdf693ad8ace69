"""Keeps the clients' keys by name, as hashes in state/gateway/keys, and tells the running gateway of each change."""

from __future__ import annotations

import argparse
import base64
import contextlib
import fcntl
import hashlib
import os
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone

from ops import env_file, gateway
from ops.console import ROOT, Failure, guard, say

KEYS = ROOT / "state" / "gateway" / "keys"
CLIENT = "student"  # the name of STUDENT_API_KEY
# as caddy/keys and caddy/tokens read them
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
MAX_RPM, MAX_TPM = 100_000, 1_000_000_000
SPANS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}


@dataclass(frozen=True)
class Key:
    """One line of the file: ``rpm`` and ``tpm`` are None for the gateway's default, ``expires`` for never."""

    name: str
    sha256: str
    rpm: int | None = None
    tpm: int | None = None
    created: datetime | None = None
    expires: datetime | None = None

    def line(self) -> str:
        """Return the key as the gateway reads it."""
        options = {"rpm": self.rpm, "tpm": self.tpm, "created": self.created, "expires": self.expires}
        texts = [
            f"{name}={stamp(value) if isinstance(value, datetime) else value}"
            for name, value in options.items()
            if value
        ]
        return " ".join([self.name, self.sha256, *texts])

    def valid(self, now: datetime) -> bool:
        """Say whether the gateway accepts the key."""
        return self.expires is None or now < self.expires


def now() -> datetime:
    """Return the time to a second, which is how the file tells it."""
    return datetime.now(timezone.utc).replace(microsecond=0)


def stamp(moment: datetime) -> str:
    """Return a time as the file has it, such as 2030-01-31T00:00:00Z."""
    return moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def new_key() -> str:
    """Return 32 random bytes in base64, as 'openssl rand -base64 32' gives them."""
    return base64.b64encode(secrets.token_bytes(32)).decode()


def hash_of(key: str) -> str:
    """Return what the file keeps of a key."""
    return hashlib.sha256(key.encode()).hexdigest()


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)


def parse(text: str) -> list[Key | str]:
    """Return the file's lines: keys, and comments as they stand.

    Raises:
        Failure: a line is neither, or the file is half-written.
    """
    entries: list[Key | str] = []
    if text and not text.endswith("\n"):
        raise Failure(f"the last line of {KEYS.relative_to(ROOT)} does not end", "mend or remove that line")
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            entries.append(line)
            continue
        try:
            name, sha256, *options = line.split()
            values = dict(option.split("=", 1) for option in options)
            if not NAME.fullmatch(name) or not re.fullmatch(r"[0-9a-fA-F]{64}", sha256):
                raise ValueError(name)
            if len(values) < len(options) or set(values) - {"rpm", "tpm", "created", "expires"}:
                raise ValueError(name)
            numbers = {option: int(values[option]) for option in ("rpm", "tpm") if option in values}
            moments = {option: _moment(values[option]) for option in ("created", "expires") if option in values}
        except ValueError:
            form = "NAME SHA256 [rpm=N] [tpm=N] [created=TIME] [expires=TIME]"
            raise Failure(f"line {number} of {KEYS.relative_to(ROOT)} is no key", f"write it as {form}") from None
        entries.append(Key(name, sha256.lower(), numbers.get("rpm"), numbers.get("tpm"), **moments))
    return entries


def read() -> list[Key | str]:
    """Return the lines of the key file.

    Raises:
        Failure: there is none, or it is damaged.
    """
    try:
        return parse(KEYS.read_text())
    except FileNotFoundError:
        raise Failure(f"no {KEYS.relative_to(ROOT)}", "make init") from None


def of(name: str, entries: list[Key | str]) -> list[Key]:
    """Return the keys of a name, the newest last."""
    return [entry for entry in entries if isinstance(entry, Key) and entry.name == name]


@contextlib.contextmanager
def _locked() -> Iterator[None]:
    """Let one command at a time change the file."""
    KEYS.parent.mkdir(parents=True, exist_ok=True)
    folder = os.open(KEYS.parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def write(entries: list[Key | str]) -> None:
    """Replace the key file and wait until the running gateway has taken it; put the old one back if it refuses.

    Raises:
        Failure: the gateway refuses; nothing has changed then.
    """
    old = KEYS.read_text() if KEYS.exists() else None
    lines = [entry.line() if isinstance(entry, Key) else entry for entry in entries]
    env_file.write_private(KEYS, "\n".join(lines) + "\n")
    try:
        taken = gateway.reload()
    except Failure:
        if old is not None:
            env_file.write_private(KEYS, old)
        raise
    if old is not None:
        say(
            "   ok     the gateway has it"
            if taken
            else "   ok     the gateway does not run: it takes effect at its start"
        )


def ensure_client(key: str) -> None:
    """See to it that the gateway knows the client's key; a key that it replaces goes.

    Args:
        key: STUDENT_API_KEY.

    Raises:
        Failure: the key is known and has expired.
    """
    with _locked():
        entries = read() if KEYS.exists() else []
        keys = [entry for entry in entries if isinstance(entry, Key)]
        if known := next((known for known in keys if known.sha256 == hash_of(key)), None):
            if not known.valid(now()):
                what = f"STUDENT_API_KEY in env/student.env is a key that expired at {stamp(known.expires or now())}"
                raise Failure(what, f"make key-rotate NAME={known.name} EXPIRES=never")
            return
        old = of(CLIENT, entries)
        limits = (old[-1].rpm, old[-1].tpm) if old else (None, None)
        client = Key(CLIENT, hash_of(key), *limits, created=now())
        say(f"   made   {KEYS.relative_to(ROOT)} with the hash of STUDENT_API_KEY")
        write([*(entry for entry in entries if entry not in old), client])


def _wanted(setting: str) -> str:
    """Return a setting of the command line."""
    return os.environ.get(setting, "").strip()


def _name() -> str:
    name = _wanted("NAME")
    if not NAME.fullmatch(name):
        what = f"NAME is {name!r}, wanted are 1 to 64 letters, digits, '.', '_' or '-'" if name else "NAME is missing"
        raise Failure(what, "NAME=alice")
    return name


def _number(setting: str, most: int) -> int | None:
    text = _wanted(setting)
    if text and (not re.fullmatch(r"[0-9]{1,10}", text) or not 1 <= int(text) <= most):
        raise Failure(f"{setting} is {text!r}, wanted is a number from 1 to {most}", f"{setting}=60, or without it")
    return int(text) if text else None


def _span(text: str) -> timedelta | None:
    found = re.fullmatch(r"([0-9]{1,5})([mhd])", text)
    return int(found[1]) * SPANS[found[2]] if found else None


def _expires() -> datetime | None:
    text = _wanted("EXPIRES")
    if text in ("", "never"):
        return None
    fix = "EXPIRES=90d, EXPIRES=2030-01-31, EXPIRES=2030-01-31T12:00:00Z or EXPIRES=never"
    try:
        span = _span(text)
        moment = _moment(text) if span is None else now() + span
    except ValueError:
        raise Failure(f"EXPIRES is {text!r}, which is no time", fix) from None
    if moment <= now():
        raise Failure(f"EXPIRES is {text!r}, which is past", fix)
    return moment


def _overlap() -> timedelta:
    text = _wanted("OVERLAP") or "24h"
    span = timedelta() if text == "0" else _span(text)
    if span is None:
        raise Failure(
            f"OVERLAP is {text!r}, which is no span of time", "OVERLAP=24h, 30m, 7d, or 0 to end the old key at once"
        )
    return span


def show() -> None:
    """Print every key by name: limits, age, expiry; nothing of the key itself."""
    rows = [("name", "requests/min", "tokens/min", "age", "expires")]
    today = now()
    for key in (entry for entry in read() if isinstance(entry, Key)):
        age = "unknown" if key.created is None else _about(today - key.created)
        left = "never" if key.expires is None else f"in {_about(key.expires - today)} ({stamp(key.expires)})"
        end = left if key.valid(today) else f"EXPIRED {stamp(key.expires or today)}"
        rows.append((key.name, str(key.rpm or "default"), str(key.tpm or "default"), age, end))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        say("  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip())


def _about(span: timedelta) -> str:
    """Return a span of time in its largest unit."""
    for unit, length in reversed(SPANS.items()):
        if span >= length:
            return f"{span // length} {unit}"
    return "0 m"


def add() -> None:
    """Make a key for a new name and print it, this once.

    Raises:
        Failure: the name has a key, or a setting is wrong.
    """
    name, rpm, tpm, expires = _name(), _number("RPM", MAX_RPM), _number("TPM", MAX_TPM), _expires()
    with _locked():
        entries = read()
        if of(name, entries):
            raise Failure(f"{name} has a key already", f"make key-rotate NAME={name}, or another NAME")
        if name == CLIENT:
            raise Failure(f"{CLIENT} is the name of STUDENT_API_KEY in env/student.env", "make init, or another NAME")
        key = new_key()
        write([*entries, Key(name, hash_of(key), rpm, tpm, now(), expires)])
    say(f"   key    {key}")
    say(f"   This is {name}'s key. It is shown this once: only its hash is kept.")


def revoke() -> None:
    """Remove all keys of a name.

    Raises:
        Failure: there is none, or it is the last one, or the client's own.
    """
    name = _name()
    with _locked():
        entries = read()
        gone = of(name, entries)
        if not gone:
            raise Failure(f"{name} has no key", "'make keys' lists the names")
        if name == CLIENT:
            what = f"{CLIENT} is the name of STUDENT_API_KEY, which 'make up' would let in again"
            raise Failure(what, f"make key-rotate NAME={CLIENT} OVERLAP=0")
        left = [entry for entry in entries if entry not in gone]
        if not any(isinstance(entry, Key) for entry in left):
            raise Failure(f"{name} has the last key, and the gateway wants one", "make key-add NAME=… first")
        write(left)
    say(f"   {name} is refused from now on.")


def rotate() -> None:
    """Make a new key for a name, with its limits; the old one stays valid for the overlap.

    Raises:
        Failure: the name has no key, its key has expired and no new end is given, or a setting is wrong.
    """
    name, overlap, expires = _name(), _overlap(), _expires()
    with _locked():
        entries, today = read(), now()
        old = of(name, entries)
        if not old:
            raise Failure(f"{name} has no key", "'make keys' lists the names")
        newest = old[-1]
        if not _wanted("EXPIRES"):
            if not newest.valid(today):
                fix = f"make key-rotate NAME={name} EXPIRES=90d, a time, or never"
                raise Failure(f"the key of {name} expired at {stamp(newest.expires or today)}", fix)
            expires = newest.expires
        end = today + overlap
        kept = [replace(key, expires=min(key.expires or end, end)) for key in old if key.valid(today) and overlap]
        key = new_key()
        fresh = Key(name, hash_of(key), newest.rpm, newest.tpm, today, expires)
        write([*(entry for entry in entries if entry not in old), *kept, fresh])
        if name == CLIENT:
            env_file.update({"STUDENT_API_KEY": key})
            say("   ok     STUDENT_API_KEY in env/student.env is the new key")
    if name != CLIENT:
        say(f"   key    {key}")
        say(f"   This is {name}'s new key. It is shown this once: only its hash is kept.")
    say(f"   The old one is valid until {stamp(end)}." if kept else "   The old one is refused from now on.")


if __name__ == "__main__":
    commands = {"list": show, "add": add, "revoke": revoke, "rotate": rotate}
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("command", choices=commands)
    guard(commands[parser.parse_args().command])
