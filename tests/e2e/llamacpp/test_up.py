"""A newcomer's first steps: 'make up' from a fresh copy, the lines of docs/start.md, the official client."""

from __future__ import annotations

import json
import re
import subprocess

import httpx2
import openai
import pytest

from ops.lib import host
from tests.conftest import ROOT, Stack, wait_until

PAGE = (ROOT / "docs" / "start.md").read_text()
pytestmark = pytest.mark.docker

INTEGRAL = "-x**2*cos(x) + 2*x*sin(x) + 2*cos(x)"
PROBLEM = ("--objective", "integrate", "--expression", r"\int x^2 \sin x\,dx", "--variable", "x")


def test_up_shows_a_verified_plan(started: tuple[Stack, str]) -> None:
    _, output = started
    stages = re.findall(r"^== (\d)", output, re.MULTILINE)
    assert stages == ["1", "2", "3", "4", "5"]
    assert f"result     {INTEGRAL}" in output
    assert "verified" in output.split("== 5")[1]


def test_up_prints_no_secret(started: tuple[Stack, str]) -> None:
    stack, output = started
    secrets = [path.read_text().strip() for path in (stack.path / "state" / "secrets").iterdir()]
    assert len(secrets) == 2
    assert not [secret for secret in [*secrets, stack.key] if secret in output]


def test_second_up_changes_nothing(stack: Stack) -> None:
    """The containers are unchanged."""
    before = stack.compose("ps", "--quiet").stdout
    done = stack.make("up")
    assert done.returncode == 0, done.stdout + done.stderr
    assert stack.compose("ps", "--quiet").stdout == before


def test_request_has_whole_context(stack: Stack) -> None:
    """A request may use the whole context, although LLAMACPP_PARALLEL requests run at once."""
    ask = {"model": "student-nano", "prompt": [5] * 3500, "max_tokens": 1}
    with httpx2.Client(headers={"Authorization": f"Bearer {stack.key}"}, trust_env=False, timeout=300) as client:
        fits = client.post(f"{stack.api}/v1/completions", json=ask)
        assert fits.status_code == 200, fits.text
        assert fits.json()["usage"]["prompt_tokens"] == 3500
        assert client.post(f"{stack.api}/v1/completions", json=ask | {"prompt": [5] * 4200}).status_code == 400


def test_plan_as_json(stack: Stack) -> None:
    done = stack.student("plan", *PROBLEM, "--json")
    assert done.returncode == 0, done.stderr
    outcome = json.loads(done.stdout)
    assert outcome["verified"] is True
    assert outcome["result"] == INTEGRAL
    assert outcome["author"] == "student"
    assert outcome["plan"]["steps"][-1] == {"type": "final", "payload": {"result": "R1"}}


def test_readme_curl_lines(stack: Stack) -> None:
    block = re.search(r"```sh curl\n(.*?)```", PAGE, re.DOTALL)
    assert block, "the page has no block of curl lines"
    lines = block[1].replace("localhost:8001", f"localhost:{stack.settings['GATEWAY_HTTP_PORT']}")
    done = subprocess.run(
        ["bash", "-eu", "-o", "pipefail", "-c", lines], cwd=stack.path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert '"id":"student-nano"' in done.stdout
    assert '"status":"ok"' in done.stdout
    assert "llamacpp:prompt_tokens_total" in done.stdout
    assert INTEGRAL in done.stdout


def test_readme_python(stack: Stack) -> None:
    block = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)
    assert block, "the page has no block of Python"
    done = stack.run(".venv/bin/python", "-c", block[1])
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == block[1].rsplit("# ", 1)[1].strip()


TEN = PAGE.split("## Ten to try")[1].split("##")[0]
TRIED = re.findall(r"^\| (.+?) \| `(.+?)` \| `(\w+)` \|$", TEN, re.MULTILINE)


def test_readme_has_ten_problems() -> None:
    assert len(TRIED) == 10


@pytest.mark.parametrize(("objective", "expression", "variable"), TRIED)
def test_readme_problem_is_verified(stack: Stack, objective: str, expression: str, variable: str) -> None:
    done = stack.student("plan", "--objective", objective, "--expression", expression, "--variable", variable)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.proves("reliability/ipv6-loopback")
@pytest.mark.skipif(not host.has_ipv6_loopback(), reason="this host has no ::1")
@pytest.mark.parametrize(("setting", "path"), [("GATEWAY_HTTP_PORT", "/health"), ("PROMETHEUS_PORT", "/-/ready")])
def test_both_loopbacks_answer(stack: Stack, setting: str, path: str) -> None:
    for address in ("127.0.0.1", "[::1]"):
        url = f"http://{address}:{stack.settings[setting]}{path}"
        assert httpx2.get(url, trust_env=False, timeout=60).status_code == 200


def test_no_key_is_401(stack: Stack) -> None:
    answer = httpx2.get(f"{stack.api}/v1/models", timeout=60)
    assert answer.status_code == 401
    assert answer.json()["error"]["code"] == "invalid_api_key"


def test_tls_by_own_authority(stack: Stack) -> None:
    authority = stack.path / "state" / "data" / "gateway" / "caddy" / "pki" / "authorities" / "local" / "root.crt"
    port = stack.settings["GATEWAY_HTTPS_PORT"]
    done = stack.run("curl", "-fsS", "--cacert", str(authority), f"https://localhost:{port}/health")
    assert done.returncode == 0, done.stderr


def test_openai_client(stack: Stack) -> None:
    with openai.OpenAI(base_url=f"{stack.api}/v1", api_key=stack.key, max_retries=0) as client:
        assert [model.id for model in client.models.list()] == ["student-nano"]
        question = [
            {"role": "user", "content": "<problem>\nObjective: expand\nExpression: x(x+1)\nVariables: [x]\n</problem>"}
        ]
        whole = client.chat.completions.create(model="student-nano", messages=question, max_tokens=64, temperature=0)
        parts = list(
            client.chat.completions.create(
                model="student-nano", messages=question, max_tokens=64, temperature=0, stream=True
            )
        )
    streamed = "".join(part.choices[0].delta.content or "" for part in parts if part.choices)
    assert whole.choices[0].message.content
    assert streamed == whole.choices[0].message.content
    assert len(parts) > 2


def test_prometheus_reaches_targets(stack: Stack) -> None:
    def up() -> dict[str, str]:
        answer = httpx2.get(f"http://localhost:{stack.settings['PROMETHEUS_PORT']}/api/v1/targets", timeout=60).json()
        return {target["labels"]["job"]: target["health"] for target in answer["data"]["activeTargets"]}

    wanted = {"engine": "up", "gateway": "up", "prometheus": "up"}
    wait_until(lambda: up() == wanted, 60, "every Prometheus target up")
