"""Cuts a sentence of a message into its clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .narrated_words import ASKS, SUBJECT, TRIED

_CUT = re.compile(
    r"(?:,|(?<=[a-z]{3}) -+|\.\.\.|;|:)?\s+(?:(?:and|but|so|because|cause|cuz|since|although|though|yet|then|while"
    rf"|or) )+(?=(?:then |now |just |always |still |also )*(?:{SUBJECT}|{TRIED}|{ASKS}|everything|nothing|it|they|he"
    r"|she|you|my|our|this|that|something)\b)|(?:,|(?<=[a-z]{3}) -+|\.\.\.|;|:)\s+(?:(?:and|but|so|because|since"
    r"|then|while|although|though) )?|\s+(?=\((?![^()]{0,12}[-+*/^=]))|(?<=[a-z!?]{2}\))[.]?\s+",
    re.IGNORECASE,
)


def clauses(sentence: str) -> Iterator[tuple[str, str]]:
    """Yield the clauses of a sentence, each with what stands before it."""
    start, mark = 0, ""
    for cut in _CUT.finditer(sentence):
        clause = sentence[start : cut.start()]
        if sum(map(clause.count, "([")) != sum(map(clause.count, ")]")):
            continue
        if clause.strip():
            yield mark, clause
        start, mark = cut.end(), cut[0]
    yield mark, sentence[start:]
