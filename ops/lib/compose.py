"""Runs Docker Compose: renders the settings, finds this folder's containers, and reads their logs."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from typing import Any

from ops.lib import docker_errors, env_file
from ops.lib.console import Failure, capture, follow, say
from ops.lib.containers import Container, every

ENGINES = ("vllm", "tgi", "llamacpp")
ENGINE_ALIAS = "engine"  # is the name of any engine for the other services
DEFAULT_NAME = "student-llm"  # is the stack's name in compose.yaml
WAIT_SECONDS = 900  # a large model loads for minutes
PORTS = "other ports (GATEWAY_HTTP_PORT, GATEWAY_HTTPS_PORT, PROMETHEUS_PORT, GRAFANA_PORT, STUDENT_API_BASE)"


def chosen_engine(settings: Mapping[str, str]) -> str:
    """Return the engine that the settings name.

    Raises:
        Failure: they name none.
    """
    profiles = settings["COMPOSE_PROFILES"]
    if named := [name for name in profiles.split(",") if name in ENGINES]:
        return named[0]
    raise Failure(
        f"COMPOSE_PROFILES is {profiles!r} and does not name an engine", f"make up PROFILE=<{' or '.join(ENGINES)}>"
    )


def in_use(settings: Mapping[str, str]) -> dict[str, str]:
    """Return the settings with the running engine in COMPOSE_PROFILES, even if ``--profile`` chose it."""
    running = running_engine()
    if not running or running in settings["COMPOSE_PROFILES"].split(","):
        return env_file.Settings(settings)
    return env_file.Settings({**settings, "COMPOSE_PROFILES": running})


def running_engine() -> str:
    """Return the running engine of this folder's stack, empty if there is none."""
    return next((each.service for each in containers() if each.service in ENGINES and each.state == "running"), "")


def name() -> str:
    """Return the name of this folder's stack in Compose's order: from the shell, else from the settings file."""
    file = env_file.ENV_FILE if env_file.ENV_FILE.exists() else env_file.EXAMPLE
    written = env_file.read(file)
    return os.environ.get("COMPOSE_PROJECT_NAME") or written.get("COMPOSE_PROJECT_NAME") or DEFAULT_NAME


def containers(service: str = "") -> list[Container]:
    """Return this folder's containers, running or not.

    Args:
        service: name of the service; empty for all.
    """
    return [each for each in every(name()) if each.ours and service in ("", each.service)]


def runs(service: str) -> bool:
    """Does a container of this folder's service run?"""
    return any(each.state == "running" for each in containers(service))


def another() -> tuple[str, str] | None:
    """Return the fault and its fix if another folder has a stack of this name, else None.

    Compose would treat that stack's containers as this folder's, and replace or remove them.
    """
    folder = next((each.folder for each in every(name()) if not each.ours), None)
    if folder is None:
        return None
    what = f"the stack {name()!r} on this host belongs to {folder}"
    if not (folder / "compose.yaml").exists():  # looks for a file: Docker makes the folders that a container mounts
        return f"{what}, which is gone", f"docker compose --project-name={name()} down"
    fix = f"'make down' in {folder}; or another COMPOSE_PROJECT_NAME and {PORTS} in env/student.env"
    return what, fix


def refuse_another() -> None:
    """Check that no other folder has a stack of this name.

    Raises:
        Failure: there is one.
    """
    if other := another():
        raise Failure(*other)


def _refuse_unreadable() -> None:
    """Refuse settings that Compose cannot read, before it does: its message would show the value, even of a key."""
    if env_file.ENV_FILE.exists():
        env_file.read()


def rendered(profile: str | None = None) -> dict[str, Any]:
    """Return the configuration that Compose renders.

    Args:
        profile: the engine whose services to render; None for the settings' own.

    Raises:
        Failure: Compose refuses the settings, or they select no service.
    """
    _refuse_unreadable()
    done = capture(["docker", "compose", *option(profile), "config", "--format", "json"])
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise Failure(f"Compose refuses the settings: {last}", "make init, or fix env/student.env ('make doctor')")
    model: dict[str, Any] = json.loads(done.stdout)
    if not model["services"]:
        chosen = profile or env_file.read().get("COMPOSE_PROFILES", "")
        fix = "set COMPOSE_PROFILES in env/student.env to an engine of compose.yaml, such as llamacpp"
        raise Failure(f"the profile {chosen!r} selects no service", fix)
    return model


def services(profile: str | None = None) -> dict[str, dict[str, Any]]:
    """Return the rendered services that a profile, or else the settings, select.

    Raises:
        Failure: Compose refuses the settings, or they select no service.
    """
    selected: dict[str, dict[str, Any]] = rendered(profile)["services"]
    return selected


def option(profile: str | None) -> list[str]:
    """Return Compose's arguments for a profile, or several with commas; none for the settings' own."""
    return [f"--profile={each}" for each in profile.split(",")] if profile else []


def engine_service(model: Mapping[str, Any]) -> str:
    """Return the service that has the engine's alias.

    Raises:
        Failure: no profile is chosen.
    """
    for service, spec in model["services"].items():
        aliases = [alias for network in spec["networks"].values() if network for alias in network.get("aliases", ())]
        if ENGINE_ALIAS in aliases:
            return str(service)
    raise Failure("no engine is chosen", "set COMPOSE_PROFILES in env/student.env, then make up")


def output_of(service: str, *command: str) -> str:
    """Run a command in a service's container and return its output.

    Raises:
        Failure: it failed, or the service does not run.
    """
    done = capture(["docker", "compose", "exec", "-T", service, *command])
    if done.returncode:
        raise Failure(f"{service} does not answer: {done.stderr.strip()[-200:]}", "make up")
    return done.stdout


def log(service: str, *, lines: int | None = None) -> str:
    """Return a service's log, or the last ``lines`` of it."""
    tail = [] if lines is None else [f"--tail={lines}"]
    done = capture(["docker", "compose", "logs", "--no-log-prefix", *tail, service])
    return done.stdout + done.stderr


def run(arguments: Sequence[str], *, what: str, fix: str) -> None:
    """Run a command of Compose with its output on the screen, and report a failure in one line.

    Args:
        arguments: of ``docker compose``.
        what: description of a failure, if the output does not have a known cause.
        fix: the command to type then.

    Raises:
        Failure: it failed.
    """
    _refuse_unreadable()
    code, output = follow(["docker", "compose", *arguments])
    if code and docker_errors.COLLISION in output:
        say("   Docker made another network at the same moment: trying again")
        code, output = follow(["docker", "compose", *arguments])
    if code:
        raise docker_errors.explained(output) or Failure(f"{what} (exit code {code})", fix)


def start() -> None:
    """Start the selected services and wait until all are healthy.

    Raises:
        Failure: a service did not become healthy; its last log lines are shown.
    """
    command = ["up", "-d", "--wait", f"--wait-timeout={WAIT_SECONDS}", "--remove-orphans"]
    try:
        run(command, what="the stack did not start", fix="see the lines above and 'docker compose logs'")
    except Failure:
        for each in containers():
            if (each.state, each.health) != ("running", "healthy"):
                say(f"-- the last lines of {each.service} ({each.status}):\n{log(each.service, lines=15)}")
        raise
