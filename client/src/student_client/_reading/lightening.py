"""Takes from an objective all that is not its question: labels, remarks, stories, the printed expression again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .asides import without_asides
from .decoration import undecorated
from .lexer import GREEK
from .restating import inline, restated
from .spelling import FUNCTIONS
from .stories import without_story

_EQUAL = r"(?:is|equals|is equal to|equals to|evaluates to|has the value)"
_NOUN = r"(?:integral|limit|sum|expression|product|determinant|derivative|series)"
_WORDINGS: tuple[tuple[str, str], ...] = (
    (r"\b(can|could|would|will|do|should) u\b", r"\1 you"),
    (
        r"[^.?!]*?(?:\.{2,}|[,;-])? ?\b(?:no,? wait|wait,? no|scratch that|sorry,? i mean(?:t)?|i"
        r" mean(?:t)?)\b[,:.]* ",
        " ",
    ),
    (r"\bwhat (the [^,.?!]+?) (?:is|are|would be|equals)(?=\s*[.?!]|$)", r"find \1"),
    (
        rf"^(?:then )?(?P<what>(?:the )?(?:exact )?(?:value of )?(?:the )?(?:following |given |definite"
        rf" )*{_NOUN})(?: given| printed)?"
        rf"(?: below| above)? {_EQUAL}\s*[:=_?. ]*$",
        r"Find \g<what>.",
    ),
    (
        r"^(?:is there |does )?(?:any|some)(?:one|body)(?: here| out there)?(?: who| that)?(?: can| could|"
        r" would| is able to| know| knows)?(?: please)?"
        r"(?: help| explain| show| tell| teach)?(?: me| us)?(?: with| how)?(?: to)? (?=(?:find|solve|compute"
        r"|calculate|determine|evaluate|differentiate|integrate"
        r"|simplify|expand|factor|work out)\b)",
        "",
    ),
    (
        r"^for (?:my|our|a|an) (?:(?:high school|college|university|online|intro|honors|ap|physics|chemistry"
        r"|biology|economics"
        r"|engineering|science|maths?|mathematics|calculus|calc|algebra|precalculus|statistics|mechanics|linear"
        r"|next|first|1st|2nd|final) )*(?:class|course|homework|assignment|exam|test|lab|project"
        r"|report),? ",
        "",
    ),
    (r"^any (?:ideas?|help|hints?|tips?|advice|suggestions?|clues?)(?: on| with| for| about| as to)?(?: how)? to ", ""),
    (
        r"^(?:so )?(?:i|we)(?:'ve| have)? (?:got |have )?(?:this|a|the|that) (?:function|equation|expression"
        r"|integral|limit|problem|matrix|curve|series)(?: here| below)?,? and"
        r" (?:i |we )?(?:need|want|have|would like|am trying)(?: to find| to get)? ",
        "find ",
    ),
    (
        r"^(?:in|for) (?:the )?(?:following |next |given )?(?:exercises?|problems?|questions?)(?: below| that"
        r" follows?| \d+ ?(?:-|to|through) ?\d+)?,? (?=[a-z])",
        "",
    ),
    (r" with respect to (?:the|its) (?:independent )?variable\b(?! [a-z]\b)", ""),
    (
        r"^does (?:the|this) (?:following )?limit exist\?(?: if (?:so|it does|yes),? (?:find|evaluate|compute"
        r"|what is|give) (?:it|its value|the limit))?",
        "find the limit",
    ),
    (r"\bfind (?:both|all|each)(?: of)? (?:them|these|solutions|roots)(?=\.|$)", "solve"),
    (r"\b(?:find|determine|calculate) (?:all )?(?:the )?possible values? of ([a-z])(?=\.|$)", r"find all values of \1"),
    (
        r"\b(write|express|give) (it|your answer|the answer|the result|the answer) as (?=a ?\+ ?b ?i\b)",
        r"\1 \2 in the form ",
    ),
    (r"\b(this|that) one\b", r"\1"),
    (r"\bfind (?:them|both numbers|the (?:two )?numbers|these numbers)(?=\.|$)", "solve the system"),
    (r"\bfind the (?:number|value|age|width|length|height|radius|price|side|time) ([a-z])(?=\.|$)", r"find \1"),
    (r"\bthe (?:current|rate|velocity|speed|gradient|slope|acceleration),? (?=d[a-zA-Z]/d[a-z]\b)", ""),
    (r" \((?:all|find all|give all)(?: possible)? (?:pairs|solutions|values|roots)(?: \(?[a-z], ?[a-z]\)?)?\)", ""),
    (r"\b(for|in) ([a-z]),? \(?not (?:for |in )?[a-z]\b!*\)?", r"\1 \2"),
    (r"\b(?:my|the|this) (?:question|problem|task|exercise) is (?:to|this)[:,]? ", ""),
    (
        r"^(?:here'?s|here is|this is|i have|i've got|we have)(?: my| the| this| a| an)* (?:question|problem"
        r"|exercise|task|one)[:.]+ ",
        "",
    ),
    (r"^i have (?:an?|my|this) (?:big |final )?(?:exam|test|quiz|assignment)[^.,=]*? (?:and|but|so) ", ""),
    (
        r"[,.;]? ?\b(?:and |but |so )?i (?:don't|do not|can't|cannot|can not|didn't|never|really don't) (?:really"
        r" )?(?:understand|know|see|get|remember|figure out|work out|recall)"
        r"(?: how)? to\b",
        ". ",
    ),
    (r",? or otherwise\b", ""),
    (r"\bhence or otherwise,? ?|\bhence,? ?|\bthus,? ?|\btherefore,? ?", ""),
    (r"\b(?:an |the )?expression for (?=\S)", ""),
    (r"\bcurve,? [A-Z]\b(?! ?[=(])", "curve"),
    (r"\bat the point,? [A-Z]\b,? (?=where|with|whose|at which)", "at the point "),
    (
        r"\bat the point,? (?:[A-Z] )?,?(?:whose|with|with the|where the|which has) ([a-z])-? ?coordinate (?:is "
        r"|of |equal to |equals |= )?",
        r"at \1 = ",
    ),
    (r"\bbetween (?:the )?(?:limits|bounds|ends|endpoints) (?=[a-z] ?=)", "between "),
    (
        r",? ?\bgiving (?:all )?(?:your |the |its )?(?:answers|solutions|values)(?: of \\?[a-z]+)? (?:in|for|on"
        r"|within|that lie in) (?:the )?(?:interval|range|domain)? ?"
        r"(?=[\d\[(\\-])",
        ", for ",
    ),
    (
        r"\b(solve|find|determine|integrate|differentiate|evaluate|simplify|expand|factori[sz]e), ((?:for|on"
        r"|over|in|giving|correct|to|by|using|without"
        r"|where|with)\b[^,.]+), ((?:the|this|each|these)\b[^,.?!]*)",
        r"\1 \3, \2",
    ),
    (r"(\\?[A-Za-z]+|[α-ω]) is (?:an )?acute(?: angle)?\b", r"0 < \1 < \\pi/2"),
    (r"(\\?[A-Za-z]+|[α-ω]) is (?:an )?obtuse(?: angle)?\b", r"\\pi/2 < \1 < \\pi"),
    (
        r"\b(?:re)?(?:write|express) (?:the |this |it )?(?:improper )?(?:integral )?as (?:a|the) limit(?: of"
        r" (?:a )?(?:proper |definite )?integrals?)?(?:,? (?:and|then))+ "
        r"(?=evaluate|find|compute|calculate)",
        "",
    ),
    (
        r"\b(?:find |determine |state |give )?(?:the )?(?:set of )?(?:all )?(?:the )?(?:real )?values of"
        r" ([a-z]) (?:for which|such that|that satisfy|satisfying|which satisfy"
        r"|that make)(?: the| this)? (?:given )?(?:inequality|equation)(?: (?:holds|is true|is satisfied|is"
        r" valid|true|hold))?(?: below)?(?=[.,;]|$)",
        r"solve for \1",
    ),
    (
        r"\b(?:if|given that|when|suppose(?: that)?|let) (?:the function )?[a-zA-Z](?:\([a-z]\))?(?: is| be)?"
        r" (?:as )?(?:given|shown|defined|below|above|follows|printed)"
        r"(?: below| above)?[,.:;] ",
        "",
    ),
    (
        r"\b(?:which|what) (?:values? of |numbers? )?(\\?[a-z]+) ((?:in|on|between|from) [^.?!]+?"
        r" )?(?:satisf(?:y|ies)|makes?|solves?) (?:this|it|the"
        r" (?:equation|inequality))(?: true)?",
        r"solve for \1 \2",
    ),
    (r"\bthe correct (?=derivative|answer|integral|limit|solution|value|sum)", "the "),
    (r"\bof this (?:log|logarithm|quotient|product|root|power|sum)(?=[\s.,?!]|$)(?! of)", "of this function"),
    (r"\b(factor(?:i[sz]e)?|expand|simplify) [fghpPqQ]\([a-z]\) (?=(?:completely|fully|into|as|in)\b)", r"\1 "),
    (
        r"\b(factor(?:i[sz]e)?)(?: (?:the|this) (?:polynomial|expression|function|cubic|quadratic|quartic))?"
        r" (?:completely |fully )?into\b",
        r"\1 into",
    ),
    (
        r"\b(?:the )?(?:(?:mixed|first|second|third|all|both|first-order|second-order|order) )*partials?(?:"
        r" derivatives?)?,? (?=[a-z]_\{?[a-z]{1,3}\}?)",
        "",
    ),
    (
        r"^(?:first,? )?(?:rationali[sz]e|factor(?:i[sz]e)?|simplify|cancel|combine|expand|rewrite|multiply"
        r"|complete)(?: (?:the|both|by|its|conjugate|numerator|denominator"
        r"|fractions?|expression|integrand|square|common|factors?|completely|fully|as|a|single|in|partial|first"
        r"|out|top|bottom|and|terms|bracket|brackets))*,? (?:and )?then "
        r"(?=(?:find|evaluate|compute|determine|calculate) (?:the )?(?:limit|integral)\b)",
        "",
    ),
    (
        r",? by (?:first )?(?:evaluating|finding|computing|taking|considering) (?:the |its |a )?limits?(?: of"
        r" (?:[fghy]|the function)(?:\([a-z]\))?)?(?=[.,?!]|$)",
        "",
    ),
    (r"\bhorizontal asymptote (?=as [a-z] ?(?:→|->|\\to|approaches|tends to|goes to))", "limit "),
    (r"\bsolve for (?:the )?(?:exact |real )?values? of (?=\\?[a-z]+\b)", "solve for "),
    (
        r"\b(?:symmetric|diagonal|invertible|(?:upper |lower )?triangular|nonsingular|non-singular|orthogonal)"
        r" (?=matrix|matrices)",
        "",
    ),
    (r"^for the matrix(?: [A-Z])?(?: below| above| given)?,? what (?:are|is) its ", "find the "),
    (
        r"\b(?:as a decimal,? )?(?:with|using) ((?:\d|two|three|four|five|six|seven|eight) (?:significant"
        r" (?:figures?|digits?)|decimal places?|decimals|digits after the decimal point))",
        r"correct to \1",
    ),
    (r"\bdigits after the decimal point\b", "decimal places"),
    (r",? (?:if|when|given that|where|for)\s*[:.]*$", ""),
    (r"\b(\d) ?(?:x|×|by|\\times) ?\1 (?=system|matrix|matrices|determinant)", ""),
)
_AFTERWARDS: tuple[tuple[str, str], ...] = (
    (
        r"\b(?:on|in|over) (?:the )?(?:given|following|specified|indicated|stated) interval[.:,]? (?:(?:interval"
        r"|domain|range)\s*[:=] ?)(?=\S)",
        "for ",
    ),
    (r"[.,;] ?(?:interval|domain|range of values)\s*[:=] ?(?=\S)", " for "),
)
_FIRST, _LAST = (
    tuple((re.compile(pattern, re.IGNORECASE), said) for pattern, said in table) for table in (_WORDINGS, _AFTERWARDS)
)
_LETTER = re.compile(r"(?<![A-Za-z\\])[A-Za-z](?![A-Za-z])")


@dataclass(frozen=True)
class Light:
    """An objective with no more than its question.

    Args:
        words: the question.
        measured: whether a letter of the story may stand for something that is never negative.
        equations: whether the story says the printed equations in words, so that only to solve them can be asked.
    """

    words: str
    measured: bool = False
    equations: bool = False


def lightened(objective: str, expression: str, variables: Sequence[str]) -> Light:
    r"""Return the objective with no more than its question.

    Args:
        objective: as the person wrote it.
        expression: the problem's expression.
        variables: the problem's variables.

    >>> lightened(r"4. Hi! Solve $x^2=4$ for $x$. Hint: factor it. [2]", "x^2 = 4", ["x"]).words
    'Solve the equation for x.'
    """
    text = _marginal(undecorated(objective.strip()), expression)
    text = inline(restated(text, expression, variables))
    letters = letters_of(expression, variables)
    text = without_asides(_centred(_worded(text), letters), letters)
    text = _without_fact(text, letters - set("fgh"))
    asked = without_story(text, expression, letters)
    words = _worded(re.sub(r"\s{2,}", " ", asked.words).strip(), _FIRST + _LAST)
    return Light(words or objective, measured=asked.measured, equations=asked.equations)


def _worded(text: str, table: tuple[tuple[re.Pattern[str], str], ...] = _FIRST) -> str:
    for pattern, said in table:
        text = pattern.sub(said, text).strip()
    return text


_CURVE = re.compile(r"\b(?:curve|graph|line|circle),? \$?(?P<name>[A-Z])\$?(?!\w| ?[=(])")


def _of_the_curve(text: str, expression: str) -> str:
    """Say "the curve" for its name, if the expression does not have that letter."""
    found = _CURVE.search(text)
    if not found or found["name"] in expression:
        return text
    name = found["name"]
    text = text.replace(found[0], re.sub(r",? \$?[A-Z]\$?$", "", found[0]))
    return re.sub(rf"\b(of|to|on|for|at) \$?{name}\$?(?![\w(=])", r"\1 the curve", text)


def _marginal(text: str, expression: str) -> str:
    """Say "the derivative" for the marginal cost of ``C(x) = …``, and "the curve" for its name."""
    found = re.match(r"\s*(?P<name>[CRP])\s*(?:\(|=)", expression)
    if found:
        noun = {"C": "cost", "R": "revenue", "P": "profit"}[found["name"]]
        text = re.sub(rf"\b(?:a |the )?marginal {noun}s?(?: function)?\b", "the derivative", text, flags=re.IGNORECASE)
    return _of_the_curve(text, expression)


_CENTRE = re.compile(r"\b(centered at|centred at|about|around|at|near) (?:the point )?(?P<name>[ac]) ?= ?(?=[-\d\\\\])")
_SAME = re.compile(
    r",? ?(?:and |please |then )*(?:write|express|give) (?:it|the answer|your answer|the result) (?:with|in"
    r"|using) the same"
    r" (?:letter|variable)(?: (?P<name>[a-z]))?(?=[.,]|$)",
    re.IGNORECASE,
)


def _centred(text: str, letters: set[str]) -> str:
    """Leave out the name of a point that the expression does not have, and that a result has the same letter."""
    text = _CENTRE.sub(lambda found: found[0] if found["name"] in letters else f"{found[1]} ", text)
    return _SAME.sub(lambda found: "" if (found["name"] or "x") in letters else found[0], text)


_FACT = re.compile(
    r"(?:given|knowing|you are given|it is given|if)(?: that)? \(?(?P<said>(?:[-+*/^=\s\d(]|\b[a-z]\b)+)\)? is"
    r" (?:a|one) (?:linear"
    r" )?(?:factor|root|zero|solution)"
    r"(?: of (?:[fghpPqQ]\([a-z]\)|(?:the|this) (?:polynomial|expression|function|equation|cubic|quadratic|quartic)))?"
    r"(?:,|\.| and)? ",
    re.IGNORECASE,
)


def _without_fact(text: str, letters: set[str]) -> str:
    """Leave out a root or a factor that is given of an expression with one letter, which has it or not."""
    found = _FACT.match(text)
    return text[found.end() :] if found and len(letters) == 1 else text


def letters_of(expression: str, variables: Sequence[str]) -> set[str]:
    """Return the letters of a problem, with the names of Greek ones."""
    plain = re.sub(r"\\(?:mathrm|text|operatorname)\{[^{}]*\}", " ", expression)
    named = {name for name in re.findall(r"\\([A-Za-z]+)", plain) if name in GREEK}
    runs = re.findall(r"[A-Za-z]+", re.sub(r"\\[A-Za-z]+", " ", plain))
    single = {letter for run in runs if run not in FUNCTIONS | GREEK for letter in run}
    return {*variables, *named, *single}
