"""What a newcomer sees: 'make up' from a fresh copy, the specification's curl lines, the official client."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import httpx2
import openai
import pytest

from tests.conftest import ROOT, Stack, wait_until

pytestmark = pytest.mark.docker

INTEGRAL = "-x**2*cos(x) + 2*x*sin(x) + 2*cos(x)"
PROBLEM = ("--objective", "integrate", "--expression", r"\int x^2 \sin x\,dx", "--variable", "x")


def test_make_up_ends_with_a_verified_plan(started: tuple[Stack, str]) -> None:
    _, output = started
    stages = re.findall(r"^== (\d)", output, re.MULTILINE)
    assert stages == ["1", "2", "3", "4", "5"]
    assert f"result     {INTEGRAL}" in output
    assert "verified" in output.split("== 5")[1]


def test_make_up_prints_no_secret(started: tuple[Stack, str]) -> None:
    stack, output = started
    secrets = [path.read_text().strip() for path in (stack.path / "state" / "secrets").iterdir()]
    assert len(secrets) == 2
    assert not [secret for secret in [*secrets, stack.key] if secret in output]


def test_a_second_make_up_leaves_the_containers_as_they_are(stack: Stack) -> None:
    before = stack.compose("ps", "--quiet").stdout
    done = stack.make("up")
    assert done.returncode == 0, done.stdout + done.stderr
    assert stack.compose("ps", "--quiet").stdout == before


def test_the_plan_is_there_as_json(stack: Stack) -> None:
    done = stack.student("plan", *PROBLEM, "--json")
    assert done.returncode == 0, done.stderr
    outcome = json.loads(done.stdout)
    assert outcome["verified"] is True
    assert outcome["result"] == INTEGRAL
    assert outcome["author"] == "student"
    assert outcome["plan"]["steps"][-1] == {"type": "final", "payload": {"result": "R1"}}


def test_the_readmes_curl_lines_work_as_written(stack: Stack) -> None:
    readme = (ROOT / "README.md").read_text()
    block = re.search(r"```sh curl\n(.*?)```", readme, re.DOTALL)
    assert block, "the README has no block of curl lines"
    lines = block[1].replace("localhost:8001", f"localhost:{stack.settings['GATEWAY_HTTP_PORT']}")
    lines = lines.replace(".venv/bin/", f"{sys.prefix}/bin/")
    done = subprocess.run(
        ["bash", "-eu", "-o", "pipefail", "-c", lines], cwd=stack.path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert '"id":"student-nano"' in done.stdout
    assert '"status":"ok"' in done.stdout
    assert INTEGRAL in done.stdout


def test_the_readmes_python_prints_what_it_says(stack: Stack) -> None:
    block = re.search(r"```python\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)
    assert block, "the README has no block of Python"
    done = stack.run(sys.executable, "-c", block[1])
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == block[1].rsplit("# ", 1)[1].strip()


TEN = (ROOT / "README.md").read_text().split("### Ten to try")[1].split("##")[0]
TRIED = re.findall(r"^\| (.+?) \| `(.+?)` \| `(\w+)` \|$", TEN, re.MULTILINE)


def test_the_readme_has_ten_problems_to_try() -> None:
    assert len(TRIED) == 10


@pytest.mark.parametrize(("objective", "expression", "variable"), TRIED)
def test_a_problem_of_the_readme_is_verified(stack: Stack, objective: str, expression: str, variable: str) -> None:
    done = stack.student("plan", "--objective", objective, "--expression", expression, "--variable", variable)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_key_gets_401_in_the_openai_shape(stack: Stack) -> None:
    answer = httpx2.get(f"{stack.api}/v1/models")
    assert answer.status_code == 401
    assert answer.json()["error"]["code"] == "invalid_api_key"


def test_tls_is_served_with_a_certificate_of_the_stacks_own_authority(stack: Stack) -> None:
    authority = stack.path / "state" / "data" / "gateway" / "caddy" / "pki" / "authorities" / "local" / "root.crt"
    port = stack.settings["GATEWAY_HTTPS_PORT"]
    done = stack.run("curl", "-fsS", "--cacert", str(authority), f"https://localhost:{port}/health")
    assert done.returncode == 0, done.stderr


def test_the_official_client_lists_chats_and_streams(stack: Stack) -> None:
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


def test_prometheus_reaches_every_target(stack: Stack) -> None:
    def up() -> dict[str, str]:
        answer = httpx2.get(f"http://localhost:{stack.settings['PROMETHEUS_PORT']}/api/v1/targets").json()
        return {target["labels"]["job"]: target["health"] for target in answer["data"]["activeTargets"]}

    wanted = {"engine": "up", "gateway": "up", "prometheus": "up"}
    wait_until(lambda: up() == wanted, 60, "every Prometheus target up")
