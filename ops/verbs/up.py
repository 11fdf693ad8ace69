"""Starts the stack on this host, installing what is missing, then shows one plan and the verifier's verdict."""

from __future__ import annotations

import os
import subprocess
import time

from ops.install import docker as install_docker
from ops.lib import compose, env_file, model_files, overlays, student, venv
from ops.lib.console import ROOT, Failure, capture, guard, say, step
from ops.verbs import images, init, preflight


def choose_profile(profile: str) -> None:
    """Write the engine that the user named into the settings, and stop any other engine.

    Args:
        profile: one of ``compose.ENGINES``, as checked by preflight.
    """
    env_file.update({"COMPOSE_PROFILES": profile})
    for other in compose.ENGINES:
        if other != profile:
            capture(["docker", "compose", "--profile", other, "rm", "--stop", "--force", other], timeout=360)


def addresses(settings: dict[str, str]) -> None:
    """Print the addresses of the stack's services."""
    https = settings["GATEWAY_HTTPS_PORT"]
    say(f"   API         http://localhost:{settings['GATEWAY_HTTP_PORT']}/v1 (this host)")
    say(f"   API, TLS    https://{settings['GATEWAY_HOST']}{'' if https == '443' else ':' + https}/v1")
    say("   key         STUDENT_API_KEY in env/student.env")
    say(f"   Prometheus  http://localhost:{settings['PROMETHEUS_PORT']}")
    if overlays.PACKAGES not in overlays.used(settings):
        say(f"   Grafana     http://localhost:{settings['GRAFANA_PORT']} (admin, state/secrets/grafana_password)")


def solve(settings: dict[str, str]) -> None:
    """Show a plan. If none is accepted, say so: the stack is up even then.

    Raises:
        Failure: the model gave no answer.
    """
    command = [str(student.COMMAND), "plan", *student.PROBLEM]
    code = subprocess.run(command, cwd=ROOT, check=False).returncode
    model = settings["STUDENT_MODEL_NAME"]
    if code == student.NOT_ACCEPTED:
        say(f"\nthe stack is up, and no plan of {model} for this problem was accepted: the lines above say why.")
        say("try: STUDENT_PROMPT=auto in env/student.env; a larger model ('make models', 'make use'); TEACHER_MODE.")
        say("docs/your-own-model.md lists the causes. 'make verify' checks the rest of the stack.")
    elif code:
        fix = "see the line above, then 'make verify'"
        raise Failure(f"the stack runs, and {model} gave no answer (exit code {code})", fix)


def main() -> None:
    """Run all stages in order.

    Raises:
        Failure: a stage failed; the same command continues from there.
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
    images.main([])
    venv.ensure("client")
    if overlays.DOWNLOAD in overlays.used(env_file.read()):
        model_files.fetch(settings)  # shows the progress, which 'up' would hide; returns at once if the model is here
    step("4 up")
    compose.start()
    settings = env_file.read()
    addresses(settings)
    step("5 one plan, written by the model and verified here")
    solve(settings)
    say(f"\nready after {time.monotonic() - began:.0f} s. 'make down' stops the stack, 'make' lists the verbs")


if __name__ == "__main__":
    os.chdir(ROOT)
    guard(main)
