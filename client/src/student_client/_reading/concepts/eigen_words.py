"""Says in one way what is asked of a matrix's eigenvalues: "for each one, a basis for the corresponding eigenspace"."""

from __future__ import annotations

import re

_VALUE = (
    r"(?:(?:real|distinct|different|complex) )*(?:eigenvalues?|(?:characteristic|proper|latent) (?:values?|roots?))"
)
_EACH = (
    r"(?:(?:for|with|to|in|of) (?:each|every|all)(?: (?:one|case|(?:of )?(?:them|(?:these|its|the|those)"
    rf"(?: {_VALUE})?)|{_VALUE}))?|respectively)"
)
_SORT = r"(?:(?:corresponding|associated|linearly independent|independent|complete set of|full set of|set of) )*"
_TAIL = (
    r"(?:(?:,? ?(?:which|that) )?(?:belongs?|belonging|corresponds?|corresponding|associated|attached|pertaining"
    r"|goes?|going) (?:to|with) (?:(?:each|every|all|it|them|these|those|its|the|that|of|one)(?: (?=[a-z]))?)*"
    rf"(?:{_VALUE})?|{_EACH})"
)
_VECTORS = re.compile(
    rf"(?:(?:\b{_EACH},? )?(?:(?:find|determine|give|compute|obtain|write down|state|calculate) )?\b(?:an?|the|its|all"
    rf"|their|one|some)? ?{_SORT}(?:bas[ei]s (?:vectors? )?(?:for|of) )?(?:(?:an?|the|its|all|their|each|every|any|of)"
    rf" )*{_SORT}(?:eigenvectors?|eigenspaces?|(?:characteristic|proper|latent) vectors?)(?: {_TAIL})*)(?! ?(?:of )?"
    r"(?:\\?lambda|λ|-?\d|=))",
    re.IGNORECASE,
)
_OF_EACH = re.compile(
    rf"(?P<each>\bfor (?:each|every|all)(?: (?:of )?(?:the|its))? {_VALUE}) of (?:(?:the|this|a) )?(?:given )?"
    r"(?:matrix(?: [A-Z]\b)?|[A-Z]\b),? (?=(?:find|determine|give|compute|obtain|write down|state|calculate)\b)",
    re.IGNORECASE,
)
_ITS = r"(?:(?:the|its|all|each|every|of|any) )*"
_EQUATION = (
    r"(?:(?:the|its) )?(?:characteristic (?:equation|polynomial)(?: of (?:(?:the|this) matrix|[A-Z]\b|it))*"
    r"|(?:equation )?\\?det ?\(? ?[A-Z] ?- ?\\?lambda ?I ?\)? ?= ?0|\| ?[A-Z] ?- ?\\?lambda ?I ?\| ?= ?0)"
)
_VIA = re.compile(
    r"(?:(?:by|after|from|via|using|use|through)? ?(?:first )?(?:write down|writing down|find|finding|form|forming"
    r"|set up|setting up|obtain|obtaining|state|derive|deriving|determine|solv(?:e|ing)|calculat(?:e|ing)|comput(?:e"
    rf"|ing))|(?:from|via|using|use)) {_EQUATION},? ?(?:(?:and|to|so|then|hence|thence|thereby|or otherwise|solve it"
    r"|solving it|use it|by solving it),? ?)*(?=(?:(?:find|determine|obtain|calculate|compute|deduce|state|write down"
    rf"|give) )?{_ITS}{_VALUE})",
    re.IGNORECASE,
)
_FACT = re.compile(
    r"^(?:the|this) (?:[a-z]+ )?matrix(?: [A-Z]\b)?(?: below| above| given| shown)* has (?:(?:only|two|three|exactly)"
    rf" )*{_VALUE}[.,;]+ (?:and )?(?P<ask>find|determine|calculate|obtain|state) (?:them|these)\b",
    re.IGNORECASE,
)


def eigen_words(text: str) -> str:
    """Return the words in which each part of a question about eigenvalues is said in one way.

    Args:
        text: the words without dollars.

    >>> eigen_words("Find the eigenvalues of A and, for each one, a basis for the corresponding eigenspace.")
    'Find the eigenvalues of A and eigenvectors.'
    """
    if not re.search(r"\beigen|\b(?:characteristic|proper|latent) (?:values?|roots?|vectors?)", text, re.IGNORECASE):
        return text
    made = _VIA.sub(_without_way, _FACT.sub(r"\g<ask> the eigenvalues", text))
    made = re.sub(r"\bfind (?=(?:find|determine|obtain|calculate|compute|deduce|state|write down|give)\b)", "", made)
    made = _OF_EACH.sub(r"\g<each>, ", made)
    made = _VECTORS.sub(_all_vectors, made)
    made = re.sub(rf"\b(?:each|every|all(?: of)?(?: the)?) {_VALUE}", "the eigenvalues", made, flags=re.IGNORECASE)
    made = re.sub(
        r"(?:[.,;]? ?\b(?:and|together with|along with|as well as|with|then)\b|[.;,:]),? ?(?:and |also )?(?: ?\(?b\) )?"
        r"(?= ?eigenvectors)",
        " and ",
        made,
        flags=re.IGNORECASE,
    )
    made = re.sub(r"^ ?\(?a\) ", "", made)
    made = re.sub(r"\s+(?=[.,;?!])", "", re.sub(r"\s+", " ", made)).strip()
    return re.sub(r"\band find eigenvectors", "and eigenvectors", re.sub("^eigenvectors", "Find eigenvectors", made))


def _without_way(found: re.Match[str]) -> str:
    """Return "find" in place of a way; a polynomial to be found is not a way, as an equation is."""
    led = re.match(r"(?:by|after|from|via|using|use|through)\b|\w+ing\b", found[0], re.IGNORECASE)
    return "find " if led or "polynomial" not in found[0] else found[0]


def _all_vectors(found: re.Match[str]) -> str:
    """Return the word for all eigenvectors, unless a single one is named."""
    one = re.search(r"\b(?:eigenvector|(?:characteristic|proper|latent) vector)\b", found[0])
    each = re.search(r"\b(?:each|every|all|them|these|respectively|corresponding|associated)\b", found[0])
    return found[0] if one and not each else " eigenvectors "
