r"""Reads the values of a differential equation that are in the words, and the ways to ask for its solution.

"Solve ``y' = 2y`` given that y = 3 when x = 0" becomes "Solve the differential equation" with ``y(0) = 3`` after the
equation. The words are read as a whole: what is neither a value, a known question nor a plain story is not left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.differential import parse_differential
from ..formulas.same_notation import canonical
from ..formulas.tree import Differential
from ..statement import Choices, NotRead

_GIVEN = r",? ?(?:if|given(?: that)?|where|when|such that|for which|with|knowing that)? ?(?:the )?(?:derivative )?"
_SAID = re.compile(
    rf"{_GIVEN}(?P<left>(?P<f>[fghFGHy])'{{1,2}} ?(?:\((?P<x>[a-z])\))?) ?= ?(?P<body>[^=]+?)"
    r"(?:(?:,| and|;|, and) ?(?P<rest>(?P=f)'?\([^()]*\) ?=.*)|(?P<end>[.?!]?))$"
)


def without_derivative(objective: str, expression: str) -> tuple[str, str]:
    """Return a problem without the derivative in its words, which is then in its expression.

    Args:
        objective: the words.
        expression: the problem's expression: the derivative, or the equation that names it.

    >>> without_derivative("Find f(x) given f'(x) = 2x and f(1) = 2", "2x")
    ('Find f(x) given f(1) = 2', "f'(x) = 2x")
    """
    found = _SAID.search(objective.replace("$", ""))
    left, _, right = expression.rpartition("=")
    if not found or canonical(found["body"]) != canonical(right.strip(" .")):
        return objective, expression
    if left and canonical(left) != canonical(found["left"]):
        return objective, expression
    rest = f" given {found['rest']}" if found["rest"] else found["end"] or ""
    words = objective.replace("$", "")[: found.start()] + rest
    return words, expression if left else f"{found['left']} = {expression}"


ASKED = "Solve the differential equation"
_NUMBER = r"(?:[-−+]?(?:\\?[A-Za-z]+(?=[ ,.\d/()\\{]|$)|[\d./^*()\\{}√π]|\\[a-z]+)+)"
_BEFORE = (
    r"(?:[,;(]? ?(?:\b(?:given(?: that)?|if|with|where|when|for which|such that|that satisfies|which satisfies"
    r"|satisfying|satisfies|subject to|assuming(?: that)?|and|using|so that|having|by|whose)\b ?)*"
    r"(?:the )?(?:(?:(?:following|given|initial|boundary) )*(?:conditions?|values?|data) ?:? ?)?(?:that )?)?"
)
_METHOD = (
    r"(?:use (?:an? |the )?(?:[a-z-]+ ){1,4}(?:to )(?=solve|find)|,? ?(?:by|using|with)(?: the| an?)?(?: method of)? "
    r"(?:separat(?:ion|ing)(?: of)?(?: the)? variables|integrating factors?|undetermined coefficients|variation of"
    r" parameters|laplace transforms?|(?:the )?(?:characteristic|auxiliary) equation|substitution))"
)
_KIND = (
    r"(?:(?:following|given|above|first|second|third|order|first-order|second-order|third-order|linear|nonlinear"
    r"|separable|homogeneous|non-?homogeneous|inhomogeneous|ordinary|exact|constant-coefficient|autonomous) )*"
)
_EQUATION = (
    rf"(?:the |this |each |an? )?{_KIND}(?:(?:initial|boundary)[- ]value problem|(?:differential )?equation"
    r"|IVP|ODE|DE|problem|it)(?: with constant coefficients)?(?: (?:below|above|given(?: below)?))?"
)
_SOLUTION = r"(?:the |an? )?(?:(?:general|particular|exact|explicit|unique|complete) )*solutions?"


_CONSTANTS = (
    r",? ?\(?(?:use|using|with)(?: the| two| an)? ?(?:arbitrary )?constants?(?: of integration)?(?: [AC]_?1?)?"
    r"(?:(?:,| and) [BC]_?2?)?\)?(?=[.,]|$)"
)


class Values:
    """The values of a function that words give; they are taken out of the words one after the other."""

    def __init__(self, text: str, function: str, variable: str) -> None:
        self.text, self.function, self.variable = text, function, variable
        self.values: dict[tuple[int, str], str] = {}

    def read(self) -> None:
        """Take all values out of the words."""
        f, v, n = self.function, self.variable, _NUMBER
        slope = rf"(?:{f}'(?:\({v}\))?|d{f}/d{v}|\\d?frac ?\{{d{f}\}} ?\{{d{v}\}})"
        at = rf"(?:when|at|for|if|where)(?: the point)?(?: where)? {v} ?= ?(?P<at>{n})"
        patterns = (
            rf"{f}(?P<order>'{{0,2}}) ?\((?P<at>{n})\) ?= ?(?P<value>{n})",
            rf"{f}(?:\({v}\))? ?= ?(?P<value>{n}),? ?(?:and|,) ?{slope} ?= ?(?P<slope>{n}),? {at}",
            rf"(?:when|at|for) {v} ?= ?(?P<at>{n}),? ?{f} ?= ?(?P<value>{n}),? ?(?:and|,) ?{slope} ?= ?(?P<slope>{n})",
            rf"{f}(?:\({v}\))? ?= ?(?P<value>{n}),? {at}",
            rf"{slope} ?= ?(?P<slope>{n}),? {at}",
            *(
                (
                    rf"(?:initially|at time (?:t ?= ?)?0|at the start),? (?:there (?:are|were|is|was) |{f} ?= ?|{f} is"
                    r" |the \\w+ (?:is|was) )(?P<value>\d+(?:\.\d+)?)(?: [a-z]+)?(?=[.,]|$)",
                )
                if v == "t"
                else ()
            ),
            rf"(?:when|at|for) {v} ?= ?(?P<at>{n}),? ?{f} ?= ?(?P<value>{n})",
            r"(?:(?:^|(?<=[.;,] )|\band )(?:the|its|this) (?:(?:solution|integral) )?(?:curve|graph|solution) )?"
            r"(?:that |which |it |and )*(?:(?:passes|passing|goes|going|pass) )?through (?:the )?(?:point )?"
            rf"(?:[A-Z] ?)?\((?P<at>{n}), ?(?P<value>{n})\)",
        )
        for pattern in patterns:
            self.text = re.sub(rf"{_BEFORE}{pattern}", self._taken, self.text, flags=re.IGNORECASE)

    def _taken(self, found: re.Match[str]) -> str:
        given = found.groupdict()
        if given.get("value"):
            self._keep(len(given.get("order") or ""), given.get("at") or "0", given["value"])
        if given.get("slope"):
            self._keep(1, given["at"], given["slope"])
        return ". " if found[0].rstrip().endswith(".") else " "

    def _keep(self, order: int, at: str, value: str) -> None:
        if (order, at.rstrip(".")) in self.values:
            raise NotRead(f"{self.function} has two values at {at}")
        self.values[order, at.rstrip(".")] = value.rstrip(".")


def with_values(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    """Return a problem with the values of its differential equation after it.

    Args:
        objective: the words.
        expression: the problem's expression.
        variables: the problem's variables.

    Returns:
        Words and expression; both as they are if the expression is not a differential equation, or the words say more
        than its values and that it is to be solved.

    Raises:
        NotRead: the words give two values at one place, or those that the expression gives, too.
    """
    as_given = objective, expression
    objective, expression = without_derivative(objective, expression)
    asked = _equation(expression, variables)
    if asked is None:
        return as_given
    words = Values(_plain(objective, expression), asked.function, asked.variable)
    words.read()
    rest = re.sub(r"\s{2,}", " ", re.sub(r"[\s,;:]+(?=[.?!]|$)", "", words.text)).strip(" ,.;:?!")
    if not _asks(rest, asked, given=bool(words.values)):
        return as_given
    if words.values and asked.conditions:
        raise NotRead("the words and the expression both give values")
    if not (words.values or asked.conditions) and re.search(r"\b(?:initial|boundary|particular)\b", rest, re.I):
        raise NotRead("no value is given after the differential equation")
    if re.search(r"\bgeneral\b", rest, re.IGNORECASE) and (words.values or asked.conditions):
        raise NotRead("a general solution has no values")
    said = [f", {asked.function}{chr(39) * order}({at}) = {value}" for (order, at), value in words.values.items()]
    return ASKED, expression.rstrip(" .$") + "".join(said)


def _equation(expression: str, variables: Sequence[str]) -> Differential | None:
    """Return the differential equation of an expression; None if it is not one."""
    if "=" not in expression:
        return None
    try:
        read = parse_differential(ASKED, expression, variables, Choices({}))
    except (NotRead, ValueError):
        return None
    return read.expression if read and isinstance(read.expression, Differential) else None


_SLOPE = re.compile(r"\\d?frac\s*\{\s*d\s*([A-Za-z])\s*\}\s*\{\s*d\s*([A-Za-z])\s*\}")
_GRADIENT = re.compile(
    r"\b((?:gradient|slope)(?: function)?)(?: (?:is|of|given by))* ([^.,;]+?)(?= (?:and|passes|passing|goes|at"
    r"|which|that)\b|[.,;]|$)"
)


def _plain(objective: str, expression: str) -> str:
    """Return the words without dollars, and without the equation if they have it again."""
    text = re.sub(r"\$|\\\(|\\\)|\\left|\\right", "", objective).replace("’", "'").replace("\u2032", "'")
    text, shown = (_SLOPE.sub(r"d\1/d\2", one) for one in (text, expression.partition(",")[0]))
    left, _, right = shown.partition("=")
    if re.fullmatch(r"\s*d[a-z]/d[a-z]\s*", left):
        text = _GRADIENT.sub(lambda found: found[1] if canonical(found[2]) == canonical(right) else found[0], text)
    wanted = canonical(shown)
    starts = [found.start() for found in re.finditer(r"\S+", text)]
    for start in starts:
        for end in (found.end() for found in re.finditer(r"\S+", text)):
            if end > start and canonical(text[start:end].rstrip(",;:")) == wanted:
                return f"{text[:start]} {text[end:]}"
    return text


def _asks(rest: str, asked: Differential, *, given: bool) -> bool:
    """Return whether the words only ask to solve the equation, after sentences that describe it."""
    f, v = re.escape(asked.function), re.escape(asked.variable)
    text = re.sub(_METHOD, " ", rest, flags=re.IGNORECASE)
    form = rf"(?:explicitly )?(?:in the form {f} ?= ?[a-z]\({v}\)|(?:explicitly )?(?:in terms|as a function) of {v})"
    text = re.sub(
        rf",? (?:giving|expressing|writing) (?:your answer|{f}|the solution) {form}", " ", text, flags=re.IGNORECASE
    )
    text = re.sub(_CONSTANTS, " ", text, flags=re.IGNORECASE)
    text = re.sub(r"(?:,? (?:given that|if|and|where|with))+(?= ?[.]|$)", "", text, flags=re.IGNORECASE)
    unknown = rf"(?:the unknown(?: function)? is )?{f}(?:,| is)? (?:an? )?(?:unknown )?function of {v}"
    of_it = rf"[,(]? ?\b(?:here|where|with) {unknown}\)?"
    text = re.sub(of_it, " ", text, flags=re.IGNORECASE)
    text = re.sub(r"\s+(?=[,.;])", "", re.sub(r"\s{2,}", " ", text))
    text = re.sub(r"([.?!]),", r"\1", text).strip(" ,.;:?!")
    *story, last = re.split(r"(?<=[.?!;:]) | and (?=find\b|solve\b|determine\b)", text)
    function = rf"(?:the function |the solution )?{f}(?: ?\({v}\))?"
    as_one = rf"(?:,? ?(?:as (?:an? )?(?:explicit )?function of|in terms of|explicitly in terms of) {v})?"
    verb = r"(?:find|determine|obtain|give|state|write down|compute|calculate|work out|what is|solve for|get)"
    patterns = (
        rf"solve(?: {_EQUATION})?(?:,? (?:for|to (?:find|give|obtain)) {function})?{as_one}",
        rf"{verb} {_SOLUTION}(?: {function})?(?: (?:of|to|for) {_EQUATION})?(?: {function})?{as_one}",
        rf"{verb} (?:an? )?(?:the )?(?:(?:formula|expression) for )?{function}{as_one}",
        rf"{verb} (?:the|an) equation (?:of|for) (?:the|this) (?:(?:solution )?curve|graph)",
        rf"{verb} its equation",
        rf"{verb} (?:the|a) curve (?:whose|with) (?:slope|gradient)(?: at \({v}, ?{f}\))? (?:is )?(?:as )?"
        r"given(?: below)?",
        rf"solve(?: {_EQUATION})?(?:,? (?:for |and give |giving )?(?:the )?general solution(?: (?:is )?wanted)?)",
        rf"{_SOLUTION}(?: (?:of|to|for) {_EQUATION})?(?: wanted)?",
    )
    if given:
        last = re.sub(rf",? and {_EQUATION}$", "", last, flags=re.IGNORECASE)

    def fits(said: str) -> bool:
        return any(re.fullmatch(pattern, said.strip(" ,.;:?!"), re.IGNORECASE) for pattern in patterns)

    return fits(last) and all(_is_story(sentence, asked) or fits(sentence) for sentence in story)


_STORY_WORDS = """
    a an the of in is are by as follows follow following given below above here there and that which so its it this
    these his her with for to at be from has have model modelled modeled models satisfies satisfy obeys described
    describes governed function equation differential curve graph gradient slope point general unknown where time
    rate change changes respect population grows grow growth decays decay decreases increases temperature amount
    mass quantity substance bacteria culture body object particle moves moving velocity position displacement speed
    tank salt radioactive cooling cup coffee charge current circuit spring value values concentration drug account
    balance money investment water volume height depth level after seconds minutes hours days years proportional
    consider suppose let number insects fish animals rabbits people city town disease infected cell cells process
    newton's law cooling gives gave yields obtained
    such voltage capacitor inductor resistor rl rc rlc lc series deflection beam falling falls cools warms according
    motion damped undamped oscillator through across flows flowing in into conductor coil resistance friction air
    equations measured real depends depending on any every x-axis t-axis variable order linear first second
"""
_STORY = frozenset(_STORY_WORDS.split())


def _is_story(sentence: str, asked: Differential) -> bool:
    """Return whether a sentence has only the equation's letters, points of them, and words of a plain story."""
    letters = {asked.function, asked.variable}
    bare = re.sub(r"\((?:[a-zA-Z], ?)?[a-zA-Z]\)", " ", sentence)
    bare = re.sub(rf"\bd{asked.function}/d{asked.variable}\b", " ", bare)
    bare = re.sub(rf"\b{re.escape(asked.function)}\({re.escape(asked.variable)}\)", " ", bare)
    return all(word.lower() in _STORY or word in letters for word in re.findall(r"[^\s,.;:?!]+", bare))
