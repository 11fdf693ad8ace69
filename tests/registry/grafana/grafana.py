"""Replaces Grafana: answers like its documented HTTP API, from the files beside this one."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

FILES = {
    "/api/health": "health.json",
    "/api/search": "search.json",
    "/api/datasources/uid/prometheus": "datasource.json",
    "/api/ds/query": "query.json",
}


class Handler(BaseHTTPRequestHandler):
    """Serves the file of a path for every request."""

    def do_GET(self) -> None:
        """Answer."""
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        name = FILES.get(urlsplit(self.path).path)
        content = Path(__file__).with_name(name).read_bytes() if name else b"{}"
        self.send_response(200 if name else 404)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_POST = do_HEAD = do_GET  # noqa: N815


if __name__ == "__main__":
    ThreadingHTTPServer(("", 3000), Handler).serve_forever()
