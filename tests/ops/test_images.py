"""Whether a registry answers, asked of the real Docker engine against registries made here."""

from __future__ import annotations

import http.server
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ops import images
from ops.console import Failure

pytestmark = pytest.mark.docker


@pytest.fixture
def silent_port() -> Iterator[int]:
    """A port that takes connections and never says a word, as behind a firewall that drops packets."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


@pytest.fixture
def empty_registry() -> Iterator[int]:
    """A registry that answers and has no image."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            missing = self.path.rstrip("/") != "/v2"
            body = b'{"errors":[{"code":"MANIFEST_UNKNOWN","message":"manifest unknown"}]}' if missing else b"{}"
            self.send_response(404 if missing else 200)
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
    yield server.server_port
    server.shutdown()
    server.server_close()


def test_a_registry_that_never_answers_is_given_up_within_seconds(silent_port: int) -> None:
    began = time.monotonic()
    assert not images.registry_answers(f"localhost:{silent_port}/some/image:1")
    assert time.monotonic() - began < images.REGISTRY_SECONDS + 5


def test_a_name_that_does_not_resolve_is_no_registry() -> None:
    assert not images.registry_answers("registry.invalid/some/image:1")


def test_a_registry_without_the_image_is_an_error_and_not_silence(empty_registry: int) -> None:
    with pytest.raises(Failure, match="the registry refuses"):
        images.registry_answers(f"localhost:{empty_registry}/some/image:1")


def test_the_source_hash_changes_with_content_and_with_names(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1")
    first = images.source_hash(tmp_path)
    (tmp_path / "a").rename(tmp_path / "b")
    second = images.source_hash(tmp_path)
    (tmp_path / "b").write_text("2")
    assert len({first, second, images.source_hash(tmp_path)}) == 3
