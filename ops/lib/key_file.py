"""The gateway's key file, state/gateway/keys: clients' keys by name, as hashes. Changes are atomic."""

from __future__ import annotations

import base64
import contextlib
import fcntl
import hashlib
import os
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timezone

from ops.lib import cluster, env_file, gateway
from ops.lib.console import ROOT, Failure, say

KEYS = ROOT / "state" / "gateway" / "keys"
CLIENT = "student"  # is the name of STUDENT_API_KEY
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")  # matches the names that caddy/keys accepts


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
        """Return the key's line for the gateway."""
        options = {"rpm": self.rpm, "tpm": self.tpm, "created": self.created, "expires": self.expires}
        texts = [
            f"{name}={stamp(value) if isinstance(value, datetime) else value}"
            for name, value in options.items()
            if value
        ]
        return " ".join([self.name, self.sha256, *texts])

    def valid(self, now: datetime) -> bool:
        """Return whether the gateway accepts the key."""
        return self.expires is None or now < self.expires


def now() -> datetime:
    """Return the time to the second, as in the file."""
    return datetime.now(timezone.utc).replace(microsecond=0)


def stamp(when: datetime) -> str:
    """Return a time as text for the file, such as 2030-01-31T00:00:00Z."""
    return when.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def new_key() -> str:
    """Return 32 random bytes in base64, like 'openssl rand -base64 32'."""
    return base64.b64encode(secrets.token_bytes(32)).decode()


def hash_of(key: str) -> str:
    """Return the hash of a key, which the file stores."""
    return hashlib.sha256(key.encode()).hexdigest()


def moment(text: str) -> datetime:
    """Return the time of a text in ISO 8601; UTC if the text has no zone.

    Raises:
        ValueError: the text is not a time.
    """
    parsed = datetime.fromisoformat(text.replace("Z", "+00:00"))
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=timezone.utc)


def parse(text: str) -> list[Key | str]:
    """Return the file's lines: keys, and comments unchanged.

    Raises:
        Failure: a line is neither, or the file is truncated.
    """
    entries: list[Key | str] = []
    if text and not text.endswith("\n"):
        raise Failure(f"the last line of {KEYS.relative_to(ROOT)} is incomplete", "fix or remove that line")
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
            moments = {option: moment(values[option]) for option in ("created", "expires") if option in values}
        except ValueError:
            form = "NAME SHA256 [rpm=N] [tpm=N] [created=TIME] [expires=TIME]"
            raise Failure(f"line {number} of {KEYS.relative_to(ROOT)} is not a key", f"write it as {form}") from None
        entries.append(Key(name, sha256.lower(), numbers.get("rpm"), numbers.get("tpm"), **moments))
    return entries


def read() -> list[Key | str]:
    """Return the lines of the key file.

    Raises:
        Failure: the file is missing or damaged.
    """
    try:
        return parse(KEYS.read_text())
    except FileNotFoundError:
        raise Failure(f"no {KEYS.relative_to(ROOT)}", "make init") from None


def of(name: str, entries: list[Key | str]) -> list[Key]:
    """Return the keys of a name, the newest last."""
    return [entry for entry in entries if isinstance(entry, Key) and entry.name == name]


@contextlib.contextmanager
def locked() -> Iterator[None]:
    """Hold the lock that lets one command at a time change the file."""
    KEYS.parent.mkdir(parents=True, exist_ok=True)
    folder = os.open(KEYS.parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def write(entries: list[Key | str]) -> None:
    """Replace the key file and wait until the running gateways have loaded it: this host's and a cluster's.

    Raises:
        Failure: a gateway refuses; the old file is put back.
    """
    old = KEYS.read_text() if KEYS.exists() else None
    lines = [entry.line() if isinstance(entry, Key) else entry for entry in entries]
    env_file.write_private(KEYS, "\n".join(lines) + "\n")
    try:
        taken = gateway.wait_for_keys(KEYS)
        on_cluster = cluster.put_keys(KEYS)
    except Failure:
        if old is not None:
            env_file.write_private(KEYS, old)
        raise
    if on_cluster is not None:
        say("   ok     " + ("every gateway of the cluster has it" if on_cluster else "the cluster has no stack yet"))
    if old is not None and (taken or not on_cluster):
        say(
            "   ok     the gateway has it"
            if taken
            else "   ok     the gateway does not run: the change takes effect at its start"
        )


def ensure_client(key: str) -> None:
    """Add the client's key to the file, and remove the key that it replaces.

    Args:
        key: STUDENT_API_KEY.

    Raises:
        Failure: the key is known and has expired.
    """
    with locked():
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
