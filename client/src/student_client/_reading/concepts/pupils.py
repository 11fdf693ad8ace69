r"""Says what a pupil's message asks as a book would, such as "need dy/dx for this" or "it says to factorise"."""

from __future__ import annotations

import re
from collections.abc import Collection

_NOISE = re.compile(
    r"(?<![\w$\\])(?:lol+|haha\w*|lmao|rofl|tbh|ngl|omg|jk|smh|fr|ikr|btw|imo|xd)\b(?![\w'=(^]),?|(?<!\S)(?:[:;=]'?-?["
    r"()/|\\PpDO]+|\^\^|<3|:'\(|[\U0001F300-\U0001FAFF\u2600-\u27BF]+)(?!\S)"
)
_SPELLED = {
    "w/": "with", "w/o": "without", "plz": "please", "pls": "please", "thx": "thanks", "ty": "thanks", "u": "you",
    "ur": "your", "r": "are", "cuz": "because", "bc": "because", "cos": "because", "idk": "i don't know",
    "dunno": "don't know", "gotta": "have to", "wanna": "want to", "gonna": "going to", "wat": "what",
    "2moro": "tomorrow", "2morrow": "tomorrow", "2nite": "tonight", "whats": "what is", "what's": "what is",
}  # fmt: skip
_ASK = (
    r"(?:find|get|solve|evaluate|compute|calculate|determine|differentiate|integrate|factori[sz]e|factor|expand"
    r"|simplify|give|state|write|express|rationali[sz]e|prove|show|work out|sketch|sum|complete|convert|decompose"
    r"|rearrange|make|put|identify|classify|test|obtain|derive|use|list|estimate|approximate|hence)\b"
)
_SHEET = (
    r"(?:(?:my|our|the|this|his|her|a) )?(?:[a-z]+ )?(?:teacher|prof|professor|tutor|lecturer|instructor|ta|book"
    r"|textbook"
    r"|questions?|exercise|problem|sheet|worksheet|homework|hw|assignment|exam|paper|quiz|test|task|instructions?"
    r"|q ?\d+[a-z]?|part \(?[a-z]\)?)(?: [a-z]+| \d+[a-z]?)?(?: (?:of|on|from|in) (?:the|my|our) [a-z ]{3,20}?)?"
)
_ADVERB = r"(?: (?:just|only|actually|basically|really|also|then))*"
_ORDERED = re.compile(
    rf"(?:(?:so|ok|okay|and|but|well) )*(?:{_SHEET}|it|he|she|they|we|i)(?:'m|'re)?{_ADVERB} (?:(?P<order>says?|said"
    r"|asks? (?:me|us)|asked (?:me|us)|tells (?:me|us)|told (?:me|us)|want(?:s)? (?:me|us)|is asking (?:me|us)|have"
    r"|has|am supposed|are supposed|supposed|need|am meant|are meant|am asked|are asked|(?:are) told)(?P<to> to)?:?"
    r"|want(?:s|ed)?|need|needs|asks? (?:me |us )?for|asked (?:me |us )?for|is asking (?:me |us )?for|am after|am"
    r" looking for|are looking for|'d like|would like|'m after|(?:says|reads) to) (?P<what>.+)",
    re.IGNORECASE,
)
"""Who asks for what: "my teacher asks for the slope", "it says to factorise"."""
_QUOTED = re.compile(rf"[\"\u201c](?P<what>{_ASK}[^\"\u201d]+)[\"\u201d]", re.IGNORECASE)
_SAID = re.compile(rf"(?:{_SHEET}{_ADVERB} (?:says?|is|reads|asks|said|was))?[:,]? ?", re.IGNORECASE)
_EMPHASIS = re.compile(
    r"\b(?:actual|correct|right|true|final|full|complete)(?: and (?:correct|final|full))? (?=(?:list of )?"
    r"(?:solutions?|answers?|value|limit|sum|derivative|integral|roots?)\b)|\b(?:please|pls)\b(?= (?:find|solve))",
    re.IGNORECASE,
)
_WHAT_IS = (
    (
        re.compile(
            r"^(?:please )?(?:(?:can|could|would) (?:you|someone|anyone|somebody|anybody) (?:please )?)?(?:show|tell"
            r"|give)(?: me| us)? (?=the (?:exact )?(?:values?|solutions?|answers?)\b)",
            re.IGNORECASE,
        ),
        "Find ",
    ),
    (
        re.compile(
            r"\bwhat is (?:it|this)(?: (?:supposed|meant|going) to (?:be|equal))? (?=(?:when|if|for|at) \$?[a-z]"
            r" ?(?:=|is))",
            re.IGNORECASE,
        ),
        "what is the value ",
    ),
    (re.compile(r"^all (?:that )?(?:i|we) (?:really )?(?:need|want) is (?=the|a|all)", re.IGNORECASE), "Find "),
    (re.compile(r"\bthe ([xy])-coordinates? (?=where|at which)", re.IGNORECASE), r"the \1-coordinate of the point "),
    (re.compile(r"\b(factor\w*|simplify|expand)((?: \w+){0,2}?) all the way\b", re.IGNORECASE), r"\1\2 completely"),
    (re.compile(r",? and cancel as (?:much|far) as (?:possible|you can|it goes)\b", re.IGNORECASE), " and simplify"),
    (
        re.compile(
            r" so(?: that)? (?:there is |there's )?only one trig(?:onometric)? function(?: is left)?\b", re.IGNORECASE
        ),
        " to a single trigonometric function",
    ),
    (re.compile(r"^(?:just )?(?:need|want) (?=(?:the|its|all|dy|f)\b)", re.IGNORECASE), "Find "),
    (
        re.compile(
            r"\bwhat (?P<be>is|are|was) (?P<what>(?!(?:this|it|that)\b)[^,?]+?) (?:(?:really|actually|then|even)"
            r" )*(?:(?:meant|supposed|going) to (?:be|equal"
            r"|come (?:out )?(?:to|as))|equal(?: to)?|then|really|actually|exactly|though|even)(?=[?.!]|$)",
            re.IGNORECASE,
        ),
        r"what \g<be> \g<what>",
    ),
    (
        re.compile(
            r"\bwhat (?:does|do|should|would|will) (?P<what>(?!(?:this|it|that|i|we)\b)[^,?]+?) (?:really |actually"
            r" |even |then )*(?:come (?:out )?(?:as|to|to be)|work out"
            r" (?:as|to|to be)|equal|end up(?: as| being)?|turn out(?: as| to be)|come out)(?=[?.!]|$)",
            re.IGNORECASE,
        ),
        r"what is \g<what>",
    ),
    (
        re.compile(
            r"(?:please )?(?:(?:can|could|would) (?:you|someone|anyone|somebody|anybody) (?:please )?)?(?:tell|show"
            r"|let) (?:me|us) (?:know )?what (?P<what>(?:the|its|this|f)[^,?]+?) (?:(?:really|actually|even|then) )*"
            r"(?:is|are|should be|comes (?:out )?to|equals)(?: (?:really|actually|please))*(?=[?.!]|$)",
            re.IGNORECASE,
        ),
        r"what is \g<what>",
    ),
    (
        re.compile(
            r"^(?:does |do )?(?:(?:any|some)(?:one|body)|you) (?:here )?knows? how (?:to|you|i|we) (?=[a-z])",
            re.IGNORECASE,
        ),
        "",
    ),
    (
        re.compile(r"\bthe (?:full |whole )?list of (?:all )?(?:the )?(?=solutions|roots|zeros|values)", re.IGNORECASE),
        "the ",
    ),
    (re.compile(r"\bthis (?:thing|bad boy|beast|monster|mess|guy|one)\b", re.IGNORECASE), "this"),
    (
        re.compile(
            r"(?<=\S) (?:for|in|to) my [a-z]+(?: [a-z]+)? (?:class|course|homework|assignment|project|exam|test)\b"
        ),
        "",
    ),
)
_TAIL = re.compile(
    r"(?:,? (?:please|thanks(?: in advance)?|thank you|asap|today|tonight|now|by tomorrow))+$", re.IGNORECASE
)
_NO_THING = re.compile(r"(?:help|someone|somebody|you|to|it|this|that|them|advice|an? )\b", re.IGNORECASE)


def respelled(message: str, letters: Collection[str]) -> str:
    """Return a message without the noises of chats, and with its short words spelled out.

    Args:
        message: the words.
        letters: those of the problem, which keep their spelling.

    >>> respelled("need help w/ this lol :(", [])
    'need help with this'
    """
    letters = {*letters, *re.findall(r"\b([a-z]) ?=", message)}
    text = re.sub(r"\bincl\. ?", "including ", _NOISE.sub("", message))
    text = re.sub(r"([?!])[?!]+", lambda found: "?" if "?" in found[0] else "!", text)
    text = " ".join(_short(word, letters) for word in text.split())
    return re.sub(r"\s+(?=[?!.,])", "", text).strip()


def _short(word: str, letters: Collection[str]) -> str:
    bare = word.rstrip("?!.,")
    said = None if bare in letters or bare in {"U", "R"} else _SPELLED.get(bare.lower())
    return word if said is None else said + word[len(bare) :]


def requested(sentence: str) -> str:
    """Return a pupil's sentence as a book would print what it asks.

    >>> requested("It asks for $f'(x)$.")
    "Find $f'(x)$."
    >>> requested("What are the eigenvalues supposed to be?")
    'what are the eigenvalues?'
    """
    text = _EMPHASIS.sub("", sentence.strip())
    for pattern, said in _WHAT_IS:
        text = pattern.sub(said, text)
    end = text[-1:] if text[-1:] in ".?!" else ""
    bare = text[: len(text) - len(end)].strip()
    quoted = _QUOTED.search(text)
    if quoted and _SAID.fullmatch(text[: quoted.start()]) and not re.search(r"\w", text[quoted.end() :]):
        return f"{quoted['what'].rstrip(' .')}."
    found = _ORDERED.fullmatch(_TAIL.sub("", bare))
    if not found:
        return text
    what = found["what"]
    if re.match(_ASK, what, re.IGNORECASE):
        return f"{what[:1].upper()}{what[1:]}."
    if found["order"] or _NO_THING.match(what):
        return text
    return f"Find {what}."
