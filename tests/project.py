"""A copy of the project for a test, and the environment of a user's shell. Requires the standard library alone."""

from __future__ import annotations

import itertools
import os
import shutil
import socket
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Mapping
from pathlib import Path

from ops.lib import env_file
from ops.lib.console import CACHE

ROOT = Path(__file__).resolve().parent.parent
KUBECTL = CACHE / "kubectl" / "usr" / "bin"  # 'make test' puts it there on a host without one
SETTINGS = env_file.parse(env_file.EXAMPLE.read_text())
PORTS = [name for name in SETTINGS if name.endswith("_PORT")]
# are settings of a stack that runs here, and variables of a make that runs the tests
NOT_A_USERS = ("STUDENT_", "TEACHER_", "COMPOSE_", "MAKE", "MFLAGS")
VERBS = {"PROFILE", "MODEL", "KEEP_IMAGES", "JSON", "VENV"}  # are options of verbs
# for a busy host: two threads that wait for each other were seen to take sixty times as long as one
PATIENT = {"LLAMACPP_THREADS": "1", "STUDENT_TIMEOUT_SECONDS": "300", "STUDENT_DEADLINE_SECONDS": "600"}
PROXIES = {name for kind in ("HTTP", "HTTPS", "ALL") for name in (f"{kind}_PROXY", f"{kind.lower()}_proxy")}
LOOPBACK = "localhost,127.0.0.1,::1"
_numbers = itertools.count()


def users(environment: Mapping[str, str]) -> dict[str, str]:
    """Return an environment without the project's settings, and without a proxy for this host's addresses."""
    kept = {
        name: value
        for name, value in environment.items()
        if name not in SETTINGS.keys() | VERBS and not name.startswith(NOT_A_USERS)
    }
    if PROXIES & kept.keys():
        direct = ",".join(filter(None, [kept.get("no_proxy") or kept.get("NO_PROXY"), LOOPBACK]))
        kept |= {"no_proxy": direct, "NO_PROXY": direct}
    return kept


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def own_settings(name: str = "copy") -> dict[str, str]:
    """Return a name and ports for a stack that nothing else on this host uses."""
    ports = {port: str(free_port()) for port in PORTS}
    return {
        "COMPOSE_PROJECT_NAME": f"student-test-{name}-{os.getpid()}-{next(_numbers)}",
        "STUDENT_API_BASE": f"http://localhost:{ports['GATEWAY_HTTP_PORT']}/v1",
        **ports,
    }


def copy_files(target: Path) -> Path:
    """Copy tracked files and new ones, but none that git ignores."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    for name in listed.stdout.split("\0"):
        source = ROOT / name
        if name and (source.is_symlink() or source.is_file()):
            destination = target / name
            destination.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, destination, follow_symlinks=False)
    return target


def copy_project(target: Path) -> Path:
    """Copy the project, with its own stack name and ports in the example, from which 'make init' reads them."""
    example = copy_files(target) / "env" / "student.example.env"
    example.write_text(env_file.with_values(example.read_text(), own_settings()))
    return target


def own_environment(copy: Path) -> None:
    """Give a copy of the project its own Python environment, with the tests' packages and the copy's client.

    The copy must not change the tests' environment, in which other tests run at the same time.
    """
    made = copy / ".venv"
    if made.exists():
        return
    venv.create(made, symlinks=True)
    site = next(made.glob("lib/python*/site-packages"))
    (site / "tests.pth").write_text(f"{sysconfig.get_path('purelib')}\n")
    add = [sys.executable, "-c", "from ops.lib import venv; venv.add_client()"]
    subprocess.run(add, cwd=copy, env=users(os.environ), check=True)
