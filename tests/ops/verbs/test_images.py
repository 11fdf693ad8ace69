"""The source of images: a registry, which the real Docker queries on this host, or packages."""

from __future__ import annotations

import contextlib
import http.server
import json
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ops.install import base_image
from ops.lib import checkouts, compose, env_file, overlays
from ops.lib.console import Failure
from ops.verbs import images
from tests import here
from tests.caddy.gateway_box import docker
from tests.conftest import Stack, copy_project, free_port

pytestmark = pytest.mark.docker


@pytest.fixture
def silent_port() -> Iterator[int]:
    """A port that accepts connections and never answers, like a firewall that drops packets."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


@pytest.fixture
def registry() -> Iterator[Callable[..., str]]:
    """Make registries that give every request for an image the same answer; each result is an image's name."""
    servers = []

    def make(status: int, code: str, message: str) -> str:
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                about_image = self.path.rstrip("/") != "/v2"
                body = json.dumps({"errors": [{"code": code, "message": message}]}).encode() if about_image else b"{}"
                self.send_response(status if about_image else 200)
                self.send_header("Docker-Distribution-Api-Version", "registry/2.0")
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(b"" if self.command == "HEAD" else body)

            do_HEAD = do_GET  # noqa: N815

            def log_message(self, *_: object) -> None:
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"localhost:{server.server_port}/some/image:1"

    yield make
    for server in servers:
        server.shutdown()
        server.server_close()


def test_silent_registry_is_given_up(silent_port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "REGISTRY_SECONDS", 1)
    pulls: list[subprocess.Popen[str]] = []
    begin = subprocess.Popen

    def noted(*arguments: Any, **options: Any) -> subprocess.Popen[str]:
        pulls.append(begin(*arguments, **options))
        return pulls[-1]

    monkeypatch.setattr(subprocess, "Popen", noted)
    with pytest.raises(Failure, match=r"did not answer in time .* Fix: make up IMAGES=packages"):
        images.registry_answers(f"localhost:{silent_port}/some/image:1")
    assert [pull.returncode for pull in pulls] == [-signal.SIGKILL], "it ends before Docker itself stops, after 15 s"


def test_unknown_host() -> None:
    assert not images.registry_answers("registry.invalid/some/image:1")


def test_refused_connection() -> None:
    assert not images.registry_answers(f"localhost:{free_port()}/some/image:1")


@pytest.mark.parametrize(
    ("status", "code", "message", "expected"),
    [
        (404, "MANIFEST_UNKNOWN", "manifest unknown", "does not have an image"),
        (
            429,
            "TOOMANYREQUESTS",
            "You have reached your pull rate limit",
            "limit of pulls is reached",
        ),
        (401, "UNAUTHORIZED", "authentication required", "refuses this user"),
        (403, "DENIED", "requested access to the resource is denied", "refuses this user"),
    ],
)
def test_registry_error_has_its_cause(
    registry: Callable[..., str], status: int, code: str, message: str, expected: str
) -> None:
    with pytest.raises(Failure, match=expected):
        images.registry_answers(registry(status, code, message))


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], str]:
    """Use settings of the test's own; return their COMPOSE_FILE."""
    file = tmp_path / "student.env"
    monkeypatch.setattr(env_file, "ENV_FILE", file)
    monkeypatch.setattr(env_file, "read", lambda: env_file.parse(file.read_text()))
    monkeypatch.setattr(
        env_file, "update", lambda values: file.write_text(env_file.with_values(file.read_text(), values))
    )
    file.write_text(f"COMPOSE_FILE=compose.yaml:{overlays.CPU}\n")
    return lambda: env_file.read()["COMPOSE_FILE"]


def test_choose_remembers_packages(settings: Callable[[], str]) -> None:
    """IMAGES=registry removes them from the settings."""
    for _ in range(2):
        images.choose("packages")
        assert settings() == f"compose.yaml:{overlays.CPU}:{overlays.PACKAGES}"
    images.choose("registry")
    assert settings() == f"compose.yaml:{overlays.CPU}"


def test_choose_refuses_unknown(settings: Callable[[], str]) -> None:
    with pytest.raises(
        Failure, match=r"IMAGES is 'docker', not a source of images\. Fix: IMAGES=registry or IMAGES=packages"
    ):
        images.choose("docker")


def test_choose_has_none_for_a_gpu(settings: Callable[[], str]) -> None:
    env_file.update({"COMPOSE_FILE": "compose.yaml"})
    with pytest.raises(Failure, match="exist in image registries only"):
        images.choose("packages")
    assert settings() == "compose.yaml"


@pytest.mark.parametrize(("image", "now"), [("registry.invalid/a:1", overlays.PACKAGES), ("slow", overlays.CPU)])
def test_choose_by_asking(settings: Callable[[], str], silent_port: int, image: str, now: str) -> None:
    """A missing registry changes COMPOSE_FILE, a slow one does not."""
    image = f"localhost:{silent_port}/a:1" if image == "slow" else image
    with pytest.raises(Failure) if now == overlays.CPU else contextlib.nullcontext():
        images.choose_by_asking([image], [image])
    assert settings().endswith(now)


def test_registry_host_stays_so(settings: Callable[[], str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A host that used a registry never changes to packages by itself."""
    before = settings()
    docker("tag", base_image.IMAGE, "registry.invalid/student-test/older:1")
    try:
        with pytest.raises(Failure, match=r"no image registry answers .* Fix: .* make up IMAGES=packages"):
            images.choose_by_asking(["registry.invalid/a:1"], ["registry.invalid/student-test/older:2@sha256:0"])
    finally:
        docker("rmi", "registry.invalid/student-test/older:1")
    assert settings() == before


def test_images_from_command_line(tmp_path: Path) -> None:
    stack = Stack(copy_project(tmp_path / "clone"), {})
    assert stack.run(sys.executable, "-m", "ops.verbs.init", f"COMPOSE_FILE={here.compose_file()}").returncode == 0
    assert (
        "ERROR IMAGES is 'docker', not a source of images. Fix: IMAGES=registry or IMAGES=packages"
        in stack.make("images", "IMAGES=docker").stderr
    )
    shown = stack.run("make", "--eval=shown: ; @echo images=$$IMAGES", "shown", IMAGES="docker")
    assert shown.stdout == "images=\n", "a variable of the shell, which other programs may use"


def test_source_hash(tmp_path: Path) -> None:
    """The hash changes with content and with names."""
    (tmp_path / "a").write_text("1")
    first = images.source_hash(tmp_path)
    (tmp_path / "a").rename(tmp_path / "b")
    second = images.source_hash(tmp_path)
    (tmp_path / "b").write_text("2")
    assert len({first, second, images.source_hash(tmp_path)}) == 3


def test_ensure_builds_nothing_again(
    settings: Callable[[], str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An image that is up to date does not require its base images, which may be gone."""
    (tmp_path / "main.go").touch()
    built = {"context": str(tmp_path), "args": {"GO_IMAGE": base_image.GO_IMAGE}}
    images.choose("packages")
    monkeypatch.setattr(compose, "services", lambda _: {"gateway": {"image": "student-test/gateway", "build": built}})
    monkeypatch.setattr(images, "built_from", lambda _: images.source_hash(tmp_path))
    for name in ("ensure", "ensure_go"):
        monkeypatch.setattr(base_image, name, lambda: pytest.fail("is not needed"))
    noted: list[bool] = []
    monkeypatch.setattr(checkouts, "note", lambda: noted.append(True))
    images.ensure()
    assert "building" not in capsys.readouterr().out
    assert noted, "or 'make clean' of another folder would not know that this one uses the images"
