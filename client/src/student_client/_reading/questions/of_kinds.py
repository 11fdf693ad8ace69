"""Reads the questions that a word answers: is a function even or odd, does a series converge?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.notation import parse_statement
from ..formulas.tree import Node, constant
from ..statement import Choices, NotRead, Operation, Statement
from .of_functions import Asked, Reader, function, place
from .of_more_kinds import (
    at_point,
    direction,
    independence,
    invertibility,
    monotonicity,
    of_equations,
    of_number,
    roots,
    solution,
    truth,
)
from .sentence_parts import AT_X, FIND, TO, F

ABSOLUTE = "absolute convergence"
"""The word for the question whether a series converges absolutely, conditionally, or not, which no sum answers."""
BY_RATIO, BY_TERM = "convergence by the ratios", "divergence by the terms"
"""The words for questions that name a test which may fail: the ratio or root test, and the test of the term."""
BY_SIZE, GEOMETRIC = "convergence by the sizes", "convergence of a geometric series"
P_SERIES = "convergence of a p-series"
"""The words for questions that compare sizes, and for those that name the kind of the series."""
BY_SECOND = "stationary point by the second derivative"
"""The word for a question that names a test which says nothing if the second derivative is zero."""
_WORDS = {
    r"\b(?:ratio|root) test": BY_RATIO,
    r"\b(?:divergence|term) test": BY_TERM,
    r"\b(?:integral|comparison) test": BY_SIZE,
    r"\bgeometric\b": GEOMETRIC,
    r"\bp-series\b": P_SERIES,
    "absolut|condition": ABSOLUTE,
}
_TELL = (
    r"(?:(?:determine|decide|state|find(?: out)?|check|tell|say|identify|establish|test|classify|verify|examine"
    r"|investigate)(?: algebraically| analytically| by calculation)? )"
)
_WHETHER = rf"{_TELL}(?:whether(?: or not)?|if)"


def parity(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the question whether a function is even or odd."""
    read, name = function(found, expression, variables, choices)
    return read, ((Operation("classify", name, word="parity"),),)


def _alternates(term: Node) -> bool:
    """Return whether a term has a power of a negative number, or a cosine, in it."""
    powers = [part.args[0] for part in term.walk() if part.head == "pow"]
    return term.has("cos") or any(base.head == "neg" or str(base).startswith("-") for base in powers)


def stationary(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the question for the kind of a stationary point: the one that is named, or the only one."""
    read, name = function(found, expression, variables, choices)
    point = place(found, name, choices) if found.groupdict().get("a") else None
    word = BY_SECOND if re.search(r"second[- ]derivative", found[0], re.IGNORECASE) else "stationary point"
    return read, ((Operation("classify", name, point, word=word),),)


def convergence(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return the question whether a printed series converges; None for a sequence, an integral, or other letters."""
    read = parse_statement(expression, variables, choices)
    step = read.operations[0] if len(read.operations) == 1 else None
    if step is None or step.tool != "sum" or step.bounds is None or step.bounds[1] != constant("infinity"):
        return None
    if not isinstance(read.expression, Node) or read.expression.names() != {step.variable}:
        return None
    if re.search("alternating|leibniz", found[0], re.IGNORECASE) and not _alternates(read.expression):
        raise NotRead("the terms of an alternating series are not printed with alternating signs")
    word = next((word for sign, word in _WORDS.items() if re.search(sign, found[0], re.IGNORECASE)), "convergence")
    asked = Operation("classify", step.variable, bounds=step.bounds, word=word)
    return Statement(read.expression), ((asked,),)


_KIND = r"(?:an? )?(?:even|odd)(?: function)?"
_NEITHER = r"(?:,? (?:or )?(?:is |it is )?neither(?: of (?:these|them|the two|both)| even nor odd| one)?)?"
_PARITY = rf"{_KIND}(?:,? (?:or )?(?:is |it is )?{_KIND})?{_NEITHER}"
_SERIES = r"(?:the |this |each )?(?:given |following |infinite |alternating |geometric |numerical |p-)*series"
_WAY = r"(?:absolutely |conditionally |absolute |conditional |absolute-|only conditionally )?"
_GOES = (
    rf"(?:is |it |it is )?{_WAY}(?:converge[sd]?|diverge[sd]?|convergent|divergent)"
    r"(?: absolutely(?: or conditionally)?| conditionally)?"
)
_TESTS = (
    r"(?:ratio|root|comparison|limit comparison|direct comparison|integral|alternating series|leibniz|divergence"
    r"|n-?th[- ]term|p-series|geometric series)"
)
_BY = rf"(?:using|by|with|use|apply|by using|by applying) (?:the |a |an )?{_TESTS} test"
_NAMED_TEST = (
    r"(?:[.,;]? (?:and )?(?:state|name|give|indicate|say) (?:which|the) test (?:that )?(?:you |is )?(?:used?|applied))?"
)
_ENDS = rf"{_GOES}(?:(?:,| or|, or) {_GOES}){{0,2}}(?:,? {_BY})?{_NAMED_TEST}"
_BY_TEST = r"(?:(?:use|using|by) (?:the )?(?:first|second)[- ]derivatives?(?: test)?(?:,| to| and)? )?"
_TURNING = r"(?:the |this |its )?(?:stationary|critical|turning) (?:point|value|number)"
_ONE = (
    r"(?:an? )?(?:local |relative )?(?:(?:maximum|minimum|max|min|saddle point|turning point|(?:stationary )?"
    r"point of inflection|(?:stationary )?point of inflexion|inflection point)(?: point)?|neither)"
)
_X_IS = r"(?P<name>[a-z]) ?= ?(?P<a>[^,()=]+?)"
_EXTREMES = rf"{_ONE}(?:,? (?:or )?{_ONE}){{0,3}}"
_ITS_NATURE = rf"(?:{FIND} its nature|(?:determine|decide|state) (?:whether|if) it is {_EXTREMES}|is it {_EXTREMES})"
_EXTREME = rf"(?: as {_EXTREMES}|(?:,| \()?(?: ?whether (?:it is )?)?{_EXTREMES}\)?)?"
_TABLE: tuple[tuple[str, Reader], ...] = (
    (rf"(?:{_WHETHER} {F} is|is {F}) {_PARITY}|(?:even, odd|odd, even),? or neither", parity),
    (rf"(?:classify {F}|(?:determine|state|find|give) the parity of {F})(?: as (?:being )?{_PARITY})?", parity),
    (rf"(?:{_BY},? )?(?:to )?{_WHETHER} {_SERIES} {_ENDS}", convergence),
    (rf"(?:does|is) {_SERIES} {_ENDS}|(?:converges or diverges|convergent or divergent)", convergence),
    (
        rf"{_TELL}{_SERIES} (?:for |as ){_WAY}convergen(?:ce|t)(?:(?:,| or|, or) {_GOES}){{0,2}}(?: or divergence)?",
        convergence,
    ),
    (
        rf"(?:{_BY},? (?:to )?)?(?:test|check|investigate|discuss|examine|determine|study) (?:the )?{_WAY}(?:(?:and"
        rf"|or) conditional )?convergence(?: or divergence)? of {_SERIES}",
        convergence,
    ),
    (
        rf"{_BY_TEST}{FIND} (?:nature|type|kind) of {_TURNING}(?: {TO})?(?: {AT_X})?(?: (?:of|on) {F})?{_EXTREME}",
        stationary,
    ),
    (rf"{_BY_TEST}(?:{_WHETHER} )?{_TURNING}(?: {TO})? {AT_X} is {_EXTREMES}", stationary),
    (rf"{_BY_TEST}(?:{_WHETHER} {F} has|does {F} have) {_EXTREMES} {AT_X}", stationary),
    (rf"{_BY_TEST}classify {_TURNING}(?: {TO})?(?: {AT_X})?(?: (?:of|on) {F})?{_EXTREME}", stationary),
    (rf"is {_TURNING}(?: {TO})? {AT_X} {_EXTREMES}", stationary),
    (rf"{_BY_TEST}{_WHETHER} (?:{_TURNING} )?{_X_IS} is {_EXTREMES}", stationary),
    (rf"is (?:{_TURNING} )?{_X_IS} {_EXTREMES}", stationary),
    (
        rf"{_BY_TEST}(?:identify|classify|{FIND} (?:nature|type|kind) of) {_TURNING} (?:at )?{_X_IS}{_EXTREME}",
        stationary,
    ),
    (
        rf"(?:show|verify|prove) that {_X_IS} is a (?:stationary|critical|turning) point(?: {TO})?,? and {_ITS_NATURE}",
        stationary,
    ),
    (rf"(?:{F} has|there is) a (?:stationary|critical|turning) point {AT_X}[.,;] {_ITS_NATURE}", stationary),
)
_NUMBER = r"(?:the number |the integer )?(?P<a>-?\d[\d,]*)|the (?:given |following )?(?:number|integer)|it|this number"
_PRIME = r"(?:an? )?(?:prime|composite)(?: number)?(?:,? (?:or )?(?:an? )?(?:prime|composite|neither)(?: number)?){0,2}"
_ROOTS = r"(?:roots?|solutions?|zeros)"
_QUADRATIC = rf"(?: (?:of|to|for) (?:{F}|the quadratic(?: equation)?|it))?"
_USING = r"(?:,? (?:by )?(?:using|with|from|by (?:computing|calculating|finding)) (?:the |its )?discriminant)?"
_ABOUT = r"(?:describe|comment on|discuss)(?: the)?"
_REAL = (
    r"(?:(?:two|2)(?: (?:distinct|different|unequal))?(?: real)?|(?:exactly )?one(?: repeated| double)?(?: real)?|"
    r"(?:one|a) (?:repeated|double)(?: real)?|(?:two )?equal(?: real)?|no(?: real)?|two (?:complex|imaginary"
    r"|non-?real))(?: (?:roots?|solutions?|zeros?))?"
)
_FIRST = (
    r"(?:without solving(?: the equation| it)?,? )?(?:(?:use|using|by using) (?:the |its )?discriminant(?:,| to)? )?"
)
_UP = r"(?:strictly |monotonically )?(?:increasing|decreasing|monotonic|monotone|not monotonic|neither)"
_UPS = rf"{_UP}(?:,? (?:or )?{_UP}){{0,3}}"
_SEQUENCE = r"(?:the |this )?(?:given |following )?sequence(?: \\?\{?a_\{?n\}?\\?\}?)?"
_MATRIX = r"(?:the |this )?(?:given |following )?(?:square )?matrix(?: [A-Z])?|(?-i:[A-Z])"
_DET = r"(?:(?:use|using|by using) (?:the |its )?determinant(?:,| to)? )?"
_SINGULAR = (
    r"(?:invertible|singular|non-?singular|not invertible)(?:(?:,| or|, or) (?:invertible|singular|non-?singular|not"
    r" invertible|not))?"
)
_LETTER = r"(?-i:\\(?:mathbf|vec|boldsymbol) ?\{? ?)?(?-i:[a-z])\}?(?:_\{?\d\}?)?"
_VECTORS = (
    r"(?:(?:the |these |this )?(?:given |following |two |three |four )*(?:set of |pair of )?(?:vectors|columns|set)"
    rf"(?: of (?:the |this )?(?:given )?matrix(?: [A-Z])?)?)?(?: ?(?P<names>{_LETTER}(?:(?:,|,? and) {_LETTER})+))?"
)
_LINEARLY = r"(?:linearly (?:in)?dependent|independent|dependent)(?: or (?:linearly )?(?:(?:in)?dependent|not))?"
_ANGLED = r"(?:orthogonal|perpendicular|parallel|neither)"
_ANGLES = rf"{_ANGLED}(?:(?:,| or|, or) {_ANGLED}){{0,2}}(?: to each other)?"
_STATEMENT = r"(?:the |this )?(?:given |following )?(?:statement|equation|inequality|equality|claim)"
_TRUE = r"(?:true|false|correct)(?: or (?:true|false|not))?"
_SOLVES = (
    r"(?:an? |the )?(?:solution|(?P<zero>root|zero))(?: (?:of|to) (?:the |this )?(?:given |following )?(?:equation"
    r"|inequality|polynomial|function|quadratic|expression|equation or inequality))?(?: or not)?"
)
_RISES = r"(?:increasing|decreasing)(?:,? or (?:increasing|decreasing)|, decreasing,? or (?:neither|stationary))?"
_BENT = r"concave (?:up|down)(?:wards?)?(?: or (?:concave )?(?:up|down)(?:wards?)?)?"
_GAPS = r"(?:a )?(?:removable|infinite|jump)(?: discontinuity)?(?:(?:,| or|, or) (?:removable|infinite|jump)){0,2}"
_IT = r"(?:(?:the |this )?(?:given |following )?(?:number|expression|real number|value)|it)"
_RATIONAL = r"(?:an? )?(?:ir)?rational(?: number)?(?: or (?:an? )?(?:ir)?rational)?(?: number)?"
_SYSTEM = r"(?:the |this )?(?:given |following )?(?:linear )?(?:system|equation)(?: of (?:linear )?equations)?"
_SYSTEM_ALONE = r"(?:the |this )?(?:given |following )?(?:linear )?system(?: of (?:linear )?equations)?"
_COUNTED = (
    r"(?:no solutions?|(?:exactly )?one solution|a unique solution|infinitely many(?: solutions)?|infinite solutions)"
)
_LINES = r"(?:the |these )?(?:two |given |following )*(?:pair of )?(?:lines|graphs of (?:the )?(?:lines|equations))"
_ACROSS = r"(?:parallel|perpendicular|neither)"
_CONIC = (
    r"(?:the )?(?:conic(?: section)?|(?:graph|curve) of the (?:conic|equation)|curve|graph)(?: (?:that is )?(?:given"
    r"|represented|described|defined) by the equation)?"
)
_ROUND = r"(?:an? )?(?:circle|ellipse|parabola|hyperbola)"
_CONICS = rf"{_ROUND}(?:(?:,| or|, or) {_ROUND}){{0,3}}"
_IS_X = r"(?:the (?:number|value) )?(?:(?P<name>[a-z]) ?= ?)?(?P<a>[^,;=]+?)"
_MORE: tuple[tuple[str, Reader], ...] = (
    (rf"is (?:{_NUMBER}) {_PRIME}", of_number("primality")),
    (rf"{_WHETHER} (?:{_NUMBER}) is {_PRIME}", of_number("primality")),
    (r"(?:classify (?:the |this )?number as )?prime or composite", of_number("primality")),
    (rf"{_FIRST}(?:to )?(?:{FIND}|{_ABOUT})(?:, without solving,)? (?:the )?(?:nature|type|kind|character) of (?:the "
     rf"|its )?{_ROOTS}{_QUADRATIC}{_USING}", roots),
    (rf"{_FIRST}(?:to )?(?:{FIND}|{_ABOUT}) number and (?:type|nature|kind)s? of (?:the |its )?{_ROOTS}"
     rf"{_QUADRATIC}{_USING}", roots),
    (rf"{_FIRST}{_WHETHER} (?:{F}|it) has {_REAL}(?:(?:,| or|, or) {_REAL}){{1,3}}", roots),
    (rf"(?:{_WHETHER} {_SEQUENCE} is|is {_SEQUENCE}) {_UPS}", monotonicity),
    (rf"(?:{_WHETHER} {F} is|is {F}) (?:dis)?continuous(?: or (?:dis)?continuous| or not)? {AT_X}(?: or not)?",
     at_point("continuity")),
    (rf"(?:discuss|examine|check|test|determine|investigate) (?:the )?continuity of {F} {AT_X}",
     at_point("continuity")),
    (rf"(?:true ?(?:or|/) ?false[:?.]?|is (?:{_STATEMENT}|it) {_TRUE}|{_WHETHER} (?:(?:{_STATEMENT}|it) is"
     rf" )?{_TRUE})", truth),
    (rf"{_WHETHER} {_IS_X} is {_SOLVES}", solution),
    (rf"is {_IS_X} {_SOLVES}", solution),
    (rf"(?:{_WHETHER}|does) {_IS_X} (?:satisf(?:y|ies)|solves?) (?:the |this )?(?:given )?(?:equation|inequality)",
     solution),
    (rf"{_DET}(?:{_WHETHER} (?:{_MATRIX}) is|is (?:{_MATRIX})) {_SINGULAR}", invertibility),
    (rf"{_DET}(?:{_WHETHER} (?:{_MATRIX}) has|does (?:{_MATRIX}) have) an inverse(?: or not)?", invertibility),
    (rf"(?:{_WHETHER} the inverse of (?:{_MATRIX}) exists|does the inverse of (?:{_MATRIX}) exist)", invertibility),
    (rf"{_WHETHER} {_VECTORS} (?:are|is|form) (?:an? )?{_LINEARLY}(?: set)?", independence),
    (rf"(?:are|is|do) {_VECTORS}(?: form)? (?:an? )?{_LINEARLY}(?: set)?", independence),
    (rf"(?:test|check|examine) {_VECTORS} for linear (?:in)?dependence", independence),
    (rf"{_WHETHER} {_VECTORS} (?:are|is) {_ANGLES}", direction),
    (rf"(?:{_WHETHER} {F} is|is {F}) {_RISES} {AT_X}", at_point("slope")),
    (rf"(?:{_WHETHER} {F} is|is {F}) {_BENT} {AT_X}", at_point("concavity")),
    (rf"{FIND} concavity (?:of {F} )?{AT_X}", at_point("concavity")),
    (rf"(?:classify|{FIND}) (?:(?:type|kind|nature) of )?(?:the )?discontinuity (?:{TO} )?{AT_X}(?: as {_GAPS})?",
     at_point("discontinuity")),
    (rf"{_WHETHER} the discontinuity (?:{TO} )?{AT_X} is {_GAPS}", at_point("discontinuity")),
    (rf"is the discontinuity (?:{TO} )?{AT_X} {_GAPS}", at_point("discontinuity")),
    (rf"(?:{_WHETHER} {_IT} is|is {_IT}) {_RATIONAL}", of_number("rationality")),
    (rf"(?:without solving(?: it| the system)?,? )?(?:{_WHETHER} {_SYSTEM} has|does {_SYSTEM} have)"
     rf" {_COUNTED}(?:(?:,| or|, or) {_COUNTED}){{1,2}}",
     of_equations("solvability", 4)),
    (rf"how many solutions (?:does|do) {_SYSTEM_ALONE} have|{FIND} number of solutions (?:of|to) {_SYSTEM_ALONE}",
     of_equations("solvability", 4)),
    (rf"(?:{_WHETHER} {_LINES} (?:are|is)|are {_LINES}) {_ACROSS}(?:(?:,| or|, or) {_ACROSS}){{0,2}}(?: to each"
     rf" other)?",
     of_equations("lines", 2)),
    (rf"(?:(?:identify|classify|name|{FIND}) (?:the )?(?:type of )?{_CONIC}(?: as {_CONICS})?|{_WHETHER} (?:{_CONIC}"
     rf"|the equation) (?:is|represents) {_CONICS}|is {_CONIC} {_CONICS}|(?:what|which) (?:type|kind) of conic(?:"
     rf" section)? (?:is (?:it|this|{F})|(?:is given|is represented|is described) by the equation))",
     of_equations("conic", 1)),
    (rf"are {_VECTORS} {_ANGLES}", direction),
)  # fmt: skip
KINDS = tuple((re.compile(pattern, re.IGNORECASE), reader) for pattern, reader in (*_TABLE, *_MORE))
"""Patterns, each with what reads the question from it."""
