"""Says the questions of other countries' exams in the usual words: foreign terms, gaps to fill in, "show that".

It is tried only if a problem is not understood as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress

from ..formulas.same_formulas import heading
from ..formulas.same_notation import canonical
from ..statement import NotRead
from .accumulated import accumulated
from .exams import FIND
from .notated import notated

_GLOSSES: tuple[tuple[str, str], ...] = (
    ("derivatives?", "ableitung(?:en)?|dérivée|derivada|derivata"),
    ("(?:antiderivatives?|primitives?(?: function)?)", "stammfunktion(?:en)?|primitive|primitiva"),
    ("integral", "integral|intégrale|integrale"),
    ("limit", "grenzwert|limes|limite"),
    ("(?:zeros?|zeroes|roots?)", "nullstellen?|zéros?|ceros?|racines?|raíces|nulstellen|nollställen"),
    ("domain", "definitionsbereich|definitionsmenge|dominio|domaine(?: de définition)?"),
    ("(?:inverse(?: function)?)", "umkehrfunktion|inverse|réciproque|fonction réciproque|inversa"),
    ("inflection points?|points? of inflection", "wendepunkte?|wendestellen?|point d'inflexion|flesso"),
    ("(?:tangent(?: line)?)", "tangente"),
    ("(?:slope|gradient)", "steigung|pente|pendiente"),
    (
        "(?:solution set|set of solutions|solutions?)",
        "lösungsmenge|lösung(?:en)?|solution|ensemble des solutions|soluciones",
    ),
    ("(?:determinant)", "determinante|déterminant"),
    ("(?:eigenvalues?)", "eigenwerte?|valeurs propres|autovalores|autovalori"),
    ("(?:taylor polynomial)", "taylorpolynom|taylor-polynom"),
    ("(?:area)", "flächeninhalt|fläche|aire|área"),
    ("(?:partial fractions?|partial fraction decomposition)", "partialbruchzerlegung"),
    ("(?:linear factors)", "linearfaktoren"),
    ("(?:y-intercept)", "y-achsenabschnitt"),
    ("(?:equation)", "gleichung|équation|ecuación"),
    ("(?:inequality)", "ungleichung|inéquation|inecuación"),
    ("(?:system(?: of (?:linear )?equations)?)", "gleichungssystem|lgs|sistema"),
)
_GLOSSED = tuple(
    re.compile(
        rf"(\b(?:{noun})(?: of (?:f|g|h|the (?:function|curve|matrix)))?) ?[(\"“‘'](?:{foreign})[)\"”’']", re.IGNORECASE
    )
    for noun, foreign in _GLOSSES
)
_DO = rf"(?:{FIND[3:-1]}|solve|simplify|expand|factori[sz]e|factor|differentiate|integrate|express|write|show)"
_THING = (
    r"(?:(?:derivative|integral|limit|value|domain|inverse|area|slope|gradient|equation|solutions?|roots?|zeros?"
    r"|general solution|sum|product|number|maximum|minimum|determinant|rank|order|degree|range|interval|antiderivative"
    r"|primitive|modulus|argument|conjugate|coefficient|remainder|particular solution|solution set|set|eigenvalues?"
    r"|x-coordinates?|points?))"
)
_STUDY = r"(?:study|discuss|investigate|examine|analy[sz]e|consider|sketch)"
_NOUNS = (
    r"(?:position|displacement|velocity|acceleration|current|voltage|force|power|temperature|height|rate|flow rate)"
)
RULES: tuple[tuple[str, str], ...] = (
    # foreign words
    (r"\binequations?\b", "inequality"),
    (r"\bresolve (?![^.]*fraction)(?=(?:the |this |these |following |for\b|in\b|over\b)"
        r"[^.]*(?:equations?|inequalit|system|for\b|in\b|over\b|\bx\b))", "solve "),
    (r"\blimes\b(?! (?:superior|inferior))", "limit"),
    (r"\b(?:extremal|extreme) points\b", "local extrema"),
    (r"\bthe x-(values|coordinates) of the extrema\b", r"the x-\1 of the local extrema"),
    (r"\b(?:the )?(?:set|family) of (?:all )?(?:the )?(?:antiderivatives|primitives)\b", "the general antiderivative"),
    (r"\b(?:develop|expand) (?:the function |[fgh](?:\([a-z]\))? )?(?:in|into|as) (?:an? |the )?(taylor"
        r"|maclaurin) (?:series|polynomial)", r"find the \1 polynomial"),
    (r"\bmultiply out and (?:summari[sz]e|combine|simplify|collect(?: like terms)?)\b", "expand and simplify"),
    (r"\b(at|around|about|in|near) (?:the (?:point|position|place) )?x_\{?0\}? ?= ?", r"\1 x = "),
    (r"\blineari[sz]e (?:the function|f(?:\(x\))?) (?:about|around|at"
        r"|near)\b", "find the linear approximation of the function at"),
    (
        r"\bthe (?:equation of the )?horizontal asymptote (?:of (?:the (?:graph|function|curve)(?: of f)?|f) )?(?:for"
        r"|as|when) ([a-z]) ?(?:\\to|→|->|tends to|goes to|approaches) ?\+?(?=-?(?:\\infty|∞|infinity))",
        r"the limit as \1 approaches ",
    ),
    (r"\bthe left[- ]hand limit (?=\\lim_\{[^{}]*\^(?:-|\{-\})\})|\bthe right[- ]hand limit"
        r" (?=\\lim_\{[^{}]*\^(?:\+|\{\+\})\})", ""),
    (
        r"(^|(?<=[.?!] ))(the|an?) (?:electric )?(?:current|bending moment|shear force|power|voltage)(?: [a-z]+ (?:a"
        r"|the) [a-z]+)?(?= (?:is|in|through|at|along|across)\b)",
        r"\1\2 quantity",
    ),
    (r"\bthe [a-z]+(?: [a-z]+)?,? [A-Za-z] ?= ?(?=d[A-Za-z]/d[a-z]\b)", ""),
    # gaps to fill in
    (
        r"^(?P<if>(?:if|given that|for|let|suppose(?: that)?)\b.+?),? (?:then )?(?P<what>(?:the )?(?:[fghy]'*(?:\([^"
        r"()]*\))?|d[a-z]/d[a-z]|\\[dt]?frac\{d\^?\d?[a-z]\}\{d[a-z]\^?\d?\}|[a-z]|(?:the )?(?:value|"
        rf"{_THING})\b[^=]*?)) (?:is equal to|equals|is|is given by|=)\s*[:=_.…?]*$",
        r"\g<if>, find \g<what>.",
    ),
    (rf"^the (?P<what>[a-z ]*{_THING}\b.*?) (?:is equal to|equals|is|are|is given"
        rf" by)\s*[:=_.…?]*$", r"Find the \g<what>."),
    # sentences that only lead to the question
    (
        rf"\b{_STUDY} (?:the )?(?:behaviou?r|continuity|variations?|monotonicity|graph|function|curve|sign"
        rf"|limits?|properties|roots)?(?: of (?:the )?(?:function |curve |graph )?(?:f|g|h|y"
        rf"|it)?(?:\([a-z]\))?)?[:.;,](?: (?:and|then))? (?={_DO}\b)",
        "",
    ),
    (r"\b(function(?: [fgh])?) (?:which is |that is )?(?:defined|given)(?: for all real [a-z])? by\s*[:.]?$", r"\1"),
    (
        rf",? (?:where|if|when|given that|whose) (?:the |its )?{_NOUNS}(?: of [a-z ]+?)?(?:,? (?:measured )?in [a-z]+"
        r"(?: per [a-z]+)?)?(?:,? (?:at|after) (?:time )?t(?: \(?(?:in )?seconds\)?)?)?,? (?:is|are)(?: given by)?(?:"
        r" [a-z](?:\([a-z]\))?)?(?: (?!zero|not\b|positive|negative|constant|equal|max|min|large|small|great|least"
        r"|incr|decr|undef)[a-z]+)?(?: (?:at|after) (?:time )?t(?: seconds)?)?(?: below)?(?=\s*[.:]?$)",
        "",
    ),
)  # fmt: skip
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), instead) for pattern, instead in RULES)


def from_abroad(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return a problem in the usual words; the same one if there are none.

    Args:
        objective: the words.
        expression: the problem's expression.
        variables: the problem's variables.

    >>> from_abroad("Determine the domain (Definitionsbereich) of f.", r"f(x) = \ln x", ["x"])[0]
    'Determine the domain of f.'
    """
    text = accumulated(objective, expression, variables)
    for gloss in _GLOSSED:
        text = gloss.sub(r"\1", text)
    for pattern, instead in _COMPILED:
        text = pattern.sub(instead, text)
    text = _without_claim(text, expression)
    text, expression = _at_value(text, expression)
    text = re.sub(r"\s+([.,;?!])", r"\1", re.sub(r"\s{2,}", " ", text)).strip(" ,;") or objective
    return notated(text, expression, variables)


_CLAIM = re.compile(
    r"^(?:show|prove|verify|demonstrate|explain why)(?: that)? (?P<claim>.+?),?(?: and)?[.;,]? (?:hence|thus|then"
    rf"|therefore|use this to)(?:,? or otherwise)?,? (?P<ask>{_DO}\b.*)",
    re.IGNORECASE,
)
_FORMULA = re.compile(
    r"(?P<said>\S.*?)(?: (?:can|may|could) be (?:re)?(?:written|expressed|arranged)|(?: is"
    r" equivalent to| reduces to)\b)"
)


def _without_claim(text: str, expression: str) -> str:
    """Leave out "show that" the printed equation can be written in another way, before "and hence solve"."""
    found = _CLAIM.match(text)
    said = _FORMULA.match(re.sub(r"^the equation ", "", found["claim"])) if found else None
    if not found or not said:
        return text
    known = said["said"].strip() in {"the equation", "it", "this"} or canonical(said["said"]) == canonical(expression)
    return found["ask"] if known else text


_AT_VALUE = re.compile(
    rf"^{FIND} (?:all )?(?:the )?(?:(?:exact |possible )*values? of )?(?P<x>[a-z]) (?:when|for which|such that|if"
    r"|given that) (?P<y>[a-z])(?:\([a-z]\))? ?= ?(?P<at>-?\d+(?:\.\d+)?(?:/\d+)?)\.?$",
    re.IGNORECASE,
)


def _at_value(text: str, expression: str) -> tuple[str, str]:
    """Say "solve" for where a function has a value: "find x when y = 3"."""
    found = _AT_VALUE.match(text)
    with suppress(NotRead):
        name, letter, body = heading(expression)
        if found and (name, letter) == (found["y"], found["x"]):
            return f"Solve for {letter}.", f"{body} = {found['at']}"
    return text, expression
