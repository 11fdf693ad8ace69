"""Makes the project's Python environment, .venv, with the client or with all that the tests need."""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import sys
from pathlib import Path

from ops import debian
from ops.console import CACHE, ROOT, Failure, capture, guard, say

VENV = ROOT / os.environ.get("VENV", ".venv")
LOCKS = {
    "client": ROOT / "client" / "requirements.txt",
    "test": ROOT / "tests" / "requirements.txt",
    "bench": ROOT / "bench" / "requirements.txt",
}


def _pip() -> list[str]:
    """Return the command that installs into the environment, also where Debian has split pip off Python."""
    bundled = capture([sys.executable, "-c", "import ensurepip"]).returncode == 0
    if not (VENV / "bin" / "python").exists():
        done = capture([sys.executable, "-m", "venv", *([] if bundled else ["--without-pip"]), str(VENV)], timeout=180)
        if done.returncode:
            fix = f"apt-get install python3-venv, rm -r {VENV}, then run again"
            raise Failure(f"cannot make {VENV} ({(done.stderr or done.stdout).strip()[-200:]})", fix)
    python = str(VENV / "bin" / "python")
    if bundled:
        return [python, "-m", "pip"]
    wheels = CACHE / "pip"
    if not list(wheels.rglob("pip-*.whl")):
        if shutil.which("apt-get") is None:
            raise Failure(f"{sys.executable} has no pip and no ensurepip", "install Python's venv and pip packages")
        debian.download(["python3-pip-whl"], into=wheels)
    return [python, str(next(wheels.rglob("pip-*.whl")) / "pip")]


def ensure(kind: str) -> None:
    """Install what a lock file names, checked by hash, and the client itself; nothing where that is done.

    Args:
        kind: "client", "test" or "bench"; the last two have the client's in them.

    Raises:
        Failure: Python has no venv, or a package cannot be fetched or does not have its hash.
    """
    lock = LOCKS[kind]
    stamp = VENV / f".{kind}"
    wanted = hashlib.sha256(lock.read_bytes() + str(ROOT).encode()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    say(f"   installing {lock.relative_to(ROOT)} into {VENV.name}")
    pip = [*_pip(), "--disable-pip-version-check", "install", "--quiet", "--no-compile"]
    done = capture([*pip, "--require-hashes", "--only-binary=:all:", "-r", str(lock)], timeout=600)
    if done.returncode:
        raise Failure(
            f"pip could not install {lock.relative_to(ROOT)}: {done.stderr.strip()[-400:]}",
            "check that the host reaches a Python package index ('pip config list'), then run again",
        )
    python = str(VENV / "bin" / "python")
    site = Path(capture([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]).stdout.strip())
    # on all cores, and once: SymPy takes seconds to start uncompiled
    capture([python, "-m", "compileall", "-q", "-j0", str(site)], timeout=300)
    # The client runs from the tree: a path file makes it importable with nothing fetched to build it.
    (site / "student_client.pth").write_text(f"{ROOT / 'client' / 'src'}\n")
    command = VENV / "bin" / "student"
    command.write_text(
        f"#!{VENV}/bin/python\nfrom student_client._command.main import main\n\nraise SystemExit(main())\n"
    )
    command.chmod(0o755)
    stamp.write_text(wanted)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=LOCKS)
    chosen = parser.parse_args().kind
    guard(lambda: ensure(chosen))
