"""Leaves out sentences beside the question: chatter, what somebody got as an answer, hints and warnings.

A sentence is left out only if it has the form of such a remark and each of its words is on that form's list, so that
"Hint: x is positive" and "My teacher asks for three decimal places" remain, and are refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from ..questions.splitting import sentences
from .aside_words import CHAT, DESCRIBING, RESULT
from .everyday_words import beside
from .hints import FORMULA, Known, has_only, is_hint, is_warning, words_of
from .method_words import is_way
from .story_words import STORY
from .void_remarks import VOID

_MARK = re.compile(r"[\s.,;:!?()\[\]\"-]+$|^[\s.,;:!?()\[\]\"-]+")


def without_asides(text: str, letters: Collection[str]) -> str:
    """Return the objective without its remarks; the objective itself if nothing else is left.

    Args:
        text: the objective, without dollars.
        letters: the letters of the problem.

    >>> without_asides("Hi all, I'm lost. Differentiate it. Hint: use the chain rule.", {"x"})
    'Differentiate it.'
    """
    known = Known(letters)
    kept = [_trimmed(said, known) for said in _opened(text) if not is_aside(said, known)]
    made = " ".join(said for said in kept if said)
    had = {
        noun for said in _opened(text) if _is_result(_MARK.sub("", said), known) for noun in NAMED.findall(said.lower())
    }
    if any(noun not in made.lower() for noun in had):
        return text  # "I got the derivative. What is the limit?" may ask of the derivative
    return made or text


NAMED = re.compile(r"\b(?:derivative|integral|limit|sum|area|slope|gradient)\b")
"""What somebody may have already, so that the question may be about it."""


def _opened(text: str) -> list[str]:
    """Return the sentences, and a remark in brackets as a sentence of its own."""
    found: list[str] = []
    for said in sentences(text):
        remark = _BRACKETED.search(said)
        if remark:
            found += [f"{said[: remark.start()].rstrip()}{said[remark.end() :]}", remark[0].strip()]
        else:
            found.append(said)
    return [said for said in found if said.strip(" .,;()")]


_BRACKETED = re.compile(
    r"\s*\((?=(?:hint|tip|note|use|using|try|careful|remember|recall|do not|don't|no|you|i|they|this|it|by)\b)"
    r"(?:[^()]|\([^()]*\))*\)",
    re.IGNORECASE,
)


def is_aside(said: str, known: Known) -> bool:
    """Return whether a sentence says nothing of the question.

    Args:
        said: the sentence, or what is between two commas.
        known: the letters of the problem.
    """
    plain = _MARK.sub("", _MARK.sub("", said)).strip()
    return not plain or any(kind(plain, known) for kind in _KINDS)


_TOLD = CHAT | STORY
_ABOUT_ME = re.compile(
    r"(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening|day)|dear|thanks?|thank you|thx|cheers|sorry|please|pls"
    r"|plz|any (?:help|hint|idea|advice|clue)|help|i|i'm|im|i am|i've|i'd|ive|we|we're|we've|my|this is|this was|this"
    r" one is|it's (?:from|for|due|homework|on)|it is (?:from|for|due|homework|on)|no idea|not sure|stuck|been|can "
    r"(?:you|u|any|some)|could (?:you|any|some)|does any|is any|would (?:you|any)|how do i (?:start|begin|do this)"
    r"|where do i|explain|show (?:me|your|all|every|the|full)|i'll|if you (?:can|could|would)|much appreciated"
    r"|appreciate|ok|okay|so|what am i|what did i|greetings|best|regards|have a|hope|from)\b",
    re.IGNORECASE,
)


def _is_chatter(said: str, _: Known) -> bool:
    """Return whether it speaks of the person who asks, without a word of mathematics."""
    said = re.sub(r"\bmany thanks\b", "thanks", _HOURS.sub("", said), flags=re.IGNORECASE)
    allowed = beside(CHAT if _WANTS.search(said) else _TOLD)
    return _ABOUT_ME.match(said.strip()) is not None and has_only(said, allowed) and not FORMULA.search(said)


_HOURS = re.compile(
    r"\bfor (?:hours|ages|days|(?:over |about |almost )?an hour|a while|a long time)(?: now)?\b|\b(?:how|where)"
    r" (?:do i|should i|to|do we|can i)"
    r"(?: even)? (?:start|begin)\b|\bto (?:start|begin)(?: with)?$|\bfrom the (?:start|beginning)$",
    re.IGNORECASE,
)
_WANTS = re.compile(r"\b(?:needs?|want(?:s|ed)?|have to|looking|like)\b", re.IGNORECASE)
_GOT = re.compile(
    r"(?:but |and |so |so far |when i try,? )?(?:(?:i|we)(?:'m| am|'ve| have)? (?:keep |kept |always |just |only "
    r"|still )?(?:get|got|getting|obtained|end up with|ended up with|came up with|come up with)|(?:the|my) (?:book"
    r"|textbook|answer key|back of the book|calculator|solution|solutions manual) (?:says|gives|has|says it is)"
    r"|wolfram(?: ?alpha)? (?:says|gives)|i (?:think|thought|guess|know|believe) (?:the answer|it) (?:is|was|should be"
    r"|might be|could be)|my (?:answer|result|calculator|friend) (?:is|was|says|gives|got|gets))\b",
    re.IGNORECASE,
)


_CLAIMED = re.compile(
    r"(?:a|the|my|another|one|our) (?:student|friend|classmate|pupil|girl|boy|brother|sister|tutor) (?:claims|claimed"
    r"|says|said|thinks|thought|believes|wrote|writes|got|found)(?: that)? (?:the )?(?:answer|derivative|integral"
    r"|limit|sum|solution|result|value|it) (?:is|was|equals|should be|to be) ",
    re.IGNORECASE,
)


def _is_result(said: str, known: Known) -> bool:
    """Return whether it says which answer somebody got."""
    found = _GOT.match(said) or _CLAIMED.match(said)
    rest = said[found.end() :] if found else ""
    counted = any(sign.isdigit() for sign in rest)
    allowed = {*RESULT - _PLACING, *known.letters} if counted else RESULT
    if found and not _GETTING.search(found[0]):
        allowed = allowed - _KINDS_OF_NUMBERS
    return found is not None and has_only(re.sub(r"\d", "", rest), allowed, ",.!?;:()-'\"+*/=^\u221a")


_GETTING = re.compile(r"\b(?:get|gets|got|getting|obtained|end up|ended up|came up|come up)\b", re.IGNORECASE)
_KINDS_OF_NUMBERS = frozenset({"positive", "negative", "complex", "imaginary", "decimal", "fraction", "fractions"})
"""Words that limit an answer if somebody says that it is so."""
_PLACING = frozenset({"from", "to", "on", "in", "at", "for", "with", "by", "of", "if", "when", "where", "as"})
"""Words that could make of a number in a result a place in the question."""
_SAYS = re.compile(
    r"(?:my |our |the |a )?(?:teacher|friend|book|textbook|tutor|prof|professor|lecturer|instructor|classmate|brother"
    r"|sister|dad|mum|mom|notes)(?: always| also)? (?:says|said|told me|told us|claims|claimed|thinks|mentioned|keeps"
    r" saying|suggests|suggested|hinted)(?: that)? (?:it|this|the answer|you|we|i)(?:'s| is| should be| equals| needs|"
    r" should use| can use| use| could use| must use| need)?\b|(?:i think|i guess|i believe|i suppose|i suspect|i'm"
    r" told|maybe|perhaps|presumably|apparently|probably)(?: that)? (?:it|this|we|you|i)(?: |'s )(?:probably |just )?"
    r"(?:needs?|is|requires?|uses?|should use|have to use|need to use|can use|must use|could use)\b",
    re.IGNORECASE,
)


_TRUTH = re.compile(
    r"(?:just |always )?(?:minus one over|minus 1 over|-1 over|-1/|the negative reciprocal of|negative one over) the "
    r"(?:gradient|slope) of the tangent(?: line)?",
    re.IGNORECASE,
)
"""What is known of a normal's slope, the one thing that is asked and has such a rule."""


_TRIED = re.compile(
    r"(?:i|we)(?:'ve| have| already|'m| am| was| were)*(?: (?:tried|used|attempted|considered|(?:been |was |were )?"
    r"(?:told|asked|supposed|meant|allowed) to use|(?:need|have|want|ought) to use|should use|told to use|supposed to"
    r" use|looked at))(?: using| to use| to apply)? ",
    re.IGNORECASE,
)


def _is_try(said: str, _: Known) -> bool:
    """Return whether it says by which method somebody tried, or is to do it."""
    found = _TRIED.match(said)
    tried = re.split(r"(?:,| but| and) (?=it|i|this|that|got|no|without)", said[found.end() :]) if found else [""]
    return is_way(tried[0]) and all(has_only(rest, RESULT) for rest in tried[1:])


def _is_claim(said: str, _: Known) -> bool:
    """Return whether it says what somebody believes to be the way or the answer."""
    found = _SAYS.match(said)
    rest = said[found.end() :].strip() if found else ""
    return found is not None and (is_way(rest) or _TRUTH.fullmatch(rest) is not None)


def _is_void(said: str, _: Known) -> bool:
    return any(pattern.fullmatch(said) for pattern in VOID)


_DESCRIBED = re.compile(
    r"(?:(?:note|recall|remember|observe|notice|(?:you may |we |you can )?assume|suppose)(?: that)?,? )?(?:here )?"
    r"(?:the |this |each |its |both |[fgh] |it )(?:denominators?|numerators?|integrands?|functions?|expressions?"
    r"|series|equations?|polynomials?|matrix|quadratics?|fractions?)?(?:\([a-z]\))? ?(?:has|have|is|are|contains?|can"
    r" be (?:factored|factorised|factorized|written|split))\b",
    re.IGNORECASE,
)
_COUNT = re.compile(r"^ (?:exactly )?(?:one|two|three|four) (?:distinct |different )?(?:solutions?|roots?)$")
"""How many solutions are printed, all of which are asked."""
_GENERALLY = re.compile(
    r"(?:in general|generally|usually|normally),? (?:it|this|that)(?:'s| is) not [^=<>≤≥]+", re.IGNORECASE
)


def _is_description(said: str, _: Known) -> bool:
    """Return whether it only describes what is printed."""
    found = _DESCRIBED.match(said)
    rest = _COUNT.sub("", said[found.end() :]) if found else ""
    described = found is not None and all(word in DESCRIBING for word in words_of(rest))
    return described or _GENERALLY.fullmatch(said) is not None


_KINDS: tuple[Callable[[str, Known], bool], ...] = (
    _is_chatter,
    _is_result,
    _is_claim,
    _is_try,
    is_hint,
    is_warning,
    _is_void,
    _is_description,
)


_KEEP = re.compile(
    r"(?P<before>.{8,}?),? (?:and|but) (?P<said>my (?:answer|result)\b[^.,:;?!=]*|the (?:book|answer key)\b[^.,:;?!=]*"
    r"|(?:i|we)(?:'m| am|'ve| have)? (?:keep|kept|always|just|still|only|got|get|getting)\b[^.,:;?!=]*)"
    r"(?P<after>[.,:;?!].*|$)",
    re.IGNORECASE,
)


def _trimmed(said: str, known: Known) -> str:
    """Return a sentence without chatter before its first comma or after its last one."""
    kept = _KEEP.fullmatch(said)
    if kept and _is_result(kept["said"], known):
        said = f"{kept['before']}{kept['after']}"
    while True:
        first = re.match(r"(?P<said>[^,;:!(]+)[,;:!]+\s+(?=\S)", said)
        last = re.search(r"(?:[,;:]|\s[-\N{EN DASH}\N{EM DASH}])\s*(?P<said>[^,;:]+?)(?P<mark>[.?!:]*)$", said)
        if first and (_is_chat(first["said"]) or _is_void(first["said"], known) or _is_sorry(first["said"])):
            said = re.sub(r"^(?:but|and|so|then) ", "", said[first.end() :])
        elif last and (_is_chat(last["said"]) or _is_void(last["said"], known) or _is_result(last["said"], known)):
            said = f"{said[: last.start()]}{last['mark']}"
        else:
            return said


def _is_sorry(said: str) -> bool:
    return re.match(r"(?:sorry|apologies|excuse me|forgive me)\b", said, re.IGNORECASE) is not None and has_only(
        said, CHAT
    )


_DENY_WORDS = "hint hints not no don't dont didn't can't cant cannot isn't doesn't if or given solution answer answers"
_DENIES = frozenset(_DENY_WORDS.split())


def _is_chat(said: str) -> bool:
    """Return whether a part of a sentence has only words of chatter, and denies nothing; I alone may be a matrix."""
    words = words_of(said)
    plain = beside(CHAT)
    told = any(len(word) > 1 for word in words) and all(word in plain and word not in _DENIES for word in words)
    return told and not FORMULA.search(said)
