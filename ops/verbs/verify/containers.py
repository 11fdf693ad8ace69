"""Checks of the running stack's containers and files: are they up, isolated and private?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ops.lib import compose
from ops.lib.console import ROOT, capture
from ops.verbs.verify.probe import Probe, Target, Wrong

LOOPBACK = ("127.0.0.1", "::1")
# ask whether the network is internal, and whether this host has an address on it
NETWORK = '{{.Internal}} {{index .Options "com.docker.network.bridge.inhibit_ipv4"}}'
PROXIES = ("http_proxy", "https_proxy", "ftp_proxy", "all_proxy")
PUBLIC = {"gateway": {443, 80}}  # may listen beyond loopback; 80 is for public certificates only


def container_name(service: str) -> str:
    """Return the name of the check of a service's containers."""
    return f"container {service}"


def _container(service: str, once: bool) -> Probe:
    def look(_: Target) -> str:
        found = compose.containers(service)
        if not found:
            raise Wrong("there is none", "make up")
        for each in found:
            ended = once and each.state == "exited" and each.exit_code == 0
            if not ended and (each.state != "running" or each.health not in ("healthy", "")):
                raise Wrong(f"{each.name}: {each.status}, not healthy")
        return f"{len(found)} {'finished' if once else 'healthy'}"

    fix = f"docker compose logs --tail=50 {service}; make up"
    return Probe(container_name(service), look, fix)


def containers(model: dict[str, Any]) -> Iterator[Probe]:
    """Yield a check for each service: are its containers healthy, or finished if it runs once?"""
    for name, service in sorted(model["services"].items()):
        yield _container(name, service.get("restart", "no") == "no")


def engine_isolated(target: Target) -> str:
    """Is the engine without published ports, and on internal networks only?"""
    for container in compose.containers(target.engine):
        settings = container.inspected["NetworkSettings"]
        if any(settings["Ports"].values()):
            raise Wrong(
                f"{target.engine} publishes {', '.join(sorted(settings['Ports']))}: clients can bypass the gateway"
            )
        for network in settings["Networks"]:
            kind = capture(["docker", "network", "inspect", "-f", NETWORK, network]).stdout.split()
            if kind[:1] != ["true"]:
                raise Wrong(f"{target.engine} is on the network {network}, which has egress")
            if kind[1:] != ["true"]:
                raise Wrong(f"{target.engine} is on the network {network}, where this host has an address")
    return f"{target.engine} publishes no port and is on internal networks only"


def published_ports(target: Target) -> str:
    """Does only the gateway's TLS port listen beyond loopback?"""
    for name in target.model["services"]:
        for container in compose.containers(name):
            for port, bindings in container.inspected["NetworkSettings"]["Ports"].items():
                for binding in bindings or ():
                    number = int(port.split("/")[0])
                    if binding["HostIp"] not in LOOPBACK and number not in PUBLIC.get(name, ()):
                        raise Wrong(f"{name} listens on {binding['HostIp']}:{binding['HostPort']}, not on 127.0.0.1")
    return "the gateway's TLS on every address, all others on 127.0.0.1"


def past_proxies(target: Target) -> str:
    """Is every container without a proxy, which would see keys and prompts?"""
    lasting = [name for name, service in target.model["services"].items() if service.get("restart", "no") != "no"]
    for name in lasting:  # skips a download, which may use one
        for container in compose.containers(name):
            for variable, _, value in (entry.partition("=") for entry in container.inspected["Config"]["Env"]):
                for_ca = (name, variable) == ("gateway", "HTTPS_PROXY")  # is for the CA only
                if value and variable.lower() in PROXIES and not for_ca:
                    raise Wrong(f"{name} would use a proxy: {variable} is set in it")
    return "none is set in a container"


def file_modes(_: Target) -> str:
    """Are the files with secrets readable by their owner alone?"""
    private = [ROOT / "env" / "student.env", ROOT / "state", ROOT / "state" / "gateway" / "keys"]
    private += [path for path in sorted((ROOT / "state" / "secrets").iterdir()) if path.is_file()]
    private += [path for path in [ROOT / "state" / "certs" / "key.pem"] if path.exists()]
    for path in private:
        _private(path)
    return f"{len(private)} private, none readable by others"


def _private(path: Path) -> None:
    mode = path.stat().st_mode & 0o777
    if mode & 0o077:
        name = path.relative_to(ROOT)
        raise Wrong(f"{name} has mode {mode:03o}", f"chmod {'700' if path.is_dir() else '600'} {name}")


ISOLATED = Probe("engine isolated", engine_isolated, "make down, remove the port or network from compose, make up")
PORTS = Probe("ports", published_ports, "make down, give the port a 127.0.0.1 in your overlay, make up")
PAST_PROXIES = Probe("proxies", past_proxies, "remove the variable from your overlay, then make up")
MODES = Probe("file modes", file_modes, "make init")
