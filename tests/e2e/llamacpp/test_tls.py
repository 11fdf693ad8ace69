"""From the gateway's own authority to a public name with the user's certificate, by the commands of docs/tls.md."""

from __future__ import annotations

import re
import ssl
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ops.lib import env_file
from tests import here
from tests.caddy.authority import Authority
from tests.conftest import ROOT, Stack, free_port

pytestmark = pytest.mark.docker

NAME = "student.example.com"
DOCS = (ROOT / "docs" / "tls.md").read_text()


@pytest.fixture(scope="module")
def stack(new_stack: Callable[..., Stack]) -> Stack:
    """A separate stack, since its public name is changed."""
    made = new_stack("tls", COMPOSE_FILE=here.compose_file())
    started = made.compose("up", "-d", "--wait", "--wait-timeout=120", "gateway", "llamacpp")
    assert started.returncode == 0, started.stderr
    return made


def block(name: str) -> str:
    found = re.search(rf"```sh {name}\n(.*?)```", DOCS, re.DOTALL)
    assert found, f"the page has no block {name}"
    return found[1]


def test_ca_is_what_clients_trust(stack: Stack) -> None:
    done = stack.run("bash", "-euc", block("ca"))
    assert done.returncode == 0, done.stdout + done.stderr
    root = stack.path / "student-ca.crt"
    shown = stack.run("openssl", "x509", "-in", str(root), "-noout", "-fingerprint", "-sha256").stdout
    assert shown.strip().partition("=")[2] in done.stdout
    assert "PRIVATE" not in root.read_text()
    url = f"https://localhost:{stack.settings['GATEWAY_HTTPS_PORT']}/health"
    assert stack.run("curl", "-fsS", url).returncode != 0, "not trusted by itself"
    assert stack.run("curl", "-fsS", "--cacert", str(root), url).returncode == 0
    ask = ["python3", "-c", f"import urllib.request as r; r.urlopen({url!r})"]
    assert stack.run(*ask).returncode != 0
    assert stack.run(*ask, SSL_CERT_FILE=str(root)).returncode == 0


def test_debian_trusts_it_by_the_page(stack: Stack) -> None:
    stack.make("ca")
    command = re.findall(r"^\| Debian, Ubuntu \| `(.*)` \|$", DOCS, re.MULTILINE)[0].replace("sudo ", "")
    script = f"cd /tmp; {command}; curl -fsS https://localhost/health"
    root = f"{stack.path}/student-ca.crt:/tmp/student-ca.crt:ro"
    gateway = stack.compose("ps", "--quiet", "gateway").stdout.strip()
    run = ["docker", "run", "--rm", f"--network=container:{gateway}", "-v", root, "--entrypoint=sh"]
    done = stack.run(*run, here.image("llamacpp"), "-euc", script)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def public(stack: Stack, tmp_path_factory: pytest.TempPathFactory) -> tuple[Stack, Authority]:
    """The same stack after its operator gave it a public name and a certificate."""
    authority = Authority(tmp_path_factory.mktemp("authority"))
    put(stack, authority, tmp_path_factory.mktemp("certs"))
    settings = {
        "COMPOSE_FILE": f"{here.compose_file()}:compose/public.yaml",
        "GATEWAY_HOST": NAME,
        "GATEWAY_TLS": "files",
        "GATEWAY_PUBLIC_HTTP_PORT": str(free_port()),
    }
    env_file.update(settings, stack.path / "env" / "student.env")
    started = stack.compose("up", "-d", "--wait", "--wait-timeout=120", "gateway", "llamacpp")
    assert started.returncode == 0, started.stderr
    return stack, authority


def put(stack: Stack, authority: Authority, folder: Path, name: str = NAME) -> str:
    """Renew the certificate with the page's commands, and return the output."""
    authority.issue(name, folder)
    commands = block("files").replace("fullchain.pem", f"{folder}/cert.pem")
    done = stack.run("bash", "-uc", commands.replace("privkey.pem", f"{folder}/key.pem"))
    return done.stdout + done.stderr


def curl(stack: Stack, authority: Authority, url: str, *options: str) -> tuple[int, str]:
    port = stack.settings["GATEWAY_HTTPS_PORT"]
    to = ["--connect-to", f"{NAME}:443:127.0.0.1:{port}", "--cacert", str(authority.root)]
    done = stack.run("curl", "-sSi", *to, *options, url)
    return done.returncode, done.stdout + done.stderr


def test_own_certificate_is_served(public: tuple[Stack, Authority]) -> None:
    """The user's certificate is served for the public name."""
    stack, authority = public
    code, said = curl(stack, authority, f"https://{NAME}/health")
    assert code == 0, said
    assert "strict-transport-security: max-age=31536000" in said


def test_plain_http_is_426(public: tuple[Stack, Authority]) -> None:
    stack, _ = public
    port = stack.env_file()["GATEWAY_PUBLIC_HTTP_PORT"]
    done = stack.run("curl", "-sS", "-o", "-", "-w", "%{http_code}", f"http://127.0.0.1:{port}/v1/models")
    assert done.stdout.endswith("426")


LOOK = """
from ops.lib import compose, env_file
from ops.verbs.verify import api, containers, probe
target = probe.Target(env_file.read(), compose.rendered(), "llamacpp")
own = [probe.Probe("TLS chain", api.tls, ""), probe.Probe("plain HTTP", api.plain_http, "")]
for check in probe.run([*own, containers.ISOLATED, containers.PORTS, containers.MODES], target):
    print(check.name, check.status, check.found, sep="|")
"""


def test_verify_follows_the_chain(public: tuple[Stack, Authority]) -> None:
    """The chain leads to an authority that this host trusts."""
    stack, authority = public
    for trust, status in ((str(authority.root), "ok"), (ssl.get_default_verify_paths().cafile or "", "failed")):
        done = stack.run(sys.executable, "-c", LOOK, SSL_CERT_FILE=trust)
        found = {line.split("|")[0]: line.split("|")[1] for line in done.stdout.splitlines()}
        rest = dict.fromkeys(("plain HTTP", "engine isolated", "ports", "file modes"), "ok")
        assert found == {"TLS chain": status, **rest}, done.stdout + done.stderr


def test_renewal_and_wrong_pair(public: tuple[Stack, Authority], tmp_path: Path) -> None:
    """A renewed certificate is served, and a wrong one refused."""
    stack, authority = public
    renewed = Authority(tmp_path / "another")
    assert "the gateway serves the certificate of state/certs, which expires on 20" in put(stack, renewed, tmp_path)
    assert curl(stack, renewed, f"https://{NAME}/health")[0] == 0
    assert curl(stack, authority, f"https://{NAME}/health")[0] == 60, "the old one is gone"

    (stack.path / "state" / "certs" / "cert.pem").write_text("-----BEGIN CERTIFICATE-----\nhalf")
    done = stack.make("certificate")
    assert done.returncode != 0
    assert "ERROR the gateway refuses its files: certificate: " in done.stderr
    assert "do not match" in done.stderr

    said = put(stack, renewed, tmp_path, name="other.example.com")
    assert "ERROR the gateway refuses its files" in said
    assert "is valid for other.example.com, not student.example.com" in said
    assert curl(stack, renewed, f"https://{NAME}/health")[0] == 0, "the old pair stays in force"


def test_ca_refuses_for_own_files(public: tuple[Stack, Authority]) -> None:
    done = public[0].make("ca")
    assert done.returncode != 0
    assert "ERROR GATEWAY_TLS is files" in done.stderr
