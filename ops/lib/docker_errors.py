"""Explains Docker's messages: one line with the fix for each common failure of a host."""

from __future__ import annotations

import re

from ops.lib.console import Failure

ROOM = "docker system prune, or move Docker's folder to a larger disk ('data-root' in its daemon.json)"
COLLISION = "unable to remove jump to DOCKER-ISOLATION-STAGE-1"
"""Docker 20.10 says this, once, if it makes two networks at the same moment."""
FORBIDDEN = "this user may not use Docker"
RULES: tuple[tuple[str, str, str], ...] = (
    (
        r"could not find an available, non-overlapping|all predefined address pools have been fully subnetted",
        "Docker has no free address range for the stack's networks",
        "docker network prune, or more 'default-address-pools' in Docker's daemon.json",
    ),
    (
        r"invalid pool request: pool overlaps|networks have overlapping IPv[46]",
        "two of Docker's networks require the same address range",
        "docker network prune, or other 'default-address-pools' in Docker's daemon.json",
    ),
    (
        r"(?:0\.0\.0\.0|127\.0\.0\.1|\[::1?\]|::1?):(?P<it>\d+).{0,80}"
        r"(?:port is already allocated|address already in use|ports are not available)",
        "port {it} is in use",
        "stop the program that 'ss -ltnp sport = :{it}' shows, or set another port in env/student.env ('make doctor')",
    ),
    (
        r"cannot expose privileged port (?P<it>\d+)",
        "port {it} is for root alone on this host",
        "set another port in env/student.env (GATEWAY_HTTPS_PORT)",
    ),
    (
        r"cannot assign requested address",
        "Docker cannot listen on an address that this host does not have",
        "remove :compose/ipv6.yaml from COMPOSE_FILE in env/student.env",
    ),
    (r"no space left on device", "the disk is full where Docker keeps its images", ROOM),
    (
        r"permission denied while trying to connect to the docker",
        FORBIDDEN,
        "sudo usermod -aG docker $USER, log in again, and run the same command",
    ),
    (
        r"cannot connect to the docker daemon|error during connect|is the docker daemon running",
        "Docker does not answer",
        "make docker (as root), or start Docker",
    ),
    (
        r"container name \"/?(?P<it>\S*?one-engine-only)\" is already in use",
        "another engine runs, and a GPU has room for one",
        "make up PROFILE=<engine>, which stops the other first",
    ),
    (
        r"container name \"/?(?P<it>[^\"]+)\" is already in use",
        "a container called {it} exists and is not this stack's",
        "docker rm {it}, or another COMPOSE_PROJECT_NAME in env/student.env",
    ),
    (
        r"unsatisfied condition: cuda ?>= ?(?P<it>[\d.]+)",
        "NVIDIA's driver is older than the engine's image, which requires CUDA {it}",
        "make doctor, which names compose/cuda12.yaml or the driver to install",
    ),
    (
        r"could not select device driver \"?nvidia|unknown or invalid runtime name: nvidia|nvidia-container-cli",
        "Docker cannot give the engine a GPU",
        "install nvidia-container-toolkit and run 'nvidia-ctk runtime configure', or use compose/cpu.yaml",
    ),
    (
        r"(?:iptables|nftables).{0,200}(?:No chain/target/match by that name|failed)",
        "the host's firewall deleted Docker's rules",
        "systemctl restart docker",
    ),
    (
        r"(?:invalid volume specification|too many colons|invalid spec)",
        "Docker cannot mount a folder with such a name",
        "move the project to a folder without ':' in its path",
    ),
    (
        r"bind source path does not exist: (?P<it>\S+)",
        "Docker does not find {it}",
        "make init; a remote Docker (DOCKER_HOST, docker context) cannot see this host's files",
    ),
    (
        r"no matching manifest for (?P<it>linux/\S+)",
        "an image is not available for {it}",
        "make up IMAGES=packages, which builds it for this host",
    ),
    (r"exec format error", "an image is for another processor", "make images, on this host"),
    (
        r"too ?many ?requests",
        "the image registry's limit of pulls is reached",
        "docker login, a mirror ('registry-mirrors' in Docker's daemon.json), or make up IMAGES=packages",
    ),
    (
        r"unauthorized|authentication required|no basic auth credentials|\bdenied\b",
        "the image registry refuses this user",
        "docker login, or another image in an overlay",
    ),
    (
        r"manifest (?:for \S+ )?(?:unknown|not found)|manifest unknown|\S+: not found",
        "the image registry does not have an image",
        "push the image named above to the registry, or name another in an overlay",
    ),
)


def explained(output: str) -> Failure | None:
    """Return the failure with its fix.

    Args:
        output: of Docker or Compose, as it failed.

    Returns:
        None for a message that is not known.
    """
    for pattern, what, fix in RULES:
        if found := re.search(pattern, output, re.IGNORECASE):
            values = found.groupdict()
            return Failure(what.format(**values), fix.format(**values))
    return None


def refuse_forbidden(output: str) -> None:
    """Check that Docker's message is not that this user may not use it: nothing is known of its containers then.

    Raises:
        Failure: it is.
    """
    if (fault := explained(output)) and fault.what == FORBIDDEN:
        raise fault
