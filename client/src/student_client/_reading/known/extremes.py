"""The words for a function's extreme values, their places and their points."""

from __future__ import annotations

from .usual_words import NUMBER

FUNCTION = (
    r"(?:(?:the )?(?:function|curve|graph|parabola|expression|quantity)(?: [fgy](?: ?\( ?[a-z] ?\))?)?"
    r"|[fgy](?: ?\( ?[a-z] ?\))?(?![\w'^(])|one-to-one|invertible|differentiable)"
)
_KINDS = {
    "greatest": (r"(?:maximum|max|largest|greatest|highest|biggest)", r"(?:maximum|max)", r"maximi[sz]e"),
    "smallest": (r"(?:minimum|min|smallest|least|lowest)", r"(?:minimum|min)", r"minimi[sz]e"),
}
_SCOPES = {"": r"(?:(?:absolute|global|overall) )?", "local ": r"(?:local|relative) "}
_LETTER = r"(?:(?:the )?(?:smallest positive |exact )?values? of )?(?![afy]\b)[a-z](?:-? ?(?:values?|coordinates?))?"
_IT = rf"(?:it|{FUNCTION})"
_HAS = r"(?:has|attains|takes(?: on)?|reaches|achieves|assumes)"
_HAVE = r"(?:have|attain|take(?: on)?|reach|achieve|assume)"
_OCCURS = r"(?:occurs?|is (?:attained|reached|taken|achieved)|happens)"


def _words(kind: str, scope: str) -> dict[str, str]:
    """Return the things of one kind of extreme value with their words."""
    any_word, noun, verb = _KINDS[kind]
    size = "(?:large|great|big|high)" if kind == "greatest" else "(?:small|low|little)"
    said = _SCOPES[scope]
    most = rf"(?:(?:its|an?|the) )?{said}{any_word}(?: value| point)?"
    which = r"(?:(?:at|for) which|where|when)"
    value = (
        rf"(?:{said}{any_word}(?: possible| attainable)? values?(?: (?:of|for|taken by|attained by|reached by) {_IT}"
        rf"| (?:that )?{_IT} (?:can (?:take|have|attain|reach)|{_HAS}))?|{said}{noun} of {_IT}"
        rf"{'|' + said + noun + ' values?' if scope else ''})"
    )
    it = rf"(?:it|this(?: {any_word})?(?: value)?|the {said}{any_word}(?: value)?)"
    return {
        f"{scope}{kind} value": value,
        f"{scope}{kind} value and place": rf"{value},? and (?:also )?(?:(?:(?:the |its )?{_LETTER} )?(?:{which} {it}"
        rf" {_OCCURS}|(?:that|which) gives? it|of (?:the )?{noun} point)|(?:the )?corresponding (?:values? of )?[a-z]"
        r"(?:-values?)?)",
        f"{scope}{kind} place": rf"{_LETTER} (?:(?:that|which) (?:{verb}s? {_IT}|(?:gives?|makes?) {most}"
        rf"(?: (?:of )?{_IT})?|makes? {_IT} (?:an? )?{said}{any_word})"
        rf"|(?:{which}|(?:such|so) that) {_IT} (?:{_HAS} {most}|is (?:(?:an? )?{most}|{verb}d|as {size} as possible))"
        rf"|{which} {most}(?: of {_IT})? {_OCCURS}|of {most}(?: of {_IT})?)",
        f"{scope}{kind} point": rf"(?:coordinates of (?:the |its )?)?{said}{any_word} (?:turning )?points?"
        rf"(?: (?:of|on) {_IT})?|coordinates of (?:the |its )?{said}{noun}(?: of {_IT})?",
    }


def _questions(kind: str, scope: str) -> dict[str, str]:
    """Return the things of one kind that a verb of the question asks for."""
    any_word, _, verb = _KINDS[kind]
    most = rf"(?:(?:its|an?|the) )?{_SCOPES[scope]}{any_word}(?: value)?"
    return {
        f"{scope}{kind} place ": rf"(?:(?:at|for) )?(?:what|which) {_LETTER} (?:does {_IT} {_HAVE} {most}"
        rf"|is {_IT} (?:{most}|{verb}d)|does {most} occur|{verb}s {_IT}|gives {most}(?: of {_IT})?)",
    }


_OF = rf"points?(?: (?:of|on) {_IT})?"
_EACH = (
    r"(?:each(?: (?:one|(?:stationary |turning )?point|of (?:them|these(?: points)?)))?|it|they|them|these"
    r"|which(?: one)?(?: of them)?)"
)
_TYPE = (
    r"(?:an? )?(?:(?:local|relative) )?(?:maxim(?:um|a)|minim(?:um|a)|points? of infle[cx](?:t)?ion|neither)"
    r"(?: points?)?"
)
_TYPES = rf"{_TYPE}(?:(?:,? or|,) {_TYPE})*"
_KIND = (
    r"(?:[.,;]|,?(?: and)?(?: (?:then|also|hence))*) ?(?:determin|stat|classify|identify|find|decid|giv|establish"
    rf"|investigat)(?:e|ing)?(?: (?:which one is {_TYPE}|(?:the|their|its) (?:natures?|types?)(?: of {_EACH})?"
    rf"|(?:whether|if) {_EACH} (?:is|are) {_TYPES}|{_EACH}(?: as {_TYPES})?))"
)
VALUES: dict[str, str] = {
    "extremes": rf"(?:absolute|global) (?:maximum|max)(?: values?)?,? and (?:the )?(?:(?:absolute|global) )?(?:minimum"
    rf"|min)(?: values?)?(?: of {FUNCTION})?|(?:absolute|global) (?:extreme values|extrema)(?: of {FUNCTION})?"
    rf"|(?:maximum|largest|greatest)(?: values?)?,? and (?:the )?(?:minimum|smallest|least) values?(?: of {FUNCTION})?",
    **{
        f"{kind} {thing}": rf"{lead}{kind} {_OF}{_KIND}"
        for kind in ("stationary", "turning")
        for thing, lead in (
            ("numbers with kinds", r"(?:x-?coordinates? of (?:(?:the|all|any|its) )*)?"),
            ("points with kinds", r"coordinates of (?:(?:the|all|any|its) )*"),
        )
    },
    "local extremes": r"(?:local|relative) (?:maximum|max)(?: values?)?,? and (?:the )?(?:(?:local|relative) )?"
    rf"(?:minimum|min) values?(?: of {FUNCTION})?",
}
QUESTIONS: dict[str, str] = {}
for _scope in _SCOPES:
    for _kind in _KINDS:
        VALUES |= _words(_kind, _scope)
        QUESTIONS |= _questions(_kind, _scope)
"""Each thing that can be asked with its words, and those that are said with the verb that asks."""
ABOVE = (
    rf"(?:(?:for|where|with|given(?: that)?|if|when|assuming(?: that)?) )?(?:all )?[a-z] ?(?:>|≥|>=|\\geq?) ?({NUMBER})"
)
"""The end above which the letter is."""
WAYS = (
    r"(?:by|use|using|with|via|apply(?:ing)?) (?:the )?(?:calculus|differentiation|(?:first|second)[- ]derivatives?(?:"
    r" tests?)?|derivatives?|sketching|a sketch)(?: to)?|and (?:justify|show|prove|verify|explain|confirm)(?: that|"
    r" why) (?:it|this)(?: value)? is (?:a|the) (?:local )?(?:maximum|minimum)|(?:has|have|takes|attains)|closed"
)
"""The ways to an extreme value, and what only confirms it."""
