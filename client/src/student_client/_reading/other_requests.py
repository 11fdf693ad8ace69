r"""Refuses an objective that asks for something else than a result: a meaning, a person, a way, a use, an opinion.

The readers of the words leave out words without mathematics, so that "Which student got the derivative?" is "the
derivative" to them. This guard reads the clauses before they do. What a clause asks for must bear mathematics, or stand
for what is printed. A clause that asks about people or about the way, such as "Should I use substitution?", may stand
beside one that asks for a result; one that asks for another thing, or for something more of a result, may not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .concepts.study_words import STUDY
from .concepts.words import glue
from .rewording.everyday_words import everyday
from .rewording.ordinary import ORDINARY
from .statement import NotRead


def _one_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FORMULA = re.compile(r"\$[^$]*\$|\\\(.*?\\\)|\\[a-zA-Z]+(?:\{[^{}]*\})*|\S*[=^<>_\d(]\S*?(?=[.,;:?!]*(?:\s|$))")
_CUT = re.compile(r"[.?!;:\n]+(?:\s+|$)|,? \b(?:and then|and|then|but|so)\b,? |, | [-–—]+ |[()]")
_POLITE = (
    r"(?:please|pls|plz|kindly|so|and|but|then|now|ok|okay|hi|hello|hey|well|just|also|hence|thus|first|next|finally|"
    r"(?:can|could|would|will) (?:you(?! (?:need|want|like|know)\b)|u|some(?:one|body)|any(?:one|body))|(?:can|could"
    r"|may) (?:i|we) (?:please |just )?(?:get|have)|is there (?:a|any) way to|do(?:es)? (?:you|anyone|anybody|someone)"
    r" know(?: how to)?|you (?:must|should|need to|are to|have to)|(?:(?:i|we)(?: really| just)? )?(?:need|get|want) "
    r"(?:some |any )?help(?: with| on| in)?|help(?: me| us)?(?: to| with)?|i'm|trying to|try to|let(?:'s| us| me)|"
    r"(?:tell|show) (?:me|us)|know|(?:i|we)(?: really| just)? (?:need|want|have|would like|must|'d like)(?: you)? to|"
    r"(?:i|we) (?:do not|don't) (?:know|understand|see)|(?:explain|state|say|give|list|find(?: out)?)(?= (?:what|which"
    r"|how|who|why|when)\b))"
)
_LEADS = re.compile(rf"(?:{_POLITE}\b[ ,]*)*")
_STANDS = _words("""
    answer answers result it this that these those them everything all one ones thing week weeks day days day's month
    months year years u following above below here there a an the its my your our his her their any each every of me us
    please pls plz thanks thx im
    """)
"""Words that stand for what is printed or for its result, and small ones."""
_PLAIN = (
    (STUDY | ORDINARY | _words("next way ways given name check")) - _STANDS - frozenset("abcdefghijklmnopqrstuvwxyz")
)
"""Words without mathematics, which cannot be what is asked for."""
_SAID_OF_RESULTS = _words("""
    how approach get come go give look were was make makes made whole stay actually within obtained expected since
    during fast hot much does do
    """)
_PEOPLE = (_PLAIN | _words("called found favourite i my me us")) - glue() - _SAID_OF_RESULTS | _words(
    "use help want like"
)
"""Words of a question about people, and not about a result."""
_OF_THE_WAY = _words("""
    step steps work working workings reason reasons reasoning explanation explanations justification method methods
    strategy hint hints help way ways idea ideas advice tip tips detail details effort
    test tests rule rules theorem theorems
    """)
_LINKS = _words("""
    what which who whose whom when where how why whether is are am was were do does did can could would should must may
    will shall has have had to at on in for by of from with i you we they he she one not be been if any anyone someone
    find solve get
    """)
_STOP = (
    r"(?:of|for|in|on|at|to|with|by|from|about|that|which|who|is|are|was|were|has|have|does|do|did|will|would|can|could"
    r"|should|must|if|when|where|whether|what|how|why|as|so|because|using|such|like|you|i|we|got|gets?|gave|gives?"
    r"|needs?|want[s]?|made|makes?|this|these)\b"
)
_NOUNS = rf"(?:(?:the|this|that|these|an?|its|my|your) )*(?P<nouns>(?:(?!{_STOP})[\w'§-]+ ?)*)"
_ASKS = (
    r"(?:find(?: out)?|give|state|determine|compute|calculate|evaluate|list|name|write(?: down)?|provide|produce"
    r"|identify|get|obtain|derive|deduce|say|suggest|make|prepare|invent|design|rewrite|restate"
    r"|(?:i|we)(?: really| just| also| only)? (?:need|want|require|would like))"
)
_TELLS = r"(?:show|explain|describe|present|justify|check|verify)"
_ASKED = re.compile(
    rf"(?:(?P<asks>{_ASKS})|{_TELLS}|what(?:'s|s)?(?: (?:is|are|was|will be|would be))?|which) {_NOUNS}"
)
_PRINTED = (
    r"(?:the |this |that |my |our |an? |its |your |these |those )?(?:\w+ )?(?:derivatives?|integrals?|limits?|sums?"
    r"|series|functions?|equations?|inequality|solutions?|curve|system|determinant|inverse|eigenvalues|differentiation"
    r"|integration)\b"
)
_NAMES_PRINTED = re.compile(_PRINTED)
_PURPOSE = re.compile(r"\buse\b.* to (?:find|determine|decide|solve|evaluate|compute)\b")
_ABOUT = re.compile(rf"(?P<verb>[a-z]+)(?: (?:me|us|to|about|on|of|for|you|how))* {_PRINTED}")
_ANSWERED = re.compile(rf"{_ASKS}|(?:use|test|enter|type|submit|work|try|present|report|take|look)\b")
_QUESTION = re.compile(
    r"(?:(?:at|on|in|for|by|of|from|with) )?(?:what|which|who|whose|when|where|how(?! (?:many|much|long|far|fast))"
    r"|why)\b|(?:is|are|am|do|does|did|was|were|has|have|had|can|could|should|may|must|will|would|shall)\b"
)
_WHO = r"(?:i|we|you|one|anyone|anybody|someone|somebody|my|he|she|they|us|students?|people|the teacher|the book)\b"
_BESIDE = _one_of(
    rf"(?:is|are|am|do|does|did|was|were|has|have|had|can|could|should|may|must|will|would|shall) {_WHO}",
    r"(?:can|could|should|must|may|will|would) (?:this|it|the|that) (?:\w+ )?be (?:done|solved|used|found|in)\b",
    r"(?:would|does|did|might) it (?:help|make sense)\b|the answer .*\bgiven\b|.* given the answer\b",
    r"(?:is|are|was) (?:there|it|this)(?: an?)?(?: \w+)? (?:trick|rule)\b|(?:is|was) it \w+ to\b",
    r"(?:what|where|when|how|why|is|are|does|was) .*\b(?:for|about|like|called|used|needed|useful|important|hard|easy"
    r"|explained|taught|asked|found|in the (?:book|exam|course))$|(?:who|whose|whom|why)\b",
    rf"what (?:do|does|did|would|will|should|can|could|must|have) {_WHO} (?!(?:still |then |finally |actually |it )*"
    r"(?:get (?!wrong)|get$|obtain|have (?!to )|find|end|see|come|arrive|reach|pay|need to pay)\b)",
    r"what (?:do|does|did|would) .*\b(?:mean|represent|show|stand for|tell|say|help|teach|ask|do)\b",
    r"what .*\b(?:used|needed|good) (?:for|in)\b|what to do\b|what (?:an? .*|the .*\bof an? .*) (?:is|are|means?)$",
    r"what (?:kind|sort|type) of (?:integral|derivative|function|limit|sum|problem|equation)\b",
    r"what .*\bget by (?:\w+ )?(?:substitution|parts|integration|differentiation)$|(?:what|which) (?:rule|formula)s?\b",
    r"what (?:gives|makes?|made|helps|comes|needs|then|next|now|if|else)\b|what went\b",
    r"which of (?:you|them|my|(?:the|these) (?:students|pupils|people))\b",
    r"how (?:often|well|come|hard|important|useful|easy)\b|how (?:you|they|we|i) (?:like|see|teach|use|explain|got)\b",
    r"how to (?:start|begin)\b",
    r"how .*\b(?:of an? (?:expression|function|equation)|in (?:the|my) \w*(?:book|exam|notes))$",
    rf"(?:i|we|he|she|they|you|(?:my|the|a) \w+)(?: have| has|'ve| already| just)* (?:solved|found|got|did|had|gave"
    rf"|differentiated|integrated|simplified|factored|computed|evaluated|know|knew) (?:{_PRINTED}|(?:this|it)$)",
    rf"{_PRINTED} (?:was|is|has been) (?:solved|found|done|known|easy|hard|asked|needed|used)\b",
    r"(?:after|if)\b(?!.*\b(?:what|how|which|when|find)\b)|(?:before|suppose|imagine|unless|about|teach|learn)\b",
    rf"(?:i|we)(?: have|'ve)? (?:tried|already know|know what)\b|(?:this|that|it) (?:is|was) {_PRINTED}$",
)
"""A clause about a way, a person, a reason, or what was done."""
_OTHER = _one_of(
    r"\b(inverse|solution|sum|integral|limit|product|root)s?(?: function)? (?:of|in|by|with) (?:the |its |an? )?\1s?\b",
    r"\b(?:both|all) (?:of )?(?:the |these )?(?:limits|sums|integrals|derivatives|products)\b",
    r"\b(?:derivative|integral|limit|inverse) of (?:the|my|your) (?:answers?|results?)\b",
    r"\bdivide the (?:fraction|expression) by [a-z]$|^is it in\b|\b(?:what|which \w+) is (?:this|it) the\b",
    r"^what (?:is|are) an? (?:\w+ )?(?:derivative|integral|limit|sum|series|function|equation|solution|inverse"
    r"|inequality"
    r"|determinant|tangent|minimum|maximum|vertex|root|matrix|partial fraction(?: decomposition)?|inverse function)$",
    r"^what (?:is|are) (?:the |a )?(?:differentiation|integration|factoring)$|^what are (?:partial )?(?!alpha"
    r"|theta)[a-z]{5,}$",
    r"^(?:what|which) (?:integral|limit|series|derivative) is (?:this|it|that)$",
    r"^what (?:is|was|are) (?:your|my|his|their) (?:favou?rite )?(?:derivative|integral|limit|sum|inverse"
    r"|solution)s?\b",
    r"^(?:find|calculate|compute|get|i (?:need|want)) (?:the|an?) (?:function|expression) (?:of|in)"
    r" (?:it|(?:the|this) (?:integral|limit|series|sum))$",
    r"^(?:write|rewrite|state|name)(?: clearly)? (?:the |this |given )+(?:integral|series)(?: clearly)?$",
    r"^(?:find|get|i (?:need|want)) the (?:infinite )?series$|^keep \w+ing\b|^take what\b|^make (?:me )?an? (?!sub"
    r"|change|u|the)",
    r"^(?:(?:get|give|find|solve|i (?:need|want)) (?:me |us )?)?(?:an?|problems?|questions?) [\w -]*like this\b",
    r"^(?:discuss|criticise|criticize|comment on|compare) (?:the|my) (?:function|derivative|integral|solutions?)$",
)
"""Words that ask for something else, even beside a request."""
_OF_PLAIN = re.compile(
    rf"\b(?:derivative|integral|limit|sum|inverse|determinant|equation) of (?!(?:this|it|that)\b){_NOUNS}"
)
_STEP = _one_of(
    r"use (?:it|them|(?:the|your) (?:answers?|results?|solutions?|eigenvalues))"
    r"(?:$| (?:in|for|to (?:go|find the answer)\b))",
    r"(?:interpret|halve|double|compare|discuss|keep|continue with|repeat)"
    r" (?:it|them|that|the (?:answers?|results?|derivative|integral))\b|sketch the (?:derivative|integral)",
    r"(?:go(?:ing)? on|keep going|continue|do it again|the (?:answer|result|same)|what (?:you|i|we) (?:got|see))$",
)
"""What is to be done with a result that was asked."""
_AGAIN = re.compile(r"\b(derivative|integral|inverse|limit)\b.*\b(?:and|then) its \1\b", re.IGNORECASE)
_RANGE = re.compile(
    r"\b(?P<name>[a-z]) ?(?:is (?P<sign>positive|negative)|(?P<order>[<>≤≥]|\\[lg]eq?\b)=? ?(?P<bound>-?\d+))"
    r"(?!\w|\.\d|\^| ?[-+*/<>])"
)
_PLACE = re.compile(r"\b([a-z])(?: ?= ?|'*\()(-?\d+)\b(?!\.\d| ?[-+*/^])")


def check_requests(objective: str) -> None:
    """Refuse an objective that asks for something else than a result.

    Args:
        objective: as the person wrote it.

    Raises:
        NotRead: a clause does, no clause asks for a result, or a place is outside its range.

    >>> check_requests("Should I use substitution? Find the integral.")
    """
    if _AGAIN.search(objective) or _is_outside(objective):
        raise NotRead("the words ask for something of a result, or for a place outside their range")
    beside = result = False
    for clause in _clauses(objective):
        if _asks_other(clause) or ((beside or result) and _STEP.match(clause)):
            raise NotRead(f"{clause!r} asks for something else than a result of what is printed")
        if _is_beside(clause):
            beside = True
        else:
            asks = _QUESTION.match(clause) or any(word not in _PLAIN | _STANDS for word in clause.split())
            result = result or bool(asks)
    if beside and not result:
        raise NotRead("the words do not ask for a result of what is printed")


def _clauses(objective: str) -> Iterator[str]:
    """Yield the clauses in small letters, without formulas and polite words."""
    text = _FORMULA.sub("§", objective.replace("\u2019", "'")).lower()
    for said in _CUT.split(text):
        clause = _LEADS.sub("", said.strip(" ,"), count=1).strip(" ,.")
        if clause:
            yield clause


def _asks_other(clause: str) -> bool:
    """Return whether a clause asks for another thing: "find the page", "the derivative of the book"."""
    asked, of = _ASKED.match(clause), _OF_PLAIN.search(clause)
    other = asked is not None and asked["asks"] is not None and _is_plain(asked["nouns"])
    about_the_way = asked is not None and bool(_OF_THE_WAY & set(asked["nouns"].split()))
    return (other and not about_the_way) or (of is not None and _is_plain(of["nouns"])) or bool(_OTHER.search(clause))


def _is_beside(clause: str) -> bool:
    """Return whether a clause asks about people or about the way, or says what was done."""
    asked, about = _ASKED.match(clause), _ABOUT.match(clause)
    told = asked is not None and asked[0].startswith("which") and bool(_NAMES_PRINTED.search(clause))
    if asked and _is_plain(asked["nouns"], told=told):
        return True
    if about and not _ANSWERED.match(clause) and about["verb"] not in _LINKS and _is_plain(about["verb"], told=True):
        return True
    purpose = _PURPOSE.search(clause)
    if not purpose and _QUESTION.match(clause) and any(word in _PEOPLE for word in _before_mathematics(clause)):
        return True
    return bool(_BESIDE.match(clause))


def _before_mathematics(clause: str) -> Iterator[str]:
    """Yield a clause's words before the first that may bear mathematics, without adverbs and what follows "the"."""
    before = ""
    for word in clause.split():
        if word not in _PLAIN | _STANDS | _LINKS:
            return
        if before not in _STANDS and not word.endswith("ly"):
            yield word
        before = word


def _is_plain(nouns: str, *, told: bool = False) -> bool:
    """Return whether a thing bears no mathematics, and does not stand for what is printed; a story has more words."""
    words = [word for word in nouns.split() if word not in _STANDS and not word.endswith("ly")]
    return bool(words) and all(word in _PLAIN or (told and word in everyday()) for word in words)


def _is_outside(objective: str) -> bool:
    """Return whether a place is outside the range that the words state: "at x = 2, where x > 3"."""
    text = objective.replace("$", "")
    for found in _RANGE.finditer(text):
        above = found["sign"] == "positive" or (found["order"] or " ") in (">", "≥", "\\ge", "\\geq")
        bound = int(found["bound"] or 0)
        for name, place in _PLACE.findall(text):
            if name in {found["name"], "f"} and (int(place) < bound if above else int(place) > bound):
                return True
    return False
