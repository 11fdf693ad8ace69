"""The command for each distribution, found by the os-release of that distribution's images."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from ops.install import distribution

FEDORA = 'NAME="Fedora Linux"\nVERSION="43 (Container Image)"\nID=fedora\nPRETTY_NAME="Fedora Linux 43"\n'
RHEL = (
    'NAME="Red Hat Enterprise Linux"\nID="rhel"\nID_LIKE="fedora"\nPRETTY_NAME="Red Hat Enterprise Linux 9.6 (Plow)"\n'
)
CENTOS = 'NAME="CentOS Stream"\nID="centos"\nID_LIKE="rhel fedora"\nPRETTY_NAME="CentOS Stream 9"\n'
ROCKY = 'NAME="Rocky Linux"\nID="rocky"\nID_LIKE="rhel centos fedora"\nPRETTY_NAME="Rocky Linux 9.6 (Blue Onyx)"\n'
AMAZON = 'NAME="Amazon Linux"\nID="amzn"\nID_LIKE="fedora"\nPRETTY_NAME="Amazon Linux 2023.9"\n'
ARCH = 'NAME="Arch Linux"\nPRETTY_NAME="Arch Linux"\nID=arch\n'
MANJARO = 'NAME="Manjaro Linux"\nPRETTY_NAME="Manjaro Linux"\nID=manjaro\nID_LIKE=arch\n'
ALPINE = 'NAME="Alpine Linux"\nID=alpine\nVERSION_ID=3.22.2\nPRETTY_NAME="Alpine Linux v3.22"\n'
LEAP = 'NAME="openSUSE Leap"\nID="opensuse-leap"\nID_LIKE="suse opensuse"\nPRETTY_NAME="openSUSE Leap 15.6"\n'
NIXOS = 'ID=nixos\nNAME=NixOS\nPRETTY_NAME="NixOS 25.11 (Xantusia)"\n'
DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n'
UBUNTU = 'PRETTY_NAME="Ubuntu 24.04.3 LTS"\nID=ubuntu\nID_LIKE=debian\n'
MINT = 'PRETTY_NAME="Linux Mint 22.2"\nID=linuxmint\nID_LIKE="ubuntu debian"\n'


@pytest.fixture
def host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(distribution, "RELEASE", tmp_path / "os-release")
    monkeypatch.setattr(distribution, "KERNEL", tmp_path / "osrelease")
    (tmp_path / "osrelease").write_text("6.12.48-generic\n")
    return tmp_path


@pytest.mark.parametrize(
    ("release", "name", "begins"),
    [
        (FEDORA, "Fedora Linux 43", "sudo dnf install moby-engine "),
        (RHEL, "Red Hat Enterprise Linux 9.6 (Plow)", "follow docs.docker.com/engine/install/rhel"),
        (CENTOS, "CentOS Stream 9", "follow docs.docker.com/engine/install/centos"),
        (ROCKY, "Rocky Linux 9.6 (Blue Onyx)", "follow docs.docker.com/engine/install/centos"),
        (AMAZON, "Amazon Linux 2023.9", "sudo dnf install docker "),
        (ARCH, "Arch Linux", "sudo pacman -S docker "),
        (MANJARO, "Manjaro Linux", "sudo pacman -S docker "),
        (ALPINE, "Alpine Linux v3.22", "sudo apk add docker "),
        (LEAP, "openSUSE Leap 15.6", "sudo zypper install docker "),
        (NIXOS, "NixOS 25.11 (Xantusia)", "add virtualisation.docker.enable"),
        ("", "this system", "install Docker, Compose 2.24 or newer and Buildx"),
        ('ID=solus\nNAME="Solus"\n', "Solus", "install Docker, Compose 2.24 or newer and Buildx"),
    ],
)
def test_command_by_distribution(host: Path, release: str, name: str, begins: str) -> None:
    (host / "os-release").write_text(release)
    found = distribution.here()
    assert found.name.startswith(name)
    assert found.command.startswith(begins)
    assert not found.installable


@pytest.mark.parametrize("release", [DEBIAN, UBUNTU, MINT])
def test_installable_debian_and_ubuntu(host: Path, release: str) -> None:
    """Similar systems, such as Mint, are included."""
    (host / "os-release").write_text(release)
    assert distribution.here().installable


@pytest.mark.parametrize(("release", "begins"), [(FEDORA, "install Docker Desktop"), (DEBIAN, "install Docker, ")])
def test_command_in_wsl(host: Path, release: str, begins: str) -> None:
    """It is Docker Desktop's, except on Debian."""
    (host / "os-release").write_text(release)
    (host / "osrelease").write_text("6.6.87.2-microsoft-standard-WSL2\n")
    assert distribution.here().command.startswith(begins)


def test_command_on_macos(host: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The stack requires Linux."""
    monkeypatch.setattr(sys, "platform", "darwin")
    assert "requires Linux" in distribution.here().command


def test_here_without_os_release(host: Path) -> None:
    assert distribution.here().ids == ()
