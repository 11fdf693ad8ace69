"""Whole numbers: factorials, binomial coefficients, common divisors and multiples, primes; and moduli."""

from __future__ import annotations

import math

from training import whole_words as words
from training.author import Author, Sample, call, plan_of
from training.forms import complex_number
from training.notation import Node
from training.phrasing import asked


def counting(author: Author) -> Sample:
    """Return factorials or binomial coefficients."""
    rng = author.rng
    if author.chance(0.5):
        parts = [_binomial(author) for _ in range(rng.choice((1, 1, 1, 1, 2)))]
        forms = words.BINOMIAL if len(parts) == 1 else words.VALUE
        joint = rng.choice(("+", "+", "-", "*"))
    else:
        parts, joint = [_factorials(author) for _ in range(rng.choice((1, 1, 1, 1, 1, 2)))], rng.choice("+-")
        forms = words.FACTORIAL
    gap = " " if author.chance(0.8) else ""
    sign = (r"\cdot" if not author.plain_text else "*") if joint == "*" else joint
    tex = f"{gap}{sign}{gap if sign in '+-*' else ' '}".join(tex for tex, _ in parts)
    py = joint.join(text for _, text in parts)
    return _simplified(author, "counting", forms, tex, py)


def _simplified(author: Author, kind: str, forms: tuple[str, ...], tex: str, py: str, **names: str) -> Sample:
    objective = asked(author.rng, forms, words.SLOTS, (), **names)
    letter = (author.rng.choice("nnnxxka"),)
    return Sample(kind, objective, tex, letter, plan_of(call("simplify", py)))


def _binomial(author: Author) -> tuple[str, str]:
    """Return a binomial coefficient."""
    n = author.rng.randint(3, 20)
    k = author.rng.randint(1, n)
    py = f"binomial({n},{k})"
    if author.plain_text:
        return author.rng.choice((f"binom({n}, {k})", f"binomial({n}, {k})", f"C({n}, {k})", f"{n} choose {k}")), py
    styles = (rf"\binom{{{n}}}{{{k}}}",) * 16 + (
        rf"\dbinom{{{n}}}{{{k}}}",
        rf"{{{n} \choose {k}}}",
        f"C({n},{k})",
        f"{{}}_{{{n}}}C_{{{k}}}",
        f"{{}}^{{{n}}}C_{{{k}}}",
    )
    return author.rng.choice(styles), py


def _factorials(author: Author) -> tuple[str, str]:
    """Return a factorial, or a quotient of factorials."""
    rng = author.rng
    n = rng.randint(4, 15)
    pick = rng.random()
    if pick < 0.2:
        return f"{n}!", f"factorial({n})"
    k = rng.randint(2, n - 1)
    slash = author.plain_text or author.chance(0.1)
    if pick < 0.55:
        tex = f"{n}!/{k}!" if slash else rf"\frac{{{n}!}}{{{k}!}}"
        return tex, f"factorial({n})/factorial({k})"
    other = n - k if pick < 0.9 else rng.randint(2, 6)
    joint = "" if slash else rng.choice((r" \, ", r"\,", " ", "", r" \cdot "))
    joint = joint or ("*" if slash else " ")
    bottom = f"{k}!{joint}{other}!"
    tex = f"{n}!/({bottom})" if slash else rf"\frac{{{n}!}}{{{bottom}}}"
    return tex, f"factorial({n})/(factorial({k})*factorial({other}))"


def common(author: Author) -> Sample:
    """Return the greatest common divisor or the least common multiple of two or three numbers."""
    rng = author.rng
    what = rng.choice(("gcd", "gcd", "lcm"))
    base = rng.randint(2, 12) if author.chance(0.8) else rng.randint(2, 40)
    largest = 24 if what == "gcd" else 12
    numbers = [base * rng.randint(1, largest) for _ in range(rng.choice((2, 2, 2, 3)))]
    if len(set(numbers)) < len(numbers):
        return common(author)
    py = f"{what}({','.join(map(str, numbers))})"
    listed = ", ".join(map(str, numbers[:-1])) + f" and {numbers[-1]}"
    pick = rng.random()
    if pick < 0.14:
        head = r"\gcd" if what == "gcd" else rng.choice((r"\operatorname{lcm}", r"\text{lcm}", "lcm"))
        tex = f"{what if author.plain_text else head}({rng.choice((', ', ', ', ',')).join(map(str, numbers))})"
        return _simplified(author, what, words.VALUE, tex, py)
    joints = (", ", ", ", ", ", ",", " and ") if len(numbers) == 2 else (", ", ", ", ",")
    joint = rng.choice(joints[:5] if author.plain_text and len(numbers) == 2 else joints)
    forms = words.GCD if what == "gcd" else words.LCM
    return _simplified(author, what, forms, joint.join(map(str, numbers)), py, u=listed)


def primes(author: Author) -> Sample:
    """Return a whole number to be written as a product of primes."""
    rng = author.rng
    n = math.prod(rng.choice((2, 2, 2, 3, 3, 5, 7, 11, 13)) for _ in range(rng.randint(2, 6)))
    if author.chance(0.2):
        n = rng.randint(20, 5000)
    objective = asked(rng, words.PRIMES, words.SLOTS, (), u=str(n))
    letter = (rng.choice("nnnxxa"),)
    return Sample("primes", objective, str(n), letter, plan_of(call("factor", str(n))))


def modulus(author: Author) -> Sample:
    """Return a complex number whose absolute value is asked."""
    rng, m, w = author.rng, author.m, author.m.w
    pick = rng.random()
    node: Node = complex_number(m)
    if pick < 0.1:
        node = w.mul(w.paren(node), w.paren(complex_number(m)))
    elif pick < 0.2:
        node = w.frac(node, complex_number(m))
    elif pick < 0.26:
        node = w.power(w.paren(node), w.num(rng.choice((2, 2, 3))))
    name = rng.choice("zzzzzzww")
    named = author.chance(0.55)
    gap = " " if author.chance(0.8) else ""
    tex = f"{name}{gap}={gap}{node.tex}" if named else node.tex
    forms = (*words.MODULUS, *words.MODULUS_NAMED) if named else words.MODULUS
    objective = asked(rng, forms, words.SLOTS, (), m=name)
    plan = plan_of(call("simplify", f"Abs({node.py})"))
    return Sample("modulus", objective, tex, (name,), plan)
