"""The policy with a clock and answers by value: no network, no waiting."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from student_client import ConnectionFailed, Outcome, Reading, RequestFailed, RequestTimeout, Settings, Verifier
from student_client._asking.policy import Policy, Read, Send, Sleep, Verify
from student_client._asking.protocol import Reply

from ..api import PROBLEM, completion, judge

TEACHER: dict[str, Any] = {"teacher_mode": "openai", "teacher_api_key": "t"}
DOWN = ConnectionFailed("nothing there")
SLOW = RequestTimeout("no answer")
ANSWER_SECONDS = 1.0
VERDICT_SECONDS = 0.25


class World:
    """Answers the policy's effects from a list, and keeps time: a second for an answer, a quarter for a verdict."""

    def __init__(
        self,
        configured: Settings,
        answers: Iterable[str | int | RequestFailed],
        reading: Reading | None = None,
        verify: Verifier = judge,
        **options: Any,
    ) -> None:
        self.now = 1000.0
        self.reading = reading
        self.verify = verify
        self.policy = Policy(configured, clock=lambda: self.now, dice=lambda: 1.0, **options)
        self.answers = list(answers)
        self.asked: list[tuple[str, float | None, float]] = []
        self.lengths: list[int] = []
        self.slept: list[float] = []
        self.judged: list[str] = []

    def solve(self, **options: Any) -> Outcome:
        flow = self.policy.solve(PROBLEM, **options)
        try:
            effect = next(flow)
            while True:
                if isinstance(effect, Sleep):
                    self.slept.append(effect.seconds)
                    self.now += effect.seconds
                    effect = flow.send(None)
                elif isinstance(effect, Read):
                    effect = flow.send(self.reading)
                elif isinstance(effect, Verify):
                    self.judged.append(effect.plan.to_json())
                    self.now += VERDICT_SECONDS
                    effect = flow.send(self.verify(effect.problem, effect.plan))
                else:
                    effect = self._answer(flow, effect)
        except StopIteration as stop:
            outcome: Outcome = stop.value
            return outcome

    def _answer(self, flow: Any, send: Send) -> Any:
        self.asked.append((send.endpoint.author, json.loads(send.body).get("temperature"), send.timeout))
        self.lengths.append(json.loads(send.body)["max_tokens"])
        answer = self.answers.pop(0)
        self.now += send.timeout if isinstance(answer, RequestTimeout) else ANSWER_SECONDS
        if isinstance(answer, RequestFailed):
            return flow.throw(answer)
        if isinstance(answer, int):
            return flow.send(Reply(answer, {"retry-after": "4"} if answer in {429, 503} else {}, b""))
        finish = "length" if answer == "cut" else "stop"
        return flow.send(Reply(200, {"x-request-id": "r"}, json.dumps(completion(answer, finish)).encode()))

    @property
    def authors(self) -> list[tuple[str, float | None]]:
        return [(author, temperature) for author, temperature, _ in self.asked]
