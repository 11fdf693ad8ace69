"""Is a clause only what somebody tells: what was tried, is known of the way, is felt, or was said by a teacher?"""

from __future__ import annotations

import re
from collections.abc import Collection

from ..rewording.everyday_words import everyday
from ..rewording.method_words import is_word
from .narrated_words import (
    ASKS,
    CHANGES,
    COUNTED,
    DOES,
    FELT,
    HARMLESS,
    KNOWS,
    MATHS,
    PEER,
    PERSON,
    SAYS,
    SELF,
    SUBJECT,
    TRIED,
    plain,
)
from .study_words import NOT_KNOWN
from .working import VERB, is_advice, names_way

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
_OWN_DEED = re.compile(
    rf"(?:(?:{SELF}|{PEER}){_OFTEN} )?(?:(?:first|then) )?(?P<deed>{TRIED})\b(?P<rest>.*)", re.IGNORECASE
)
_OWN_STATE = re.compile(rf"(?:(?:{SELF}){_OFTEN} )?{FELT}\b(?P<rest>.*)", re.IGNORECASE)
_KNOWN = re.compile(
    rf"(?:(?:(?:{SELF}){_OFTEN} {KNOWS}|(?:{PERSON}){_OFTEN} {SAYS}))(?: me| us)?(?: that)? (?P<rest>.*)"
    r"|(?:apparently|probably|maybe|supposedly|(?:my|our) (?:first )?(?:approach|idea|plan|attempt|guess|strategy)"
    r" (?:was|is)) (?P<way>.*)",
    re.IGNORECASE,
)
_OTHERS = re.compile(rf"(?:{PERSON}){_OFTEN} {DOES}\b(?P<rest>.*)", re.IGNORECASE)
_NAMES = re.compile(r"(?:the|how|about|my) (?!.*\b(?:is|are|was|has|have|equals?|should|will|at)\b)", re.IGNORECASE)
"""Something that is known by name, of which nothing is said."""
_USED = re.compile(
    r"(?:then )?(?:i|we) (?:always |just )?(?:use|do|like|prefer) (?:the |an? )?(?:quadratic )?(?:formula|factoring"
    r"|elimination|substitution|synthetic division|long division|u-sub\w*|completing the square)"
    r"|(?:then )?you (?:just |can |have to |need to )?(?:divide|factor|factori[sz]e|cancel|expand|rearrange)",
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
_EQUATION = re.compile(r"\b(?P<left>[a-z]) ?= ?")
_CAME = re.compile(r"\b(?:got|get|getting|found|ended up|keep)\b", re.IGNORECASE)
_TELLS_VALUE = re.compile(
    r"\b(?:found|saw|see|got|checked|computed|calculated)\b(?: out)? (?:that|the|it|x|y)\b.*"
    r"\b(?:is|are|equals?|was|for)\b"
)
_TAIL = re.compile(r"(?:,? (?:i think|i guess|i believe|too|or something|lol|haha|somehow))+$", re.IGNORECASE)
_TOKEN = re.compile(r"[a-z]+(?:['-][a-z]+)*|[-+*/^(){}\\=\d.,'%!:\"]+", re.IGNORECASE)
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


class Telling:
    """Says whether a clause only tells something.

    Args:
        letters: those of the printed expression.
        name: the one that it defines.
    """

    def __init__(self, letters: Collection[str], name: str | None = None) -> None:
        self._letters = frozenset(letters)
        self._unknown = self._letters - {name}

    def is_told(self, clause: str, *, follows: bool) -> bool:
        """Return whether a clause tells what was tried, known, felt or said, and nothing of the question.

        Args:
            clause: the words.
            follows: whether the clause before it is such a one, whose subject it may share.
        """
        text = _TAIL.sub("", _OPENING.sub("", clause.lower().replace("$", "").strip()).strip(" ,.!"))
        if (
            "?" in text
            or (" " not in text and not (follows and re.fullmatch(TRIED, text)))
            or re.match(rf"(?:{ASKS})\b", text)
        ):
            return False
        known = _KNOWN.fullmatch(text) or _SURE.fullmatch(text)
        what = next((one for one in known.groups() if one), "") if known else ""
        if self._is_fact(what) or is_advice(what) or _is_methodical(what):
            return True
        if CHANGES.search(HARMLESS.sub(" ", text)):
            return False
        named = bool(_NAMES.match(what)) and self._has_only(what, numbers=False)
        return named or self._is_deed(text, follows=follows)

    def _is_deed(self, text: str, *, follows: bool) -> bool:
        """Return whether a clause tells what was done, or what is hard."""
        if (follows and self._is_fact(text)) or _USED.fullmatch(text) or _RESULT.fullmatch(text):
            return True
        own = _OWN_DEED.fullmatch(text)
        if unknown := NOT_KNOWN.match(text):
            return self._has_only(text[unknown.end() :], numbers=False)
        if (others := _OTHERS.fullmatch(text)) and not own:
            return self._is_rest(others["rest"]) or names_way(others["rest"].strip())
        deed = own or _OWN_STATE.fullmatch(text)
        if not (follows or _LED.match(text)):
            return False
        return not self._sets(text) and self._has_only(deed["rest"], numbers=True) if deed else self._is_rest(text)

    def _is_fact(self, text: str) -> bool:
        """Return whether a clause says what follows from what is printed, where no letter is a constant to be found."""
        return bool(_FACT.fullmatch(text)) and (len(self._unknown) < 2 or self._unknown == {"x", "y"})

    def _sets(self, text: str) -> bool:
        """Return whether a clause could give a letter or a part of the problem a value."""
        said = set(re.findall(r"[a-z]+", text))
        for found in _EQUATION.finditer(text):
            if found["left"] in self._letters and (len(self._letters) > 1 or not _CAME.search(text[: found.start()])):
                return True
        named = bool(said & {"for", "as", "to", "is"} and said & self._letters)
        return (named and bool(re.search(r"\d", text)) and not _CAME.search(text)) or bool(_TELLS_VALUE.search(text))

    def _is_rest(self, text: str) -> bool:
        """Return whether a clause has no word of mathematics: "nothing works", "it is so hard"."""
        text = _NO_COUNT.sub("this", text)
        known = plain() | everyday() if _SCHOOL.search(text) else plain()
        return all(
            word in known and word not in COUNTED for word in re.findall(r"[a-z]+(?:['-][a-z]+)*", text)
        ) and not re.search(r"\d", text)

    def _has_only(self, text: str, *, numbers: bool) -> bool:
        """Return whether all words are everyday ones, or of calculations."""
        for word in _TOKEN.findall(text):
            if word[0].isalpha():
                known = word in plain() or word in MATHS or is_word(word) or re.fullmatch(f"{TRIED}|{VERB}", word)
                if not (known or word in self._letters):
                    return False
            elif not numbers and re.search(r"[\d=]", word):
                return False
        return not re.search(r"[^\sa-z\d'\-+*/^(){}\\=.,%!:\"]", text)
