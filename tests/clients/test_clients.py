"""Six clients' real packages against the real stack: each runs its block of docs/clients.md and fails as the page says.

All of them run at the same time, because most of the time goes into imports and into the waits that answers ask for.
"""

from __future__ import annotations

import re
import time
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import httpx2
import pytest

from ops.lib import venv
from tests.clients.conftest import CLIENTS, PAGE, Client, add_key, environment_of
from tests.conftest import Stack

pytestmark = pytest.mark.docker

TEXT = PAGE.read_text()
ERRORS = {
    row[0]: row[1:]
    for row in re.findall(r"^\| (.+?) \| (\d{3}) \| `(\w+)` \| `(\w+)` \| `(\w+)` \| `(\w+)` \|$", TEXT, re.MULTILINE)
}
PLAYED: dict[str, dict[str, Any]] = {
    "wrong key": {"KEY": "sk-student-0000000000000000000000000000000000000000000"},
    "refused field": {"MAX_TOKENS": 1_000_000},
}
REQUESTS = 3  # of one block of the page

Answers = dict[tuple[str, str], dict[str, Any]]


def use_up(stack: Stack, key: str) -> None:
    """Ask until the key's requests of this minute are used up, and will be for some time."""
    with httpx2.Client(headers={"Authorization": f"Bearer {key}"}, timeout=60) as asking:
        for _ in range(REQUESTS * 10):
            answer = asking.get(f"{stack.api}/v1/models")
            wait = int(answer.headers.get("Retry-After", 0))
            if wait >= 10:
                return
            time.sleep(wait)  # as told; so short a wait may be over before the clients ask
    pytest.fail(f"never refused for 10 s; the last answer was {answer.status_code}")


@pytest.fixture(scope="module")
def answers(stack: Stack, clients: list[Client]) -> Answers:
    """What each client got in each case."""
    got: Answers = {}
    with ThreadPoolExecutor(len(clients)) as pool:

        def begin(case: str, keys: dict[str, str] | None = None, **names: Any) -> list[Future[None]]:
            def one(client: Client) -> None:
                own = {"KEY": keys[client.name]} if keys else {}
                got[case, client.name] = client.ask(**names, **own)

            return [pool.submit(one, client) for client in clients]

        def end(running: list[Future[None]]) -> None:
            for one in running:
                one.result()

        importing = begin("page")
        keys = {client: add_key(stack, f"NAME={client}", f"RPM={REQUESTS}") for client in CLIENTS}
        end(importing)
        for key in keys.values():
            use_up(stack, key)  # early: the minute passes meanwhile
        for case, names in PLAYED.items():
            end(begin(case, **names))
        stack.compose("stop", "--timeout=1", "llamacpp")
        end(begin("engine down", RETRIES=0))
        waiting = begin("engine back")
        stack.compose("start", "llamacpp")
        end(waiting)
        for key in keys.values():
            use_up(stack, key)
        end(begin("limited", keys, RETRIES=0))
        end(begin("limited, retried", keys))
    return got


each_client = pytest.mark.parametrize("client", CLIENTS)


@each_client
def test_client_shows_an_answer(answers: Answers, client: str) -> None:
    assert answers["page", client]["whole"]


@each_client
def test_client_streams(answers: Answers, client: str) -> None:
    assert len(answers["page", client]["pieces"]) > 5


@each_client
def test_client_gets_structure(answers: Answers, client: str) -> None:
    structured = answers["page", client]["structured"]
    assert structured["operation"] in {"differentiate", "integrate", "solve"}
    assert structured["variable"] in {"x", "y", "z"}


@each_client
@pytest.mark.parametrize("case", ERRORS)
def test_client_raises_as_on_page(answers: Answers, client: str, case: str) -> None:
    status, code, openai, langchain, litellm = ERRORS[case]
    failed = answers[case, client]
    assert failed.get("status") == int(status), failed
    raised, told = failed["classes"]
    own = {"langchain": f"langchain_openai.{langchain}", "litellm": f"litellm.{litellm}"}
    assert told[0] == own.get(client, f"openai.{openai}")
    if client == "instructor":
        assert raised[0] == "instructor.InstructorRetryException"
    elif (client, case) == ("litellm", "engine down"):
        assert "openai.APIStatusError" in raised
    else:
        assert f"openai.{openai}" in raised
    if client != "litellm":  # its errors keep the message only
        assert failed["body"]["code"] == code


@each_client
def test_client_names_refused_field(answers: Answers, client: str) -> None:
    failed = answers["refused field", client]
    field = "max_completion_tokens" if client == "langchain" else "max_tokens"
    assert f"'{field}'" in failed["message"]
    assert failed["body"]["param"] == field


@each_client
def test_client_waits_for_engine(answers: Answers, client: str) -> None:
    assert "whole" in answers["engine back", client], answers["engine back", client]


@each_client
def test_client_honours_retry_after(answers: Answers, client: str) -> None:
    """Without the header all retries are over within five seconds, and the key stays refused for ten."""
    assert "whole" in answers["limited, retried", client], answers["limited, retried", client]


def test_page_names_tried_versions() -> None:
    rows = re.findall(r"^\| \[(.+?)\]\(#.*?\) \| `(.+?)` \| (\S+) \| ?(\S*) \|$", TEXT, re.MULTILINE)
    assert [name.lower() for name, *_ in rows] == CLIENTS
    for name, package, version, sdk in rows:
        lock = venv.LOCKS[environment_of(name)].read_text()
        assert f"\n{package}=={version} " in lock
        assert f"\nopenai=={sdk or version} " in lock


def test_page_finds_the_key(stack: Stack) -> None:
    block = re.search(r"```sh key\n(.*?)```", TEXT, re.DOTALL)
    assert block
    assert stack.run("bash", "-euc", f'{block[1]}printf %s "$KEY"').stdout == stack.key
