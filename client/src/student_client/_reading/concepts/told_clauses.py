"""Is a clause only what somebody tells: what was tried, is known of the way, is felt, or was said by a teacher?"""

from __future__ import annotations

import re
from collections.abc import Collection

from ..rewording.everyday_words import everyday
from .narrated_words import (
    ASKS,
    CHANGES,
    COUNTED,
    HARMLESS,
    KNOWS,
    PEER,
    PERSON,
    SAYS,
    SELF,
    SUBJECT,
    TRIED,
    plain,
)
from .persons import is_of_a_person
from .working import is_advice, names_way

_FACT = re.compile(
    r"sin squared (?:x )?plus cos squared (?:x )?is (?:one|1)|(?:that )?(?:it|they|this|these|both|the two|(?:the "
    r"|this |these |their |both )*(?:top|bottom|numerator"
    r"|denominator|curves?|lines|graphs|series|integral|limit|ratio|fraction|quadratic|equation|polynomial|sequence)"
    r"(?: and (?:the )?(?:bottom|denominator))?|(?P<root>[a-z] ?= ?-?\d+)|there|something)(?:'s| is| are| both| should"
    r"| can| will| has| have| might| must| all| do| does| go| (?=[a-z]+s?\b))+ ?(?:be |to |both |a |an |some kind"
    r" of |just"
    r" |probably )*(?:factor(?:s|i[sz]es?|able)?(?: (?:nicely|too|both))?|telescop\w+|converges?|diverges?|geometric"
    r"(?: series)?|quadratic|easy|hard|simple|separable|linear|solvable|infinity|(?:cross|meet|intersect) at [-\d.,"
    r" and]+"
    r"|(?<=\d is a )(?:root|zero|solution)|(?:two|three|four) (?:answers|solutions|roots|intervals|values)|simplif\w+"
    r"|cancels?|works?|product|difference of (?:two )?(?:squares|cubes)|1/\d+|\d+/\d+|(?:go )?to infinity"
    r"|chain rule|product rule|trick[a-z ]*)(?: (?:here|too|somehow|i think|nicely|first))*",
    re.IGNORECASE,
)
"""What can be known of what is printed, and follows from it."""
_OPENING = re.compile(
    r"^(?:\b(?:hey|hi|hello|ok|okay|so+|ugh|argh|well|sorry|yes|no|honestly|basically|and|but|because|since|then"
    r"|now|guys"
    r"|help|also|like|lol|hmm|although|though|while|i mean|for some reason|yesterday|today|first|cause)"
    r"\b[ ,!.?]*)+",
    re.IGNORECASE,
)
_OFTEN = r"(?: (?:always|never|just|only|still|also|already|then|now|both|have|had|really|keep|kept|even|did|tried))*"
_KNOWN = re.compile(
    rf"(?:(?:(?:{SELF}){_OFTEN} {KNOWS}|(?:{PERSON}){_OFTEN} {SAYS}))(?: me| us)?(?: that)? (?P<rest>.*)"
    r"|(?:apparently|probably|maybe|supposedly|(?:my|our) (?:first )?(?:approach|idea|plan|attempt|guess|strategy)"
    r" (?:was|is)) (?P<way>.*)",
    re.IGNORECASE,
)
_SURE = re.compile(
    rf"(?:(?:{SELF}) )?(?:not|pretty|quite|fairly|really)(?: so)? (?:sure|certain)(?: if| whether| that| about)?"
    rf" (?P<rest>.*)",
    re.IGNORECASE,
)
_METHODICAL = re.compile(
    r"(?:(?:it|its|it's|this|that|that's|you|we|i|to|should|could|can|have|has|need|needs|do|try|use|using|by|with"
    r"|about"
    r"|of|something|like|be|is|are|a|an|the|just|probably|involves|required?|works?|supposed) )*"
    r"(?P<way>[a-z' -]+?)(?: (?:problem|question|one|thing|first|here|somewhere|twice|again))*",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"(?:(?:(?:the|my) )?answer (?:in|at|from) (?:the )?(?:back of the book|answer key|book|key)(?: is| says)"
    rf"|(?:(?:the|my) )?(?:answer key|key|calculator|wolfram(?: ?alpha)?|chatgpt|{PEER})(?: just| only)?"
    r" (?:says?|said|gives?|gave|shows?|showed|gets?|got))(?: me| us)? (?:it's |it is )?"
    r"(?:(?:an? |some )?(?:something|answer|decimal|error)(?: with [a-z]+)?|-?[\d./]+)",
    re.IGNORECASE,
)
"""An answer that somebody or something gave."""
_PAST = r"(?:tried|got|did|used|squared|divided|multiplied|added|subtracted|factored|expanded|plugged|substituted)"
_TAIL = re.compile(r"(?:,? (?:i think|i guess|i believe|too|or something|lol|haha|somehow))+$", re.IGNORECASE)
_NO_COUNT = re.compile(
    r"\b(?:this|that) one\b|\bback of the book\b|\bin circles\b|\bshow up\b|\b(?:two|three|four|several|\d)"
    r" (?:different"
    r" answers|times|lessons)\b|\b(?:question|problem|page|line|chapter|exercise|part|week|unit"
    r"|year|lesson)"
    r" \d+[a-h]?\b"
)
_SCHOOL = re.compile(
    r"\b(?:homework|exam|midterm|test|lectures?|lessons?|worksheet|quiz|revision|course|semester|assignment|coursework"
    r"|teacher|professor|prof|tutor|notes|textbook|math|maths)\b"
)
_LED = re.compile(
    rf"(?:{SUBJECT}|{_PAST}|(?:the|our|my) (?:lecture |class )?(?:notes|slides)|my (?:mind|brain|head|exam|homework"
    rf"|answers?|class|friends?)|nothing)\b"
    r"|(?:it|that|this(?: one)?)(?:'s| is| was| got| gets| looks| seems| feels)(?: so| too| really| very| all|"
    r" just)* [a-z]+"
    r"(?: me)?$",
    re.IGNORECASE,
)


def _is_methodical(text: str) -> bool:
    """Return whether words say by which method something is done: "you have to use the chain rule"."""
    found = _METHODICAL.fullmatch(text)
    return found is not None and (names_way(found["way"]) or is_advice(found["way"]))


_WISHES = re.compile(
    r"\b(?:should|must|has to|have to|needs? to|ought to) be (?:(?:an?|in|as|one|single|simplified) )*(?:product|sum"
    r"|fraction|quotient|factor\w*|integer|number|decimal|form|polynomial|positive|negative|real|whole|exact)\b"
    r"|\b(?:think|thinks|thought|thinking|said|says|saying|means?|meant|talk\w*) of\b"
    r"|\b(?:i|we|he|she|they|(?:my|our|the) [a-z]+) (?:(?:then|always|also|just|now) )*(?:add|subtract|squar|doubl|halv"
    r"|divid|multipl|integrat|differentiat|factor|expand|negat|swap|revers|flip|replac|shift|invert)(?:e|y)?(?:s|es|ies)?"
    r" (?:it|them|the|this|that|both|each|all|by|my|its)\b"
)
"""What somebody wishes of the answer, has in mind in place of it, or does to what is printed or asked each time."""


class Telling:
    """Says whether a clause only tells something.

    Args:
        letters: those of the printed expression.
        name: the one that it defines.
    """

    def __init__(self, letters: Collection[str], name: str | None = None) -> None:
        self._letters = frozenset(letters)
        self._unknown = self._letters - {name}

    def is_told(self, clause: str, *, follows: bool, begins: bool = True) -> bool:
        """Return whether a clause tells what was tried, known, felt or said, and nothing of the question.

        Args:
            clause: the words.
            follows: whether the clause before it is such a one, whose subject it may share.
            begins: whether a sentence begins with it, or such a clause is before it; else it must name its subject.
        """
        text = _TAIL.sub("", _OPENING.sub("", clause.lower().replace("$", "").strip()).strip(" ,.!"))
        if _WISHES.search(text) or (not begins and re.match(rf"(?:{TRIED}|[a-z]+ed)\b", text)):
            return False
        if is_of_a_person(text.rstrip("? "), self._letters, follows=follows):
            return True
        alone = " " not in text and not (follows and re.fullmatch(TRIED, text))
        if "?" in text or alone or re.match(rf"(?:{ASKS})\b", text):
            return False
        known = _KNOWN.fullmatch(text) or _SURE.fullmatch(text)
        what = next((one for one in known.groups() if one), "") if known else ""
        if self._is_fact(what) or is_advice(what) or _is_methodical(what):
            return True
        if CHANGES.search(HARMLESS.sub(" ", text)):
            return False
        fact = (follows and self._is_fact(text)) or bool(_RESULT.fullmatch(text))
        return fact or ((follows or bool(_LED.match(text))) and self._is_rest(text))

    def _is_fact(self, text: str) -> bool:
        """Return whether a clause says what follows from what is printed, where no letter is a constant to be found."""
        return bool(_FACT.fullmatch(text)) and (len(self._unknown) < 2 or self._unknown == {"x", "y"})

    def _is_rest(self, text: str) -> bool:
        """Return whether a clause has no word of mathematics: "nothing works", "it is so hard"."""
        text = _NO_COUNT.sub("this", text)
        known = plain() | everyday() if _SCHOOL.search(text) else plain()
        return all(
            word in known and word not in COUNTED for word in re.findall(r"[a-z]+(?:['-][a-z]+)*", text)
        ) and not re.search(r"\d", text)
