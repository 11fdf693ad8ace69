"""``plan_many`` bounds requests, not problems: while one plan is judged, the next is asked for."""

from __future__ import annotations

import asyncio
import json
import threading
import time

import httpx2
import pytest
from student_client import AsyncStudent, Plan, Problem, Student, Verdict

from .api import GOOD, PROBLEM, completion, settings

REPLY = json.dumps(completion(GOOD)).encode()


class Api:
    """Counts requests, and the most at once; holds its answers until so many were there at once."""

    def __init__(self, together: int = 1) -> None:
        self.lock = threading.Condition()
        self.asked = self.now = self.most = 0
        self.together = together

    def enter(self) -> None:
        with self.lock:
            self.asked += 1
            self.now += 1
            self.most = max(self.most, self.now)
            self.lock.notify_all()

    def leave(self) -> httpx2.Response:
        with self.lock:
            self.now -= 1
        return httpx2.Response(200, content=REPLY)

    def plain(self, request: httpx2.Request) -> httpx2.Response:
        self.enter()
        with self.lock:
            self.lock.wait_for(lambda: self.most >= self.together, timeout=60)
        return self.leave()

    async def awaited(self, request: httpx2.Request) -> httpx2.Response:
        self.enter()
        end = time.monotonic() + 60
        while self.most < self.together and time.monotonic() < end:
            await asyncio.sleep(0.001)
        await asyncio.sleep(0.001)  # is an answer's time, in which another request could begin
        return self.leave()


def solve(api: Api, judge: object, count: int, concurrency: int, kind: str) -> int:
    """Return how many plans were accepted."""
    problems = [PROBLEM] * count
    if kind == "sync":
        with Student(settings(), httpx2.MockTransport(api.plain), judge) as student:
            return sum(outcome.accepted for outcome in student.plan_many(problems, concurrency))

    async def run() -> int:
        async with AsyncStudent(settings(), httpx2.MockTransport(api.awaited), judge) as student:
            return sum([outcome.accepted async for outcome in student.plan_many(problems, concurrency)])

    return asyncio.run(run())


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_plan_many_bounds_requests(kind: str) -> None:
    api = Api(together=3)
    assert solve(api, lambda problem, plan: Verdict("accepted", "by heart"), 40, 3, kind) == 40
    assert api.most == 3


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_plan_many_asks_while_judging(kind: str) -> None:
    api = Api()

    def judge(problem: Problem, plan: Plan) -> Verdict:
        with api.lock:  # the first plan is judged until another one was asked for
            overlapped = api.lock.wait_for(lambda: api.asked > 1, timeout=60)
        return Verdict("accepted" if overlapped else "rejected", "by heart")

    assert solve(api, judge, 4, 1, kind) == 4
    assert api.most == 1
