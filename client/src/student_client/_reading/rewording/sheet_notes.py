r"""Drops how an answer is typed or written: "Use * for multiplication.", "separated by commas", "no decimals".

An answer is the same however it is typed. A note is dropped only if all its words are on the list of such words, so
that a rounding, a form, a count or a choice remains. A size of a matrix is dropped if it is that of the printed one.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from ..questions.splitting import sentences
from .answer_notes import tidy
from .sheet_symbols import as_symbols

_TYPED_WORDS = """
    comma commas semicolon semicolons comma-separated comma-delimited exact exactly asterisk asterisks caret carets
    parentheses brackets braces spaces box boxes blank blanks field fields symbol symbols symbolic symbolically
    notation keyboard palette syntax format typed editor submit submitting spelled uppercase upper-case lowercase
    surd surds lower-case case-sensitive capital unsimplified preview capitals
"""
_WITH_WORDS = """
    a an the your you all any each both every multiple several if there is are as in with without by using use of
    for to and or not no do don't must should may need needed necessary be it them this these those answer answers
    solution solutions result results value values response responses list lists pair pairs ordered separated
    separate separating enter entering type typing write writing written give giving given leave leaving express
    expressed state stated put input provide provided include please below above final form simplified simplest
    reduced order fraction fractions radicals radical roots pi logarithms ln e set sets interval intervals union
    unions expression expressions around arguments argument function functions name names when where appropriate
    applicable required can letter letters powers exponents exist exists but also everything between coefficients
    coefficient accepted will system computer only answers' c they which that make sure remember note into
"""
_TYPED, _WITH = frozenset(_TYPED_WORDS.split()), frozenset(_WITH_WORDS.split())
_ROUNDED = (
    r"(?:(?:decimal |numerical )?approximations?|approximate (?:answers?|values?|solutions?)|decimals?(?: (?:numbers?"
    r"|form|points?|answers?|values?|equivalents?|expansions?))?|round(?:ed|ing|off)?|approximated?|a calculator)"
)
_EXACT = (
    re.compile(
        r"\b(?:no|without|avoid(?:ing)?|never(?: (?:use|give|enter))?|instead of|rather than|(?:do not|don't|should"
        r" not|must not|may not|cannot|not)(?: (?:be|use|give|enter|write|type|convert|contain|include|report|to|as"
        rf"|in|your|the|answers?|them|it|an?|any|into|give))*)(?: (?:any|an?|as|the|in|to|rounded))* {_ROUNDED}(?: "
        r"(?:your|the|any|to|an?|it|them|answers?|decimals?|intermediate|results?))*",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_ROUNDED} (?:are|is|will|will be|would be|may|can)(?: be)? (?:not (?:be )?(?:accepted|allowed|graded"
        r"|permitted|acceptable)|(?:marked |counted |graded )?(?:as )?(?:wrong|incorrect)|rejected|receive no credit"
        r"|get no credit)",
        re.IGNORECASE,
    ),
)
_UNSIMPLIFIED = re.compile(
    r"\b(?:(?:you )?(?:do|need|should|must|may) ?(?:not|n't)|don't|no need to|without|it is not necessary to|not)"
    r"(?: (?:need|have|be|to|is|necessary))* (?:simplif(?:y|ied|ying)|expand(?:ed)?|multiply out)(?: (?:your|the|it"
    r"|any|answers?|result|further))*",
    re.IGNORECASE,
)
_MORE_THAN_ONE = re.compile(r"\bmore than one\b|\btwo or more\b", re.IGNORECASE)
_STARTS = re.compile(
    r"(?:please |note that |remember to |make sure to |be sure to |and |then |also )*(?:enter|type|write|give|leave"
    r"|express|state|put|input|submit|provide|include|use|list|separate|your|answers?|all|each|the answers?|exact"
    r"|symbols?|if|no|not|do|don't|multiple|separated|as|in|with|without|using|exactly|entering|giving|leaving|writing"
    r"|unsimplified|you|typed|every|both|parentheses|brackets|spell|spelled|function|an? exact)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\bonly\b(?! exact\b| (?:the )?symbols?\b)|\b(?:one|values?) of\b|\b(?:that|which) (?:is|are)\b|\bnot (?:be )?"
    r"(?:accepted|needed|required|necessary)\b|\bnot (?:an? |the |be |in |your |use |as )*exact|\b(?:than|of|without"
    r"|no|avoid) (?:an? |the )*exact|\bdo(?: not|n't) (?:include|use|list|write|give|enter|leave|put|state)(?! (?:any"
    r" )?(?:commas|spaces|parentheses|brackets|symbols?|the constant|braces))",
    re.IGNORECASE,
)
_EXACT_ONLY = re.compile(r"\b(exact (?:answers?|values?|coefficients?|solutions?|form|results?)) only\b", re.IGNORECASE)
_CUT = re.compile(
    r"[,;:] |\s?\(| (?:-|\N{EN DASH}|\N{EM DASH}) |[,;]? and (?=[a-z])| (?=as an? (?:comma|list|exact)|in exact"
    r"|separated)"
)
_SIZE = re.compile(
    r"(?:[.;,] ?)?(?:\b(?:and )?(?:please )?(?:enter|write|give|express|type|state|leave|your answer (?:should|must"
    r"|will) be)(?: (?:it|(?:your|the) (?:final )?(?:answer|result|product|matrix)))?(?: (?:as|in the form of))? an? "
    r"|as an? )\$?(?P<rows>\d) ?(?:x|×|by|\\times) ?(?P<columns>\d)\$?[- ]matrix(?=\s*[.,;)]|\s*$)",
    re.IGNORECASE,
)
_MATRIX = re.compile(r"\\begin\{[bpvV]?matrix\}(?P<body>.*?)\\end\{[bpvV]?matrix\}", re.DOTALL)
_ASKS = re.compile(
    r"^(?:please )?(?:enter|type(?: in)?|input|submit|key in|provide|supply|record|fill in) (?=(?:the|all|its|an?|both"
    r"|each|every|f|y|dy)\b)",
    re.IGNORECASE,
)
_TERMS = re.compile(
    r"[,;.:]?(?: and| then)? ?(?:(?:give|express|write|state|leave|put|enter|report|giving|expressing|writing) (?:it"
    r"|your (?:final )?answers?|the (?:final )?(?:answer|result|inverse|formula))|answer) (?:only )?(?:in terms of|as"
    r" an? (?:function|expression|formula) (?:of|in)) \$?(?P<names>\\?[a-zA-Z]+\$?(?:(?:, and|,| and)"
    r" \$?\\?[a-zA-Z]+\$?)*)(?: only| alone)?(?=[.;]|$)",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"(?:[.,;] ?(?:and |then )*)(?:please )?(?:write|arrange|give|list|order|put|state|enter|writ(?:e|ing)|arranging"
    r"|giving|listing) (?:it|them|(?:the|your|all|its) (?:terms|answers?|solutions|zeros|roots|polynomials?|results?"
    r"|product|expansion)(?: of (?:the|your) (?:answer|polynomial|result|expansion))?) (?:(?:in|by|according to)(?:"
    r" order of)? (?:descending|ascending|decreasing|increasing) (?:powers?|order|degrees?|exponents?)(?: (?:of|in) "
    r"(?:\$?[a-z]\$?|the variable))?|(?:in order )?from (?:least to greatest|smallest to (?:largest|greatest)|lowest"
    r" to highest|left to right))(?=[.;]|$)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?:please )?(?:enter|type|write|put|place|record|submit|input|fill in|provide|show) (?:your|the|each|all) "
    r"(?:final )?(?:answers?|solutions?|results?) (?:here|below|above|(?:in|on|into) the (?:answer )?(?:spaces?"
    r"|blanks?|box(?:es)?|fields?|lines?)(?: (?:provided|below|given|above))?)",
    re.IGNORECASE,
)
_KEPT = (
    r"(?:,? (?:the|an?|number|constant|letter|symbols?|π|pi|\\pi|e|ln|logs?|logarithms?|natural|radicals?|surds?"
    r"|square|roots?|sqrt|fractions?|exponents?|and|or|signs?))+"
)
_MAY = re.compile(
    rf"(?:your|the) (?:final )?answers? (?:may|might|can|could) (?:contain|include|involve|have|use){_KEPT}"
    rf"|(?:leave|keep){_KEPT} in (?:your|the) (?:final )?answers?",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\b(?:an? )?(?:integers?|whole numbers?)(?:,| or)+ (?:an? )?(?:(?:reduced|simplified|proper|improper|exact"
    r"|common) )*fractions?",
    re.IGNORECASE,
)
_IN_ORDER = re.compile(
    r"\b(?:increasing|ascending|decreasing|descending|numerical) order\b|\bfrom (?:least to greatest|smallest to "
    r"(?:largest|greatest)|lowest to highest|left to right)\b",
    re.IGNORECASE,
)
_FOR_CONSTANT = re.compile(
    r"\b(?:for|as) (?:the|an?|any|your) (?:arbitrary )?constants?(?: of integration)?\b", re.IGNORECASE
)
_OBJECT = re.compile(
    r"^(?:(?:please|and|then|also|note that|remember to|make sure to|be sure to) )*(?:enter|type|write|give|list"
    r"|express|state|input|put|provide|submit|report|leave|include|separate|(?:separat|enter|giv|writ|leav|list)ing)"
    r"(?: (?:in|out|down))?(?: (?:your|the|all|any|each|every|both|multiple|several|exact|final|of|simplified|reduced"
    r"|an?|these|those|this))* (?P<noun>[a-z-]+)",
    re.IGNORECASE,
)
_OTHER_WORDS = """
    exponents powers coefficients coefficient logarithms argument arguments function functions name names letter letters
    interval intervals set sets union unions fraction fractions radicals radical roots form
"""
_OTHER = frozenset(_OTHER_WORDS.split())
"""What a result has, which is asked if it is the object of "enter"."""
_SOLVED = re.compile(r"\bsolv|solution|equation|inequalit|system|\bzeros?\b|\broots?\b", re.IGNORECASE)
_FORM_ASKED = re.compile(
    r"^(?:please )?(?:enter|type|input|submit|record|report|put) (?:your|the) (?:final )?(?:answers?|results?) (?=in "
    r"|as |with )",
    re.IGNORECASE,
)
_COMPLEX = re.compile(
    r"^(?:(?:any )?complex|(?:any )?imaginary|non-?real) (?:answers?|eigenvalues?|numbers?|values?|solutions?|roots?)"
    r" (?:are|should be|must be|may be|can be) (?:written|entered|typed|given|expressed)"
    r" (?:with|using|in the form|as) (?:i|I|a ?\+ ?b ?i)(?: for [^.]{1,24})?[.]?$",
    re.IGNORECASE,
)


def without_notes_of_entry(text: str, expression: str, letters: Collection[str]) -> str:
    """Return an objective without what it says of typing or writing the answer.

    Args:
        text: the words.
        expression: the problem's expression.
        letters: the letters that an answer may have.

    >>> without_notes_of_entry("Enter the derivative, with no spaces. Use * for multiplication.", "x^2", {"x"})
    'Find the derivative.'
    >>> without_notes_of_entry("Solve. Give decimals, not exact values.", "x^2 = 2", {"x"})
    'Solve. Give decimals, not exact values.'
    """
    if _asks_more(text, expression):
        return text
    text = _SIZE.sub(lambda found: found[0] if not _has_size(found, expression) else "", text.replace("\u2019", "'"))
    text = _TERMS.sub(lambda found: "" if _names(found["names"]) == set(letters) else found[0], text)
    said = [one for one in sentences(_ORDER.sub("", text)) if not _is_of_i(one, expression)]
    kept = [_asking(_trimmed(one)) for one in _questions(said) or said]
    forms = [one for one in kept if one.startswith(_WRITE)]
    return tidy(" ".join([*(one for one in kept if one not in forms), *forms])) or text


_OPENED = re.compile(r"\b(?:no|without|avoid\w*|remov\w*)\b[^.;,]*\b(?:parentheses|brackets)", re.IGNORECASE)


def _asks_more(text: str, expression: str) -> bool:
    """Return whether a note asks for pairs that do not solve a system, or for a product that is expanded."""
    pairs = re.search(r"\bpairs?\b", text, re.IGNORECASE) and expression.count("=") < 2
    opened = _OPENED.search(text) and not re.search(r"\b(?:expand|multiply)", text, re.IGNORECASE)
    return bool(pairs or opened)


def _questions(said: list[str]) -> list[str]:
    """Return the sentences that ask; one on solutions is a note only if another sentence asks for them."""
    return [
        one
        for index, one in enumerate(said)
        if not _is_note(one) or not _is_answered(one, " ".join([*said[:index], *said[index + 1 :]]))
    ]


def _is_answered(note: str, rest: str) -> bool:
    return _SOLVED.search(rest) is not None or not re.search(r"\bsolutions?\b", note, re.IGNORECASE)


_WRITE = "Write your answer "


def _asking(said: str) -> str:
    """Return "Enter the derivative." as a question, and "Enter your answer in factored form." as a form."""
    return _ASKS.sub("Find ", _FORM_ASKED.sub(_WRITE, said))


def _names(text: str) -> set[str]:
    return {name.strip("\\$") for name in re.split(r", and |,| and ", text.replace(" ", " ")) if name.strip()}


def _is_note(said: str) -> bool:
    """Return whether a sentence or a part of one only says how the answer is typed or written."""
    plain = as_symbols(said.strip(" .;:!()"))
    if _PLACE.fullmatch(plain) or _MAY.fullmatch(plain):
        return True
    plain = _WHOLE.sub("an exact value", plain)
    plain = _MORE_THAN_ONE.sub("multiple", plain)
    plain = _UNSIMPLIFIED.sub("unsimplified", plain)
    for pattern in _EXACT:
        plain = pattern.sub("exact", plain)
    plain = _FOR_CONSTANT.sub("for symbols", _IN_ORDER.sub("order", _EXACT_ONLY.sub(r"\1", plain)))
    named = _OBJECT.match(plain)
    words = re.findall(r"[^\s,;:()\"'“”/]+(?:'[a-z]+)?", plain.lower())
    return (
        bool(_STARTS.match(plain))
        and bool(set(words) & _TYPED)
        and set(words) <= _TYPED | _WITH
        and not _COUNTED.search(plain)
        and not (named and named["noun"].lower() in _OTHER)
    )


def _is_of_i(said: str, expression: str) -> bool:
    """Return whether a sentence says how i is written, of eigenvalues or of an expression with i."""
    printed = "matrix" in expression or re.search(r"(?<![A-Za-z\\])i(?![A-Za-z])", expression)
    return bool(printed) and _COMPLEX.match(said.strip()) is not None


def _trimmed(said: str) -> str:
    """Return a sentence without a note behind its question."""
    stop = said[len(said.rstrip(" .;:!?")) :]
    plain = said[: len(said) - len(stop)]
    for cut in _CUT.finditer(plain):
        tail = plain[cut.end() :]
        if plain[: cut.start()].strip() and _is_note(tail):
            return plain[: cut.start()] + (stop or ".")
    return said


def _has_size(found: re.Match[str], expression: str) -> bool:
    """Return whether a matrix of that size is what square matrices of that size give."""
    sizes = set()
    for one in _MATRIX.finditer(expression):
        rows = [row for row in one["body"].split(r"\\") if row.strip()]
        sizes |= {(len(rows), row.count("&") + 1) for row in rows}
    asked = int(found["rows"]), int(found["columns"])
    return asked[0] in {one for one, _ in sizes} and asked[1] in {other for _, other in sizes}
