"""Takes off what sheets and homework systems print around a task: titles, blanks for a name, points, attempts, dates.

Each is dropped only if all its words are on the lists below, none of which counts, orders or limits an answer.
"""

from __future__ import annotations

import re

from ..questions.splitting import sentences

_TITLE_WORDS = """
    problem problems question questions exercise exercises task tasks item items part example examples homework hw
    assignment assignments worksheet worksheets sheet handout packet quiz quizzes exam exams test tests midterm
    final finals unit lesson chapter section module topic week day page pg review revision practice practise warmup
    warm-up classwork ticket exit ringer bell opener starter drill checkpoint check-in assessment benchmark
    portfolio workbook textbook webwork mymathlab webassign aleks mylab edfinity imathas delta-math deltamath
    recitation tutorial lab investigation activity challenge bonus seatwork minitest mini-test pretest pre-test
    posttest checkup set problem-set mock diagnostic directions instructions preview response olympiad contest
    competition
"""
_BESIDE_WORDS = """
    do now warm up exit the of and for from to on in section no nr number ap calculus calc algebra precalculus
    pre-calculus trigonometry geometry honors honours college math maths mathematics linear differential i ii iii iv
    v vi vii viii ix x version form level semester term quarter fall spring summer winter class in-class group
    individual daily weekly cumulative short long answer free response multiple-choice open-ended extra credit mixed
    additional further selected odd even-numbered spiral skill skills basic core pure regents sat act gcse igcse ib
    hl sl edexcel aqa ocr cambridge ab bc january february march april may june july august september october
    november december state national final-year paper board
"""
_ABOUT_WORDS = """
    limits derivatives integrals antiderivatives functions equations inequalities logarithms exponentials series
    sequences matrices determinants eigenvalues vectors polynomials radicals fractions factoring trigonometry
    differentiation integration techniques applications rules methods systems
"""
_SPENT_WORDS = """
    point points pts pt mark marks attempt attempts try tries submission submissions credit credits calculator
    calculators notes due graded parts minutes
"""
_SPENDING_WORDS = """
    you have has had this the problem question exercise task item each per worth is are a an one two three of out
    left remaining used allowed permitted not no unlimited total for with may be can will possible available partial
    extra full maximum and both parts unanswered only made so far more optional required non open book closed
"""
_DATE_WORDS = """
    by on at before monday tuesday wednesday thursday friday saturday sunday today tomorrow noon midnight pm am
"""
_TITLES, _ABOUT = frozenset(_TITLE_WORDS.split()), frozenset(_ABOUT_WORDS.split())
_BESIDE = frozenset(_BESIDE_WORDS.split())
_SPENT, _SPENDING = frozenset(_SPENT_WORDS.split()), frozenset(_SPENDING_WORDS.split())
_DATES = frozenset(_DATE_WORDS.split())
_TOKEN = re.compile(r"[A-Za-z][A-Za-z'-]*|\d+(?:\.\d+)*|\S")
_NUMBER = re.compile(r"\d+(?:\.\d+)*|[#(),:;./|\[\]\N{EN DASH}\N{EM DASH}-]|[A-Ha-h]")
_STOP = re.compile(r"[:.)\]](?=\s)| [-\N{EN DASH}\N{EM DASH}|](?=\s)")
_POINTS = frozenset({"point", "points", "mark", "marks", "notes", "parts"})
"""Words that name something else if no number is beside them."""
_STATED = re.compile(
    r"\b(?:is|are)\b(?! (?:each |only |not )?(?:worth|due|graded|allowed|permitted|not|optional|required))",
    re.IGNORECASE,
)
_LIMITED = re.compile(r"[\[(]\s*-?\d[^\])]*,|\bto -?\d", re.IGNORECASE)
"""An interval, which a title does not have."""
_LONGEST = 90
"""Longest title in characters."""
_BLANK = r"(?:\\?_\s?){2,}|\.{5,}|…{2,}"
_FIELD = re.compile(
    r"^(?:(?:first|last|student|your|full|class) )?(?:name|names|date|period|per|class|score|hour|block|teacher|student"
    r"|id|section|grade|points|total|course|instructor|group|seat|number|mark)(?: (?:id|no\.?|number))?\s*[:.]?\s*"
    rf"(?:{_BLANK})\s*(?:/\s*\d+)?[\s,;|.]*",
    re.IGNORECASE,
)
_LEFT_OPEN = re.compile(rf"[\s,;:.]*\b(?:answers?|solutions?|ans)\s*[:=]?\s*(?:{_BLANK})\s*[.]?\s*$", re.IGNORECASE)
_FILL = re.compile(
    r"^(?:fill in the blanks?|complete(?: the (?:sentence|statement|blank))?)[:.]?\s+(?P<what>(?:the|an?|its)"
    rf" [^_.?!=]+?|\\?[A-Za-z]['\d(){{}}^\\a-z/, -]*?)\s*(?:is|are|equals?|=)\s*(?:{_BLANK})\s*[.]?$",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*[\[(](?P<inside>[^()\[\]]{1,60})[\])]")


def without_heading(text: str) -> str:
    """Return an objective without its title, the blanks for names, and what is said of points and attempts.

    >>> without_heading("Name: ____ WORKSHEET 7.3 #5. Factor. (2 of 3 attempts used)")
    'Factor.'
    >>> without_heading("Fill in the blank: the derivative is ____.")
    'Find the derivative.'
    >>> without_heading("The point is 3. Test the series.")
    'The point is 3. Test the series.'
    """
    text = _BRACKET.sub(lambda found: "" if _is_spent(found["inside"]) else found[0], text).strip()
    while True:
        made = _untitled(_FIELD.sub("", text)).lstrip()
        if made == text or not made:
            break
        text = made
    filled = _FILL.match(text)
    text = f"Find {filled['what']}." if filled else _LEFT_OPEN.sub(".", text)
    said = sentences(text)
    kept = [one for one in said if not _is_spent(one)]
    return " ".join(kept) or text


def _untitled(text: str) -> str:
    """Return a text without the longest title that it begins with."""
    ends = [found.end() for found in _STOP.finditer(text[:_LONGEST])]
    return next((text[end:] for end in reversed(ends) if text[end:].strip() and _is_title(text[:end])), text)


def _is_title(text: str) -> bool:
    """Return whether all words are of titles, and one of them names a part of a book or an exam."""
    if _LIMITED.search(text):
        return False
    words = [token.lower() for token in _TOKEN.findall(text)]
    named = False
    for index, word in enumerate(words):
        if word in _TITLES:
            named = True
        elif word in _ABOUT:
            if not named:
                return False
        elif word in _SPENT:
            if not index or not words[index - 1].isdigit():
                return False
        elif word not in _BESIDE and not _NUMBER.fullmatch(word):
            return False
    return named or text.lower().startswith("do now")


def _is_spent(text: str) -> bool:
    """Return whether all words are of points, attempts and due dates."""
    words = [token.lower() for token in _TOKEN.findall(text)]
    told = {word for word in words if word[0].isalpha()}
    rest = [word for word in words if word not in told and not re.fullmatch(r"\d+|[.,:;/!+]", word)]
    spent = told & _SPENT
    counted = spent <= _POINTS and not any(word.isdigit() for word in words)
    known = _SPENT | _SPENDING | (_DATES if "due" in spent else frozenset())
    return not rest and bool(spent) and told <= known and not counted and not _STATED.search(text)
