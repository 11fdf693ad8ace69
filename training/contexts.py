"""Text that people write around an objective, as data: its source, givens, the form of the answer."""

from __future__ import annotations

import random

from training.wordings import phrases

OPENINGS = phrases(
    """exercise {n}.|exercise {n}:|exercise {n}.{n} no. {n}:|problem {n}.|problem {n}{l}.|question {n}:|Q{n}:|Q{n}.|
    {n})|({l})|{l})|{n}.|task {n}:|ex. {n}:|no. {n}:|section {n}.{n}:|homework:|exam question:|calculus:|algebra:|
    practice:|a quick one:|here is one:|from my textbook:|for my homework:|given the function below,|
    for the function below,|for the curve below,|for the expression below,|the position of a particle is given.|
    the cost function is given.|the charge is given below.|the velocity is given.|the population is given.|
    the height of a ball is given.|the current is given.|power as a function of {v}.|from physics:|
    suppose {v} is positive.|let {v} be real.|assume all letters are positive.|the other letters are constants.|
    I am stuck:|I need help:|warm-up:|the formula is below;|this comes from a circuit.|a ball is thrown.|ideal gas:|
    as a check:|can someone help?|let f be the function below.|let f be defined as follows.|
    consider the function below.|consider the following.|a curve has the equation below.|
    the curve C has the equation shown.|the function f is given.|a function is defined by the formula.|
    the graph of the function is given.|the height of a ball after {v} seconds is given below.|
    a particle moves along a line; its position is given.|
    the displacement of a particle at time {v} is given by the formula.|
    the temperature after {v} minutes is as follows.|
    the cost in dollars of making {v} items is given by the formula below.|the profit is modelled by the formula.|
    the volume of water in a tank after {v} hours is given.|the radius of a circle is {v} cm.|
    a company's revenue is given.|the number of bacteria after {v} hours is given by the formula.|
    the speed of a car is given, in metres per second.|the concentration of a drug in the blood is modelled below.|
    a stone is thrown upwards.|the area of a rectangle is given.|this is from last year's exam.|
    I keep getting this wrong.|I tried but got stuck.|hi, I need help with this:|my teacher gave us this:|
    (calculator not allowed)|(no calculator)|AP calculus:|A-level maths:|({n} marks)|part {l}:|
    in this question, give exact answers.|here is the problem:|part ({l}):|review exercise {n}:|worked example:|
    it is given that {v} is real.|where {v} is a real number,|the diagram shows a curve.|
    without using a calculator,|by using a suitable method,|hence or otherwise,|in the usual notation,|
    using algebra,|for the expression given,|({n} pts)|[{n} points]|{n}. [{n} points]|hey,|pls help:|can u help?|
    by using a suitable method, or otherwise,|hence, or otherwise,|show your steps:|idk how to do this:|
    in this question you must show all your working.|(calculators are not allowed)|consider the given function.|
    suppose that all letters are constants except {v}."""
)
"""Texts before an objective. ``{n}`` is a meaningless number, ``{l}`` a letter."""
CLOSINGS = phrases(
    """. Show your steps|. Show all work|. Show every step|. Give an exact answer|. No decimals|
    . Do not forget the constant|(drop the constant)|(ignore C)|(take C = 0)|, constant can be dropped|
    , the rest are constants|, treat the other letters as constants|(the other letters are constants)|({v} is time)|
    ({v} is real)|({v} > 0)|. Assume {v} > 0|, if it exists|if possible|. Check your answer|. Thanks|, thank you|
    for homework|for tomorrow's exam|step by step|by hand|without a calculator|using the usual rules|
    . Use the rules you know|. Assume the denominators are not zero|. Let u = {v}^2 if it helps|
    . Do not forget the inner function|with decimals|; everything else is constant|as a function of {v}|
    , I got stuck|. Be careful with the signs|(all of it)|for the report|. Explain|and explain|
    . The answer should be short|, nothing else|. Leave roots as they are|(Enter your answer using interval notation.)|
    (If an answer does not exist, enter DNE.)|. If it does not exist, write DNE|
    (Use C for the constant of integration.)|
    (Remember to use absolute values where appropriate.)|(Enter your answers as a comma-separated list.)|
    . Separate multiple answers with commas|. If there is no solution, enter NO SOLUTION|. Check your result|
    . Use a graphing utility to verify your result|. Do not leave negative exponents in your answer|
    . Assume all variables are positive|, showing all your working|lol|pls im so lost|, i have no idea how to start|
    , exact answer|, giving exact answers|({n} pts)|[{n} points]|. Justify your answer|
    . Show all work, no credit without it|
    , leaving your answer in terms of e|, leaving your answer in terms of \\pi|
    , giving your answer in its simplest form|
    and simplify your answer|. You do not need to simplify your answer|. Express your answer in exact form|
    . Write your answer without decimals|. I keep getting stuck|and show the steps|, please show the steps|
    ?? i keep getting 0|. Can you show me how?|. (Check your answer.)|. There may be more than one correct form"""
)
"""Texts after an objective, joined by a space unless they begin with a sign."""


def around(rng: random.Random, text: str) -> str:
    """Put a text before or after an objective, rarely both."""
    pick = rng.random()
    if pick < 0.11:
        opening = rng.choice(OPENINGS).replace("{l}", rng.choice("abcdefg"))
        while "{n}" in opening:
            opening = opening.replace("{n}", str(rng.randint(1, 40)), 1)
        text = f"{opening} {text[:1].upper() + text[1:] if opening[-1] == '.' and rng.random() < 0.6 else text}"
    if 0.095 < pick < 0.18:
        closing = rng.choice(CLOSINGS).replace("{n}", str(rng.randint(1, 9)))
        bare = text.rstrip("?.") if closing[0] in ".,;" else text
        text = bare + closing if closing[0] in ".,;" else f"{text} {closing}"
    return text
