"""Starts the stack on this host, from nothing if need be, and ends by showing one verified plan."""

from __future__ import annotations

import json
import os
import time

from ops import download, env_file, images, init, install_docker, preflight, venv
from ops.console import ROOT, Failure, capture, guard, run, say, step

PROBLEM = ["--objective", "integrate", "--expression", r"\int x^2 \sin x\,dx", "--variable", "x"]
WAIT_SECONDS = 900  # a large model loads for minutes


def choose_profile(profile: str) -> None:
    """Write the engine that the user named into the settings, and stop another one that runs.

    Args:
        profile: one of ``preflight.ENGINES``, as preflight has seen to.
    """
    env_file.update({"COMPOSE_PROFILES": profile})
    for other in preflight.ENGINES:
        if other != profile:
            capture(["docker", "compose", "--profile", other, "rm", "--stop", "--force", other], timeout=360)


def start() -> None:
    """Start the selected services and wait until all are healthy.

    Raises:
        Failure: a service did not become healthy; its last log lines are shown.
    """
    command = ["docker", "compose", "up", "-d", "--wait", f"--wait-timeout={WAIT_SECONDS}", "--remove-orphans"]
    try:
        run(command, what="the stack did not start", fix="see the lines above and 'docker compose logs'")
    except Failure:
        states = capture(["docker", "compose", "ps", "--all", "--format", "json"]).stdout
        for line in states.splitlines():
            state = json.loads(line)
            if state["State"] != "running" or state["Health"] != "healthy":
                log = capture(["docker", "compose", "logs", "--no-log-prefix", "--tail=15", state["Service"]])
                say(f"-- the last lines of {state['Service']} ({state['Status']}):\n{log.stdout}{log.stderr}")
        raise


def addresses(settings: dict[str, str]) -> None:
    """Print where everything is."""
    https = settings["GATEWAY_HTTPS_PORT"]
    say(f"   API         http://localhost:{settings['GATEWAY_HTTP_PORT']}/v1 (this host)")
    say(f"   API, TLS    https://{settings['GATEWAY_HOST']}{'' if https == '443' else ':' + https}/v1")
    say("   key         STUDENT_API_KEY in env/student.env")
    say(f"   Prometheus  http://localhost:{settings['PROMETHEUS_PORT']}")
    if images.PACKAGES_OVERLAY not in settings["COMPOSE_FILE"]:
        say(f"   Grafana     http://localhost:{settings['GRAFANA_PORT']} (admin, state/secrets/grafana_password)")


def main() -> None:
    """Do all of it, in order.

    Raises:
        Failure: a stage failed; running the same command again goes on from there.
    """
    began = time.monotonic()
    step("1 preflight")
    install_docker.ensure()
    preflight.main()
    step("2 init")
    init.main([])
    if profile := os.environ.get("PROFILE"):
        choose_profile(profile)
    settings = env_file.read()
    say(f"   ok     env/student.env: {settings['COMPOSE_PROFILES']}, {settings['STUDENT_MODEL_NAME']}")
    step("3 images")
    images.ensure()
    venv.ensure("client")
    if download.OVERLAY in env_file.read()["COMPOSE_FILE"]:
        download.fetch(settings)  # at once ended where the model is there; 'up' would do it too, unseen
    step("4 up")
    start()
    settings = env_file.read()
    addresses(settings)
    step("5 one plan, written by the model and verified here")
    run(
        [str(venv.VENV / "bin" / "student"), "plan", *PROBLEM],
        what=f"the stack runs, and {settings['STUDENT_MODEL_NAME']} gave no verified plan",
        fix="see the line above, or use another model",
    )
    say(f"\nready after {time.monotonic() - began:.0f} s. 'make down' stops the stack, 'make' lists the verbs")


if __name__ == "__main__":
    os.chdir(ROOT)
    guard(main)
