"""Send two running stacks the same fresh problems and count equal answers: `python -m training.compare STACK STACK`."""

from __future__ import annotations

import argparse
from pathlib import Path

from student_client._settings import Settings

from training.ask import ask
from training.evaluate import fresh


def main() -> None:
    """Print each difference and how many answers are equal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stacks", nargs=2, type=Path, metavar="STACK", help="the folder of a stack, such as a clone")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=20_262)
    options = parser.parse_args()
    stacks = [Settings.from_env({}, folder) for folder in options.stacks]
    equal = 0
    for case in fresh(options.count, options.seed):
        one, other = (ask(settings, case.problem).text for settings in stacks)
        equal += one == other
        if one != other:
            print(f"{case.problem.objective} | {case.problem.expression}\n  first   {one}\n  second  {other}")
    print(f"{equal} of {options.count} answers are equal")


if __name__ == "__main__":
    main()
