"""Write the training data: `python -m training.generate --count 400000 --seed 1`.

One line a sample: the user's message as the client sends it, and the plan as the client reads it. A fiftieth of all
expressions, by hash, and those of the tests' handwritten problems never appear in training.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import sys
import time
from pathlib import Path

from student_client._plan import Plan
from student_client._problem import INSTRUCTION, Problem

from training.author import Sample
from training.problems import sample
from training.retold import retold

HERE = Path(__file__).parent
LONG, EASY = 40, 0.45
EARLY = frozenset(("integrate", "differentiate", "solve", "simplify", "expand", "factor", "limit", "substitute"))
"""Of short expressions of these kinds, and of two in a row, a share is kept, because they are soon learned."""
MEASURING = HERE.parent / "tests/models/student_nano"
HANDWRITTEN = MEASURING / "handwritten.jsonl"
OTHER_TAILS = (
    "Generate a step-by-step solution plan in JSON format:",
    "Generate a step-by-step solution plan in JSON.",
    "Generate a step-by-step solution plan in JSON format.",
    "Write the plan as JSON.",
    "Answer with one JSON object.",
    "",
)


def bare(expression: str) -> str:
    """Return the expression without white space, for comparing."""
    return re.sub(r"\s|\\,", "", expression)


def held_out(expression: str) -> bool:
    """Return whether an expression is kept for measuring; its text alone decides."""
    return hashlib.sha256(bare(expression).encode()).digest()[0] < 5


def handwritten() -> frozenset[str]:
    """Return the expressions of all handwritten problems for measuring."""
    lines = (line for path in MEASURING.glob("*.jsonl") for line in path.read_text(encoding="utf-8").splitlines())
    return frozenset(bare(json.loads(line)["expression"]) for line in lines)


def user_message(rng: random.Random, drawn: Sample, example: Plan) -> str:
    """Return the client's message, or sometimes the same problem with another ending."""
    message = Problem(drawn.objective, drawn.expression, drawn.variables).messages()[-1]["content"]
    if rng.random() < 0.92:
        return message
    block, blank, _ = message.rpartition(INSTRUCTION)
    pick = rng.random()
    if pick < 0.5:
        return block + rng.choice(OTHER_TAILS)
    if pick < 0.7:
        return f"{block}{OTHER_TAILS[0]} {json.dumps(json.loads(example.to_json()))}"
    if pick < 0.85:
        return f"{block}{OTHER_TAILS[0]} {example.to_json()}"
    if pick < 0.93:
        return (
            block.replace("[", "", 1).replace("]\n</", "\n</") + rng.choice(OTHER_TAILS)
            if "[" not in drawn.expression
            else message
        )
    return block.rstrip() + blank


def main() -> None:
    """Write the samples and print the number of each kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=400_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=HERE / "build/train.jsonl")
    parser.add_argument("--retold", type=float, default=0.5, help="the share of the verifier's problems, told again")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    taboo = handwritten()
    kinds: dict[str, int] = {}
    example = sample(rng).plan
    started = time.monotonic()
    options.out.parent.mkdir(parents=True, exist_ok=True)
    with options.out.open("w", encoding="utf-8") as out:
        while sum(kinds.values()) < options.count:
            drawn = retold(rng) if rng.random() < options.retold else sample(rng, longest=rng.choice((60, 80, 80, 100)))
            if held_out(drawn.expression) or bare(drawn.expression) in taboo:
                continue
            if len(drawn.expression) <= LONG and ({*drawn.kind.split(", ")} <= EARLY) and rng.random() > EASY:
                continue
            kinds[drawn.kind] = kinds.get(drawn.kind, 0) + 1
            line = {"user": user_message(rng, drawn, example), "plan": drawn.plan.to_json()}
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
            example = drawn.plan
    for kind, count in sorted(kinds.items(), key=lambda item: -item[1]):
        print(f"{count:8d}  {kind}")
    print(f"{options.count} samples in {time.monotonic() - started:.0f} s -> {options.out}", file=sys.stderr)


if __name__ == "__main__":
    main()
