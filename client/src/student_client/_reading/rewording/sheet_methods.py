r"""Leaves out the way in which a task is done: "by multiplying with the conjugate", "by squaring both sides".

An exact answer is the same by every way. A way is dropped only if all its words name exact ways of calculating: a way
that approximates, a table, a number of steps, or what is done to the answer has another word and remains. So does a
way that makes the object, as in "the polynomial obtained by dividing by x", and one that asks for a form.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from ..questions.splitting import sentences
from .method_words import APPROXIMATES, is_method

_CORE_WORDS = """
    rule rules formula formulas formulae identity identities theorem theorems law laws property properties technique
    techniques method methods trick tricks substitution substitutions elimination factoring factorization
    factorisation factorizing factorising grouping telescoping integration differentiation l'hopital l'hopital's
    l'hospital l'hospital's expansion cofactors sarrus cramer's gauss gauss-jordan reduction operations
    decomposition fractions parts squeeze inspection cancellation cancelling canceling symmetry linearity
    diagonalization diagonalisation completing separation variation definition principles division
    cross-multiplication cross-multiplying manipulation manipulations algebra algebraically algebraic foil chart
    circle simplification simplifying expanding distributing rationalizing rationalising u-substitution u-sub
    triangle triangles casework cases back-substitution conjugates coefficients pattern additivity
"""
_CORE = frozenset(_CORE_WORDS.split())
"""Words that name a way by themselves, as nouns or as what is done."""
_BESIDE_WORDS = """
    other zeros maclaurin taylor either repeated repeatedly successive telescoping integrating double-angle
    half-angle triple-angle sum-to-product product-to-sum power-reducing power-reduction pythagorean elementary
    rational trigonometric hyperbolic weierstrass tangent standard well-known usual familiar appropriate suitable
    clever convenient twice thrice conjugate partial antiderivative logarithmic implicit chain product quotient
    power logarithm logarithms log logs exponent exponents index indices radical radicals zero-product quadratic
    cubic square squares difference sum cubes perfect rational-root root synthetic long polynomial descartes vieta
    vieta's cardano's gaussian row cofactor inverse matrix augmented characteristic equation undetermined parameters
    variables reduction-of-order moivre's de distributive sandwich fundamental calculus recognition
    bernoulli even odd geometric series comparing equating like terms common greatest denominator numerator unit
    special reference angle angles double half addition subtraction compound multiple sum-of-angles angle-sum
    angle-addition cosines sines sine cosine known limit limits first direct by simple basic short little bit some
    and or a an the to of in on with for its both this that own knowledge your use using applying employing help
    sign absolute value change integral multiplication trig highest l'hopital's analytical
"""
_NAMED = _CORE | frozenset(_BESIDE_WORDS.split())
_SIDES = r"(?:both|the two|each|either) (?:of the )?(?:sides?|members?)(?: of (?:the|this) equation)?"
_PARTS = (
    r"(?:(?:the )?(?:numerator and (?:the )?denominator|top and (?:the )?bottom)|above and below|each term|every term"
    r"|throughout|through|both)"
)
_LOG = (
    r"(?:the )?(?:natural |common )?(?:log(?:arithm)?s?|ln|square roots?|cube roots?|roots?|reciprocals?|exponentials?)"
)
_HIGHEST = (
    r"(?:the )?(?:highest|largest|greatest|dominant|leading) (?:power|term)(?: (?:of|in) \$?(?:[a-z]|the variable)\$?)?"
    r"(?: (?:in|of|that (?:occurs|appears) in) the denominator)?"
)
_FACTOR = (
    r"(?:(?:the|its|a) (?:(?:algebraic|complex|corresponding|appropriate) )?(?:conjugate(?: (?:expression|surd|of the"
    r" (?:numerator|denominator|expression)))?|integrating factor|(?:least |lowest )?common denominator|lcd|reciprocal)"
    rf"|{_HIGHEST})"
)
_FORMULA = r"\$?[^\s,;=]{1,24}(?: ?[-+*/^] ?[^\s,;=]{1,12}){0,4}\$?"
_DONE = (
    rf"(?:multiplying|dividing|extending|expanding)(?: {_PARTS}| {_SIDES})*(?: (?:by|with) {_FACTOR})",
    rf"(?:squaring|cubing)(?: {_SIDES})(?: (?:once|twice))?",
    rf"(?:taking|extracting|applying) {_LOG} (?:of|on|to) {_SIDES}",
    r"(?:isolating|eliminating|removing) (?:one of )?(?:the )?(?:unknowns?|variables?|radicals?|roots?|absolute"
    r" values?|exponentials?|logarithms?|square roots?|parameter|\$?[a-z]\$?)(?: (?:first|term|expression))?",
    r"(?:splitting|breaking)(?: up)? the (?:middle term|fraction|integral|interval|integrand|numerator|quadratic)",
    r"(?:an?|the) (?:suitable |appropriate )?integrating factors?",
    r"(?:combining|adding|subtracting)(?: the)?(?: two| both)? fractions(?: (?:over|with|into|to) (?:a|one|the) "
    r"(?:common denominator|single fraction|fraction))?",
    r"recogni[sz]ing (?:that )?the integrand (?:as|is) (?:a|the) (?:perfect |exact )?derivative",
    r"factoring out (?:the |any |all )?(?:(?:greatest|lowest|highest|least) )?(?:power of (?:each|every|the) )?common"
    r" (?:monomial )?factors?(?: first)?",
    r"grouping(?: the)?(?: terms)?(?: in pairs)?",
    r"(?:clearing|removing|eliminating)(?: the)? (?:denominators?|fractions|parentheses|brackets|decimals)",
    r"(?:reversing|undoing|inverting) the (?:chain|product|power|quotient) rule",
    r"(?:converting|changing|rewriting|transforming) (?:it |everything |the (?:integrand|expression|equation) )?"
    r"(?:in)?(?:to|as) (?:(?:an?|the) )?(?:sines? and cosines?|(?:common|same) base|(?:exponential|logarithmic"
    r"|standard) form|perfect square|partial fractions|quadratic(?: equation)?|geometric series)",
    r"(?:recogni[sz]ing|noticing|seeing) (?:it|this|that it is|that this is|the (?:sum|series))(?: as| is| to be)?(?:"
    r" an?)? (?:geometric|telescoping|exponential) (?:series|sum)",
    rf"(?:raising|exponentiating) {_SIDES}(?: to (?:a|the) (?:suitable |appropriate |same |second |third )?power)?",
    r"(?:treating|regarding|viewing|seeing|recogni[sz]ing|considering|reading|writing) (?:it|this|the equation|that"
    r" it is|the expression) (?:as|to be)?(?: (?:an?|the|perfect|hidden|disguised))* (?:quadratic|cubic|polynomial"
    rf"|linear)(?: (?:equation|expression|polynomial))?(?: (?:in|for) {_FORMULA})?(?: in disguise)?",
    rf"(?:implicitly )?differentiating (?:{_SIDES}|the equation)(?: implicitly)?(?: (?:with respect to|in)"
    rf" \$?[a-z]\$?)?",
    r"(?:row[- ])?reducing (?:it|the (?:augmented )?matrix)? ?to (?:(?:an?|its|reduced|upper|lower|row|row-) ?)*"
    r"(?:triangular|echelon|diagonal) (?:form|matrix)",
    r"(?:solving|using|finding (?:the )?(?:roots|zeros) of|factoring|factori[sz]ing) (?:the|its) (?:characteristic"
    r"|auxiliary|indicial) (?:equation|polynomial)",
    r"(?:completing the square)(?: (?:in|of|under|inside) the (?:denominator|radicand|root|quadratic|expression))?",
    r"(?:factoring|factori[sz]ing|cancelling|canceling|simplifying|expanding)(?: and (?:cancelling|canceling"
    r"|simplifying))?(?: (?:out )?(?:the|any|all|a|left|right|[- ])*(?:numerator|denominator|fraction|integrand"
    r"|bracket|left-hand side|left side|common factors?|quadratic|polynomial|expression|trinomial))?",
    r"(?:writing|bringing|getting|expressing|putting) (?:both sides|all terms|everything|the terms) (?:with|over|to|on"
    r"|as powers of|in terms of) (?:(?:a|the|one|same|common|single) )+(?:base|denominator|side)",
    r"(?:the )?(?:standard|known|special|fundamental|basic|famous|notable) (?:trigonometric )?limits?(?: of)?"
    r" \$?(?:\\?sin ?\(?x\)?(?: over | ?/ ?)x|\\frac\{\\sin x\}\{x\})\$?",
)
_WAYS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _DONE)
_CHANGE = re.compile(
    r"(?:(?:making |using |through |with )?(?:the |a )?(?:change of variables?|substitution)|substituting|letting"
    rf"|setting|putting) \$?(?P<name>[a-z])(?: ?= ?|\$ ?= ?\$){_FORMULA}",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"^(?:first|directly|repeatedly|cleverly|suitably|carefully|simply|initially|a suitable) | (?:first|again|directly"
    r"|repeatedly|twice)$",
    re.IGNORECASE,
)
_JOINED = re.compile(r",? and then |,? then |; |, and |, or |, | and | or | followed by ")
_LINK = (
    r"(?:by making use of|by (?:means|way) of|by the use of|with the (?:help|aid|use) of|by using|by applying|making"
    r" use of|by|using|via|through|employing|applying)"
)
_LINKED = re.compile(rf"^(?:{_LINK}|use|make|apply|do|perform) ", re.IGNORECASE)
_BEHIND = re.compile(rf",? \(?{_LINK} ", re.IGNORECASE)
_BEFORE = re.compile(
    rf"^{_LINK} (?P<way>[^.;]+?),? (?=(?:solve|find|evaluate|compute|calculate|determine|differentiate|integrate)\b)",
    re.I,
)
_TO = re.compile(
    r"^(?:first,? )?(?:use|using|make|apply|employ|try|do)(?: (?:both|either))? (?P<way>[^.;]+?),? to (?=(?:solve|find"
    r"|evaluate|compute|calculate|determine|differentiate|integrate|factor)\b)",
    re.IGNORECASE,
)
_DERIVES = re.compile(
    r"differentiat|\brule|l'h|integrat|\bparts|\bdefinition|\bprinciples|\bsubstitution", re.IGNORECASE
)
"""A way that names what is done, if nothing else does."""
_BARE = re.compile(
    r"(?:evaluate|find|compute|calculate|determine|work out)(?: (?:the )?(?:value|result|answer|expression"
    r"|function))?(?: of)?(?: (?:it|this|the"
    r" (?:expression|function)|[fghy]|[fgh]\([^()]*\)))?(?:,? (?:at|when|for|if|where|with) .*)?",
    re.IGNORECASE,
)
"""A question that does not name what is done."""
_REST = re.compile(r", (?=(?:up to|for|on|in|where|with|giving|correct) )")
_WITHIN = re.compile(rf", {_LINK} (?P<way>[^.;,]+?), ", re.IGNORECASE)
_ORDER = re.compile(
    r"^(?:(?:please|now|you should|you must|you may(?: wish to)?|you can|try to|remember to|be sure to|consider)"
    r" )*(?:use|using|apply"
    r"|employ|make use of|try|proceed by|work by|do (?:this|it|so) by|start by|begin by) (?P<way>.+)$",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:solve|find|evaluate|compute|calculate|determine|differentiate|integrate|antidifferentiate|factor"
    r"|factori[sz]e|work out|what is|obtain)\b",
    re.IGNORECASE,
)
_MAKES = re.compile(
    r"\b(?:express|write|rewrite|expand|simplify|condense|combine|approximat\w*|estimat\w*|show|prove|verify|new"
    r"|resulting|equivalent|transform\w*|round\w*|decimal\w*|numerical\w*|polynomial you|first step|substitution)\b",
    re.IGNORECASE,
)
"""What asks for a form, an approximation, or another object, in which a way matters."""
_MADE = re.compile(
    r"(?:\b\w+(?:ed|en)|\bfound|\bgot|\bget|\bgets|\bhave|\bmade|\bresults?|\barises?|\bbuilt|\bwhich|\bcome|\bcomes"
    r"|\bdiffer|\bchange|\bchanges|\bmultiply|\bdivide|\bdivision|\bproduct|\bquotient|\bmultiplication|\bratio"
    r"|\bremainder)$",
    re.IGNORECASE,
)
"""A word before "by" that makes what follows a part of the object."""


def without_way(text: str, letters: Collection[str], expression: str = "") -> str:
    r"""Return an objective without the ways of calculating that it names.

    Args:
        text: the words.
        letters: the letters of the problem, none of which a substitution may give a value.
        expression: what is printed; if it has an operation, the words need not name one.

    >>> without_way("Find the limit at infinity by multiplying with the conjugate.", {"x"})
    'Find the limit at infinity.'
    >>> without_way("Find the polynomial obtained by factoring. Find it by the trapezoidal rule.", {"x"})
    'Find the polynomial obtained by factoring. Find it by the trapezoidal rule.'
    >>> without_way("Use the product rule. Evaluate at x = 2.", {"x"})
    'Use the product rule. Evaluate at x = 2.'
    """
    said = sentences(text)
    kept = [one for one in said if not _is_order(one, letters)]
    made = " ".join(_shorter(one, letters) for one in kept) or text
    bare = all(_BARE.fullmatch(one.strip(" .;:!?")) for one in sentences(made))
    operation = re.search(r"\\(?:int|sum|lim|prod)|\\d?frac\{d|matrix|'", expression)
    return text if bare and not operation and _DERIVES.search(text) else made


def _is_order(said: str, letters: Collection[str]) -> bool:
    """Return whether a sentence does no more than name a way: "Use integration by parts twice."."""
    found = _ORDER.match(said.strip(" .;!()"))
    return found is not None and _is_way(found["way"], letters)


def _shorter(said: str, letters: Collection[str]) -> str:
    """Return a sentence without a way at its end, its beginning or between commas."""
    before = _BEFORE.match(said) or _TO.match(said)
    if before and _is_way(before["way"], letters) and not _MAKES.search(said[before.end() :]):
        rest = said[before.end() :]
        return rest[:1].upper() + rest[1:]
    within = _WITHIN.search(said)
    if within and _asks(said[: within.start()]) and _is_way(within["way"], letters):
        return f"{said[: within.start()]} {said[within.end() :]}"
    stop = said[len(said.rstrip(" .;:!?)")) :].replace(")", "")
    plain = said.rstrip(" .;:!?)")
    for found in _BEHIND.finditer(plain):
        head = plain[: found.start()]
        if not _asks(head) or _MADE.search(head):
            continue
        for end in (len(plain), *(rest.start() for rest in _REST.finditer(plain, found.end()))):
            if _is_way(plain[found.end() : end], letters):
                return f"{head}{plain[end:]}{stop or '.'}"
    return said


def _asks(head: str) -> bool:
    return _ASKS.search(head) is not None and not _MAKES.search(head)


def _is_way(text: str, letters: Collection[str]) -> bool:
    """Return whether a phrase names a way, or several that are joined."""
    plain = text.strip(" .;:()")
    if _is_one(plain, letters):
        return True
    return any(
        _is_one(plain[: found.start()], letters) and _is_way(_LINKED.sub("", plain[found.end() :]), letters)
        for found in _JOINED.finditer(plain)
    )


def _is_one(plain: str, letters: Collection[str]) -> bool:
    plain = _FIRST.sub("", plain.strip(" ,"))
    change = _CHANGE.fullmatch(plain)
    if change:
        return change["name"] not in letters
    if any(pattern.fullmatch(plain) for pattern in _WAYS):
        return True
    if APPROXIMATES.search(plain):
        return False
    words = set(re.findall(r"[a-z'-]+", plain.lower().replace("ô", "o").replace("\u2019", "'")))
    clean = re.fullmatch(r"[A-Za-z' \u2019ô-]+", plain) is not None
    return bool(words & _CORE) and (is_method(plain) or (clean and words <= _NAMED))
