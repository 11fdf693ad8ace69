r"""Finds the formulas of an objective and marks them: places, intervals, conditions, names and written derivatives."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field

from .series_places import series_places
from .spans import spans

_SIGNS = (
    (r"equals|is equal to", "="),
    (r"is positive", "> 0"),
    (r"is negative", "< 0"),
)
"""What is said, and how it is written."""
_POINT = (r"^\( ?(.+?) ?, ?(.+?) ?\)$", r"x = \1, y = \2")
MARK = "\x00"
"""Stands on both sides of the kind of a formula that was found."""
_ATOM = r"(?:\d+(?:\.\d+)?|\\?pi|π|\\?infty|∞|\\[dt]?frac ?\{[^{}]+\} ?\{[^{}]+\}|\\?sqrt ?[({]?\d+[)}]?|e)"
_NUMBER = rf"[-+−]?{_ATOM}(?:[ ]?(?:\\cdot )?{_ATOM})?(?: ?/ ?\d+)?"
_RELATION = r"(?:<=|>=|<|>|≤|≥|\\(?:leq?|geq?|lt|gt)(?![a-z]))"
_TO = r"(?:->|→|\\to(?![a-z])|\\rightarrow(?![a-z])|tends to|goes to|approaches)"
_NAME = r"\\?[A-Za-z]+(?:_\{?\w\}?)?"
_D = r"(?:d|\\mathrm ?\{d\}) ?"
_TWO = r"\^ ?\{?2\}?"
_ENDS = rf"[\[(] ?{_NUMBER} ?, ?{_NUMBER} ?[\])]"
_PREPOSITION = r"(?:(?:at|when|where|if|for|with) )?"
_GIVEN = r"(?:[Ww]hen|where|[Ii]f|[Ff]or|with|[Gg]iven that|[Aa]ssum(?:e|ing)(?: that)?|provided(?: that)?)"
_POINT_WHERE = r"(?:(?:the|that|its) )?(?:point|instant|moment|place|time)s? (?:(?:where|at which|with|when) )?"
_FORM = r"[axp] ?\+ ?(?:[by] ?i|i ?[by]|[by] ?\\mathrm ?\{i\})"
_UNITS = r"(?:metres|meters|feet|seconds|minutes|hours|cm|km|m|s)\b"
_FRAMES = re.compile(r"\\[()\[\]]|\$|\\left(?![a-z])|\\right(?![a-z])|\\[,;!]")
_STYLE = re.compile(r"\\(?:mathbf|boldsymbol|vec|text) ?\{ ?(\w+) ?\}")
_UNKNOWN = re.compile(r"(?P<name>[A-Za-z])'|\{ ?(?:d|\\mathrm ?\{d\}) ?(?P<of>[A-Za-z]) ?\}")
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
        (r"\\operatorname ?\{? ?(?:Nul|Null|ker) ?\}? ?\(?[A-Z]\)?", "null space"),
        (r"(?:the )?set of (?:all )?solutions (?:of|to) A ?x ?= ?0", "null space"),
        (
            r"(?:an? |the )?(?:particle|object|body|car|train|point|ball|mass) (?:that )?(?:is )?"
            r"(?:moves|moving|travels|travelling) (?:along|on|in) (?:an? |the )?(?:straight |coordinate "
            r"|horizontal )*"
            r"(?:line|[a-z] ?-axis|axis|track|road)",
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
        (r",? where [A-Z] is (?:the|this) (?:given |following )?matrix(?: below| given| shown)?", " "),
        (r"(?<=[a-z]{3})\((?:s|es)\)", ""),
        (r" in terms of x and y(?=[.,]|$)", " "),
        (
            r"(?:by )?(?:us(?:e|ing)|with|mak(?:e|ing)|apply(?:ing)?) the substitution \\?[a-z]+ ?=[^.;?]+?"
            r"(?=,? (?:to|and|find|evaluate|determine|compute|calculate|work)\b|[.]|$)",
            "by substitution",
        ),
        (
            r"(?:an? )?(?:closed |explicit |simple |closed-form )*(?:formula|expression|closed[- ]form)(?: in"
            r" closed form)?"
            r"(?=,? (?:in (?:factored|factori[sz]ed) form,? )?for the (?:sum|total|product))",
            " ",
        ),
        (
            r"(?:is|does) (?:the|this) (?:infinite |geometric |improper |given |following )*(?:series|sum|integral"
            r"|sequence) (?:convergent|converge|exist)(?: or (?:divergent|diverge))?\? (?:if (?:so|convergent|it"
            r" (?:does|is"
            r"|converges)),? )?(?=(?:what is|find|determine|calculate|compute|evaluate|give) (?:(?:its|the)"
            r" (?:sum|value|limit)|it\b))",
            " ",
        ),
        (rf"(?<=position|distance)(?: is)? (?:given|measured|expressed) in {_UNITS}(?=[.,;]|$)", " "),
        (r"(?<=tiderivative),? F(?: ?\( ?[a-z] ?\))?(?![\w'(])", ""),
        (r" of \\mathbb ?\{?R\}?(?: ?\^ ?\{?\d\}?)?", " "),
        (r"(?:at )?the origin,? (?:i\.e\.,? )?(?=at )", " "),
    )
)


@dataclass
class Marked:
    """An objective with its formulas marked.

    Args:
        text: the words, in small letters, with a mark for each formula.
        given: what was found, by the kind of the mark.
        letters: letters of the problem that the words name, which are not the function's name.
    """

    text: str
    given: dict[str, list[str]] = field(default_factory=dict)
    letters: set[str] = field(default_factory=set)


def marked(
    text: str, expression: str, name: str | None, letters: Collection[str], variables: Collection[str]
) -> Marked:
    r"""Return an objective with its formulas marked; what no pattern fits remains as it is.

    Args:
        text: the objective.
        expression: the problem's expression.
        name: the letter that the expression defines, such as f, if it defines one.
        letters: the other letters of the problem.
        variables: the problem's variables.

    >>> marked("What is the slope where $x = 2$?", "f(x) = x^2", "f", {"x"}, ["x"]).given
    {'place': ['x = 2']}
    >>> marked(r"Solve on $[0, 2\pi)$.", r"\sin x = 0", None, {"x"}, ["x"]).given
    {'interval': ['[0, 2\\pi)']}
    """
    variable = _either(letters)
    made = Marked(
        _without_asides(_FRAMES.sub(" ", text), expression, _either(letters), _either(set(letters) - set(variables)))
    )
    if len(letters) == 1:
        given = rf"(?:whose|with) (?:abscissa|x-coordinate|first coordinate) (?:is |equal to |= ?)?(?={_NUMBER})"
        made.text = re.sub(given, f"where {next(iter(letters))} = ", made.text)
    for kind, pattern in _kinds(variable, name, made.text):
        made.text = re.sub(rf"(?<![\w\\])(?:{pattern})(?!\w)", _marker(kind, made), made.text)
    made.text = re.sub(rf"(?<![\w\\])(?P<it>{variable})(?![\w'(^=]|-axis)(?! ?[=<>])", _letter(made), made.text)
    made.text = re.sub(r"\s+", " ", made.text.replace("’", "'")).strip().lower()
    if re.search(r"\bfrom (?:above|below)\b|\ba(?= ?[.?!,]| ?$| (?:in|and|is)\b| \x00)", made.text):
        made.text += " ?one-sided"
    return made


def _either(letters: Collection[str]) -> str:
    own = "|".join(sorted(map(re.escape, letters), key=len, reverse=True)) or "(?!)"
    return rf"\\?(?:{own})"


def _kinds(variable: str, name: str | None, text: str) -> Iterator[tuple[str, str]]:
    """Yield each kind of formula with its pattern, those that contain others first."""
    y = re.escape(name or "y")
    argument = rf"(?: ?\( ?{variable} ?\))?"
    yield "abscissa", rf"(?P<it>{variable} ?-(?:values?|coordinates?))"
    yield (
        "image",
        r"(?P<it>[A-Z] ?\( ?s ?\)|[a-z] ?\( ?t ?\))(?=\W*(?:$|from\b|of\b|if its\b|whose\b|given its\b|(?:with"
        r"|having) (?:the )?(?:following |given )?[Ll]aplace))",
    )
    yield "rounded", r"(?P<it>rounded to \d (?:significant figures|decimal places))"
    yield (
        "index",
        rf"(?:as |for )?(?P<it>{variable} ?{_TO} ?(?:\\infty|∞|infinity)"
        rf"|{variable} ?= ?1 ?, ?2 ?, ?3 ?, ?(?:\.\.\.|\\[cl]?dots|…))",
    )
    yield "approach", rf"as (?P<it>{variable} ?{_TO} ?{_NUMBER})"
    yield "respect", rf"(?:with )?respect(?:ing)? to (?P<it>{variable})(?![\w(])"
    yield (
        "unknown",
        rf"(?:possible )?values? of (?:the )?(?:real )?(?:constant )?(?P<it>{variable})"
        r"(?= ?,? (?:for which|given that|such that|so that|that make|if))",
    )
    yield from spans(variable, _NUMBER)
    yield from series_places(variable, _NUMBER, text, name)
    yield (
        "interval",
        rf"(?:(?:given that|if|where|with|when) )?{variable} (?:lies |lying |is )?(?:\\in|in|∈|within)"
        rf"(?: the(?: closed| open)? interval)? (?P<it>{_ENDS})",
    )
    yield (
        "interval",
        rf"(?:(?:lying|restricted) )?(?:(?:in|on|over|to|within) )?(?:(?:the|an?) )?(?:(?:closed|open|half-open"
        rf"|given) )*interval (?P<it>{_ENDS})",
    )
    yield "interval", rf"(?:on|over|in|(?:for )?{variable} ?(?:\\in|in|∈)) (?P<it>{_ENDS})"
    yield "interval", rf"{_PREPOSITION}(?P<it>{_NUMBER} ?{_RELATION} ?{variable} ?{_RELATION} ?{_NUMBER})"
    yield "interval", rf"between (?P<low>{_NUMBER}) and (?P<high>{_NUMBER}),? inclusive"
    yield "condition", rf"{_GIVEN} (?P<it>{variable} ?{_RELATION} ?{_NUMBER})"
    yield "condition", rf"{_GIVEN} (?P<it>{variable} is (?:positive|negative))"
    yield (
        "place",
        rf"(?:(?:at|for|when|where|if) )?(?:{_POINT_WHERE})?(?P<it>{variable} ?(?:=|equals|is equal to) ?{_NUMBER})"
        r"(?! ?(?:[A-Za-z](?!\w)|\\|[-+*/^(=<>]))",
    )
    yield (
        "through",
        rf"(?:(?:that|which) )?(?:(?:pass(?:es|ing)?|goes|going) )?through (?:the )?(?:given )?(?:point )?"
        rf"(?P<it>\( ?{_NUMBER} ?, ?{_NUMBER} ?\))",
    )
    yield "point", rf"(?:at )?(?:the )?(?:given )?(?:point )?(?P<it>\( ?{_NUMBER} ?, ?{_NUMBER} ?\))"
    frac, bar = r"\\[dt]?frac ?\{ ?", r" ?\} ?\{ ?"
    yield (
        "d2",
        rf"(?P<it>{frac}{_D}{_TWO} ?{_NAME}{bar}{_D}{variable} ?{_TWO}"
        rf" ?\}}|d\^2{_NAME} ?/ ?d{variable}\^2|{y}''{argument})",
    )
    under = rf"(?:{variable}|x)" if name == "x" else variable
    yield "dy/dx", rf"(?P<it>{frac}{_D}(?:{y}|y){bar}{_D}{under} ?\}}|d(?:{y}|y) ?/ ?d{under}|{y}'{argument})"
    yield "reals", rf"(?:for )?{variable} ?(?:\\in|∈) ?(?P<it>\\mathbb ?\{{?R\}}?|R|ℝ)"
    yield "reals", rf"(?:for|where|with)(?: all)? (?P<it>real {variable}|{variable} (?:is )?(?:a )?real(?: number)?)"
    yield "complexes", rf"(?:for )?{variable} ?(?:\\in|∈) ?(?P<it>\\mathbb ?\{{?C\}}?|C|ℂ)"
    reals = r"(?: ?,? (?:with|where|and) [axp] and [by] (?:are )?(?:real|rational)(?: numbers)?)?"
    yield "a+bi", rf"(?:in )?(?:the )?(?:\w+ )?form (?P<it>{_FORM}){reals}"
    yield "inverse", rf"(?P<it>{re.escape(name) if name else '[A-Z]'} ?\^ ?\{{? ?-1 ?\}}?{argument})"
    both = rf"\\?sin ?{variable} and \\?cos ?{variable}"
    yield "in sines", rf"(?P<it>(?:only )?(?:in terms of |of |with )(?:only )?{both}(?: only| alone)?)"
    yield "for", rf"(?:for|of|in|is) (?P<it>{variable})(?= (?:as )?(?:the )?subject)"
    yield "for", rf"(?i:make|making) (?P<it>{variable})(?= the subject)"
    yield "for", rf"(?<=solve )for (?P<it>{variable})(?![\w(])"
    yield "name", rf"(?P<it>y ?= ?{re.escape(name) if name else '(?!)'} ?\( ?{variable} ?\))"
    yield "name", rf"(?P<it>{re.escape(name) if name else '(?!)'}{argument})(?![\w'(^=]|-axis)(?! ?[=<>])"


def _without_asides(text: str, expression: str, variable: str, constant: str) -> str:
    """Leave out that letters are constants, units, a sequence's name, and conditions that are printed, too."""
    text = re.sub(r"\s+", " ", _STYLE.sub(r"\1", text))
    listed = rf"{variable}(?:(?:, and|,| and) {variable})*"
    fixed = rf"{constant}(?:(?:, and|,| and) {constant})*"
    constants = r"(?:is a |are |is |being |denotes? |a )?(?:fixed |arbitrary |given )*constants?"
    text = re.sub(rf",? ?(?:where|with|and|for|if)? ?{fixed} {constants}(?=[.,;?!]|$)", " ", text)
    text = re.sub(rf"(?<![\w\\]){listed},? (?:is |are )?(?:measured )?in {_UNITS}", " ", text)
    for pattern, said in _ASIDES:
        text = pattern.sub(said, text)
    if dependent := _UNKNOWN.search(expression):
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


def _marker(kind: str, made: Marked) -> Callable[[re.Match[str]], str]:
    def mark(found: re.Match[str]) -> str:
        groups = found.groupdict()
        said = f"[{groups['low']}, {groups['high']}]" if groups.get("low") else groups["it"]
        if kind == "name":
            return f" {MARK}name{MARK} "
        for words, sign in _SIGNS if kind != "point" else (_POINT,):
            said = re.sub(words, sign, said)
        made.given.setdefault(kind, []).append(said)
        return f" {MARK}{kind}{MARK} "

    return mark


def _letter(made: Marked) -> Callable[[re.Match[str]], str]:
    def mark(found: re.Match[str]) -> str:
        if found["it"] != "a" or re.search(r"\b(?:for|of|in|to|find) $", found.string[: found.start()]):
            made.letters.add(found["it"].strip("\\"))
            return f" {MARK}letter{MARK} "
        return "a"

    return mark
