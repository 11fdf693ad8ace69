"""Is a clause among plain words a request for the needed thing, a call for help, or a statement?

A request has a fixed order: words that lead to it, a verb that asks, the thing, and where or when. Any other word in
it, such as one that says what is to be done with the thing, leaves the objective unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .marks import MARK
from .pieces import Piece, is_of
from .task import Task
from .words import YES_OR_NO

_CUTS = frozenset(["and", "but", "so", "because", "since", "cause", "cuz"])
_RELATIVE = re.compile(r"(?:that|which) (?:my|our|i|we)\b")
_STARTS_WITH_A_VERB = re.compile(
    r"(?:solv(?:e|ing)|simplify|factor|expand|differentiat(?:e|ing)|antidifferentiate|integrate|rationali[sz](?:e|ing)"
    r"|complet|reduce|combin|condense|compress|contract|divid|multiply|evaluat|comput|calculat|find|work|convert|write"
    r"|express|put|collect|split|break|decompose|resolve|add(?!i)|subtract(?!i)|tidy|rearrang|isolate|transpose (?!of)"
    r"|row-reduce|normali[sz]e|bring|take|pull|remove|clear|get rid|eliminate|make)(?!\w*ed\b)"
)
_A_QUESTION = re.compile(r"(?:(?:at|for|on|in|of|to|by|over|with) )?(?:which|what|where|when|how)\b")
_LEAD = (
    r"(?:i|we|you|u|someone|somebody|anyone|anybody|everyone|one|me|us|guys|folks|sir|madam|i'm|i'd|i've|im|ive|(?:he"
    r"|she|they) (?:want(?:s|ed)?|asks?|asked|told|says?|said)|my|our|the|teacher|professor|prof|tutor|friend|book"
    r"|textbook|homework|worksheet|exam|question|says|said|tells|told|asks|asked|asking|can|could|would|will|may"
    r"|should|must|do|does|am|are|be|been|to|for|on|have|has|had|need|needs|want(?:s|ed)?|like|please|pls|plz|kindly"
    r"|help|helping|trying|try|supposed|required|hi|hello|hey|now|then|so|and|but|ok|okay|also|well|just|really|hence"
    r"|thus|therefore|by|today|carefully|clearly|let|let's|lets|struggling|stuck|having|trouble|unsure|explain"
    r"|understand|learn|know|show|see|remember|tell|teach|able|good|it|how (?:to|one|i|we|you|(?:do|can|could|would"
    r"|should) (?:i|we|you|u|one|someone))|in|at|of|this|following|MARKS|A)"
)
_THE = r"(?:the|this|that|these|those|its|it|my|our|your|following|given|exact|all|any|each|every|both|MARKS)"
_VERB = (
    r"(?:find|finding|determine|compute|computing|calculate|calculating|evaluate|evaluating|obtain|obtaining|need|want)"
)
_GETS = r"(?:get|getting|solve|solving|answer|do|doing)"
_STATES = (
    r"(?:get|getting|give(?: me| us)?|state|list|write(?: down| out)?|report|provide|produce|supply|identify|express"
    r"|rewrite|put|convert|derive|locate|establish|deduce|show me|tell me)"
)
_TAIL = (
    r"(?:of|for|in|on|at|with|to|over|from|by|as|an?|here|below|above|please|pls|plz|thanks|thank you|now|today"
    r"|tonight|tomorrow|practice|practise|homework|assignment|exam|test|quiz|class|lesson|lecture|course|school|college"
    rf"|me|us|is|are|has|have|carefully|clearly|completely|fully|step|steps|A|N|V|Q|{_THE}|function|expression)"
)
_OBJECT = r"(?:question|problem|exercise|expression|task|one)"


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("MARKS", rf"{MARK}\w+{MARK}"))


_OF_A_THING = tuple(
    _words(pattern)
    for pattern in (
        rf"(?:{_LEAD} )*(?:{_VERB}|{_STATES}) (?:(?:{_THE}|an?) )*(?:N|Q|V)(?: {_TAIL})*",
        rf"(?:{_LEAD} )*(?:rewrite|write|express|put|convert|give)(?: (?:{_THE}|A))* N(?: {_TAIL})*",
        rf"(?:{_LEAD} )*(?<!the )(?<!an )(?<!its )(?<!my )V(?: {_TAIL})*",
        rf"(?:{_LEAD} )*(?:what|what's|whats|which)(?: (?:is|are|will be|would be))?(?: {_THE})* N(?: {_TAIL})*",
        rf"(?:{_LEAD} )*Q(?: {_TAIL})*",
        rf"(?:giving|stating)(?: {_THE})* N(?: {_TAIL})*",
    )
)
_OF_WHAT_IS_PRINTED = tuple(
    _words(pattern)
    for pattern in (
        rf"(?:{_LEAD} )*(?:{_VERB}|{_GETS})(?: {_THE})*(?: (?:N|V|{_OBJECT}))?(?: {_TAIL})*",
        rf"(?:{_LEAD} )*(?<!the )(?<!an )(?<!its )(?<!my )V(?: {_TAIL})*",
        rf"(?:{_LEAD} )*(?:what|what's|whats)(?: (?:is|are|would be))?(?: {_THE})+ N(?: {_TAIL})*",
    )
)
_CALL = _words(rf"(?:{_LEAD}|{_TAIL}|does) ")
_TOLD = re.compile(
    r"(?:(?:and|but|so|because|since|cause|cuz) )?(?:i|i'm|i've|i'd|im|ive|we|we're|we've|my|our|sir|the|this|that|it"
    r"|it's|its|these|those|he|she|they|an?|for|in|on|at|with|from|thanks|thank|cheers|ok|okay|hi|hello|hey|sorry|just"
    r"|really|still|someone|somebody|got|had|been|as|idk|tbh|please and|N|A)\b"
)
_DANGLES = _words(
    r"\b(?:that|which)$|\b(?:is|are|be|used|needed) (?:for|of|in|to|with|by|from|on)$|[NVQ] of (?:the )?[NV]$"
)
_ASKS_MORE = re.compile(
    r"\b(?:what|which|who|whose|why|how|where|when|whether|if|needs?|want(?:s|ed)?|find|must|should|required|please"
    r"|state|give|explain|would like|like you|asks?|told me|tell|to (?!me\b|us\b|my\b|our\b|the\b|him\b|her\b|them\b"
    r"|class\b|school\b|do\b|start\b|learn\b|study\b|revise\b|pass\b|understand\b|know\b|be\b|practi[cs]e\b))"
)
"""Words of a statement which may ask for something else."""


def _said(piece: Piece, task: Task) -> str:
    if piece.kind == "needed" or any(is_of(piece, need) for need in task.needs):
        return "Q" if _A_QUESTION.match(piece.text) else "V" if _STARTS_WITH_A_VERB.match(piece.text) else "N"
    return "A" if piece.kind in {"allowed", "mark", "way"} else piece.text


def clauses(text: str, pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield the pieces of each clause of a sentence.

    Args:
        text: the sentence.
        pieces: its pieces.
    """
    made: list[Piece] = []
    end = 0
    for piece in pieces:
        at = text.index(piece.text, end)
        if made and (piece.text in _CUTS or re.search(r"[,:()]", text[end:at]) or _RELATIVE.match(text, at)):
            yield made
            made = []
        made.append(piece)
        end = at + len(piece.text)
    if made:
        yield made


def requests(task: Task, pieces: Sequence[Piece]) -> bool | None:
    """Return whether a clause asks for the needed thing, or None if it may ask for something else.

    Args:
        task: what could be asked; if it needs no thing, then what is printed says what to find.
        pieces: those of the clause.
    """
    words = " ".join(_said(piece, task) for piece in pieces)
    printed = not task.needs
    if (YES_OR_NO.match(words) and not words.startswith("does help")) or _DANGLES.search(words):
        return None
    if any(pattern.fullmatch(words) for pattern in (_OF_WHAT_IS_PRINTED if printed else _OF_A_THING)):
        return True
    if not _CALL.sub("", f"{words} ") and (printed or not re.search(r"\b[NVQ]\b", words)):
        return False
    told = _TOLD.match(words) and not _ASKS_MORE.search(words) and (printed or not re.search(r"\b[NVQ]\b", words))
    return False if told else None
