"""A running stack is upgraded to a new commit, or stays as it was, on a real Docker of the test's own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest

from ops.install import base_image
from tests import here
from tests.conftest import Stack, wait_until
from tests.faults.own_docker import OwnDocker
from tests.ops.verbs.release import Clients, Release
from tests.project import users

pytestmark = [
    pytest.mark.docker,
    pytest.mark.skipif(os.getuid() != 0, reason="only root may start dockerd; .ci/run is root"),
]

SERVICES = ("gateway", "llamacpp", "prometheus")
OVERLAYS = f"{here.BUILT}:compose/loaded.yaml"
WITHOUT = "GATEWAY_LOG_SAMPLE"  # is missing in the older file
DOCKERFILE = "images/noted/Dockerfile"
BUILD = """\
FROM student-llm/prometheus:loaded
ARG SOURCE
LABEL student-llm.source=$SOURCE
LABEL new=no
"""
BUILT = {
    DOCKERFILE: ("", BUILD),
    "compose/loaded.yaml": (
        'prometheus:loaded", build: !reset null',
        'prometheus:loaded", build: {context: images/noted}',
    ),
}
"""An overlay that makes Prometheus an image that is built in a second."""


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OwnDocker]:
    engine = OwnDocker(tmp_path_factory.mktemp("docker"))
    engine.start()
    try:
        with pytest.MonkeyPatch.context() as patch:
            for service in SERVICES:
                image = quietly("docker", "image", "inspect", "--format={{.Id}}", here.image(service)).strip()
                engine.load(image)
                engine.docker("tag", image, f"student-llm/{service}:loaded")
            engine.docker("tag", image, base_image.IMAGE)  # or building anything would make that first
            patch.setenv("DOCKER_HOST", engine.host)
            yield engine
    finally:
        engine.remove()


def image_of(service: str) -> str:
    return quietly("docker", "image", "inspect", "--format={{.Id}}", f"student-llm/{service}:loaded")


def quietly(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def made(host: OwnDocker, new_stack: Callable[..., Stack]) -> Release:
    settings = {"COMPOSE_FILE": OVERLAYS, "GATEWAY_REQUESTS_PER_MINUTE": "100000"}
    plain = new_stack("upgrade", **settings)
    stack = Release(plain.path, plain.settings)
    stack.git("init", "--quiet", "--initial-branch=main")
    stack.release(BUILT)
    return stack


@pytest.fixture
def stack(made: Release) -> Iterator[Release]:
    """A running version with an older env file."""
    file = made.path / "env" / "student.env"
    file.write_text("".join(line for line in file.read_text().splitlines(True) if not line.startswith(WITHOUT)))
    up = made.compose("up", "-d", "--wait", "--wait-timeout=120")
    assert up.returncode == 0, up.stderr
    yield made
    served = made.head()
    made.git("checkout", "--quiet", "--force", "main")
    made.git("reset", "--quiet", "--hard", served)  # a version that failed is not the next test's


def test_upgrade_cuts_no_stream(stack: Release) -> None:
    """It brings new settings, files and images."""
    before, old, key = stack.containers(), stack.head(), stack.key
    file = stack.path / "env" / "student.env"
    older = file.read_text()
    new = stack.release(
        {
            DOCKERFILE: ("new=no", "new=yes"),
            "env/student.example.env": ("GATEWAY_HOST=localhost", "GATEWAY_HOST=localhost\n# New.\nNEW_ONE=7"),
        }
    )
    with Clients(stack) as clients:
        wait_until(lambda: clients.ends["whole"] >= 2, 60, "both stream")
        done = stack.make("upgrade")
        assert done.returncode == 0, done.stdout + done.stderr
        so_far = clients.ends["whole"]
        wait_until(lambda: clients.ends["whole"] >= so_far + 4, 60, "both stream from the new version")
    assert f"from {old[:12]} to {new[:12]}" in done.stdout
    assert "added  NEW_ONE, GATEWAY_LOG_SAMPLE" in done.stdout
    assert "\n# New.\nNEW_ONE=7\n" in file.read_text()
    assert stack.key == key
    assert stack.answers(key) == 200
    kept = stack.path / "state" / "previous" / "student.env"
    assert (kept.read_text(), kept.stat().st_mode & 0o777) == (older, 0o600)
    after = stack.containers()
    assert set(after) == set(SERVICES)
    assert not set(after.values()) & set(before.values())
    assert quietly("docker", "inspect", "--format={{.Config.Labels.new}}", after["prometheus"]).strip() == "yes"
    cut = {end for end in clients.ends if end.startswith("cut")}
    assert not cut, clients.ends
    assert "student-llm/previous" not in quietly("docker", "image", "ls")


def refused(stack: Release, *words: str) -> str:
    """Assert that ``make upgrade`` fails with one line that has these words, and return the whole output."""
    done = stack.make("upgrade")
    errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
    assert (done.returncode, len(errors)) == (2, 1), done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    for word in words:
        assert word in errors[0]
    return done.stdout


@pytest.mark.slow
@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(("compose.yaml", "--storage.tsdb.retention.time=15d", "--no-such-flag"), id="does not start"),
        pytest.param(("caddy/Caddyfile", "write /v1/chat/completions", "write /v1/chat/nothing"), id="does not verify"),
    ],
)
def test_broken_version_goes_back(stack: Release, broken: tuple[str, str, str]) -> None:
    """The old one serves at the end."""
    file, old_text, new_text = broken
    old, settings = stack.head(), (stack.path / "env" / "student.env").read_text()
    image = image_of("prometheus")
    new = stack.release({file: (old_text, new_text), DOCKERFILE: ("ARG SOURCE", "ARG SOURCE\nLABEL broken=yes")})
    refused(stack, f"the upgrade to {new[:12]} failed", f"{old[:12]} serves again", "git checkout main")
    assert stack.head() == old
    assert (stack.path / "env" / "student.env").read_text() == settings
    assert image_of("prometheus") == image
    assert set(stack.containers()) == set(SERVICES)
    assert stack.answers(stack.key) == 200
    running = quietly("docker", "inspect", "--format={{.Image}}", stack.containers()["prometheus"])
    assert running == image


def test_failed_build_stops_nothing(stack: Release) -> None:
    old, before = stack.head(), stack.containers()
    new = stack.release({DOCKERFILE: ("ARG SOURCE", "ARG SOURCE\nRUN false")})
    refused(stack, f"the upgrade to {new[:12]} failed", f"{old[:12]} still serves")
    assert (stack.head(), stack.containers()) == (old, before)


@pytest.mark.slow
def test_lost_terminal_goes_back(stack: Release) -> None:
    old, before = stack.head(), stack.containers()
    stack.release({DOCKERFILE: ("ARG SOURCE", "ARG SOURCE\nRUN sleep 600")})
    command = ["make", "upgrade", f"PYTHON={sys.executable}"]
    with subprocess.Popen(
        command, cwd=stack.path, env=users(os.environ), stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as make:
        assert any("sleep 600" in line for line in make.stdout or ())
        os.killpg(make.pid, signal.SIGHUP)
    log = stack.path / "state" / "previous" / "upgrade.log"
    wait_until(lambda: log.exists() and "ERROR the upgrade to" in log.read_text(), 60, "it has gone back")
    assert f"{old[:12]} still serves" in log.read_text()
    assert (stack.head(), stack.containers()) == (old, before)


def test_edited_files_are_refused(stack: Release) -> None:
    """They are refused before anything changes."""
    readme = stack.path / "README.md"
    text = readme.read_text()
    readme.write_text("mine")
    refused(stack, "files differ from their commit, such as README.md. Fix: git commit, or git stash")
    readme.write_text(text)


def test_up_to_date_does_nothing(stack: Release) -> None:
    before = stack.containers()
    done = stack.make("upgrade")
    assert (done.returncode, stack.containers()) == (0, before), done.stdout + done.stderr
    assert "nothing to upgrade" in done.stdout
