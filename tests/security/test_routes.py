"""Each route of each engine is a 404 from outside, in any spelling."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from tests import here
from tests.caddy.conftest import ALICE
from tests.caddy.gateway_box import Gateway, refusal
from tests.caddy.scripted_engine import ScriptedEngine
from tests.conftest import Stack
from tests.security.wire import ALLOWED, connect, request, send, statuses

pytestmark = pytest.mark.docker

LISTED = json.loads((Path(__file__).parent / "routes.json").read_text())
ON_LOOPBACK = {"/metrics"}  # are the engine's, on the loopback port alone: tests/caddy/test_gateway.py
ROUTES = sorted({route for group in LISTED.values() for route in group["routes"]} - ON_LOOPBACK)
SERVED = {path for _, path in ALLOWED} | ON_LOOPBACK


def spellings(route: str, allowed: str) -> Iterator[str]:
    """Yield spellings of a route, and paths that reach it through an allowed path."""
    bare = route.strip("/")
    yield route
    if f"/{bare}" in SERVED:
        return  # its other spellings are of served routes
    yield from (f"/{route}", f"//{bare}", f"/./{bare}", f"/{bare}/", f"/{bare};x", f"/{bare}?x={allowed}")
    yield from (f"/{bare}.json", f"/{bare}%20", f"/{bare}%00", f"/{bare}%2f", f"/{bare}%3f", f"/{bare}%23", f"/{bare}#")
    yield from (f"/{bare.upper()}", f"/{bare.title()}", f"/%{ord(bare[:1] or '/'):02x}{bare[1:]}", f"/\\{bare}")
    yield from (f"/v1/../{bare}", f"/v1%2f..%2f{bare}", f"/v1/..;/{bare}", f"/v1/%2e%2e/{bare}", f"/%2e%2e/{bare}")
    yield from (f"{allowed}/../../../{bare}", f"{allowed}%2f..%2f..%2f..%2f{bare}", f"{allowed};x/../../../{bare}")
    yield from (f"{allowed}%252e%252e/{bare}", f"{allowed}\\..\\..\\..\\{bare}", f"{allowed}/.../{bare}")
    yield from (
        f"{allowed}%0d%0aX:%20/{bare}",
        f"http://engine/{bare}",
        f"http://engine:8000/{bare}",
        f"///engine/{bare}",
    )


def means_what_is_served(target: str) -> bool:
    """Return whether a spelling means a served path, such as '/models' below '/v1'."""
    path = re.sub(r"^http://[^/]+", "", target).partition("?")[0].partition("#")[0]
    path = re.sub(r"/+", "/", path).removesuffix("/")
    return path in SERVED or (path.startswith("/v1/models/") and "/../" not in path)  # any text is a model's name


@pytest.mark.proves("security/open-routes")
@pytest.mark.parametrize(("method", "allowed"), [("GET", "/v1/models"), ("POST", "/v1/chat/completions")])
def test_no_spelling_finds_a_route(gateway: Gateway, engine: ScriptedEngine, method: str, allowed: str) -> None:
    found: dict[str, list[int]] = {}
    for route in ROUTES:
        for target in spellings(route, allowed):
            if not means_what_is_served(target):
                codes = statuses(send(gateway, request(method, target)))
                if len(codes) != 1 or codes[0] not in {400, 404}:
                    found[target] = codes
    assert not found
    assert [seen.target for seen in engine.seen] == []


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO"])
def test_no_method_finds_a_route(gateway: Gateway, engine: ScriptedEngine, method: str) -> None:
    with connect(gateway) as connection:  # sends all on one connection, to test requests after a refusal
        codes = []
        for route in ROUTES:
            connection.sendall(request(method, route, further=""))
            answer = b""
            while b"\r\n\r\n" not in answer:
                answer += connection.recv(65536)
            head, _, body = answer.partition(b"\r\n\r\n")
            length = re.search(rb"(?i)content-length: (\d+)", head)
            while method != "HEAD" and length and len(body) < int(length[1]):
                body += connection.recv(65536)
            codes += statuses(head)
    assert codes == [404] * len(ROUTES)
    assert engine.seen == []


def test_absent_route_is_404_for_all(gateway: Gateway) -> None:
    """Nobody learns what exists, with or without a key."""
    with gateway.client(ALICE) as alice, gateway.client() as anyone:
        for client in (alice, anyone):
            response = client.post("/tokenize", json={"prompt": "x"})
            assert response.status_code == 404, "with or without a key: nobody learns what exists"
            refusal(response, "unknown_url")


@pytest.mark.proves("security/open-routes")
def test_real_engines_routes_are_shut(stack: Stack) -> None:
    """The real engine has these routes, and the real gateway does not."""
    key = (stack.path / "state" / "secrets" / "engine_key").read_text().strip()
    script = 'for p in "$@"; do curl -s -o /dev/null -w "%{http_code} $p\\n" -H "Authorization: Bearer ' + key + '" '
    script += '"http://127.0.0.1:8000$p"; done'
    routes = [route for route in LISTED["llamacpp"]["routes"] if "sse" not in route and "stream" not in route]
    done = stack.compose("exec", "-T", "llamacpp", "sh", "-c", script, "sh", *routes)
    there = [line[4:] for line in done.stdout.splitlines() if not line.startswith("404")]
    assert {"/props", "/metrics", "/lora-adapters", "/v1/health"} <= set(there), "the engine itself does answer"
    with httpx2.Client(
        base_url=stack.api, headers={"Authorization": f"Bearer {stack.key}"}, trust_env=False, timeout=60
    ) as client:
        for route in routes:
            for method in ("GET", "POST") if route not in ON_LOOPBACK else ():
                assert client.request(method, route).status_code == 404, (method, route)


def test_real_metrics_on_loopback(stack: Stack) -> None:
    done = stack.run("curl", "-sS", "-w", "%{http_code}", f"{stack.api}/metrics")
    assert done.stdout.endswith("200"), done.stdout + done.stderr
    assert "llamacpp:prompt_tokens_total" in done.stdout
    tls = f"https://localhost:{stack.env_file()['GATEWAY_HTTPS_PORT']}/metrics"
    assert stack.run("curl", "-sSk", "-o", "-", "-w", "%{http_code}", tls).stdout.endswith("404")


def test_list_has_llama_servers_paths(gateway: Gateway) -> None:
    # finds it in /app of upstream's image; Debian's has the routes in a library
    program = "PATH=$PATH:/app; server=$(command -v llama-server); "
    program += 'cat $server $(ldd $server | grep -o "/[^ ]*server-impl[^ ]*")'
    run = ["docker", "run", "--rm", "--network=none", "--entrypoint=sh", here.image("llamacpp"), "-c", program]
    text = subprocess.run(run, capture_output=True, check=True).stdout
    paths = {path.decode() for path in re.findall(rb"\0(/[a-z][a-z0-9_:/.-]+[a-z0-9])(?=\0)", text)}
    files = {path for path in paths if re.match(r"/(etc|usr|var|proc)/", path)}
    assert "/tokenize" in paths
    assert paths - files - SERVED <= set(LISTED["llamacpp"]["routes"])


WALK = """
import typing
from vllm.entrypoints.launchers.cli_args import make_arg_parser
from vllm.entrypoints.openai import api_server
from vllm.tasks import SupportedTask
from vllm.utils.argparse_utils import FlexibleArgumentParser

def tasks(kind):
    for part in typing.get_args(kind):
        yield from tasks(part) if typing.get_args(part) else [part]

args = make_arg_parser(FlexibleArgumentParser()).parse_args([])
app = api_server.build_app(args, tuple(tasks(SupportedTask)))
for path in {route.path for route in app.routes} | set(app.openapi()["paths"]):
    print("ROUTE", path)
"""


@pytest.mark.proves("security/open-routes")
@pytest.mark.vllm
def test_list_has_vllms_routes() -> None:
    run = ["docker", "run", "--rm", "--network=none", "--entrypoint=python3", here.image("vllm"), "-c", WALK]
    done = subprocess.run(run, capture_output=True, text=True, check=False)
    routes = set(re.findall(r"^ROUTE (\S+)$", done.stdout, re.MULTILINE))
    assert "/tokenize" in routes, done.stderr[-2000:]
    assert routes - SERVED <= set(LISTED["vllm"]["routes"])
