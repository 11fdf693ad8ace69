"""A small hub on this host: model info, files by redirect to another origin, ranges, gates, faults on demand."""

from __future__ import annotations

import hashlib
import http.server
import json
import threading
from dataclasses import dataclass, field
from functools import partial
from urllib.parse import urlsplit

COMMIT = "5" * 40
GOOD_TOKEN, OTHER_TOKEN = "hf_good-token-of-a-test", "hf_token-of-another-account"
LARGE = (".safetensors", ".gguf", ".bin")


@dataclass
class Hub:
    """The hub's state. A test sets its faults, and reads its requests.

    Args:
        files: of the one model.
        host: this host's address on a Docker network.
        repo: its name.
        gated: does it require ``GOOD_TOKEN``?
        break_at: close the connection after that many bytes of a large file, and immediately from then on.
        rotten: change a byte of large files.
    """

    files: dict[str, bytes]
    host: str
    repo: str = "local/nano"
    gated: bool = False
    break_at: int | None = None
    rotten: bool = False
    asked: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    servers: list[http.server.ThreadingHTTPServer] = field(default_factory=list)

    def start(self) -> None:
        """Listen on two ports of every address: the hub's, and that of its large files."""
        for part in ("hub", "store"):
            server = http.server.ThreadingHTTPServer(("0.0.0.0", 0), partial(Handler, self, part))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            self.servers.append(server)

    def stop(self) -> None:
        for server in self.servers:
            server.shutdown()
            server.server_close()
        self.servers.clear()

    def address(self, part: int = 0) -> str:
        """Return an address that containers reach, on this host."""
        return f"http://{self.host}:{self.servers[part].server_port}"

    def info(self) -> bytes:
        """Return the hub's information about the model, as in its API."""
        siblings = []
        for name, content in self.files.items():
            blob = hashlib.sha1(f"blob {len(content)}\0".encode() + content).hexdigest()
            entry = {"rfilename": name, "size": len(content), "blobId": blob}
            if name.endswith(LARGE):
                sha256 = hashlib.sha256(content).hexdigest()
                entry["lfs"] = {"size": len(content), "sha256": sha256, "pointerSize": 134}
            siblings.append(entry)
        return json.dumps({"id": self.repo, "modelId": self.repo, "sha": COMMIT, "siblings": siblings}).encode()


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers like the hub, including its odd statuses and headers."""

    protocol_version = "HTTP/1.1"

    def __init__(self, hub: Hub, part: str, *arguments: object) -> None:
        self.hub, self.part = hub, part
        super().__init__(*arguments)  # type: ignore[arg-type]

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def do_GET(self) -> None:
        hub, path = self.hub, urlsplit(self.path).path.strip("/")
        names = {name.lower(): value for name, value in self.headers.items()}
        hub.asked.append((self.part, path, names))
        if self.part == "store":
            self.send_file(hub.files[path])
            return
        token = names.get("authorization", "").removeprefix("Bearer ")
        if token and token not in (GOOD_TOKEN, OTHER_TOKEN):
            self.answer(401, b"{}", X_Error_Message="Invalid credentials in Authorization header")
        elif hub.repo not in path:
            self.answer(404 if token else 401, b"{}", X_Error_Code="RepoNotFound")
        elif not any(path.endswith(f"/revision/{known}") for known in ("main", COMMIT)) and "/resolve/" not in path:
            self.answer(404, b"{}", X_Error_Code="RevisionNotFound")
        elif path.startswith("api/models/"):
            self.answer(200, hub.info(), Content_Type="application/json")
        elif hub.gated and token != GOOD_TOKEN:
            self.answer(403 if token else 401, b"{}", X_Error_Code="GatedRepo")
        else:
            self.resolve(path.split(f"/resolve/{COMMIT}/")[1])

    do_HEAD = do_GET  # noqa: N815

    def resolve(self, name: str) -> None:
        content = self.hub.files[name]
        if not name.endswith(LARGE):
            self.answer(200, content, ETag=f'"{len(content)}"', X_Repo_Commit=COMMIT)
            return
        etag = f'"{hashlib.sha256(content).hexdigest()}"'
        place = f"{self.hub.address(1)}/{name}?Signature=secret-of-the-store"
        linked = {"X_Linked_Etag": etag, "X_Linked_Size": str(len(content)), "X_Repo_Commit": COMMIT}
        self.answer(302, Location=place, **linked)

    def send_file(self, content: bytes) -> None:
        hub = self.hub
        start = int(self.headers.get("Range", "bytes=0-").split("=")[1].split("-")[0])
        body = content[start:]
        if hub.rotten:
            body = bytes([body[0] ^ 1]) + body[1:]
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(body)))
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        self.end_headers()
        if hub.break_at is None:
            self.wfile.write(body)
            return
        self.wfile.write(body[: hub.break_at])
        hub.break_at = 0
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        pass
