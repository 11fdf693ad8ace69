"""The words for the local extreme values of a function of two letters, and for its saddle points."""

from __future__ import annotations

_CALL = r"(?: ?\( ?x ?, ?y ?\))?"
_F = rf"(?:(?:the )?(?:given |following )*(?:function|surface|graph)(?: of)?(?: (?-i:[fghz]){_CALL})?"
_F += rf"|(?-i:[fghz]){_CALL}|it)"
_OF = rf"(?: (?:of|for|on) {_F})?"
_LOCAL = r"(?:local|relative)"
_SADDLE = r"saddle[- ]points?"
_POINT = (
    r"(?:(?:coordinates|location|position) of )?(?:(?:the|all|any|each) )*(?:(?:critical|stationary) )?points? ?(?:\("
)
_POINT += r" ?x ?, ?y ?\) )?"
_WHERE = r"(?:(?:at|for) which|where)"
_KINDS = {
    "minimum": (r"(?:minimum|minima|min)", "smallest|least"),
    "maximum": (r"(?:maximum|maxima|max)", "largest|greatest"),
}


def _things() -> dict[str, str]:
    made = {
        "saddle": rf"(?:coordinates of )?(?:(?:the|all|any) )*{_SADDLE}{_OF}|{_POINT}{_WHERE} {_F} has (?:an? )?"
        rf"{_SADDLE}",
        "relative extremes": rf"{_LOCAL} (?:extrema|extremes|extreme values){_OF}",
    }
    for kind, (word, most) in _KINDS.items():
        size = f"{_LOCAL} {word}"
        made |= {
            f"local {kind}": rf"{size}(?: values?)?{_OF}",
            f"local {kind} point": rf"(?:coordinates of (?:(?:the|all|any) )*){size}(?: points?)?{_OF}|"
            rf"(?:(?:the|all|any) )*{size} points?{_OF}|{_POINT}(?:{_WHERE} {_F} has (?:an? )?{size}|{_WHERE}"
            rf" (?:an? |the )?{size}{_OF} occurs)",
            kind: rf"(?:(?:absolute|global) )?(?:{word}|{most})"
            rf"(?: possible)?(?: values?)?{_OF}",
        }
    return made


def _asked() -> dict[str, str]:
    which = rf"(?:(?:at )?(?:which|what)(?: of the)?(?: (?:critical|stationary))? points?{_OF}|where)"
    rows = {"saddle ": rf"(?:an? )?{_SADDLE}"} | {
        f"local {kind} point ": rf"(?:an? )?{_LOCAL} {word}(?: points?)?(?: value)?"
        for kind, (word, _) in _KINDS.items()
    }
    examined = r"(?:examine|test|investigate|analy[sz]e|study)"
    return {name: rf"{which} (?:does {_F} have|is|are|has) {said}" for name, said in rows.items()} | {
        "examined": rf"{examined} {_F} for (?:{_LOCAL} )?(?:extrema|extreme values|extremes|maxima and minima)(?:,?"
        rf" (?:and|or) (?:for )?{_SADDLE})?",
    }


THINGS = _things()
"""Each thing that can be asked of a function of two letters, with its words."""
DOES = _asked()
"""Those that are said with the verb that asks."""
YIELDS = {"examined": tuple(THINGS)}
