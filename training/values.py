"""Exact values of numbers, decimals, and terms of sequences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import sympy  # type: ignore[import-untyped]

from training import objectives as say
from training.author import Author, Sample, call, plan_of
from training.expressions import Maker
from training.notation import Node
from training.series import WORDS
from training.sums import term
from training.wordings import phrases, tails

EXACT = phrases(
    """find the exact value|find the exact value|find the exact value of the expression|evaluate|evaluate|simplify|
    compute|evaluate exactly|evaluate without a calculator|find the value|give the exact value|
    what is the exact value?|evaluate the expression|calculate|work out|
    without using a calculator, find the exact value|exact value|evaluate the expression without using a calculator|
    find the exact value without a calculator|find|determine the value|simplify and give the exact value|
    write the exact value|evaluate and simplify|find the exact value of each expression"""
)
SURDS = phrases(
    """simplify|simplify the radical|simplify the radical expression|simplify the surds|
    write in simplest radical form|express in simplest surd form|simplify fully|simplify the expression|
    simplify, leaving your answer as a surd|write as a single surd|simplify the square roots|combine the radicals"""
)
LOGARITHMS = phrases("""evaluate the logarithm|find the value of the logarithm|evaluate the logarithm exactly|log""")
NTH = phrases(
    """find the {p}th term|find the {p}th term of the sequence|what is the {p}th term?|calculate the {p}th term|
    the {v}th term of a sequence is given. Find the {p}th term|find the term with {v} = {p}|work out the {p}th term"""
)
ROUNDED = phrases(
    """evaluate|find the value|calculate|approximate|approximate the number|compute|work out|give the value|find|
    use a calculator to evaluate|evaluate the expression|approximate the expression|write as a decimal,|estimate|
    use a calculator to approximate the number|find the decimal value|find a decimal approximation|round|
    calculate the value"""
)
FIGURES = phrases(
    """to {d} significant figures|correct to {d} significant figures|to {d} significant digits|to {d} sig figs|
    to {d} s.f.|giving the answer correct to {d} significant figures|rounded to {d} significant figures|
    ({d} significant figures)|, giving your answer to {d} significant figures|with {d} significant digits|
    correct to {d} s.f.|rounded to {d} significant digits"""
)
PLACES = phrases(
    """to {d} decimal places|correct to {d} decimal places|to {w} decimal places|correct to {w} decimal places|
    rounded to {d} decimal places|, giving your answer to {d} decimal places|to {d} d.p.|
    accurate to {w} decimal places|rounded to {w} decimal places|(round to {d} decimal places)|
    . Round to {w} decimal places|to {d} places"""
)
FINALLY = tails(
    """, correct to {d} significant figures|, giving your answer to {d} significant figures|
    . Give your answer to {d} significant figures|, giving your answer to {d} s.f.|, to {d} significant figures|
     to {d} significant figures| correct to {d} significant figures|
    . Give the answer correct to {d} significant figures.|. Round to {d} significant digits.|
    , as a decimal with {d} significant digits|as a decimal with {d} significant digits|
    . Give a decimal with {d} significant digits|. Give your answer to {d} significant figures."""
)
"""After another problem's objective."""
NEAREST = {1: "to the nearest tenth", 2: "to the nearest hundredth", 3: "to the nearest thousandth"}


def _angle(m: Maker) -> Node:
    """Return a multiple of pi."""
    w, pi = m.w, m.w.sym("pi")
    below = m.rng.choice((2, 3, 3, 4, 4, 6, 6, 1, 12, 8))
    above = m.rng.choice([k for k in range(1, 2 * below + 4) if below == 1 or k % below])
    top = pi if above == 1 else w.mul(w.num(above), pi)
    angle = top if below == 1 else w.frac(top, w.num(below), slash=m.rng.random() < 0.25)
    return w.neg(angle) if m.rng.random() < 0.2 else angle


def _degrees(m: Maker) -> Node:
    """Return an angle in degrees, which a plan has in radians."""
    count = m.rng.choice((30, 45, 60, 90, 120, 135, 150, 180, 210, 225, 240, 270, 300, 315, 330, 360, 15, 75))
    part = Fraction(count, 180)
    top = "pi" if part.numerator == 1 else f"{part.numerator}*pi"
    tex = (
        f"{count}°"
        if m.style.ascii
        else m.rng.choice((rf"{count}^\circ", rf"{count}^\circ", rf"{count}^{{\circ}}", f"{count}°"))
    )
    return Node(tex, top if part.denominator == 1 else f"{top}/{part.denominator}", None, "pow")


def _trigonometric(m: Maker) -> Node:
    """Return a function of a known angle, or of a known value."""
    rng, w = m.rng, m.w
    f = w.func(rng.choice(("sin", "cos", "tan", "sin", "cos", "tan", "sec", "csc", "cot")), _angle(m))
    half = rng.choice(
        (w.frac(w.num(1), w.num(2)), w.frac(w.root(w.num(rng.choice((2, 3)))), w.num(2)), w.num(1), w.num(0))
    )
    half = w.neg(half) if rng.random() < 0.3 else half
    pick = rng.random()
    if pick < 0.28:
        first, second = (w.func(rng.choice(("sin", "cos", "tan")), _degrees(m)) for _ in range(2))
        return (
            first if pick < 0.2 else w.mul(first, second) if pick < 0.24 else w.add([("+", first), (m.sign(), second)])
        )
    if pick < 0.5:
        return f
    if pick < 0.68:
        return w.func(rng.choice(("asin", "acos", "atan")), half)
    g = w.func(rng.choice(("sin", "cos", "tan")), _angle(m), rng.choice((1, 1, 2)))
    return w.add([("+", f), (m.sign(), g)]) if pick < 0.85 else w.mul(f, g)


def _power(m: Maker) -> Node:
    """Return a power of a number, a quotient of them, or numbers alone."""
    rng, w = m.rng, m.w
    base, root = rng.choice((2, 3, 4, 5, 6, 10)), rng.choice((2, 2, 3, 4))
    exponent = w.frac(w.num(rng.choice((1, 2, 3))), w.num(root), slash=rng.random() < 0.5)
    value = w.num(base**root)
    power = w.power(value, w.neg(exponent) if rng.random() < 0.4 else exponent)
    a, b, c = (w.num(rng.randint(1, 20)) for _ in range(3))
    fraction = w.frac(w.num(rng.randint(1, 9)), w.num(rng.randint(2, 12)))
    other = w.frac(w.num(rng.randint(1, 9)), w.num(rng.randint(2, 12)))
    options = (
        power,
        w.root(value, root),
        w.power(w.paren(w.frac(value, w.num(rng.choice((8, 9, 16, 27, 25))))), exponent),
        w.add([("+", fraction), (m.sign(), other)]),
        w.mul(fraction, other),
        w.add([("+", a), (m.sign(), w.mul(b, w.paren(w.add([("+", c), (m.sign(), a)]))))]),
        w.frac(w.add([("+", a), (m.sign(), b)]), c),
        w.add([("+", w.power(w.num(base), w.num(rng.randint(2, 5)))), (m.sign(), w.root(value, root))]),
    )
    return rng.choice(options)


def _surd(m: Maker) -> Node:
    """Return roots of numbers."""
    rng, w = m.rng, m.w
    inside = rng.choice((2, 3, 5, 6, 7))
    roots = [w.root(w.num(inside * k * k)) for k in rng.sample(range(1, 9), 3)]
    scaled = [w.mul(w.num(rng.randint(2, 9)), one) if rng.random() < 0.4 else one for one in roots]
    options = (
        lambda: roots[0],
        lambda: w.root(w.num(rng.randint(8, 200)), rng.choice((2, 2, 3))),
        lambda: w.add([("+", scaled[0]), (m.sign(), scaled[1])]),
        lambda: w.add([("+", scaled[0]), (m.sign(), scaled[1]), (m.sign(), scaled[2])]),
        lambda: w.mul(scaled[0], w.root(w.num(rng.randint(2, 20)))),
        lambda: w.frac(roots[0], w.root(w.num(rng.randint(2, 9)))),
    )
    return rng.choice(options)()


def _logarithm(m: Maker) -> Node:
    """Return a logarithm of a power of its base."""
    rng, w = m.rng, m.w
    base, power = rng.choice((2, 2, 3, 4, 5, 10)), rng.randint(1, 5)
    value = w.num(base**power) if rng.random() < 0.7 else w.frac(w.num(1), w.num(base**power))
    pick = rng.random()
    if pick < 0.6:
        return w.log_base(value, base)
    if pick < 0.75:
        return w.func("log", w.exp(w.num(rng.randint(2, 9))))
    if pick < 0.85:
        return w.exp(w.func("log", w.num(rng.randint(2, 9))))
    return w.add([("+", w.log_base(value, base)), (m.sign(), w.log_base(w.num(base), base))])


def exact(author: Author) -> Sample:
    """Simplify a number."""
    rng = author.rng
    make, forms = rng.choice(
        ((_trigonometric, EXACT),) * 4
        + ((_power, EXACT),) * 3
        + ((_surd, SURDS),) * 3
        + ((_logarithm, (*EXACT, *LOGARITHMS)),) * 3
    )
    node = make(author.m)
    objective = say.finish(rng, rng.choice(forms), v=author.variable)
    return Sample("exact value", objective, node.tex, (author.variable,), plan_of(call("simplify", node.py)))


def nth_term(author: Author) -> Sample:
    """Evaluate a sequence's term."""
    rng = author.rng
    author.variable = rng.choice(("n", "n", "n", "k"))
    author.constants = ()
    author.m = Maker(rng, author.variable, (), author.m.style)
    node, place = term(author.m), str(rng.randint(4, 60))
    tex = f"{rng.choice('auTt')}_{author.variable} = {node.tex}" if not author.plain_text else node.tex
    objective = say.finish(rng, rng.choice(NTH), v=author.variable, p=place)
    plan = plan_of(call("substitute", node.py, author.variable, place))
    return Sample("term of a sequence", objective, tex, (author.variable,), plan)


def _value(m: Maker) -> Node:
    """Return a number that is not whole."""
    rng, w = m.rng, m.w
    n, k = w.num(rng.choice((2, 3, 5, 7, 10, rng.randint(2, 200)))), w.num(rng.randint(2, 9))
    decimal = w.num(f"{rng.randint(0, 9)}.{rng.randint(1, 9)}")
    trig = rng.choice(("sin", "cos", "tan"))
    options = (
        lambda: w.root(n),
        lambda: w.root(n),
        lambda: w.root(n, 3),
        lambda: w.func("log", n),
        lambda: w.exp(rng.choice((k, decimal, w.neg(decimal), w.neg(k)))),
        lambda: w.func(trig, rng.choice((decimal, w.num(1), k))),
        lambda: w.frac(n, w.num(rng.choice((7, 3, 11, 13, 17)))),
        lambda: w.frac(w.add([("+", w.num(1)), ("+", w.root(n))]), k),
        lambda: w.mul(k, w.exp(decimal)),
        lambda: w.add([("+", w.root(n)), (m.sign(), w.root(k))]),
        lambda: w.add([("+", w.root(n)), (m.sign(), w.sym("pi"))]),
        lambda: w.frac(w.root(n), w.sym("pi")),
        lambda: w.frac(w.num(rng.randint(1, 99)), w.num(rng.choice((3, 7, 9, 11, 13, 19)))),
        lambda: w.frac(w.func("log", n), w.func("log", k)),
        lambda: w.power(decimal, w.num(rng.randint(2, 6))),
        lambda: w.mul(k, w.sym("pi")),
        lambda: w.frac(w.exp(w.num(1)), w.sym("pi")) if not m.style.ascii else w.root(n),
        lambda: w.log_base(n, rng.choice((2, 3, 5))),
        lambda: w.mul(w.num(rng.choice((100, 1000, 50))), w.power(w.num(f"1.0{rng.randint(1, 9)}"), k)),
        lambda: w.func("atan", k),
    )
    return rng.choice(options)()


def rounded(author: Author) -> Sample:
    """Give a decimal, with significant digits or decimal places."""
    rng = author.rng
    node = _value(author.m)
    places = rng.choice((1, 2, 2, 3, 3, 4, 4, 5))
    value = sympy.N(sympy.sympify(node.py), 30)
    if author.chance(0.5) or not value.is_real:
        digits, text = str(places + 1), rng.choice(FIGURES)
        text = text.replace("{d}", digits if author.chance(0.6) else WORDS[int(digits)])
    else:
        shown = Decimal(str(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        digits = str(len(str(abs(shown)).replace(".", "").lstrip("0")))
        text = NEAREST[places] if places in NEAREST and author.chance(0.25) else rng.choice(PLACES)
        text = text.replace("{d}", str(places)).replace("{w}", WORDS[places])
        text = text.replace("1 decimal places", "1 decimal place").replace("one decimal places", "one decimal place")
        if digits in ("0", "1"):
            return rounded(author)
    ask = rng.choice(ROUNDED)
    objective = say.finish(rng, ask + ("" if text[0] in ",." else " ") + text, v=author.variable)
    return Sample("decimal", objective, node.tex, (author.variable,), plan_of(call("numeric", node.py, digits)))


def rounded_result(author: Author, make: Callable[[Author], Sample]) -> Sample:
    """Ask for another problem's result as a decimal."""
    drawn = make(author)
    last = drawn.plan.steps[-2]
    if len(drawn.plan.answers) > 1 or not (
        last.type == "tool" and (last.tool == "substitute" or (last.args.upper or "oo").lstrip("-").isdigit())
    ):
        return rounded_result(Author(author.rng), make)
    digits = str(author.rng.choice((2, 3, 3, 3, 4, 4, 5)))
    text = author.rng.choice(FINALLY).replace("{d}", digits if author.chance(0.6) else WORDS[int(digits)])
    steps = [(step.tool, dict(step.args)) for step in drawn.plan.steps if step.type == "tool"]
    plan = plan_of(*steps, call("numeric", f"R{len(steps)}", digits))
    return replace(drawn, kind="decimal of a result", objective=drawn.objective.rstrip("?.! :") + text, plan=plan)
