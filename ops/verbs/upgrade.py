"""``make upgrade``: upgrades the running stack to the checked-out commit, or restores its previous state."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Sequence

from ops.lib import compose, env_file, git, model_files, overlays, readiness, settings_check, settings_upgrade, venv
from ops.lib.check import failures
from ops.lib.console import ROOT, STATE, Failure, capture, guard, say, step
from ops.lib.containers import Container
from ops.verbs import images, init
from ops.verbs.verify.__main__ import main as verify

KEPT = STATE / "previous"  # holds the old version's settings, for an operator who looks for a value
TAG = "student-llm/previous"  # keeps the old version's images from being pruned until the new one is verified
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
DRAIN_SECONDS = 400  # the gateway ends its streams within 5m30s


def running() -> list[Container]:
    """Return the stack's containers in any state.

    Raises:
        Failure: there are none, or another folder started them.
    """
    if other := compose.another():
        raise Failure(*other)
    if not (found := compose.containers()):
        raise Failure(f"there is no stack to upgrade: no container of {compose.name()}", "make up")
    return found


def started_from(containers: Sequence[Container]) -> str:
    """Return the commit that was checked out when the youngest container was made, from git's reflog.

    FROM in the environment names the commit if the reflog does not have it.

    Raises:
        Failure: git does not know the commit.
    """
    youngest = max(each.inspected["Created"] for each in containers)[:19]  # up to the second, in UTC
    return git.run("rev-parse", "--verify", "--quiet", os.environ.get("FROM") or f"HEAD@{{{youngest}+00:00}}")


def settings(before: str) -> None:
    """Convert the old version's settings to this version's, and print each change."""
    env_file.write_private(KEPT / "student.env", before)
    new = settings_upgrade.upgraded(before, env_file.text_of(env_file.EXAMPLE), settings_check.RETIRED)
    if new.added or new.retired:
        env_file.write_private(env_file.ENV_FILE, new.text)
    if new.added:
        say(f"   added  {', '.join(new.added)}")
    if new.retired:
        say(f"   retired, now comments: {', '.join(new.retired)}")
    say(f"   ok     env/student.env; the old one: {KEPT.relative_to(ROOT)}/student.env")


def keep(containers: Sequence[Container]) -> None:
    """Give the image of every container a second tag."""
    for each in containers:
        tag = f"{TAG}:{each.service}"
        if (done := capture(["docker", "tag", each.inspected["Image"], tag])).returncode:
            raise Failure(
                f"Docker cannot keep the image of {each.service}: {done.stderr.strip()}", "run make upgrade again"
            )


def forget(containers: Sequence[Container]) -> None:
    """Remove these tags."""
    capture(["docker", "image", "rm", *sorted({f"{TAG}:{each.service}" for each in containers})])


def fetch() -> None:
    """Fetch everything that the new version needs while the old one serves.

    Raises:
        Failure: something cannot be fetched.
    """
    # skips memory, which the old version uses
    found = [each for each in readiness.checks(readiness.looked_at()) if each.name != "memory"]
    for check in found:
        say(check.line())
    if failed := failures(found):
        raise Failure(f"the host is not ready ({', '.join(failed)})", "see the lines above")
    init.main([])
    images.main([])
    venv.ensure("client")
    chosen = env_file.read()
    if overlays.DOWNLOAD in overlays.used(chosen):
        model_files.fetch(chosen)


def stop(containers: Sequence[Container]) -> None:
    """End the gateway's streams, then remove the old version's containers and networks."""
    gateways = [each.name for each in containers if each.service == "gateway"]
    if gateways:
        say("   the gateway refuses new requests; its open streams end (GATEWAY_GRACE, 5 minutes at most)")
        capture(["docker", "stop", *gateways], timeout=DRAIN_SECONDS)
    down()


def down() -> None:
    """Remove the containers and networks of the stack."""
    compose.run(["down", "--remove-orphans"], what="the containers could not be removed", fix="docker compose ps")


def put_back(old: str, before: str, containers: Sequence[Container]) -> None:
    """Restore the old version's files, settings and image names.

    Raises:
        Failure: git refuses.
    """
    git.run("checkout", "--quiet", "--force", "--detach", old)
    env_file.write_private(env_file.ENV_FILE, before)
    for each in containers:
        name = each.inspected["Config"]["Image"]
        if "@" not in name:  # skips a digest, which cannot move
            capture(["docker", "tag", each.inspected["Image"], name])


def start_again() -> None:
    """Start the old version from the files and images on this host.

    Raises:
        Failure: it does not become healthy.
    """
    down()
    command = ["up", "-d", "--wait", f"--wait-timeout={compose.WAIT_SECONDS}", "--no-build"]
    compose.run(command, what="the old version did not start again", fix="docker compose logs, then make up")


def go_back(old: str, before: str, containers: Sequence[Container], stopped: bool) -> None:
    """Restore the old version, ignoring signals.

    Raises:
        Failure: the old version does not serve.
    """
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    put_back(old, before, containers)
    if stopped:
        start_again()
    forget(containers)
    try:
        venv.ensure("client")
    except Failure as failure:
        say(f"   the client's packages are still the new version's: {failure}")


def interrupt(number: int, frame: object) -> None:
    """Treat every signal as Ctrl-C. Write the output to a file once the terminal is gone."""
    if number == signal.SIGHUP:
        with (KEPT / "upgrade.log").open("w") as log:
            for stream in (sys.stdout, sys.stderr):
                os.dup2(log.fileno(), stream.fileno())
    raise KeyboardInterrupt


def main() -> None:
    """Upgrade, and restore the old version if anything fails.

    Raises:
        Failure: there is nothing to upgrade, or it failed; the line says which version serves.
    """
    began = time.monotonic()
    before = env_file.text_of(env_file.ENV_FILE)
    new = git.clean_commit()
    containers = running()
    engines = {each.service for each in containers} & set(compose.ENGINES)
    if engines:  # selects the running engine, even if --profile chose it
        os.environ["PROFILE"] = os.environ["COMPOSE_PROFILES"] = ",".join(engines)
    old = started_from(containers)
    branch = git.run("branch", "--show-current") or new[:12]
    if old == new:
        settings(before)
        say(f"   the stack runs from {new[:12]}, which is checked out: nothing to upgrade. Changed settings? make up")
        return
    for number in SIGNALS:
        signal.signal(number, interrupt)
    stopped = False
    try:
        step(f"1 settings, from {old[:12]} to {new[:12]}")
        settings(before)
        step("2 fetch everything new while the old version serves")
        keep(containers)
        fetch()
        step("3 stop the old version")
        stopped, end = True, time.monotonic()
        stop(containers)
        step("4 start the new version")
        compose.start()
        serves = time.monotonic()
        step("5 verify")
        verify([])
    except (Failure, KeyboardInterrupt, OSError, SystemExit) as error:
        say(f"\n{error or type(error).__name__}")
        step(f"back to {old[:12]}")
        go_back(old, before, containers, stopped)
        how = "serves again" if stopped else "still serves"
        what = f"the upgrade to {new[:12]} failed (see above); {old[:12]} {how} and is checked out"
        raise Failure(what, f"remove the cause, 'git checkout {branch}', then 'make upgrade'") from None
    forget(containers)
    say(f"\nupgraded in {time.monotonic() - began:.0f} s; no request was accepted for {serves - end:.0f} s of them")


if __name__ == "__main__":
    os.chdir(ROOT)
    guard(main)
