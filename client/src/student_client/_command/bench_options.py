"""The options of ``student bench``; its code is loaded when it runs."""

from __future__ import annotations

import argparse
import math

LATENCIES = ("ttft", "tpot", "e2el", "plan")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options to the command's parser."""
    group = parser.add_argument_group("the problems")
    group.add_argument("--problems", metavar="FILE", help="JSON lines: ours with answers, MATH's or GSM8K's form")
    group.add_argument("--seed", type=int, default=1, metavar="N", help="seed of the bundled problems (default 1)")
    group = parser.add_argument_group("the loads")
    group.add_argument(
        "--concurrency",
        type=_numbers,
        default=[1, 2, 4, 8],
        metavar="N,N,…",
        help="problems at once, one load each (default 1,2,4,8)",
    )
    group.add_argument(
        "--rate",
        type=_positive,
        metavar="R",
        help="then problems arrive at random, R a second (default: 0.7 times the best rate before; 0: leave this out)",
    )
    group.add_argument("--seconds", type=_positive, default=20.0, metavar="S", help="length of each load (default 20)")
    group.add_argument(
        "--warmup", type=int, default=16, metavar="N", help="problems asked first, not counted (default 16)"
    )
    group.add_argument(
        "--goodput",
        type=_goal,
        action="append",
        metavar="WHAT:MS",
        help=f"a time limit for {', '.join(LATENCIES)}, such as ttft:200; may be repeated (default plan:1000)",
    )
    group = parser.add_argument_group("the report")
    group.add_argument("--json", metavar="FILE", help="write the report and its samples")
    group.add_argument("--html", metavar="FILE", help="write one page with graphs")
    group.add_argument("--against", metavar="FILE", help="compare with the --json FILE of an earlier run")
    group.add_argument(
        "--metadata",
        type=_pair,
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="a fact to keep in the report, such as engine=vllm; may be repeated",
    )


def _numbers(text: str) -> list[int]:
    parts = text.split(",")
    if not all(part.isascii() and part.isdigit() and 1 <= int(part) <= 1000 for part in parts):
        raise argparse.ArgumentTypeError(f"{text!r} is not a list of whole numbers from 1 to 1000, such as 1,2,4,8")
    return [int(part) for part in parts]


def _positive(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value < math.inf:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number, 0 or more")
    return value


def _goal(text: str) -> tuple[str, float]:
    name, _, milliseconds = text.partition(":")
    if name not in LATENCIES:
        raise argparse.ArgumentTypeError(f"{text!r} is not WHAT:MS with one of {', '.join(LATENCIES)}")
    return name, _positive(milliseconds)


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=VALUE")
    return name, value
