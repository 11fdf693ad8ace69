"""The plan, which the model writes, as data, and the JSON schema that constrains it.

The tools and their arguments are in :mod:`student_client._tools`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    ValidationError,
    model_serializer,
    model_validator,
)

from . import _tools
from ._errors import InvalidPlan
from ._properties import PROPERTIES
from ._reading.formulas.as_written import sympy_text
from ._tools import MAX_NAME, MAX_STEPS, MAX_TEXT

_WHOLE = re.compile(r"0|[1-9][0-9]?")
_REFERENCE = re.compile(r"\bR([1-9][0-9]*)\b")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_WRITTEN = frozenset({"expr", "point", "lower", "upper"})
"""Arguments that are expressions."""
_NAMES = frozenset({"var", "vars", "degree", "form", "space", "function", "digits", "dir", "property", "to"})
"""Arguments in which R1 would not be a reference."""
_SYMBOL = re.compile(r"[A-Za-z][A-Za-z0-9_]*\Z")


def references(text: str) -> list[int]:
    """Return the step numbers that an expression refers to, in order.

    >>> references("R1 + 2*R3")
    [1, 3]
    """
    return [int(number) for number in _REFERENCE.findall(text)]


def _is_short(text: object) -> bool:
    return isinstance(text, str) and len(text) <= MAX_TEXT


def _expression(text: str) -> str:
    if not text.strip():
        raise ValueError("the expression is empty")
    if len(text) > MAX_TEXT:
        raise ValueError(f"the expression has {len(text)} characters, at most {MAX_TEXT} are allowed")
    # Refuse LaTeX in a JSON string: "\frac" decodes to a form feed and "rac".
    if not text.isprintable():
        raise ValueError(f"the expression has a control character: {text!r}")
    return text


def _symbol(text: str) -> str:
    if len(text) > MAX_NAME or not _SYMBOL.match(text):
        raise ValueError(f"{text!r} is not a variable's name")
    if _REFERENCE.fullmatch(text):
        raise ValueError(f"{text!r} is a step's result, not a variable")
    return text


def _symbols(text: str) -> str:
    names = [_symbol(name.strip()) for name in text.split(",")]
    if len(set(names)) < len(names):
        raise ValueError(f"{text!r} repeats a variable")
    return text


def _whole(text: str) -> str:
    if not _WHOLE.fullmatch(text):
        raise ValueError(f"{text[:40]!r} is not a whole number of at most two digits")
    return text


def _form(text: str) -> str:
    if text not in _tools.FORMS:
        raise ValueError(f"there is no form called {text[:40]!r}")
    return text


def _property(text: str) -> str:
    if text not in PROPERTIES:
        raise ValueError(f"there is no property called {text[:40]!r}")
    return text


def _result(text: str) -> str:
    if not _REFERENCE.fullmatch(text):
        raise ValueError(f"the result must be a step, such as 'R1', and is {text!r}")
    return text


Expression: TypeAlias = Annotated[str, AfterValidator(_expression)]
Symbol: TypeAlias = Annotated[str, AfterValidator(_symbol)]
Symbols: TypeAlias = Annotated[str, AfterValidator(_symbols)]
Form: TypeAlias = Annotated[str, AfterValidator(_form)]
Property: TypeAlias = Annotated[str, AfterValidator(_property)]
Whole: TypeAlias = Annotated[str, AfterValidator(_whole)]
Result: TypeAlias = Annotated[str, AfterValidator(_result)]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Args(_Model):
    """A step's arguments: those of its tool; the others are None and not in its JSON."""

    expr: Expression
    var: Symbol | None = None
    vars: Symbols | None = None
    point: Expression | None = None
    lower: Expression | None = None
    upper: Expression | None = None
    degree: Whole | None = None
    form: Form | None = None
    space: Literal["null space", "column space", "row space"] | None = None
    function: Symbol | None = None
    digits: Whole | None = None
    dir: Literal["+", "-"] | None = None
    domain: Expression | None = None
    to: Symbol | None = None
    property: Property | None = None

    def __iter__(self) -> Iterator[tuple[str, str]]:  # type: ignore[override]  # narrower: only given ones
        """Yield each argument that is given, with its name."""
        yield from ((name, value) for name, value in self.__dict__.items() if value is not None)

    @model_serializer(mode="wrap")
    def _given(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {name: value for name, value in write(self).items() if value is not None}


class ToolStep(_Model):
    """A call of a tool of the table, such as ``limit(expr, var, point)``.

    ``solve`` accepts ``Eq(left, right)``, or an expression that is set equal to zero.
    """

    type: Literal["tool"]
    tool: str
    args: Args

    @model_validator(mode="before")
    @classmethod
    def _read_as_written(cls, data: Any) -> Any:
        """Convert expressions to SymPy's syntax, such as x^2 to x**2; leave one that is not understood unchanged."""
        if not isinstance(data, dict) or not isinstance(args := data.get("args"), dict):
            return data
        tool = str(data.get("tool"))
        texts = {name: args[name] for name in args if name in _WRITTEN and _is_short(args[name])}
        names = [args[name] for name in ("var", "vars", "function") if isinstance(args.get(name), str)]
        variables = _NAME.findall(" ".join(names))
        read = {name: sympy_text(text, tool, variables, point=name != "expr") for name, text in texts.items()}
        return data | {"args": args | read}

    @model_validator(mode="after")
    def _check_arguments(self) -> ToolStep:
        known = _tools.takes(self.tool)
        if not known:
            raise ValueError(f"there is no tool {self.tool[:40]!r}")
        given = {name for name, _ in self.args}
        if not any(given == set(arguments) for arguments in known):
            names = ", ".join(name for name, _ in self.args)
            either = " or ".join(f"({', '.join(arguments)})" for arguments in known)
            raise ValueError(f"{self.tool} requires {either}, not ({names})")
        return self

    def data(self) -> dict[str, Any]:
        """Return the step as JSON-ready data."""
        return {"type": self.type, "tool": self.tool, "args": dict(self.args)}


class FinalPayload(_Model):
    """The plan's answer: the step whose result it is, or several in the order of the questions."""

    result: Result | Annotated[tuple[Result, ...], Field(min_length=1, max_length=MAX_STEPS)]


class FinalStep(_Model):
    """The last step of every plan."""

    type: Literal["final"]
    payload: FinalPayload

    @property
    def results(self) -> tuple[str, ...]:
        """The steps whose results are the answers, such as ``("R1",)``."""
        named = self.payload.result
        return (named,) if isinstance(named, str) else named

    def data(self) -> dict[str, Any]:
        """Return the step as JSON-ready data."""
        return {"type": self.type, "payload": {"result": self.payload.result}}


Step: TypeAlias = Annotated[ToolStep | FinalStep, Field(discriminator="type")]


class Plan(_Model):
    """Steps that solve a problem: tool steps, then exactly one final step.

    ``R1`` is the result of step 1, ``R2`` of step 2; an expression may use only earlier results.

    >>> plan = Plan.parse('{"steps":[{"type":"tool","tool":"expand","args":{"expr":"x*(x+1)"}},'
    ...                   '{"type":"final","payload":{"result":"R1"}}]}')
    >>> plan.steps[0].tool
    'expand'
    """

    steps: tuple[Step, ...] = Field(min_length=2, max_length=MAX_STEPS)

    @model_validator(mode="after")
    def _check_order(self) -> Plan:
        finals = [step.type == "final" for step in self.steps]
        if finals.count(True) != 1 or not finals[-1]:
            raise ValueError("a plan needs exactly one final step, and it must be the last")
        for number, step in enumerate(self.steps, start=1):
            if isinstance(step, FinalStep):
                texts = [*step.results]
            else:
                texts = [text for name, text in step.args if name not in _NAMES]
            for text in texts:
                for reference in references(text):
                    if reference >= number:
                        raise ValueError(f"step {number} uses R{reference}, which is not an earlier step's result")
        return self

    @classmethod
    def parse(cls, text: str) -> Plan:
        """Read a plan from the model's text.

        Args:
            text: JSON, with nothing around it.

        Returns:
            The plan, with every rule of this class checked.

        Raises:
            InvalidPlan: the text is not JSON or not a plan; the message names the first fault.
        """
        try:
            return cls.model_validate_json(text)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            step = next((f" in step {part + 1}" for part in first["loc"] if isinstance(part, int)), "")
            what = str(first["ctx"]["error"]) if first["type"] == "value_error" else first["msg"]
            raise InvalidPlan(f"not a valid plan{step}: {what}", text=text) from None

    @property
    def answers(self) -> tuple[int, ...]:
        """The numbers of the steps whose results are the answers, in the order of the questions."""
        final = self.steps[-1]
        return tuple(int(name[1:]) for name in final.results) if isinstance(final, FinalStep) else ()

    def to_json(self) -> str:
        """Return the plan as compact JSON, the form that engines generate with the schema."""
        steps = [step.data() for step in self.steps]
        return json.dumps({"steps": steps}, ensure_ascii=False, separators=(",", ":"))


def plan_schema(*, lengths: bool = False) -> dict[str, Any]:
    """Return the JSON schema of a plan, in the subset that all engines and OpenAI's strict mode accept.

    The schema does not constrain the order of references; :meth:`Plan.parse` checks it.

    Args:
        lengths: whether it bounds the lengths of strings. vLLM's guidance and llama.cpp enforce them; TGI's compiler
            does not finish on them, and OpenAI's strict mode does not document them.

    >>> schema = plan_schema()
    >>> schema["properties"]["steps"]["maxItems"], [*schema["properties"]["steps"]["items"]]
    (8, ['anyOf'])
    """
    items = {"anyOf": [*_tools.step_schemas(lengths=lengths), _tools.final_schema()]}
    steps = {"items": items, "maxItems": MAX_STEPS, "minItems": 2, "type": "array"}
    return {"additionalProperties": False, "properties": {"steps": steps}, "required": ["steps"], "type": "object"}
