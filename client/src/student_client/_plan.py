"""The plan: what the model writes, as data, and the JSON schema that constrains it.

The tools and their arguments are defined here and nowhere else; the verifier, the prompt and the
bundled model's training read them from here.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from ._errors import InvalidPlan

MAX_STEPS = 8
"""Most steps in a plan. The longest of the documented problems needs three."""
MAX_TEXT = 500
"""Longest expression in characters. Problems are textbook-sized; more is a model running on."""

_REFERENCE = re.compile(r"\bR([1-9][0-9]*)\b")
_SYMBOL = re.compile(r"[A-Za-z][A-Za-z0-9_]*\Z")


def references(text: str) -> list[int]:
    """Return the step numbers that an expression refers to, in order.

    >>> references("R1 + 2*R3")
    [1, 3]
    """
    return [int(number) for number in _REFERENCE.findall(text)]


def _expression(text: str) -> str:
    if not text.strip():
        raise ValueError("the expression is empty")
    if len(text) > MAX_TEXT:
        raise ValueError(f"the expression has {len(text)} characters, at most {MAX_TEXT} are allowed")
    # "\frac" in a JSON string decodes to a form feed and "rac": LaTeX where SymPy syntax belongs.
    if not text.isprintable():
        raise ValueError(f"the expression has a control character: {text!r}")
    return text


def _symbol(text: str) -> str:
    if len(text) > 32 or not _SYMBOL.match(text):
        raise ValueError(f"{text!r} is not a variable's name")
    if _REFERENCE.fullmatch(text):
        raise ValueError(f"{text!r} is a step's result, not a variable")
    return text


def _result(text: str) -> str:
    if not _REFERENCE.fullmatch(text):
        raise ValueError(f"the result must be a step, such as 'R1', and is {text!r}")
    return text


Expression: TypeAlias = Annotated[str, AfterValidator(_expression)]
Symbol: TypeAlias = Annotated[str, AfterValidator(_symbol)]
Result: TypeAlias = Annotated[str, AfterValidator(_result)]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class ExprArgs(_Model):
    """Arguments of simplify, expand, factor: ``expr`` in SymPy's syntax."""

    expr: Expression


class VarArgs(ExprArgs):
    """Arguments of integrate, differentiate, solve: ``expr`` and the variable ``var``."""

    var: Symbol


class PointArgs(VarArgs):
    """Arguments of limit and substitute: ``expr``, ``var`` and the ``point`` that var goes to."""

    point: Expression


class VarStep(_Model):
    """integrate (indefinite), differentiate (once) or solve for a variable.

    ``solve`` takes ``Eq(left, right)``, or an expression that is set equal to zero.
    """

    type: Literal["tool"]
    tool: Literal["integrate", "differentiate", "solve"]
    args: VarArgs


class ExprStep(_Model):
    """Rewrite an expression: simplify, expand or factor."""

    type: Literal["tool"]
    tool: Literal["simplify", "expand", "factor"]
    args: ExprArgs


class PointStep(_Model):
    """limit (two-sided, or at ``oo`` and ``-oo``), or substitute a value for a variable."""

    type: Literal["tool"]
    tool: Literal["limit", "substitute"]
    args: PointArgs


class FinalPayload(_Model):
    """What the plan answers: the step whose result is the answer, or several in the order of what was asked."""

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


ToolStep: TypeAlias = Annotated[VarStep | ExprStep | PointStep, Field(discriminator="tool")]
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
                texts = [text for name, text in step.args if name != "var"]
            for text in texts:
                for reference in references(text):
                    if reference >= number:
                        raise ValueError(f"step {number} uses R{reference}, which is not an earlier step's result")
        return self

    @classmethod
    def parse(cls, text: str) -> Plan:
        """Read a plan from the model's text.

        Args:
            text: JSON, and nothing around it.

        Returns:
            The plan, every promise of this class checked.

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
        """The numbers of the steps whose results are the answers, in the order of what was asked."""
        final = self.steps[-1]
        return tuple(int(name[1:]) for name in final.results) if isinstance(final, FinalStep) else ()

    def to_json(self) -> str:
        """Return the plan as compact JSON, the form the schema makes engines generate."""
        return self.model_dump_json()


def plan_schema() -> dict[str, Any]:
    """Return the JSON schema of a plan, in the subset all engines and OpenAI's strict mode take.

    References are inlined, ``oneOf`` becomes ``anyOf``, ``const`` a one-value ``enum``; titles,
    descriptions and discriminators are dropped. Lengths of strings and the order of references are
    not in it: :meth:`Plan.parse` checks them.

    >>> schema = plan_schema()
    >>> schema["properties"]["steps"]["maxItems"], [*schema["properties"]["steps"]["items"]]
    (8, ['anyOf'])
    """
    schema = Plan.model_json_schema()
    definitions = schema.pop("$defs")

    def portable(node: Any) -> Any:
        if isinstance(node, list):
            return [portable(item) for item in node]
        if not isinstance(node, dict):
            return node
        if "$ref" in node:
            return portable(definitions[node["$ref"].rsplit("/", 1)[1]])
        if "oneOf" in node:
            branches: list[Any] = []
            for branch in portable(node["oneOf"]):
                branches += branch["anyOf"] if set(branch) == {"anyOf"} else [branch]
            return {"anyOf": branches}
        if "const" in node:
            return {"type": node["type"], "enum": [node["const"]]}
        out: dict[str, Any] = {}
        for key, value in node.items():
            if key == "properties":
                out[key] = {name: portable(child) for name, child in value.items()}
            elif key not in {"title", "description", "discriminator"}:
                out[key] = portable(value)
        return out

    result: dict[str, Any] = portable(schema)
    return result
