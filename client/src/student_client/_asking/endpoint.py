"""The student's and the teacher's API, and the body of a request for a plan."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal, TypeAlias

from pydantic import SecretStr

from .._outcome import Author
from .._plan import plan_schema
from .._problem import Problem
from .._prompt import OWN, Prompt, prompt
from .._settings import Settings
from .teacher import TeacherModel, teacher_model

Form: TypeAlias = Literal["openai", "tgi"]


@dataclass(frozen=True)
class Endpoint:
    """A model behind an API: the student or the teacher.

    Args:
        author: "student" or "teacher".
        base: the API's address, including /v1.
        key: its key, or None.
        model: the model's name.
        traits: this model's requirements for a request, and its prices.
        prompt: its instructions and examples.
        max_tokens: the longest answer, in tokens.
        plan_tokens: the longest first answer, in tokens.
    """

    author: Author
    base: str
    key: SecretStr | None
    model: str
    traits: TeacherModel
    prompt: Prompt
    max_tokens: int
    plan_tokens: int
    _frames: dict[tuple[float, Form, int], tuple[str, str]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def prefix(self) -> str:
        """The start of its settings' names."""
        return "STUDENT" if self.author == "student" else "TEACHER"

    def headers(self) -> dict[str, str]:
        """Return the headers of a request, with the key."""
        headers = {"content-type": "application/json"}
        if self.key is not None:
            headers["authorization"] = f"Bearer {self.key.get_secret_value()}"
        return headers

    def most_tokens(self, cuts: int) -> int:
        """Return the longest answer to ask for, in tokens, after so many cut answers: each one doubles it."""
        return min(self.plan_tokens << cuts, self.max_tokens)

    def body(self, problem: Problem, temperature: float, form: Form = "openai", cuts: int = 0) -> bytes:
        """Return the body of a request for a plan.

        Args:
            problem: the problem.
            temperature: of the answer.
            form: whether the schema is in OpenAI's form or in TGI's.
            cuts: how many of this endpoint's answers to the problem have been cut.
        """
        frame = self._frames.get((temperature, form, cuts))
        if frame is None:
            frame = self._frames[temperature, form, cuts] = self._frame(problem, temperature, form, cuts)
        return f"{frame[0]}{json.dumps(self.prompt.asked(problem))}{frame[1]}".encode()

    def _frame(self, problem: Problem, temperature: float, form: Form, cuts: int) -> tuple[str, str]:
        """Return the body before and after the last message's content, which alone differs between problems."""
        messages = self.prompt.messages(problem)
        before = json.dumps({"model": self.model, "messages": messages})
        end = f"{json.dumps(messages[-1]['content'])}}}]}}"
        body: dict[str, Any] = {}
        body[self.traits.length_parameter] = self.most_tokens(cuts)
        if self.traits.takes_temperature:
            body["temperature"] = temperature
        body.update(self.traits.parameters)
        ours = self.author == "student" and form == "openai"  # vLLM or llama.cpp
        other = ours and self.prompt is not OWN  # student-nano stops by itself, and lengths take 30 ms in llama.cpp
        if other:
            body["chat_template_kwargs"] = {"enable_thinking": False}
        after = f'}}], {json.dumps(body)[1:-1]}, "response_format": {_format(form, lengths=other)}}}'
        return before.removesuffix(end), after


def student(settings: Settings) -> Endpoint:
    """Return the student's endpoint; its tokens cost nothing."""
    traits = TeacherModel(price_in=0.0, price_out=0.0)
    chosen = prompt(settings.prompt, settings.model_name)
    return Endpoint(
        "student",
        settings.api_base,
        settings.api_key,
        settings.model_name,
        traits,
        chosen,
        settings.max_tokens,
        settings.plan_tokens,
    )


def teacher(settings: Settings) -> Endpoint | None:
    """Return the teacher's endpoint, or None if it is off. It is asked only once, so for the longest answer."""
    if settings.teacher_mode == "off":
        return None
    traits = teacher_model(settings.teacher_model)
    return Endpoint(
        "teacher",
        settings.teacher_api_base,
        settings.teacher_api_key,
        settings.teacher_model,
        traits,
        prompt(settings.teacher_prompt, settings.teacher_model),
        settings.max_tokens,
        settings.max_tokens,
    )


@cache
def _format(form: Form, *, lengths: bool) -> str:
    schema = {"name": "plan", "schema": plan_schema(lengths=lengths)}
    if form == "tgi":
        return json.dumps({"type": "json_schema", "value": schema})
    return json.dumps({"type": "json_schema", "json_schema": schema | {"strict": True}})
