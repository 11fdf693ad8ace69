"""Trigonometric expressions in other forms, and powers of a letter to collect."""

from __future__ import annotations

from training import logarithms_words as words
from training.author import Author, Sample, call, plan_of
from training.notation import Node
from training.phrasing import asked


def sines_and_cosines(author: Author) -> Sample:
    """Return an expression with tangents and their like."""
    rng, w = author.rng, author.m.w
    name = rng.choice(("x",) * 8 + ("theta",) * 5 + ("t", "t", "A", "y", "alpha"))
    angle = w.sym(name) if author.chance(0.9) else w.mul(w.num(rng.randint(2, 4)), w.sym(name))

    def one(pool: str = "tan tan tan cot cot sec sec csc csc") -> Node:
        return w.func(rng.choice(pool.split()), angle, rng.choice((1, 1, 1, 1, 2)))

    def other() -> Node:
        return one("sin cos sin cos tan sec")

    pick = rng.random()
    if pick < 0.35:
        node = w.mul(*rng.choice(((one(), one()), (one(), other()), (other(), one()))))
    elif pick < 0.6:
        node = w.add([("+", one()), (rng.choice("++-"), rng.choice((one, other))())])
    elif pick < 0.8:
        node = w.frac(rng.choice((one, other))(), one())
    elif pick < 0.92:
        node = w.frac(
            one(),
            w.add(
                [("+", w.num(1)), (rng.choice("+-"), one())]
                if author.chance(0.5)
                else [("+", one()), (rng.choice("+-"), w.num(1))]
            ),
        )
    else:
        node = w.mul(other(), w.paren(w.add([("+", one()), (rng.choice("+-"), other())])))
    said = "\\" + name if len(name) > 1 and author.chance(0.5) else name
    objective = asked(rng, words.SINCOS, words.SLOTS, words.TRIG_REMARKS, v=said)
    return Sample(
        "rewrite: sines and cosines",
        objective,
        node.tex,
        (name,),
        plan_of(call("rewrite", node.py, "sines and cosines")),
        node.tree,
    )


def single_angles(author: Author) -> Sample:
    """Return sines and cosines of sums and multiples."""
    rng, w = author.rng, author.m.w
    names = rng.choice(("xy",) * 4 + ("AB",) * 4 + ("ab", "st", "uv", "pq"))
    letters = ["alpha", "beta"] if author.chance(0.25) and not author.plain_text else list(names)
    x = rng.choice(("x",) * 6 + ("theta",) * 3 + ("t", "A", "y"))
    pick = rng.random()

    def wave(angle: Node) -> Node:
        return w.func(rng.choice(("sin", "cos")), angle)

    if pick < 0.4:
        used, forms = letters, words.ADDITION
        node = wave(w.add([("+", w.sym(letters[0])), (rng.choice("+-"), w.sym(letters[1]))]))
    elif pick < 0.55:
        used, forms = [x], words.ADDITION
        turn = rng.choice(((1, 6), (1, 4), (1, 3), (1, 2), (2, 3), (3, 4)))
        pi = w.sym("pi")
        part = w.frac(pi if turn[0] == 1 else w.mul(w.num(turn[0]), pi), w.num(turn[1]))
        part = pi if author.chance(0.1) else part
        node = wave(
            w.add(
                [("+", w.sym(x)), (rng.choice("+-"), part)]
                if author.chance(0.8)
                else [("+", part), (rng.choice("+-"), w.sym(x))]
            )
        )
    elif pick < 0.85:
        used, forms = [x], words.MULTIPLE
        node = wave(w.mul(w.num(rng.choice((2, 2, 2, 2, 3, 3, 4))), w.sym(x)))
        if author.chance(0.3):
            rest = wave(w.sym(x)) if author.chance(0.6) else w.num(rng.randint(1, 4))
            node = w.add([("+", node), (rng.choice("+-"), rest)])
        elif author.chance(0.15):
            node = w.mul(w.num(rng.randint(2, 5)), node)
    else:
        used, forms = letters, words.ADDITION
        node = wave(w.add([("+", w.mul(w.num(2), w.sym(letters[0]))), (rng.choice("+-"), w.sym(letters[1]))]))
    said = "\\" + used[0] if len(used[0]) > 1 else used[0]
    objective = asked(rng, forms, words.SLOTS, words.TRIG_REMARKS, v=said)
    return Sample(
        "rewrite: single angles",
        objective,
        node.tex,
        tuple(used),
        plan_of(call("rewrite", node.py, "single angles")),
        node.tree,
    )


def collecting(author: Author) -> Sample:
    """Return a sum whose powers of one letter are to be collected."""
    rng, w = author.rng, author.m.w
    x = rng.choice(("x",) * 8 + ("y", "y", "t", "z", "s", "n"))
    pool = [c for c in "aaabbbckmpqyz" if c != x]
    others = list(dict.fromkeys(rng.sample(pool, rng.choice((1, 2, 2, 2, 3)))))
    terms: list[tuple[str, Node]] = []
    degrees = [rng.choice((0, 1, 1, 2, 2, 3)) for _ in range(rng.choice((3, 4, 4, 5, 6)))]
    degrees[:2] = [rng.choice((1, 2))] * 2
    rng.shuffle(degrees)
    for degree in degrees:
        factors = [] if author.chance(0.5) else [w.num(rng.randint(2, 9))]
        if author.chance(0.65):
            letter = w.sym(rng.choice(others))
            factors.append(letter if author.chance(0.85) else w.power(letter, w.num(2)))
        if degree:
            factors.append(w.sym(x) if degree == 1 else w.power(w.sym(x), w.num(degree)))
        terms.append((author.m.sign() if terms else "+", w.mul(*factors) if factors else w.num(rng.randint(1, 9))))
    if author.chance(0.18):
        inner = w.paren(w.add([("+", w.sym(x)), (rng.choice("+-"), w.sym(others[0]))]))
        terms.insert(
            rng.randint(0, 1), ("+", w.mul(w.sym(x) if author.chance(0.5) else w.num(rng.randint(2, 5)), inner))
        )
    node = w.add(terms)
    objective = asked(rng, words.COLLECT, words.SLOTS, (), v=x)
    found = [x, *(name for name in others if f"'{name}'" in repr(node.tree))]
    if author.chance(0.3):
        rng.shuffle(found)
    return Sample("collect", objective, node.tex, tuple(found), plan_of(call("collect", node.py, x)), node.tree)
