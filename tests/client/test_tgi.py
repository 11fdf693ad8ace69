"""The client handles TGI's differences, by the recorded answers of a real one."""

from __future__ import annotations

import json
from typing import Any

import httpx2
import pytest
from student_client import BadResponse, Student

from tests.conformance.engine import RECORDED

from .api import GOOD, PROBLEM, completion, judge, settings


def recorded(case: str) -> httpx2.Response:
    said = RECORDED[case]
    return httpx2.Response(said["status"], headers={"content-type": said["type"]}, content=said["text"])


def test_schema_in_tgis_own_form() -> None:
    """It is sent again in that form, and from then on at once."""
    forms: list[dict[str, Any]] = []

    def tgi(request: httpx2.Request) -> httpx2.Response:
        forms.append(json.loads(request.content)["response_format"])
        return (
            httpx2.Response(200, json=completion(GOOD)) if "value" in forms[-1] else recorded("rf-json_schema-openai")
        )

    with Student(settings(), transport=httpx2.MockTransport(tgi), verifier=judge) as student:
        assert student.plan(PROBLEM).accepted
        assert student.plan(PROBLEM).accepted
    assert ["value" in form for form in forms] == [False, True, True]
    # the keys that the real one took
    taken = json.loads(RECORDED["rf-json_schema-value"]["body"])["response_format"]
    assert forms[-1].keys() == taken.keys()
    assert forms[-1]["value"].keys() == taken["value"].keys()
    assert forms[-1]["type"] == taken["type"]


@pytest.mark.parametrize("case", ["rf-json-bad-schema", "err-input-too-long", "err-messages-missing", "chat-top-p-1"])
def test_refusal_has_tgis_words(case: str) -> None:
    transport = httpx2.MockTransport(lambda _: recorded(case))
    with Student(settings(), transport=transport, verifier=judge) as student, pytest.raises(BadResponse) as failed:
        student.plan(PROBLEM)
    words = RECORDED[case]["text"]
    words = json.loads(words)["error"] if words.startswith("{") else words
    assert " ".join(words.split())[:100] in str(failed.value)
    assert "HTTP 422" in str(failed.value)
