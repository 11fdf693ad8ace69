"""The verbs for clients' keys: list, add, revoke, rotate. The running gateway reads each change."""

from __future__ import annotations

import argparse
import os
import re
from dataclasses import replace
from datetime import datetime, timedelta

from ops.lib import env_file
from ops.lib.console import Failure, guard, say
from ops.lib.key_file import CLIENT, NAME, Key, hash_of, locked, moment, new_key, now, of, read, stamp, write

MAX_RPM, MAX_TPM = 100_000, 1_000_000_000  # equal those of caddy/keys
SPANS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}


def _option(setting: str) -> str:
    """Return a setting of the command line."""
    return os.environ.get(setting, "").strip()


def _name() -> str:
    name = _option("NAME")
    if not NAME.fullmatch(name):
        what = f"NAME is {name!r}, not 1 to 64 letters, digits, '.', '_' or '-'" if name else "NAME is missing"
        raise Failure(what, "NAME=alice")
    return name


def _number(setting: str, most: int) -> int | None:
    text = _option(setting)
    if text and (not re.fullmatch(r"[0-9]{1,10}", text) or not 1 <= int(text) <= most):
        raise Failure(f"{setting} is {text!r}, not a number from 1 to {most}", f"{setting}=60, or leave it out")
    return int(text) if text else None


def _span(text: str) -> timedelta | None:
    found = re.fullmatch(r"([0-9]{1,5})([mhd])", text)
    return int(found[1]) * SPANS[found[2]] if found else None


def _expires() -> datetime | None:
    text = _option("EXPIRES")
    if text in ("", "never"):
        return None
    fix = "EXPIRES=90d, EXPIRES=2030-01-31, EXPIRES=2030-01-31T12:00:00Z or EXPIRES=never"
    try:
        span = _span(text)
        end = moment(text) if span is None else now() + span
    except ValueError:
        raise Failure(f"EXPIRES is {text!r}, which is not a time", fix) from None
    if end <= now():
        raise Failure(f"EXPIRES is {text!r}, which is in the past", fix)
    return end


def _overlap() -> timedelta:
    text = _option("OVERLAP") or "24h"
    span = timedelta() if text == "0" else _span(text)
    if span is None:
        raise Failure(
            f"OVERLAP is {text!r}, which is not a duration", "OVERLAP=24h, 30m, 7d, or 0 to end the old key at once"
        )
    return span


def show() -> None:
    """Print the name, limits, age and expiry of every key; never the key itself."""
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
    """Return a duration in its largest unit."""
    for unit, length in reversed(SPANS.items()):
        if span >= length:
            return f"{span // length} {unit}"
    return "0 m"


def add() -> None:
    """Make a key for a new name and print it once.

    Raises:
        Failure: the name has a key, or a setting is wrong.
    """
    name, rpm, tpm, expires = _name(), _number("RPM", MAX_RPM), _number("TPM", MAX_TPM), _expires()
    with locked():
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
    with locked():
        entries = read()
        gone = of(name, entries)
        if not gone:
            raise Failure(f"{name} has no key", "'make keys' lists the names")
        if name == CLIENT:
            what = f"{CLIENT} is the name of STUDENT_API_KEY, which 'make up' would add again"
            raise Failure(what, f"make key-rotate NAME={CLIENT} OVERLAP=0")
        left = [entry for entry in entries if entry not in gone]
        if not any(isinstance(entry, Key) for entry in left):
            raise Failure(f"{name} has the last key, and the gateway requires one", "make key-add NAME=… first")
        write(left)
    say(f"   {name} is refused from now on.")


def rotate() -> None:
    """Make a new key for a name, with its limits; the old one stays valid for the overlap.

    Raises:
        Failure: the name has no key, its key has expired and no new end is given, or a setting is wrong.
    """
    name, overlap, expires = _name(), _overlap(), _expires()
    with locked():
        entries, today = read(), now()
        old = of(name, entries)
        if not old:
            raise Failure(f"{name} has no key", "'make keys' lists the names")
        newest = old[-1]
        if not _option("EXPIRES"):
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
