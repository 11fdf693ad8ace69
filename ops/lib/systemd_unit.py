"""Writes, installs and removes the systemd unit that starts the stack with the host."""

from __future__ import annotations

import os
import pwd
import shutil
import sys
from pathlib import Path

from ops.lib import compose, env_file
from ops.lib.console import ROOT, Failure, capture, say

UNITS = Path("/etc/systemd/system")
SYSTEMD = Path("/run/systemd/system")  # exists if systemd runs this host
OPENRC = Path("/run/openrc")
MARK = "# Made by 'make boot'. 'make boot OFF=1' removes it."
PATHS = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
PASSED = ("DOCKER_HOST", "DOCKER_CONTEXT", "DOCKER_CONFIG")  # choose another Docker than the host's own


def _quoted(text: str) -> str:
    """Return a word as systemd reads it within double quotes, in a command or a list."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$") + '"'


def unit(user: str, environment: dict[str, str]) -> str:
    """Return the text of the unit.

    Args:
        user: owner of the settings, who may use Docker.
        environment: variables that its commands require beside systemd's own.

    Raises:
        Failure: systemd cannot name this folder.
    """
    if not str(ROOT).isprintable() or str(ROOT) != str(ROOT).strip():
        raise Failure(f"systemd cannot name the folder {str(ROOT)!r}", "move the project, then run it again")
    command = f"{_quoted(sys.executable)} -m ops.verbs.boot"
    # leaves $ as it is in variables, whose values are not expanded
    variables = [f"Environment={_quoted(f'{name}={value}').replace('$$', '$')}" for name, value in environment.items()]
    return "\n".join(
        [
            MARK,
            "[Unit]",
            "Description=" + f"Student LLM in {ROOT}".replace("%", "%%"),
            "Wants=docker.service",
            "After=docker.service snap.docker.dockerd.service",
            f"RequiresMountsFor={_quoted(str(ROOT)).replace('$$', '$')}",
            "",
            "[Service]",
            "Type=oneshot",
            "RemainAfterExit=yes",
            f"User={user}",
            "WorkingDirectory=" + str(ROOT).replace("%", "%%"),
            *variables,
            f"ExecStart={command} start",
            f"ExecStop={command} stop",
            "TimeoutStartSec=15min",
            "# twice five and a half minutes: the gateway lets streams end, then the engine stops",
            "TimeoutStopSec=12min",
            "",
            "[Install]",
            "WantedBy=multi-user.target",
            "",
        ]
    )


def _environment() -> dict[str, str]:
    docker = shutil.which("docker")
    path = f"{Path(docker).parent}:{PATHS}" if docker and str(Path(docker).parent) not in PATHS.split(":") else PATHS
    return {"PATH": path} | {name: os.environ[name] for name in PASSED if os.environ.get(name)}


def installed() -> list[Path]:
    """Return the units that were made for this folder; more than one if the stack was renamed."""
    line = "WorkingDirectory=" + str(ROOT).replace("%", "%%")
    texts = {path: path.read_text(errors="replace") for path in UNITS.glob("*.service") if path.is_file()}
    return sorted(path for path, text in texts.items() if text.startswith(MARK) and line in text.splitlines())


def refuse_without_systemd() -> None:
    """Check that a unit can be installed or removed here.

    Raises:
        Failure: this host has no systemd, or this user may not.
    """
    if not SYSTEMD.is_dir():
        what = "this host is not run by systemd; its Docker starts the stack again by itself once Docker starts"
        fix = "rc-update add docker default" if OPENRC.exists() else "have this host's init system start dockerd"
        raise Failure(what, fix)
    if os.geteuid():
        raise Failure("only root may change what starts with the host", "sudo make boot")


def _systemctl(*arguments: str) -> None:
    done = capture(["systemctl", *arguments], timeout=20 * 60)
    if done.returncode:
        what = f"systemctl {' '.join(arguments)}: {(done.stderr.strip() or 'no message').splitlines()[-1]}"
        raise Failure(what, f"journalctl --unit={arguments[-1]}")


def install() -> None:
    """Write the unit, enable it and start the stack with it.

    Raises:
        Failure: settings, systemd or root are missing; another folder has a unit of this name; or it does not start.
    """
    env_file.read()
    refuse_without_systemd()
    path = UNITS / f"{compose.name()}.service"
    if path.exists() and path not in installed():
        raise Failure(f"{path} exists and is not this folder's", "another COMPOSE_PROJECT_NAME, or remove it")
    for old in installed():
        if old != path:
            _remove(old)
    owner = env_file.ENV_FILE.stat().st_uid
    temporary = path.with_name(f".{path.name}")
    temporary.write_text(unit(pwd.getpwuid(owner).pw_name, _environment()))
    temporary.chmod(0o644)
    temporary.replace(path)
    _systemctl("daemon-reload")
    _systemctl("enable", path.name)
    _systemctl("start", path.name)
    say(f"   ok     {path.name} starts the stack with this host; systemctl status {path.name}")


def _remove(path: Path) -> None:
    _systemctl("disable", path.name)
    path.unlink()
    _systemctl("daemon-reload")
    say(f"   removed {path}; the stack is unchanged")


def remove() -> None:
    """Remove the unit; a running stack keeps running.

    Raises:
        Failure: this user may not remove it.
    """
    units = installed()
    if units:
        refuse_without_systemd()
    for path in units:
        _remove(path)
    if not units:
        say("   ok     no unit of this folder is installed")
