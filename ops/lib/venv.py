"""Makes the project's Python environment, .venv, with the client or with the tests' packages.

The packages of other projects' clients, which some tests run, and of the documentation are in .cache.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shlex
import sys
from pathlib import Path

from ops.install import debian
from ops.lib.console import CACHE, ROOT, Failure, capture, guard, say

VENV = ROOT / os.environ.get("VENV", ".venv")
LOCKS = {
    "client": ROOT / "client" / "requirements.txt",
    "test": ROOT / "tests" / "requirements.txt",
    "bench": ROOT / "bench" / "requirements.txt",
    "clients": ROOT / "tests" / "clients" / "requirements.txt",
    "clients-openai2": ROOT / "tests" / "clients" / "requirements-openai2.txt",
    "docs": ROOT / "docs" / "site" / "requirements.txt",
}
APART = ("clients", "clients-openai2", "docs")
# is valid both as Python and as sh, which runs Python on it: a #! line cannot hold a path with a space
COMMAND = """#!/bin/sh
'''exec' {python} "$0" "$@"
' '''
from student_client._command.main import main

raise SystemExit(main())
"""


def home(kind: str) -> Path:
    """Return the folder of a lock file's environment."""
    return CACHE / kind if kind in APART else VENV


def pip(into: Path) -> list[str]:
    """Return the command that installs into an environment, even if Debian's Python has no pip.

    Raises:
        Failure: this Python cannot make an environment.
    """
    bundled = capture([sys.executable, "-c", "import ensurepip"]).returncode == 0
    wheels = CACHE / "pip"
    if not bundled and not list(wheels.rglob("pip-*.whl")):
        try:
            debian.download(["python3-pip-whl"], into=wheels)
        except Failure:
            fix = "sudo apt-get install -y python3-venv (other than Debian, Ubuntu: Python's venv and pip packages)"
            raise Failure(f"{sys.executable} has no ensurepip, which installs pip", fix) from None
    if not (into / "bin" / ("pip" if bundled else "python")).exists():
        done = capture([sys.executable, "-m", "venv", *([] if bundled else ["--without-pip"]), str(into)], timeout=180)
        if done.returncode:
            fix = f"sudo apt-get install -y python3-venv, rm -r {into}, then run again"
            raise Failure(f"cannot make {into} ({(done.stderr or done.stdout).strip()[-200:]})", fix)
    python = str(into / "bin" / "python")
    return [python, "-m", "pip"] if bundled else [python, str(next(wheels.rglob("pip-*.whl")) / "pip")]


def ensure(kind: str, wheels: Path | None = None) -> None:
    """Install a lock file's packages, checked by hash, and the client itself, unless that is done already.

    Args:
        kind: "client", "test" or "bench"; the last two include the client's. Or "clients" or "clients-openai2", the
            packages of other projects' clients without ours.
        wheels: folder with the packages; None fetches them from the host's package index.

    Raises:
        Failure: Python has no venv, or a package cannot be fetched or does not have its hash.
    """
    lock, into = LOCKS[kind], home(kind)
    stamp = into / f".{kind}"
    wanted = hashlib.sha256(lock.read_bytes() + str(ROOT).encode()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    say(f"   installing {lock.relative_to(ROOT)} into {into.name}")
    source = [] if wheels is None else ["--no-index", f"--find-links={wheels}"]
    install = [*pip(into), "--disable-pip-version-check", "install", "--quiet", "--no-compile", *source]
    done = capture([*install, "--require-hashes", "--only-binary=:all:", "-r", str(lock)], timeout=600)
    if done.returncode:
        raise Failure(
            f"pip could not install {lock.relative_to(ROOT)}: {done.stderr.strip()[-400:]}",
            "check that the host reaches a Python package index ('pip config list'), then run again",
        )
    if kind not in APART:
        add_client()
    stamp.write_text(wanted)


def add_client() -> None:
    """Compile the installed packages, and make the client of this tree importable."""
    python = str(VENV / "bin" / "python")
    site = Path(capture([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]).stdout.strip())
    # compiles once, on all cores: uncompiled, SymPy needs seconds to start
    capture([python, "-m", "compileall", "-q", "-j0", str(site)], timeout=300)
    # makes the client importable from the tree with a path file, so that no build packages are fetched
    (site / "student_client.pth").write_text(f"{ROOT / 'client' / 'src'}\n")
    command = VENV / "bin" / "student"
    command.write_text(COMMAND.format(python=shlex.quote(f"{VENV}/bin/python")))
    command.chmod(0o755)


def main() -> None:
    """Make the environments that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=LOCKS, nargs="+")
    for kind in parser.parse_args().kind:
        ensure(kind)


if __name__ == "__main__":
    guard(main)
