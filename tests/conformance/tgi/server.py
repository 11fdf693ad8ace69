"""Answers like the real TGI, from recordings; its command line is checked like the real launcher's."""

from __future__ import annotations

import json
import re
import signal
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ABRIDGED = re.compile(r"\.\.\.\[(\d+) bytes in all\]\.\.\.")
NOT_RECORDED = 599
RECORDINGS = [json.loads(line) for line in (HERE / "recordings.jsonl").read_text().splitlines()]


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def same(recorded: str | None, sent: str) -> bool:
    """Is this the recorded request, by its JSON, else its text, else the recorded part of it?"""
    if recorded is None:
        return not sent
    if mark := ABRIDGED.search(recorded):
        begin, end = recorded[: mark.start()], recorded[mark.end() :]
        return len(sent.encode()) == int(mark[1]) and sent.startswith(begin) and sent.endswith(end)
    return _json(recorded) == _json(sent)


def find(method: str, path: str, body: str) -> dict[str, Any] | None:
    """Return the recorded exchange of a request, or None."""
    for case in RECORDINGS:
        if (case["method"], case["path"]) == (method, path) and same(case["body"], body):
            found: dict[str, Any] = case
            return found
    return None


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        case = find(self.command, self.path, body)
        if case is None:
            print(f"not recorded: {self.command} {self.path} {body[:400]}", flush=True)
            case = {"status": NOT_RECORDED, "type": "text/plain", "text": "not recorded"}
        data = case["text"].encode()
        self.send_response(case["status"])
        if case["type"]:
            self.send_header("Content-Type", case["type"])
        if case["type"] != "text/event-stream":
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)
            return
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for event in re.findall(rb".+?\n\n", data, re.DOTALL):
            self.wfile.write(b"%x\r\n%s\r\n" % (len(event), event))
            self.wfile.flush()
        self.wfile.write(b"0\r\n\r\n")

    do_GET = do_POST = _answer  # noqa: N815 - the names that http.server calls

    def log_message(self, *_: object) -> None:
        """Print nothing for answered requests."""


def main(arguments: list[str]) -> None:
    """Serve on the port of the command line, unless the real launcher would refuse it."""
    known = {option["flag"] for option in json.loads((HERE / "launcher_flags.json").read_text())}
    flags = [word for word in arguments if word.startswith("--")]
    if unknown := [flag for flag in flags if flag not in known]:
        sys.exit(f"error: unexpected argument '{unknown[0]}' found")
    if twice := [flag for flag in flags if flags.count(flag) > 1]:
        sys.exit(f"error: the argument '{twice[0]}' cannot be used multiple times")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    port = int(arguments[arguments.index("--port") + 1])
    ThreadingHTTPServer(("0.0.0.0", port), Handler).serve_forever()


if __name__ == "__main__":
    main(sys.argv[1:])
