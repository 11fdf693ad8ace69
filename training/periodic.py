"""Trigonometric equations all of whose solutions are asked, as families of any whole number n."""

from __future__ import annotations

from training import objectives as say
from training.author import Author, Sample, call, plan_of
from training.equations import trigonometric
from training.expressions import Maker
from training.wordings import phrases

GENERAL = phrases(
    """find the general solution|find the general solution|find the general solution of the equation|general solution|
    find all solutions|find all solutions of the equation|find all solutions of the trigonometric equation|
    find all solutions in radians|find all real solutions|find all real solutions of the equation|solve|solve for {v}|
    solve the equation|solve the trigonometric equation|solve the equation. Give the general solution|
    find all solutions, where n is any integer|find the general solution, where n is an integer|
    find all solutions of the equation. Let n be any integer|write all solutions in terms of n|
    solve the equation for all values of {v}|find all values of {v} that satisfy the equation|
    determine the general solution of the trigonometric equation|give all solutions of the equation in radians|
    find all exact solutions of the equation|find the complete solution of the equation|find every solution|
    find the general solution, in radians|solve for all {v}|find all angles {v} in radians that satisfy the equation|
    find the general solution (n \\in \\mathbb{{Z}})|solve the equation, giving the general solution in radians|
    find the set of all solutions of the equation|solve in \\mathbb{{R}}|find all solutions over the real numbers|
    find all solutions (in radians) of the equation. Use n for any integer|find all zeros of the function|
    write the general solution of the equation|what is the general solution?|find all {v} in R with this property"""
)


def general(author: Author) -> Sample:
    """Ask for all solutions of a periodic equation."""
    rng = author.rng
    author.variable = rng.choice(("x",) * 8 + ("theta", "theta", "t", "y", "alpha"))
    author.constants = ()
    m = author.m = Maker(rng, author.variable, (), author.m.style)
    left, right = trigonometric(m)
    gap = " " if author.chance(0.8) else ""
    objective = say.finish(rng, rng.choice(GENERAL), v=author.called())
    names = (author.variable, "n") if " n " in objective and author.chance(0.1) else (author.variable,)
    plan = plan_of(call("solve", f"Eq({left.py},{right.py})", author.variable, "general"))
    return Sample("general solution", objective, f"{left.tex}{gap}={gap}{right.tex}", names, plan)
