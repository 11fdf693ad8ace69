"""Implicit and partial derivatives, and derivatives of a higher order."""

from __future__ import annotations

from training import objectives as say
from training.author import Author, Sample, call, plan_of
from training.expressions import Maker
from training.factors import greek
from training.notation import Node
from training.points import point
from training.wordings import phrases

Steps = list[tuple[str, dict[str, str]]]
PAIRS = (("x", "y"),) * 16 + (
    ("t", "y"),
    ("u", "v"),
    ("p", "q"),
    ("x", "z"),
    ("t", "x"),
    ("r", "s"),
    ("y", "x"),
    ("x", "u"),
)
IMPLICIT = phrases(
    """find {q}|find {q}|find {q}|{q}|compute {q}|find {q} by implicit differentiation|
    use implicit differentiation to find {q}|find {q} using implicit differentiation|
    differentiate implicitly to find {q}|implicit differentiation|determine {q}|differentiate implicitly|
    find the derivative {q} by implicit differentiation|calculate {q}|what is {q}?|
    use implicit differentiation to find the derivative of {f} with respect to {v}|
    differentiate implicitly with respect to {v}|find {q} in terms of {v} and {f}|
    find an expression for {q} in terms of {v} and {f}|find {q} for the curve|
    find the derivative of {f} with respect to {v}, where {f} is defined implicitly|obtain {q}|work out {q}|
    the equation defines {f} implicitly as a function of {v}. Find {q}|implicitly differentiate to find {q}|
    the curve has the equation below. Find {q} in terms of {v} and {f}|
    find the slope of the curve in terms of {v} and {f}|if {v} and {f} are related as below, find {q}|
    use implicit differentiation|find {q} if|given the equation, find {q}|
    assume that {f} is a function of {v}. Find {q}|find the gradient function of the curve, in terms of {v} and {f}|
    find {q} where {f} is a function of {v}|find the derivative implicitly|for the curve below, find {q}"""
)
IMPLICIT_AT = phrases(
    """find {q} at the point ({a}, {b})|find the slope of the curve at ({a}, {b})|{q} at ({a}, {b})|
    evaluate {q} at ({a}, {b})|find the gradient of the curve at the point ({a}, {b})|
    find the slope of the tangent line at ({a}, {b})|
    use implicit differentiation to find the slope of the tangent line to the curve at ({a}, {b})|
    find the slope of the curve at the point ({a}, {b})|find the value of {q} at the point ({a}, {b})|
    find the gradient at the point ({a}, {b})|use implicit differentiation to find {q} at ({a}, {b})|
    determine the slope at ({a}, {b}) by implicit differentiation|find {q} when {v} = {a} and {f} = {b}"""
)
FIRST = phrases(
    """find f_{v}|find f_{v}|find f_{v}({all})|compute f_{v}|find {q}|find {q}|{q}|calculate {q}|evaluate {q}|
    find the partial derivative with respect to {v}|partial derivative with respect to {v}|determine {q}|
    find the partial derivative of f with respect to {v}|partial derivative wrt {v}|
    differentiate partially with respect to {v}|find the first partial derivative with respect to {v}|
    compute the partial derivative {q}|obtain {q}|take the partial derivative with respect to {v}|what is {q}?|
    the partial derivative in {v}|work out {q}|find the rate of change of f with respect to {v}|
    find {q}, treating the other letters as constants"""
)
BOTH = phrases(
    """find the first partial derivatives|find the first partial derivatives of the function|find f_{v} and f_{f}|
    find both first partial derivatives|find both partial derivatives|find all first partial derivatives|
    compute the first-order partial derivatives|compute f_{v} and f_{f}|find {q} and {r}|
    determine both partial derivatives|find the partial derivatives with respect to {v} and {f}|
    find the first-order partial derivatives|partial derivatives|calculate {q} and {r}|
    find f_{v}({all}) and f_{f}({all})"""
)
SECOND = phrases(
    """find f_{{{v}{w}}}|find f_{v}{w}|find f_{{{v}{w}}}({all})|compute f_{{{v}{w}}}|calculate f_{{{v}{w}}}|find {s}|
    find {s}|{s}|compute {s}|evaluate {s}|find the second partial derivative f_{{{v}{w}}}|
    find the partial derivative f_{{{v}{w}}}|determine f_{{{v}{w}}}|find the second-order partial derivative {s}|
    work out {s}|f_{{{v}{w}}}"""
)
MIXED = phrases("""find the mixed partial derivative|find the mixed partial derivative f_{{{v}{w}}}|
mixed partial derivative f_{{{v}{w}}}""")
HIGHER = phrases(
    """find the {o} derivative|{o} derivative|find f^{{({n})}}({v})|find d^{n}y/d{v}^{n}|compute the {o} derivative|
    find the {o} derivative of the function|differentiate {t} times|determine the {o} derivative|find y^{{({n})}}|
    find the derivative of order {n}|calculate the {o} derivative|what is the {o} derivative?|
    find \\frac{{d^{n}y}}{{d{v}^{n}}}"""
)
SECOND_AT = phrases(
    """find f''({p})|compute f''({p})|evaluate f''({p})|calculate f''({p})|f''({p})|what is f''({p})?|
    find the second derivative at {v} = {p}|second derivative at {v} = {p}|
    evaluate the second derivative at {v} = {p}|find the value of the second derivative when {v} = {p}|
    find the acceleration at {v} = {p}|find the acceleration when {v} = {p}, if the position is given|
    find the value of d^2y/d{v}^2 at {v} = {p}|work out f''({p})|
    a particle has the displacement below. Find its acceleration at {v} = {p}"""
)
NTH = ("", "first", "second", "third", "fourth", "fifth")


def _quotient(author: Author, function: str, variable: str) -> str:
    """Return the derivative's name: dy/dx, y', or as a fraction, sometimes between dollars."""
    if function == "y" and author.chance(0.15):
        return "y'"
    text = f"d{function}/d{variable}"
    if author.chance(0.45):
        text = rf"\frac{{d{function}}}{{d{variable}}}"
    return f"${text}$" if author.chance(0.12) else text


def _in_two(author: Author, x: str, y: str) -> tuple[Maker, Maker]:
    """Return a maker for each letter, in one style."""
    author.variable, author.constants = x, ()
    author.m = Maker(author.rng, x, ("a",) if author.chance(0.06) else (), author.m.style)
    author.plain_text = author.m.style.ascii
    author.m.decimal = author.m.large = False
    other = Maker(author.rng, y, (), author.m.style)
    other.large = False
    return author.m, other


def _mixed(m: Maker, n: Maker) -> Node:
    """Return a term with both letters."""
    rng, w = m.rng, m.w
    x, y = m.power(4), n.power(4)
    product = w.mul(m.x, n.x)
    options = (
        lambda: product,
        lambda: w.mul(x, y),
        lambda: w.mul(m.number(), product),
        lambda: w.mul(m.number(), x, y),
        lambda: w.mul(x, n.function(0)),
        lambda: w.mul(y, m.function(0)),
        lambda: w.func(rng.choice(("sin", "cos", "log")), product),
        lambda: w.exp(product),
        lambda: w.power(w.paren(w.add([("+", m.x), (m.sign(), n.x)])), w.num(rng.choice((2, 2, 3)))),
        lambda: w.frac(m.x, n.x),
        lambda: w.root(product),
        lambda: w.func(rng.choice(("sin", "cos")), w.add([("+", m.x), (m.sign(), n.x)])),
    )
    return rng.choice(options)()


def _one(m: Maker) -> Node:
    """Return a term with one letter."""
    pick = m.rng.random()
    if pick < 0.45:
        return m.power(5)
    return m.w.mul(m.number(), m.power(5)) if pick < 0.75 else m.function(0) if pick < 0.92 else m.atom(0)


def curve(author: Author, x: str, y: str) -> tuple[str, str]:
    """Return an equation in two letters: as written, and as SymPy text."""
    rng = author.rng
    m, n = _in_two(author, x, y)
    w = m.w
    constant = m.number(low=1) if author.chance(0.85) else w.num(0)
    pick = rng.random()
    if pick < 0.3:
        sides = [w.add([("+", _one(m)), (m.sign(), _one(n))]), constant]
    elif pick < 0.65:
        terms = [("+", _one(m)), (m.sign(), _mixed(m, n))] + ([(m.sign(), _one(n))] if author.chance(0.75) else [])
        rng.shuffle(terms)
        sides = [w.add(terms), constant]
    elif pick < 0.8:
        sides = [w.add([("+", _one(m)), (m.sign(), _one(n))]), _mixed(m, n)]
    elif pick < 0.87:
        squares = [w.frac(w.power(letter.x, w.num(2)), w.num(rng.choice((4, 9, 16, 25, 5)))) for letter in (m, n)]
        sides = [w.add([("+", squares[0]), (m.sign(), squares[1])]), w.num(1)]
    else:
        sides = [
            rng.choice((_one(n), _mixed(m, n))),
            rng.choice((_one(m), _mixed(m, n), w.add([("+", m.x), ("+", n.x)]))),
        ]
    if author.chance(0.08):
        sides.reverse()
    gap = " " if author.chance(0.8) else ""
    return f"{sides[0].tex}{gap}={gap}{sides[1].tex}", f"Eq({sides[0].py},{sides[1].py})"


def implicit(author: Author) -> Sample:
    """Differentiate a letter along an equation in two."""
    rng = author.rng
    x, y = rng.choice(PAIRS)
    tex, py = curve(author, x, y)
    q = _quotient(author, y, x)
    steps = [call("implicit", py, x, y)]
    names = (x, y) if author.chance(0.85) else (y, x)
    if author.chance(0.16):
        a, b = (str(rng.choice((0, 1, 1, 2, 3, -1, -2, rng.randint(-9, 9)))) for _ in range(2))
        objective = say.finish(rng, rng.choice(IMPLICIT_AT), v=x, f=y, q=q, a=a, b=b)
        steps += [call("substitute", "R1", x, a), call("substitute", "R2", y, b)]
    else:
        objective = say.finish(rng, rng.choice(IMPLICIT), v=x, f=y, q=q)
    return Sample("implicit", objective, tex, names, plan_of(*steps))


def _at_point(author: Author, text: str, steps: Steps, names: list[str]) -> tuple[str, Steps]:
    """Return an objective and its steps, both at a point."""
    rng, last = author.rng, len(steps)
    a, b = (str(rng.choice((0, 1, 1, 2, 3, -1, -2, rng.randint(-9, 9)))) for _ in range(2))
    below = "".join(greek(step[1]["var"]) for step in steps)
    text = text.replace("({all})", "") + rng.choice((f" at ({a}, {b})", f" at the point ({a}, {b})"))
    if author.chance(0.5):
        text = f"find f_{below if last == 1 else '{{' + below + '}}'}({a}, {b})"
    values = [call("substitute", f"R{last}", names[0], a), call("substitute", f"R{last + 1}", names[1], b)]
    return text, [*steps, *values]


def partial(author: Author) -> Sample:
    """Differentiate a function of two or three letters."""
    rng = author.rng
    x, y = rng.choice((("x", "y"),) * 12 + (("u", "v"), ("s", "t"), ("x", "t"), ("r", "theta"), ("p", "q")))
    m, n = _in_two(author, x, y)
    terms = [("+", _mixed(m, n))]
    terms += [(m.sign(), rng.choice((_mixed(m, n), _one(m), _one(n)))) for _ in range(rng.choice((0, 1, 1, 2)))]
    names = [x, y]
    if author.chance(0.15) and "z" not in names:
        names.append("z")
        terms.append((m.sign(), m.w.mul(rng.choice((m.x, n.x)), m.w.sym("z"))))
    node = m.w.add(terms)
    if author.chance(0.12):
        node = rng.choice((m.w.root, m.w.exp, lambda a: m.w.func("log", a)))(node)
    everything = ", ".join(greek(name) if not author.plain_text else name for name in names)
    called = rng.choice(("f", "f", "f", "z", "w", "g")) if "z" not in names else "f"
    head = (
        rng.choice((f"{called}({everything}) = ", f"{called}({everything}) = ", f"{called} = ", ""))
        if called != "z"
        else "z = "
    )
    pick, results = rng.random(), tuple[int, ...]()
    v, w = rng.choice(names), rng.choice(names[:2])
    letters = {"v": greek(v), "w": greek(w), "f": greek(names[1]), "all": everything}
    tex, py = head + node.tex, node.py
    under = rf"\frac{{\partial {called}}}{{\partial {greek(v)}}}"
    if pick < 0.12 and not author.plain_text:
        node = author.m.w.paren(node) if node.kind in ("add", "neg") else node
        tex, py = rf"\frac{{\partial}}{{\partial {greek(v)}}} {node.tex}", node.py
        steps = [call("differentiate", py, v)]
        text = rng.choice(
            ("find the partial derivative", "evaluate", "compute", "partial derivative", "differentiate", "find")
        )
    elif pick < 0.55:
        text, steps = rng.choice(FIRST), [call("differentiate", py, v)]
    elif pick < 0.7:
        letters["v"] = greek(x)
        v, text, results = x, rng.choice(BOTH), (1, 2)
        under = rf"\frac{{\partial {called}}}{{\partial {greek(x)}}}"
        steps = [call("differentiate", py, name) for name in names[:2]]
    else:
        text = rng.choice(SECOND if v == w or author.chance(0.7) else MIXED)
        order = [v, w] if "{s}" not in text else [w, v]
        steps = [call("differentiate", py, order[0]), call("differentiate", "R1", order[1])]
    if pick >= 0.12 and not results and author.chance(0.2) and len(names) == 2:
        text, steps = _at_point(author, text, steps, names)
    if "f_" in text and called != "f":
        text = text.replace("f_", f"{called}_")
    text = author.renamed(text, tex)
    power = rf"\frac{{\partial^2 {called}}}{{\partial {greek(v)}^2}}"
    second = power if v == w else rf"\frac{{\partial^2 {called}}}{{\partial {greek(v)} \partial {greek(w)}}}"
    plain = f"∂{called}/∂{greek(v)}" if author.chance(0.25) else under
    other = under.replace(rf"\partial {greek(x)}", rf"\partial {greek(y)}")
    fences = ("$", "$") if author.chance(0.12) else ("", "")
    shown = {
        "q": fences[0] + plain + fences[1],
        "s": fences[0] + second + fences[1],
        "r": fences[0] + other + fences[1],
    }
    objective = say.finish(rng, text, **letters, **shown)
    return Sample("partial derivative", objective, tex, tuple(names), plan_of(*steps, results=results))


def higher(author: Author) -> Sample:
    """Differentiate several times, or twice and at a point."""
    rng, m, x = author.rng, author.m, author.variable
    node = m.simple() if author.chance(0.5) else m.any()
    tex = author.equals(node.tex, 0.8)
    if author.chance(0.55):
        place = point(rng, m)
        objective = say.finish(rng, author.renamed(rng.choice(SECOND_AT), tex), v=author.called(), p=place.said)
        steps = [
            call("differentiate", node.py, x),
            call("differentiate", "R1", x),
            call("substitute", "R2", x, place.py),
        ]
        return Sample("second derivative at a point", objective, tex, author.variables(cued=False), plan_of(*steps))
    order = rng.choice((3, 4, 4, 5))
    objective = say.finish(
        rng,
        author.renamed(rng.choice(HIGHER), tex),
        v=author.called(),
        n=str(order),
        o=NTH[order],
        t=("", "", "", "three", "four", "five")[order],
    )
    steps = [call("differentiate", node.py, x), *(call("differentiate", f"R{i}", x) for i in range(1, order))]
    return Sample("higher derivative", objective, tex, author.variables(cued=False), plan_of(*steps))
