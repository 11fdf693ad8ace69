r"""Drops sentences that only say that something is given, and what asks to explain a result that is asked besides.

"Two polynomials P and D are given.", "The given equation involves radicals.", "and justify each step": each is a
pattern whose words neither count, order nor limit an answer.
"""

from __future__ import annotations

import re

from ..questions.splitting import sentences
from .answer_notes import tidy

_THING = (
    r"(?:equations?|functions?|expressions?|polynomials?|matri(?:x|ces)|vectors?|curves?|graphs?|inequalit(?:y|ies)"
    r"|systems?|integrals?|series|sequences?|formulas?|trinomials?|binomials?|fractions?|quadratics?)"
)
_KIND = (
    r"(?:(?:quadratic|cubic|linear|rational|radical|exponential|logarithmic|trigonometric|polynomial|square|real-valued"
    r"|differentiable|continuous|algebraic|differential) )*"
)
_NAMED = r"(?:,? \$?[A-Za-z](?:\([a-z]\))?\$?(?:(?:,| and|, and) \$?[A-Za-z](?:\([a-z]\))?\$?)*)?"
_GIVEN = re.compile(
    rf"(?:an?|the|two|three|here is an?|here are two|below is an?|each) {_KIND}{_THING}{_NAMED}"
    r"(?: (?:is|are) (?:given|shown|printed|displayed)(?: (?:below|above|here))?)?",
    re.IGNORECASE,
)
_INVOLVED = re.compile(
    rf"(?:the|this) (?:given |following )?{_KIND}{_THING} (?:below )?(?:involves?|contains?|has|have) (?:an? )?"
    r"(?:fractional expressions?|fractions?|radicals?|square roots?|absolute values?|logarithms?|exponentials?"
    r"|rational exponents?|(?:a )?powers? of the variable|grouping symbols|parentheses|trigonometric functions?"
    r"|decimals|fractional exponents?)(?: in it)?",
    re.IGNORECASE,
)
_REASONS = (
    r"(?:(?:and |then |also |please |be sure to |make sure to |remember to )*(?:justify|explain|support|show)(?:ing)? "
    r"(?:(?:each|every|all|your|the|of) ?)+(?:steps?|answers?|reasoning|work|working|conclusions?|algebra|method)(?:"
    r" clearly| neatly| fully)?(?: (?:by|with|using) (?:(?:indicating|naming|stating|citing|giving|listing) )?(?:the"
    r" )?(?:appropriate |relevant |necessary )?(?:properties|laws|rules|theorems|reasons|limit laws|a (?:sketch|graph"
    r"|sentence))(?: of (?:limits|logarithms|exponents|integrals|equality))?(?: (?:that )?you used?| used)?)?)"
)
_UNAIDED = re.compile(
    r"[,;]? ?\(?\bwithout (?:the )?(?:use|using|help|aid)(?: of)? (?:an? |any |your )?(?:calculators?|technology"
    r"|tables?|computers?)\)?(?=[.,;]|$)",
    re.IGNORECASE,
)
_REMARK = re.compile(rf"{_REASONS}", re.IGNORECASE)
_BEHIND = re.compile(rf"(?:,|;)? (?:and )?{_REASONS}$", re.IGNORECASE)
_OF_A_BRACKET = re.compile(r" ?\((?P<said>[A-Z][^()]*\.)\)\.?$")
_OWNER = re.compile(
    r"\b(?P<the>the|this) (?P<owner>function|equation|polynomial|matrix|curve|series|graph|expression|parabola)'s "
    r"(?P<noun>(?:[a-z-]+ )?[a-z-]+)(?=[.,;]|$)",
    re.IGNORECASE,
)


def without_remarks(text: str) -> str:
    """Return an objective without remarks on what is given and on what is to be explained.

    >>> without_remarks("An equation is given. Solve it, and justify each step.")
    'Solve it.'
    >>> without_remarks("A function is increasing. Explain why it has a zero.")
    'A function is increasing. Explain why it has a zero.'
    """
    text = _OF_A_BRACKET.sub(r" \g<said>", _UNAIDED.sub("", text))
    said = sentences(text)
    kept = [one for one in said if not _is_remark(one.strip(" .;!()"))]
    made = [_OWNER.sub(r"the \g<noun> of \g<the> \g<owner>", _ended(one)) for one in kept]
    return tidy(" ".join(made)) or text


def _is_remark(plain: str) -> bool:
    given = _GIVEN.fullmatch(plain)
    return (
        (given is not None and re.search(r" (?:is|are) |^here|^below", plain, re.IGNORECASE) is not None)
        or _INVOLVED.fullmatch(plain) is not None
        or _REMARK.fullmatch(plain) is not None
    )


def _ended(said: str) -> str:
    stop = said[len(said.rstrip(" .;:!?")) :]
    return _BEHIND.sub("", said.rstrip(" .;:!?")) + stop
