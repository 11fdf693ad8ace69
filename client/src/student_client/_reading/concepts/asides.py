"""Leaves out of an objective what changes nothing: units, stories' movers, what a letter stands for, remarks."""

from __future__ import annotations

import re

from .marks import MARK

_UNITS = r"(?:metres|meters|feet|seconds|minutes|hours|cm|km|m|s)\b"
_STYLE = re.compile(r"\\(?:mathbf|boldsymbol|vec|text) ?\{ ?(\w+) ?\}")
UNKNOWN = re.compile(r"(?P<name>[A-Za-z])'|\{ ?(?:d|\\mathrm ?\{d\}) ?(?P<of>[A-Za-z]) ?\}")
_SEQUENCE = re.compile(r"\s*\$?\\?\{?\(?(?P<name>[a-zA-Z])_\{?[a-z]\}?\)? ?=")
_TERM = (
    r"(?<![\w\\])[({{\\]*{name}_\{{?[a-z]\}}?[)}}\\]*(?:_\{{? ?[a-z] ?(?:\\geq?|≥|=) ?1 ?\}}?(?:\^\{{?\\infty\}}?)?)?"
    r"(?! ?[=<>_])"
)
_START = re.compile(
    r"(?:(?:if|with|given(?: that)?|when|where) )?(?P<it>[A-Za-z]'*\( ?-?[\d.]+ ?\) ?= ?-?[\d.]+)(?![\w^*/])"
)
_ASIDES = tuple(
    (re.compile(pattern, re.IGNORECASE), said)
    for pattern, said in (
        (r"(?<=equation),? in the form y ?= ?m ?x ?\+ ?[bc],?(?= (?:of|for)\b)", ""),
        (r"\\operatorname ?\{? ?(?:Nul|Null|ker) ?\}? ?\(?[A-Z]\)?", "null space"),
        (r"(?:the )?set of (?:all )?solutions (?:of|to) A ?x ?= ?0", "null space"),
        (
            r"(?:an? |the )?(?:particle|object|body|car|train|point|ball|mass) (?:that )?(?:is )?(?:moves|moving"
            r"|travels|travelling) (?:along|on|in) (?:an? |the )?(?:straight |coordinate |horizontal )*(?:line|[a-z]"
            r" ?-axis|axis|track|road)",
            " ",
        ),
        (
            r"(?:the|a) (?:diagram|figure|picture|sketch|graph)(?: (?:above|below|opposite|here))? (?:shows|illustrates"
            r"|represents) (?:(?:part|a sketch|the sketch|a portion|the graph) of )*(?:the|a) (?:curve|graph|function)"
            r"(?: (?:of|with equation))?(?: [a-z](?: ?\( ?[a-z] ?\))?)? ?(?:\.|$)",
            " ",
        ),
        (
            r"set up and evaluate (?:an? |the )?(?:(?:definite|single|appropriate) )*integrals? (?:(?:that|which)"
            r" (?:gives?|represents?)|for|to (?:find|determine|compute|calculate)|giving|representing)\b",
            "find",
        ),
        (
            r"set up (?:an? |the )?(?:(?:definite|single|appropriate) )*integrals? (?:(?:that|which)"
            r" (?:gives?|represents?)|for|to (?:find|determine|compute|calculate)|giving|representing)\b([^.?!;]*?),?"
            r" and (?:then |hence )?evaluate(?: it| the integral)?(?=[.,;]|$)",
            r"find\1",
        ),
        (
            r"(?<![\w\\])([a-z])_\{? ?(?:\\(?:text|mathrm) ?\{ ?)?(?:avg?|ave|mean)\b ?\}*",
            r"the average value of \1",
        ),
        (
            r"\\int ?_ ?\{? ?([^{}^]+?) ?\}? ?\^ ?\{? ?([^{} ]+?) ?\}? ?([a-z]) ?\( ?([a-z]) ?\) ?d ?\4(?![a-z])",
            r"the integral of \3 from \1 to \2",
        ),
        (r"\bthrough the origin\b", "through the point (0, 0)"),
        (r"\b(lines?) (?:with|given by|whose) (?:the )?equations?(?: are)? (?=[a-z] ?= ?-?\d)", r"\1 "),
        (
            r",? where [a-z](?: ?\( ?[a-z] ?\))? is (?:the |this )?(?:given )?function(?: (?:is )?(?:given|defined"
            r"|below|shown|above))*(?: by| as follows)?(?= ?[:.,]| ?$)",
            " ",
        ),
        (
            r"if (?:the |this )?limit exists,? (?:then )?(?:find|compute|evaluate|determine|calculate|give) (?:it"
            r"|its value)",
            "find the limit",
        ),
        (r",? where [A-Z] is (?:the|this) (?:given |following )?matrix(?: below| given| shown)?", " "),
        (r"(?<=[a-z]{3})\((?:s|es)\)", ""),
        (r" in terms of x and y(?=[.,]|$)", " "),
        (
            r"(?:by )?(?:us(?:e|ing)|with|mak(?:e|ing)|apply(?:ing)?) the substitution \\?[a-z]+ ?=[^.;?]+?"
            r"(?=,? (?:to|and|find|evaluate|determine|compute|calculate|work)\b|[.]|$)",
            "by substitution",
        ),
        (
            r"(?:an? )?(?:closed |explicit |simple |closed-form )*(?:formula|expression|closed[- ]form)(?: in closed"
            r" form)?(?=,? (?:in (?:factored|factori[sz]ed) form,? )?for the (?:sum|total|product))",
            " ",
        ),
        (
            r"(?:is|does) (?:the|this) (?:infinite |geometric |improper |given |following )*(?:series|sum|integral"
            r"|sequence) (?:convergent|converge|exist)(?: or (?:divergent|diverge))?\? (?:if (?:so|convergent|it "
            r"(?:does|is|converges)),? )?(?=(?:what is|find|determine|calculate|compute|evaluate|give) (?:(?:its|the) "
            r"(?:sum|value|limit)|it\b))",
            " ",
        ),
        (rf"(?<=position|distance)(?: is)? (?:given|measured|expressed) in {_UNITS}(?=[.,;]|$)", " "),
        (r"(?<=tiderivative),? F(?: ?\( ?[a-z] ?\))?(?![\w'(])", ""),
        (
            r"[;,.] (?:if not|otherwise),? (?:explain|state|say|show) (?:why|that it does not exist)(?=[.;]|$)",
            " ",
        ),
        (
            r"^(?:us(?:e|ing) (?:the sign of )?[fgh] ?' ?(?:\( ?[a-z] ?\))?|solv(?:e|ing) [fgh] ?' ?\( ?[a-z] ?\) ?"
            r"[<>=≤≥] ?0)(?: to|,| and hence| in order to) (?=(?:find|determine|identify|locate)\b)",
            " ",
        ),
        (r" of \\mathbb ?\{?R\}?(?: ?\^ ?\{?\d\}?)?", " "),
        (r"(?:at )?the origin,? (?:i\.e\.,? )?(?=at )", " "),
    )
)


def without_asides(text: str, expression: str, variable: str, constant: str) -> str:
    """Leave out that letters are constants, units, a sequence's name, and conditions that are printed, too."""
    text = re.sub(r"\s+", " ", _STYLE.sub(r"\1", text))
    listed = rf"{variable}(?:(?:, and|,| and) {variable})*"
    fixed = rf"{constant}(?:(?:, and|,| and) {constant})*"
    constants = r"(?:is a |are |is |being |denotes? |a )?(?:fixed |arbitrary |given )*constants?"
    text = re.sub(rf",? ?(?:where|with|and|for|if)? ?{fixed} {constants}(?=[.,;?!]|$)", " ", text)
    text = re.sub(rf"(?<![\w\\]){listed},? (?:is |are )?(?:measured )?in {_UNITS}", " ", text)
    for pattern, said in _ASIDES:
        text = pattern.sub(said, text)
    if dependent := UNKNOWN.search(expression):
        unknown = rf"(?<![\w\\]){dependent['name'] or dependent['of']}"
        text = re.sub(
            rf"\b(find|determine|obtain|recover) {unknown} ?\( ?[a-z] ?\)", r"\1 the solution", text, flags=re.I
        )
        text = re.sub(rf"{unknown} ?\( ?[a-z] ?\)", " ", text)
        text = re.sub(rf"^given {unknown}' ?\( ?[a-z] ?\)(?: and)?", "given the equation", text, flags=re.I)
    if sequence := _SEQUENCE.match(expression):
        text = re.sub(_TERM.format(name=sequence["name"]), f" {MARK}name{MARK} ", text)
    printed = re.sub(r"\s", "", expression)
    return _START.sub(lambda found: " " if re.sub(r"\s", "", found["it"]) in printed else found[0], text)
