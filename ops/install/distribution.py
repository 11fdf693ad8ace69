"""Finds this host's distribution, and the command that installs Docker on it."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

RELEASE = Path("/etc/os-release")
KERNEL = Path("/proc/sys/kernel/osrelease")
START = "sudo systemctl enable --now docker"
DESKTOP = "install Docker Desktop (docs.docker.com/desktop) and start it"
# are looked up by the ID of os-release, then by each of ID_LIKE
COMMANDS = {
    "fedora": f"sudo dnf install moby-engine docker-compose docker-buildx && {START}",
    "rhel": f"follow docs.docker.com/engine/install/rhel, then {START}",
    "centos": f"follow docs.docker.com/engine/install/centos, then {START}",
    "amzn": f"sudo dnf install docker && {START}, then docs.docker.com/compose/install/linux for Compose and Buildx",
    "arch": f"sudo pacman -S docker docker-compose docker-buildx && {START}",
    "alpine": "sudo apk add docker docker-cli-compose docker-cli-buildx && sudo rc-update add docker && "
    "sudo service docker start",
    "suse": f"sudo zypper install docker docker-compose docker-buildx && {START}",
    "nixos": "add virtualisation.docker.enable = true; to /etc/nixos/configuration.nix and run 'nixos-rebuild switch'",
}
COMMANDS |= dict.fromkeys(("rocky", "almalinux", "ol"), COMMANDS["centos"]) | {"opensuse": COMMANDS["suse"]}
OTHER = "install Docker, Compose 2.24 or newer and Buildx (docs.docker.com/engine/install), and start it"


@dataclass(frozen=True)
class Distribution:
    """A system.

    Args:
        name: for the screen, such as "Fedora Linux 43".
        ids: its own id and those of similar systems, the nearest first; empty if unknown.
        wsl: does it run in Windows?
    """

    name: str
    ids: tuple[str, ...]
    wsl: bool = False

    @property
    def installable(self) -> bool:
        """Does ``make docker`` install Docker on it?"""
        return bool({"debian", "ubuntu"} & set(self.ids))

    @property
    def command(self) -> str:
        """Return the command or steps that install and start Docker on it."""
        if self.ids == ("macos",):
            return f"{DESKTOP}; the stack itself requires Linux, such as a virtual machine"
        if self.wsl and not self.installable:
            return f"{DESKTOP}, with this distribution switched on under Settings, Resources, WSL integration"
        return next((COMMANDS[each] for each in self.ids if each in COMMANDS), OTHER)


def here() -> Distribution:
    """Return this host's system."""
    if sys.platform == "darwin":
        return Distribution("macOS", ("macos",))
    try:
        text = RELEASE.read_text()
    except OSError:
        text = ""
    fields = dict(re.findall(r"""^([A-Z_]+)=["']?(.*?)["']?$""", text, re.MULTILINE))
    ids = (fields.get("ID", ""), *fields.get("ID_LIKE", "").split())
    known = tuple(each.partition("-")[0] for each in ids if each)  # handles opensuse-leap
    name = fields.get("PRETTY_NAME") or fields.get("NAME") or f"this system ({os.uname().sysname})"
    return Distribution(name, known, "microsoft" in _kernel().lower())


def _kernel() -> str:
    try:
        return KERNEL.read_text()
    except OSError:
        return ""
