r"""Leaves out of an objective how somebody is to come to its question: "By ..., find", "... and hence find".

A way says nothing of the answer, whatever it names, unless it approximates, changes what is printed, or holds data.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from ..questions.splitting import sentences
from ..rewording.everyday_words import everyday
from ..rewording.method_words import is_word
from .adjuncts import MADE_BY
from .working import is_advice

_ASK = (
    r"(?:find|determine|compute|calculate|evaluate|work out|obtain|solve|differentiate|integrate|factori[sz]e|factor"
    r"|simplify|expand|sum|show|prove|decide|state|give|write|express|derive|deduce|verify|identify|classify|test"
    r"|perform|estimate|approximate|rewrite|condense|combine|convert|rearrange|what|which|is|are|does|do)\b"
)
_LEADS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^(?:by|through|with the (?:aid|help) of|using|via|after|on(?= \w+ing\b)|making use of|employing|applying)"
        rf" (?P<way>[^.;?]+?),(?: or otherwise,?)? (?={_ASK})",
        rf"^(?:use|apply|employ|make(?: use of)?|make an? appropriate use of|try) (?P<way>[^.;?]+?),?"
        rf" (?:to|in order to|and(?: hence| then| so)?|so as to) (?={_ASK})",
        rf"^(?P<way>[^.;?]+?),? (?:and )?(?:hence|thereby|so as to|in order to),? (?={_ASK})",
    )
)
_STEP = re.compile(rf"^(?P<way>[^.;?]+?),? (?:to|in order to) (?={_ASK})", re.IGNORECASE)
_TRAIL = re.compile(
    r",? (?:by(?: first)?|using|via|through|with the (?:aid|help) of|by means of|by use of|making use of) (?P<way>"
    r"(?:the |an? |any |suitable |appropriate )*(?=[a-z'-]{4})(?:[a-z' -]|(?<=power of )\$?\d+\$?|(?<=powers of"
    r" )\$?\d+\$?){4,60})(?=[.?]?$)",
    re.IGNORECASE,
)
OTHER = re.compile(
    r"\b(?:degrees?|base|decimals?|digits?|places?|significant|integers?|whole|complex|real|principal|assum\w*|suppose"
    r"|constants?|nearest|round\w*|approx\w*|estimat\w*|but|except|unless|instead|not|no|only|also|positive|negative"
    r"|acute|quadrants?|between|greater|less|larger|smaller|above|below|modulo|mod|if|when|where|whose|which|who"
    r"|answers?|results?|part [a-d]|question|previous|last|first two|other|another|rest|half(?![ -]angle)|twice"
    r"|trapez\w*|simpson\w*|midpoint|mid-ordinate|newton\w*|euler\w*|bisect\w*|iterat\w*|rectangles?|strips?"
    r"|subintervals?|riemann|linear\w*|differentials|taylor\w*|maclaurin\w*|tangent|secant|graph\w*|figures?|tables?"
    r"|replac\w*|doubl(?:e|ing)\b(?![ -]angle)|halv\w*|revers\w* (?!the order|chain)|inverses?|reciprocal|opposite"
    r"|negat\w*|translat\w*|shift\w*|reflect\w*|scal\w*|rotat\w*|swap\w*|definition of \w+ as|term by term|correct\w*"
    r"|wrong|sign|indefinite|antiderivative|roots?(?! of both)|power (?:series|method)|series|terms|squaring$"
    r"|leibniz\w*|alternating|lowest|leav\w* (?:out|off|away)|drop\w*|skip\w*|omit\w*|ignor\w*|discard\w*|remov\w*(?! "
    r"(?:the )?(?:brackets|parenthes))|(?:start|begin|stop)\w*|go(?:ing|es)?|backwards?|mov(?:e|ing)(?!.*\bto (?:one"
    r"|the (?:left|right|other)) side)|stretch\w*|shrink\w*|compress\w*|turn\w*(?!.*\binto\b)|flip\w*|read(?:ing)?"
    r"|exchang\w*|invert\w*|without|interchang\w*(?! (?:the order|[a-z] and [a-z]\b))|switch\w*(?! (?:the order|to))"
    r"|even|odd(?! and even)|^(?:the )?numbers|(?:left|right)(?![- ](?:hand|angle|triangle))|^(?:the )?middle term"
    r"|cancel\w* the (?:numer|denomin)ator|multipl\w* (?:it|the (?:function|expression|integral|curve|series|sum"
    r"|fraction)) by|find|determine|evaluate|calculate|compute|solve|what)\b|[<>≤≥]|\\[lg]eq?\b|\d",
    re.IGNORECASE,
)
"""Words of a way that may change the answer, or that ask for something themselves."""
MIN_WAY = 4
"""Fewest characters of a way, which (a) is not."""
_NAMED = re.compile(r"\$?\\?(?P<letter>[a-z]+) ?= ?[^$,;.]*\$?")
_ITS = re.compile(
    r"\b(?:its|it|their|them|they|this|that|these|those|such|resulting|obtained|transformed)\b", re.IGNORECASE
)
_PLAIN = re.compile(
    r"(?:\b(?:as|to|of|with|in) )?(?:(?:the|a|one|same|common) )*(?:powers? of (?:the same (?:base|number)|\$?\d+\$?)|"
    r"(?:change[- ]of[- ])base|same base)(?! ?[-+*/^=])|\b(?:standard|known|usual) (?:results?|formula[es]?|sums?)(?: "
    r"(?:for|of) \$[^$]+\$(?:(?:,? and|,) \$[^$]+\$)*)?|\band (?:a|your|the) calculator\b",
    re.IGNORECASE,
)
"""Parts of a way that say nothing of the answer, though they have a number or a word that might."""
_OPERATION = re.compile(r"\b(?:integra|antideriv|differentia|deriv)", re.IGNORECASE)
"""What is done by a way and is asked: "use integration by parts and evaluate at x = 1"."""
_OPERATES = re.compile(r"\b(?:multiply|divide|increase|decrease|raise|replace|extend)[a-z ]*$", re.IGNORECASE)
"""A deed that what follows is done with."""


def without_lead(objective: str, letters: Collection[str]) -> str:
    """Return an objective whose sentences begin and end with their questions, if only a way was beside them.

    Args:
        objective: the words.
        letters: the letters of the printed expression; a way may give other letters a meaning.

    >>> without_lead("By reducing it to echelon form, find the rank of the matrix.", [])
    'Find the rank of the matrix.'
    >>> without_lead("Use Simpson's rule to evaluate the integral.", [])
    "Use Simpson's rule to evaluate the integral."
    """
    return " ".join(_without(one.strip(), letters) for one in sentences(objective)) or objective


def _without(sentence: str, letters: Collection[str]) -> str:
    step = _STEP.match(sentence)
    if step and is_advice(step["way"].lower()):
        rest = sentence[step.end() :]
        return rest[:1].upper() + rest[1:]
    for pattern in (*_LEADS, _TRAIL):
        found = pattern.search(sentence)
        if not found:
            continue
        said = _NAMED.sub(lambda name: name[0] if name["letter"] in letters else " ", _PLAIN.sub(" ", found["way"]))
        rest = sentence[: found.start()] + sentence[found.end() :]
        before = sentence[: found.start()].rstrip(" ,")
        made = (pattern is _TRAIL and (MADE_BY.search(before) or _OPERATES.search(before))) or len(
            found["way"]
        ) < MIN_WAY
        joined = found[0].rstrip().endswith(("and", "and then", "and so"))
        asked = joined and _OPERATION.search(said) and not _OPERATION.search(rest)
        if made or asked or OTHER.search(said) or _ITS.search(rest) or _is_everyday(said):
            continue
        sentence = rest[:1].upper() + rest[1:]
    return sentence


def _is_everyday(way: str) -> bool:
    """Return whether a way has words of everyday life, which name no method: "through the eyes of a student"."""
    return any(word in everyday() and not is_word(word) for word in re.findall(r"[a-z'-]+", way.lower())[1:])
