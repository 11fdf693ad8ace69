"""Takes off what exams and sites put around a question: its number, its marks, and the name of the exam.

Nothing is taken off from the middle of a sentence: a number is a label only where the text begins, and marks only
where a sentence has ended.
"""

from __future__ import annotations

import re

_ROMAN = "i|ii|iii|iv|v|vi|vii|viii|ix|x"
_PART = rf"\((?:\d{{1,2}}|[a-h]|{_ROMAN})\)"
_NUMBER = r"\d{1,3}(?:\.\d{1,3}){0,2}"
_KIND = (
    r"(?:problem set|problem sheet|homework|assignment|worksheet|chapter|questions?|problems?|exercises?"
    r"|tasks?|examples?|items?|part|section|ex|no|q|prob|pb|#)"
)
_LABEL = re.compile(
    rf"\s*(?:{_KIND}\.?\s*(?:{_NUMBER}|[a-h]\b)(?:\s*[a-h]\b(?![.'\w]))?(?:\s*{_PART})*\s*[.,:)\-\N{{EN DASH}}]*"
    r"|(?:question|problem|exercise|task|q)\s*:"
    rf"|{_NUMBER}\s*[.:)](?!\d)(?:\s*{_PART})*|{_NUMBER}\s*[a-h]?(?:\s*{_PART})+[.:]?|{_NUMBER}[a-h][.):]"
    rf"|{_PART}(?:\s*{_PART})*[.:]?|(?:[a-h]|{_ROMAN})[).:](?!\w))\s+(?=[A-Za-z$\\(\[#])",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(rf"\s*{_NUMBER}\s+(?=(?!(?:Sin|Cos|Tan|Sec|Csc|Cosec|Cot|Log|Ln|Exp|Sqrt)\b)[A-Z][a-z]+\b)")
"""A number alone is a label before a word with a capital letter: "7 Find ..."."""
_COUNTED = r"\d{1,3}\s*(?:marks?|points?|pts?\.?|pkt|m)"
_MARKS = re.compile(
    rf"\s*(?:[\[(]\s*(?:worth\s+)?{_COUNTED}(?: (?:each|total|available))?\s*[\])]|[\[(]\s*total\b[^\[\]()=]*\bmarks?\b"
    rf"[^\[\]()=]*[\])]|(?<=[.?!:;$])\s*[\[]\s*\d{{1,2}}\s*\]|(?<=[.?!:;])\s*\(\s*\d{{1,2}}\s*\)"
    rf"|(?<=[.?!:;])\s*\+?{_COUNTED}\.?|(?<=[.?!])\s*total (?:for|of) [^=<>.]*\bmarks?\b\.?)\s*$",
    re.IGNORECASE,
)
_LAST_PART = re.compile(r"(?<=[.?!:])\s*\((?:[a-h]|i{1,3}|iv)\)\s*[.:]?\s*$|(?<=[.?!:])\s*\d{1,3}\)\s*$")
"""The label of the one part that is printed below: "Find the limits. (a)"."""
_MARKED = re.compile(rf"^\s*[\[(]\s*(?:worth\s+)?{_COUNTED}\s*[\])][.:]?\s*", re.IGNORECASE)
_EXAM_WORDS = """
    jee main mains advanced ap sat act gre gmat ib hl sl gcse igcse alevel a-level as-level o-level edexcel aqa ocr ocea
    cambridge cbse icse ncert neet abitur hsc vce leaving cert matura step mat gate iit cie wjec ccea sqa bac calc
    calculus ab bc cd precalculus precalc algebra analysis linear
"""
_EXAM = frozenset(_EXAM_WORDS.split())
_TAG_WORDS = """
    i ii iii iv style exam exams test paper past mock sample practice practise specimen question questions quiz
    final midterm homework hw worksheet exercise exercises textbook chapter section non non-calculator noncalculator no
    calculator calculators calculator-free allowed permitted not from the a an of easy hard medium difficult tricky
    warm-up warmup challenge bonus revision review level higher foundation core pure
    maths math mathematics january february march april june july august september october november december
    free response multiple choice course class unit year
"""
_TAGGED = _EXAM | frozenset(_TAG_WORDS.split())
_BRACKET = r"\[(?:[^\[\]()]|\([^()]*\))*\]|\((?:[^()\[\]]|\([^()]*\))*\)"
_TAG_FIRST = re.compile(rf"\s*(?P<tag>{_BRACKET}|[A-Za-z][^.:;=$\\]{{0,60}}:)\s*(?=\S)")
_TAG_LAST = re.compile(rf"\s*(?P<tag>{_BRACKET})\s*$")
_PAIR = re.compile(r"[\[(] ?-?(?:\d|\\?(?:pi|inf)|[π∞])[^,;]*[,;] ?[-+]?(?:\d|\\?(?:pi|inf)|[π∞])[^,;]*[\])]")
"""An interval or a point, which an exam's name does not have."""
_HEADING = frozenset({"question", "problem", "exercise", "task", "homework", "exam", "practice", "example", "choice"})


def undecorated(text: str) -> str:
    """Return an objective without its number, its marks, and the exam's name.

    >>> undecorated("3(b) Find the slope. [3 marks]")
    'Find the slope.'
    >>> undecorated("(AP Calculus, no calculator) (ii) Hence find it. (2)")
    'Hence find it.'
    >>> undecorated("Evaluate f (2)")
    'Evaluate f (2)'
    """
    while True:
        made = _MARKED.sub("", text)
        for pattern in (_LABEL, _BARE_NUMBER):
            found = pattern.match(made)
            made = made[found.end() :] if found else made
        made = _LAST_PART.sub("", _MARKS.sub("", made)).strip() or made
        made = _untagged(made)
        if made == text:
            return made
        text = made


def _untagged(text: str) -> str:
    first, last = _TAG_FIRST.match(text), _TAG_LAST.search(text)
    if first and _is_tag(first["tag"]):
        return text[first.end() :]
    if last and last.start() and _is_tag(last["tag"]):
        return text[: last.start()]
    return text


def _is_tag(tag: str) -> bool:
    """Return whether all words are of exams and courses, and one of them names such a thing."""
    if _PAIR.search(tag):
        return False
    words = re.findall(r"[A-Za-z][A-Za-z'-]*|\S", re.sub(r"[\[\](),:/&#-]|\b[A-Za-z]?\d{1,4}\b", " ", tag).strip())
    low = [word.lower() for word in words]
    return (
        bool(low)
        and set(low) <= _TAGGED
        and (bool(set(low) & _EXAM) or low[-1] in _HEADING or "calculator" in tag.lower())
    )
