"""The containers and files of the running stack: are they up, shut off and private?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ops.console import ROOT, Failure, capture
from ops.verify.probe import Probe, Target, Wrong

ENGINE_ALIAS = "engine"
LOOPBACK = ("127.0.0.1", "::1")
# is it internal, and without an address of this host?
NETWORK = '{{.Internal}} {{index .Options "com.docker.network.bridge.inhibit_ipv4"}}'
PUBLIC = {"gateway": {443, 80}}  # target ports that may listen beyond loopback; 80 for public certificates only


def rendered() -> dict[str, Any]:
    """Return the configuration that Compose renders, with the services that the chosen profile starts.

    Raises:
        Failure: there is no such configuration, as before 'make init'.
    """
    done = capture(["docker", "compose", "config", "--format", "json"])
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise Failure(f"docker compose cannot read the stack: {last}", "make init, then make up")
    model: dict[str, Any] = json.loads(done.stdout)
    return model


def engine_service(model: dict[str, Any]) -> str:
    """Return the service that other services reach under the engine's alias.

    Raises:
        Failure: no profile is chosen.
    """
    for name, service in model["services"].items():
        aliases = [alias for network in service["networks"].values() if network for alias in network.get("aliases", ())]
        if ENGINE_ALIAS in aliases:
            return str(name)
    raise Failure("no engine is chosen", "set COMPOSE_PROFILES in env/student.env, then make up")


def container_name(service: str) -> str:
    """Return the name of the check of a service's containers."""
    return f"container {service}"


def _states(service: str) -> list[dict[str, Any]]:
    done = capture(["docker", "compose", "ps", "--all", "--format", "json", service])
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def _container(service: str, once: bool) -> Probe:
    def look(_: Target) -> str:
        states = _states(service)
        if not states:
            raise Wrong("there is none", "make up")
        for state in states:
            ended = once and state["State"] == "exited" and state["ExitCode"] == 0
            if not ended and (state["State"] != "running" or state["Health"] not in ("healthy", "")):
                raise Wrong(f"{state['Name']}: {state['Status'] or state['State']}, not healthy")
        return f"{len(states)} {'finished' if once else 'healthy'}"

    fix = f"docker compose logs --tail=50 {service}; make up"
    return Probe(container_name(service), look, fix)


def containers(model: dict[str, Any]) -> Iterator[Probe]:
    """Yield a check for each service: are its containers healthy, or finished where it runs once?"""
    for name, service in sorted(model["services"].items()):
        yield _container(name, service.get("restart", "no") == "no")


def _inspected(service: str) -> list[dict[str, Any]]:
    ids = capture(["docker", "compose", "ps", "--quiet", service]).stdout.split()
    return json.loads(capture(["docker", "inspect", *ids]).stdout) if ids else []


def engine_shut_off(target: Target) -> str:
    """Has the engine neither a published port nor a network that leads out?"""
    for container in _inspected(target.engine):
        settings = container["NetworkSettings"]
        if any(settings["Ports"].values()):
            raise Wrong(
                f"{target.engine} publishes {', '.join(sorted(settings['Ports']))}: it is reachable past the gateway"
            )
        for network in settings["Networks"]:
            kind = capture(["docker", "network", "inspect", "-f", NETWORK, network]).stdout.split()
            if kind[:1] != ["true"]:
                raise Wrong(f"{target.engine} is on the network {network}, which leads out")
            if kind[1:] != ["true"]:
                raise Wrong(f"{target.engine} is on the network {network}, where this host has an address")
    return f"{target.engine} publishes no port and is on internal networks only"


def published_ports(target: Target) -> str:
    """Is the gateway's TLS the only thing that listens beyond loopback?"""
    for name in target.model["services"]:
        for container in _inspected(name):
            for port, bindings in container["NetworkSettings"]["Ports"].items():
                for binding in bindings or ():
                    number = int(port.split("/")[0])
                    if binding["HostIp"] not in LOOPBACK and number not in PUBLIC.get(name, ()):
                        raise Wrong(f"{name} listens on {binding['HostIp']}:{binding['HostPort']}, not on 127.0.0.1")
    return "the gateway's TLS on every address, all else on 127.0.0.1"


def file_modes(_: Target) -> str:
    """Can nobody but their owner read the files with secrets?"""
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


SHUT_OFF = Probe("engine shut off", engine_shut_off, "make down, take the port or network out of compose, make up")
PORTS = Probe("ports", published_ports, "make down, give the port a 127.0.0.1 in your overlay, make up")
MODES = Probe("file modes", file_modes, "make init")
