"""Results of plans are counted, on answers by value."""

from __future__ import annotations

import json

import httpx2
from student_client import Student

from bench.plans import KINDS, measure, problems, record
from tests.client.api import GOOD, WRONG, completion, judge, settings


def test_measure_counts_each_kind() -> None:
    answers = [(GOOD, "stop"), (WRONG, "stop"), ("no plan", "stop"), (GOOD, "length")]
    replies = [httpx2.Response(200, content=json.dumps(completion(*answer)).encode()) for answer in answers]
    replies.append(httpx2.Response(400, content=b"{}"))
    asked = problems(5)

    def reply(request: httpx2.Request) -> httpx2.Response:  # the threads' order is not the problems'
        sent = json.loads(request.content)["messages"][-1]["content"]
        (place,) = (number for number, one in enumerate(asked) if one.expression in sent)
        return replies[place]

    one = settings(retry_temperatures=())
    with Student(one, httpx2.MockTransport(reply), judge) as student:
        found = list(measure(student, asked))
    assert [name for name, _ in found] == ["accepted", "rejected", "no plan", "cut", "no answer"]
    made = record(one, found, 1.23)
    assert made["problems"] == 5
    assert {name: made[name.replace(" ", "_")] for name in KINDS} == {
        name: int(name not in {"undecided", "not asked"}) for name in KINDS
    }
    assert made["tokens"] == {"median": 50, "most": 50}
    assert made["machine"]["cores"] > 0
    assert made["load"] >= 0
    assert made["seconds"] == 1.2
    assert "sympy" in made["versions"]


def test_problems_differ() -> None:
    assert len({(one.objective, one.expression) for one in problems(60)}) == 60
