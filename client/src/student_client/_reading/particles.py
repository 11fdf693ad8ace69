"""The small words of objectives: what stands before a variable, a point, a bound, or another clause.

The places in a phrase are those of :mod:`student_client._reading.phrases`.
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
"""What stands before the variable of an integral, a derivative, or an equation."""

STRANGERS = "with respect to {l}|w.r.t. {l}|wrt {l}|solve for {l}|in terms of {l}|d/d{l}"
"""What names a variable that the problem does not have."""

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

ARROWS = """->|→|\\to|\\rightarrow|approaches|approaching|tends to|tending to|goes to|going to|nears|gets close to|to|
    go to|tend to|approach|gets closer to"""
NEAR = "near {v} = {p}"
FAR = """{v} grows without bound|{v} becomes very large|{v} gets large|{v} increases without bound|large {v}|
    {v} gets very large|{v} becomes large|{v} grows"""
SIDES = {
    "+": "from right|from above|from right-hand side|from right hand side|from right side|from positive side",
    "-": "from left|from below|from left-hand side|from left hand side|from left side|from negative side",
}
"""Where a limit goes, and from which side."""

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
"""An equation with zero: something is solved."""

REFUSED = """show that|prove that|how many|in powers of|product of roots|product of zeros|product of solutions|
    in ascending powers|as a series|difference quotient|per cent|infinitely many|this derivative|
    stationary values|stationary value|critical values of y|critical value of y|critical values of {f}|
    linear factors of|quadratic factor|quadratic factors|linear factor|
    and so on|so on|and so forth|etc|greatest common factor|common factor|common factors"""
"""Phrases that are made of understood words, and mean something else."""

_FOLLOWING = (
    "and or to then in into from for with on is are as if when where by please given approaches tends equals goes "
    "gets grows becomes nears approaching tending going increases approach equal such that satisfies find evaluate "
    "compute what which of at"
)
AFTER_LETTER = frozenset(_FOLLOWING.split())
"""Words that may follow a letter; "a" before any other word is an article."""

TIMES = {2: "twice|two times", 3: "three times"}
"""How often a derivative is taken."""

DOMAINS = {
    "real": """over reals|over real numbers|in reals|in real numbers|for real {v}|over \\mathbb{R}|
        over real number system|in real number system|in set of real numbers|over set of real numbers|{v} is real|
        where {v} is real|{v} is a real number|where {v} is a real number|for real numbers {v}|assume {v} is real|
        real numbers only""",
    "rational": "over integers|over rationals|over rational numbers|over field of rational numbers",
    "complex": """over complex numbers|in complex numbers|over complex number system|in complex number system|
        over set of complex numbers|in set of complex numbers|including complex solutions|including complex roots""",
}
"""Numbers among which solutions are asked."""
