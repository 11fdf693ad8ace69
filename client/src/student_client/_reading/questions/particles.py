"""The small words of objectives: those before a variable, a point, a bound, or another clause.

The places in a phrase are those of :mod:`student_client._reading.questions.phrases`.
"""

from __future__ import annotations

RESPECT = """with respect to {v}|for all {v}|for all values of {v}|for all real values of {v}|for every value of {v}|
    for each value of {v}|for all real {v}|with respect to variable {v}|with regard to {v}|in terms of {v}|
    relative to {v}|
    w.r.t. {v}|w.r.t {v}|w.r.t. variable {v}|wrt {v}|variable {v}|over {v}|for {v}|in {v}|by {v}|as a function of {v}|
    respect to {v}|function of {v}|a function of {v}|polynomial in {v}|quadratic in {v}|expression in {v}|
    equation in {v}|function in {v}|with respect to : {v}|variable : {v}|regarding {v}|{v} is variable|
    {v} is a variable|unknown {v}|unknown is {v}|{v} is unknown|{v} is time|{v} as variable|in variable {v}|
    for variable {v}"""
"""Words before the variable of an integral, a derivative, or an equation."""

STRANGERS = "with respect to {l}|w.r.t. {l}|wrt {l}|solve for {l}|in terms of {l}|d/d{l}"
"""Words before a variable that the problem does not have."""

CONSTANTS = """{v} is a constant|{v} is constant|{v} constant|{v} a constant|treat {v} as a constant|
    treating {v} as a constant|treat {v} as constant|treating {v} as constant|{v} and {v} are constants|
    {v}, {v} are constants|{v}, {v} and {v} are constants|{v}, {v}, and {v} are constants|{v} and {v} constants|
    {v} fixed|{v} is fixed|for constant {v}|for constants {v} and {v}|for fixed {v}|hold {v} constant|
    holding {v} constant|keep {v} constant|keeping {v} constant"""
"""Letters that are not the variable."""

AT = """set {v} to {p}|setting {v} to {p}|set {v} equal to {p}|let {v} be {p}|let {v} equal {p}|{v} = {p}|{v} : {p}|
    {v} equals {p}|{v} is equal to {p}|{v} equal to {p}|{v} is {p}|substitute {p} for {v}|substitute in {p} for {v}|
    substitute {p} in for {v}|put {p} for {v}|put {p} in for {v}|plug {p} in for {v}|plug in {p} for {v}|
    plug {p} into {v}|insert {p} for {v}|sub {p} for {v}|sub in {p} for {v}|substitute {v} by {p}|
    substitute {v} with {p}|replace {v} by {p}|replace {v} with {p}|swap {v} for {p}|replacing {v} by {p}|
    replacing {v} with {p}|substituting {p} for {v}"""
BEFORE_POINT = "at|for|when|if|where|with|using"
"""Points of a substitution, a derivative, or a limit."""

BOUNDS = """from {p} to {p}|between {p} and {p}|from {v} = {p} to {v} = {p}|from {v} = {p} to {p}|
    between {v} = {p} and {v} = {p}|between {v} = {p} and {p}|on [{p}, {p}]|over [{p}, {p}]|on interval [{p}, {p}]|
    over interval [{p}, {p}]|on interval from {p} to {p}|over interval from {p} to {p}|over interval {p} ≤ {v} ≤ {p}|
    for {p} ≤ {v} ≤ {p}|with limits {p} and {p}|between limits {p} and {p}|with bounds {p} and {p}|
    with lower limit {p} and upper limit {p}|between lines {v} = {p} and {v} = {p}"""
"""The two ends of a definite integral."""

_BEFORE_INTERVAL = (
    "on interval|in interval|over interval|on|in|over|for {v} in|for {v} on|{v} in|where {v} in|{v} \\in|for {v} \\in|"
    "where {v} \\in|with {v} \\in|that lie in|that lie in interval|that are in interval|lying in|for|domain"
)
_BEFORE_CHAIN = "for|where|with|if|given|given that|assuming|such that|in|on interval|in interval|domain|"
_BELOW = ("<", "<=", "≤", "\\le", "\\leq", "< =")
_ABOVE = (">", ">=", "≥", "\\ge", "\\geq")


def _ranges() -> dict[str, str]:
    """Return phrases such as "for 0 < {v} < 1", each with its signs."""
    made: dict[str, str] = {}
    for brackets in ("[)", "(]", "()"):
        ends = [f"{before} {brackets[0]}{{p}}, {{p}}{brackets[1]}" for before in _BEFORE_INTERVAL.split("|")]
        made[brackets] = "|".join(ends)
    for before in (
        "that lie in",
        "for {v} in",
        "{v} in",
        "{v} \\in",
        "for {v} \\in",
        "where {v} \\in",
        "in",
        "in interval",
    ):
        made["[]"] = "|".join([*filter(None, [made.get("[]")]), f"{before} [{{p}}, {{p}}]"])
    for low in _BELOW:
        for high in _BELOW:
            brackets = f"{'(' if low == '<' else '['}{')' if high == '<' else ']'}"
            bounds = low == high == "≤"  # which an integral may have, too
            before_it = [one for one in _BEFORE_CHAIN.split("|") if not bounds or one != "for"]
            chains = [f"{before} {{p}} {low} {{v}} {high} {{p}}" for before in before_it]
            made[brackets] = "|".join([*filter(None, [made.get(brackets)]), *chains])
    for signs, meaning in ((_BELOW, "<"), (_ABOVE, ">")):
        for sign in signs:
            strict = meaning if sign == meaning else f"{meaning}="
            halves = [f"{before} {{v}} {sign} {{n}}" for before in _BEFORE_CHAIN.split("|")]
            made[strict] = "|".join([*filter(None, [made.get(strict)]), *halves])
    return made


RANGES = _ranges()
"""The ranges of solutions, by the brackets or the sign."""

_DEGREES = """of degree {n}|of order {n}|degree {n}|order {n}|up to degree {n}|up to order {n}|through degree {n}|
    up to and including term in {v}^{n}|up to and including {v}^{n}|up to term in {v}^{n}|up to terms in {v}^{n}|
    up to {v}^{n}|as far as term in {v}^{n}|through {v}^{n}|up to {v}^{n} term|up to and including terms in {v}^{n}"""
_ORDINALS = "first second third fourth fifth sixth seventh eighth"
_COUNTS = "one two three four five six seven eight"
_ROUND = (
    "to|correct to|rounded to|round to|accurate to|round your answer to|round answer to|give your answer to|"
    "giving your answer to|give answer correct to|giving your answer correct to|give your answer correct to"
)
_UNITS = {
    "places": "decimal places|decimal place|decimals|d.p.|dp",
    "digits": "significant figures|significant digits|significant figure|s.f.|sf|sig figs",
}
DEGREES = {"": _DEGREES} | {
    str(
        number
    ): f"{word}-degree|{word} degree|{word}-order|{word} order|{number}th degree|degree-{number}|degree {word}"
    for number, word in enumerate(_ORDINALS.split(), start=1)
}
"""The highest power of a series."""
TERMS = {
    str(number): "|".join(
        f"first {count} {nonzero} terms" for count in (word, number) for nonzero in ("nonzero", "non-zero")
    )
    for number, word in enumerate(_COUNTS.split(), start=1)
}
"""The number of terms of a series."""
ROUNDED = {
    f"{number} {kind}": "|".join(
        f"{before} {count} {unit}"
        for before in _ROUND.split("|")
        for count in (word, number)
        for unit in units.split("|")
    )
    for number, word in enumerate(_COUNTS.split(), start=1)
    for kind, units in _UNITS.items()
}
"""The number of decimal places or significant digits."""
CENTERS = "|".join(
    f"{before} {at}"
    for before in ("about", "around", "centered at", "centred at", "centered about", "near", "about point")
    for at in ("{v} = {p}", "{l} = {p}", "{n}")
    if (before, at) != ("near", "{v} = {p}")
)
"""The center of a series."""

ARROWS = """->|→|\\to|\\rightarrow|approaches|approaching|tends to|tending to|goes to|going to|nears|gets close to|to|
    go to|tend to|approach|gets closer to"""
NEAR = "near {v} = {p}"
FAR = """{v} grows without bound|{v} becomes very large|{v} gets large|{v} increases without bound|large {v}|
    {v} gets very large|{v} becomes large|{v} grows"""
SIDES = {
    "+": "from right|from above|from right-hand side|from right hand side|from right side|from positive side",
    "-": "from left|from below|from left-hand side|from left hand side|from left side|from negative side",
}
"""The point of a limit, and its side."""

CHANGES = """let {l} = {p}|set {l} = {p}|put {l} = {p}|substitute {l} = {p}|use {l} = {p}|using {l} = {p}|
    with {l} = {p}|substituting {l} = {p}|substitution {l} = {p}|by letting {l} = {p}|by setting {l} = {p}|
    by substituting {l} = {p}|using substitution {l} = {p}|use substitution {l} = {p}|with substitution {l} = {p}|
    by substitution {l} = {p}|make substitution {l} = {p}|making substitution {l} = {p}|
    by making substitution {l} = {p}"""
"""A substitution as a method of integration."""

JOINS = {
    "soft": "and|,|;|.|:|?|!|&|, and|; and|and also|, and also|as well as|along with|together with|also|. also",
    "hard": """then|and then|, then|, and then|; then|. then|and afterwards|afterwards|, afterwards|and finally|
        finally|, and finally|after that|, after that|next|, next|and next|before you|before|before you then|->|
        : then|and after that|and subsequently|, after which""",
    "plus": "+",
}
"""Between two clauses: "then" is always one after the other; "+" only between two imperatives."""

EQUALS_ZERO = """= 0|equal to zero|equals zero|equal to 0|equals 0|is zero|is equal to zero|is 0|equate to zero|
    set equal to zero|set equal to 0|set to zero|set it equal to zero|to zero|vanish|vanishes"""
"""An equation with zero, which asks to solve."""

REFUSED = """what is it integral of|what is it derivative of|what is it antiderivative of|show that|prove that|
    how many|in powers of|product of roots|product of zeros|product of solutions|in ascending powers|
    as a series|difference quotient|per cent|infinitely many|this derivative|stationary values|
    stationary value|critical values of y|critical value of y|critical values of {f}|linear factors of|
    quadratic factor|quadratic factors|linear factor|and so on|so on|and so forth|etc|greatest common factor|
    common factor|common factors"""
"""Phrases that are made of understood words, and mean something else."""

_FOLLOWING = (
    "and or to then in into from for with on is are as if when where by please given approaches tends equals goes "
    "gets grows becomes nears approaching tending going increases approach equal such that satisfies find evaluate "
    "compute what which of at"
)
AFTER_LETTER = frozenset(_FOLLOWING.split())
"""Words that may follow a letter; "a" before any other word is an article."""

TIMES = {2: "twice|two times", 3: "three times"}
"""The order of a derivative."""

DOMAINS = {
    "real": """over reals|over real numbers|in reals|in real numbers|for real {v}|over \\mathbb{R}|
        over real number system|in real number system|in set of real numbers|over set of real numbers|{v} is real|
        where {v} is real|{v} is a real number|where {v} is a real number|for real numbers {v}|assume {v} is real|
        real numbers only""",
    "rational": "over integers|over rationals|over rational numbers|over field of rational numbers",
    "complex": """over complex numbers|in complex numbers|over complex number system|in complex number system|
        over set of complex numbers|in set of complex numbers|including complex solutions|including complex roots""",
}
"""The domains in which solutions are asked."""
