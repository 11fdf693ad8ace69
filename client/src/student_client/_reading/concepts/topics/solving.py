"""Equations, their solutions and zeros, inequalities and systems."""

from __future__ import annotations

from ..marks import MARK
from ..task import EQUATION, FUNCTION, INEQUALITY, SYSTEM, F, S, Task

LETTER = f"{MARK}letter{MARK}"
_ONE = f"{MARK}(?:letter|name){MARK}"
_PAIR = rf"\( ?{_ONE} ?, ?{_ONE}(?: ?, ?{_ONE})? ?\)"
_IT = r"(?:the|this|that|it|both|its|given|following|two| )*"
_HOLDS = r"(?:holds?(?: true)?|(?:is|are) (?:true|satisfied|valid|fulfilled)|true|valid|satisfied)"
_SAID = r"(?:equation|inequality|equality|statement|relation|condition)s?"
_HOW_MANY = r"(?:(?:the|its) (?:two|three|four|one|unique|single) |both |possible |valid |complete |full |entire )*"
_AXIS = rf"the (?:{LETTER} ?-?|x-|x |horizontal )axis"
_GRAPH = r"(?:the|this|that|its|a|it|graph|curve|parabola|function|line|polynomial|of|f|\x00name\x00| )*"

THINGS: dict[str, str] = {
    "solve": r"(?:describe )?(?:the )?set of all(?: real)?(?: numbers| values of)?(?: \x00letter\x00)?|solve[sd]?"
    rf"|solving|{_HOW_MANY}(?:solution sets?|(?:each |every )?(?:solutions?|roots?)(?: to)?)|(?:describe )?all"
    rf" solutions|zero(?:e?s)?|(?:all |the |every )*values? of {LETTER} (?:that|which|satisfying|so that|such that|for"
    r" which)(?: (?:satisf(?:y|ies)|solves?|makes?|the|this|equation|inequality|is|holds?|true|valid|satisfied))*|"
    r"(?:the|both|all|its|every|each)(?: (?:two|three|possible|complete|exact|set of|range of|real))* possible"
    rf" values? of {LETTER}|possible values of {LETTER}|(?:the )?(?:set|range) of (?:possible )?values?(?: of "
    rf"{LETTER})?|(?:(?:the|all|every|each|both) )*values? of {LETTER}|(?:for|at) (?:which|what)(?: real)? values? of"
    rf" {LETTER}|(?:which|what)(?: of the)? numbers? (?:is|are)(?: the| an?)? (?:solutions?|roots?|zeros?)|(?:(?:the"
    rf"|all|every) )?(?:numbers?(?: {LETTER})?|{LETTER}) (?:(?:that|which) )?(?:satisf(?:y|ies|ying)|solves?)|for "
    rf"(?:which|what)(?: real)?(?: values? of| numbers?)? {MARK}(?:letter|interval){MARK} (?:is|does) (?:the |this )?"
    r"(?:inequality|equation|equality|statement)(?: (?:true|hold|satisfied|valid))|(?:(?:that|which) )?satisf(?:y|ies"
    rf"|ying)|for which|such that|(?:for )?(?:the |its )?unknown(?: (?:number|quantity|value|variable))?(?: {LETTER})?"
    rf"|for the variable|what (?:number|value)s? (?:must|should|does|can|do)(?: {LETTER})?(?: (?:be|equal|have|take))*"
    rf"|intervals? (?:on|in|over|for) which {_IT}{_SAID} {_HOLDS}|(?:what|which) intervals? (?:is|does) {_IT}{_SAID}"
    rf" {_HOLDS}",
    "holds": rf"{_IT}(?:{_SAID} )?(?:below )?{_HOLDS}|(?:are )?(?:the|both|these) (?:two )?(?:sides|expressions)(?:"
    rf" are)? equal|(?:(?:that|which|to) )?mak(?:e|es|ing) {_IT}(?:{_SAID}|sides)? ?(?:{_HOLDS}|balanced?|equal|an"
    rf" equality)|(?:(?:for|in order for) )(?:the |this |it )*(?:{_SAID} )?to (?:hold|be (?:true|satisfied|valid"
    rf"|correct))|(?:(?:for which|such that|so that|if|when) )?{_IT}sides(?: of {_IT}equation)? (?:are|become|be) "
    r"(?:equal|the same)",
    "general": r"(?:complete )?general solutions?|all solutions|general formula for (?:(?:all|every|each|of|the)"
    r" )*solutions?",
    "integer parameter": r"(?:(?:expressing|giving|writing|express|give|write|stating)(?: the| your| them| answers?|"
    r" solutions?)* )?"
    r"(?:using|use|with|in terms of) (?:an? |any )?(?:arbitrary )?integer(?: parameter)?(?: [nkm])?|in general form",
    "check": r"(?:(?:be sure to|remember to|and|then|please|also) )*(?:(?:check|watch|look)(?:ing)?(?: out)? for"
    r"|discard(?:ing)?|reject(?:ing)?|exclud(?:e|ing)|eliminat(?:e|ing)|rul(?:e|ing) out|beware of)(?: any| the| all)*"
    r" (?:(?:extraneous|false|invalid|spurious|inadmissible)(?: (?:solutions?|roots?|ones|answers?|values?))|"
    r"(?:solutions?|roots?|values?|answers?) (?:that|which) (?:do|does|are|is) not (?:satisfy|work|valid|fit|in the"
    r" domain)(?: in)?(?: the| original| given| equation)*)|extraneous (?:solutions?|roots?|ones)|(?:and )?check"
    r"(?:ing)? (?:each|every|your|all|the) (?:candidates?|solutions?|roots?|answers?)|(?:and )?check(?:ing)? (?:it"
    r"|them|your answers?|each one)(?: in the original equation)?|arguments? of (?:a|the|any|each) logarithms?(?: "
    r"(?:has|have|must|needs?)(?: to)? be)? positive|if there (?:is|are) any|(?:should|if) (?:any|there) (?:exist|be"
    r" any)",
    "answers": r"(?:(?:and|then) )*(?:giv(?:e|ing)|writ(?:e|ing)|express(?:ing)?|stat(?:e|ing)|leav(?:e|ing)|present"
    r"(?:ing)?)(?: (?:your|the|its|all|both|final|exact|answers?|solutions?|set|results?|roots?|it|them))+ (?:as|in"
    r"|using|with) (?:a union of(?: disjoint)? intervals|(?:a union of )?intervals|(?:an? )?(?:ordered|coordinate) "
    r"(?:pairs?|triples?)|interval form|(?:the form of )?an interval|(?:its |their |exact |simplest |simplified |surd"
    r" |radical )+form|exact values)|in terms of (?:natural )?logarithms|in terms of \\?ln ?\d(?:(?:,| and)? \\?ln"
    r" ?\d)*",
    "kind of equation": r"(?:(?:disguised|hidden) )?(?:quadratic|cubic|quartic)(?: in disguise)?|(?:(?:which|that) "
    r"(?:is|can be (?:seen|regarded|treated|written) as) )an? (?:disguised |hidden )*quadratic in [a-z](?:\^"
    r" ?\{?\d\}?)?|(?:with|containing|involving|that (?:contains|involves)) (?:fractional coefficients|fractions"
    r"|brackets|absolute values?|logarithms|radicals?|square roots?|parentheses|exponentials)|in one (?:variable"
    r"|unknown)",
    "real": r"(?:(?:over|in|among) the )?(?:set of )?(?:all )?real(?: numbers?(?! of)"
    rf"| values?(?: of)?(?: {LETTER})?)?|reals",
    "complex": r"(?:(?:over|in|among) the )?(?:set of )?(?:all )?complex(?: numbers?(?! of)| field| plane)?(?:"
    r" \x00letter\x00)?(?: (?:that|which) satisf(?:y|ies))?|(?:both )?real(?: ones)? (?:and|or) (?:complex|imaginary"
    r"|non-?real)(?: ones)?|(?:including|counting) (?:the |any |all )?(?:complex|imaginary|non-?real)(?: ones)?",
    "with real ones": r"(?:(?:and|including) )?(?:the )?real(?: ones| solutions| roots)?(?: (?:as well|too|included))",
    "x-intercepts": rf"x-(?:axis )?intercepts?|(?:which|what) (?:real )?(?:numbers?|values? of {LETTER}) (?:are|is)(?:"
    rf" (?:the|all|an?))* (?:zeros?|zeroes|roots?)|{_GRAPH} (?:cross(?:es)?|meets?|cuts?|intersects?|hits?) {_AXIS} "
    rf"(?:at|for|when) (?:which|what)(?: values?(?: of {LETTER})?)?|(?:coordinates of )?(?:the|all|both|its) {LETTER}"
    rf" ?-? ?(?:axis )?intercepts?|(?:roots|zeros?|zeroes)(?! of {MARK}letter)|intercepts? (?:with|on|of) {_AXIS}|"
    rf"(?:intersections?|points? of intersection) (?:of {_GRAPH} )?with {_AXIS}|(?:(?:at|in) )?(?:the )?(?:coordinates"
    rf" of )?(?:the |all |every )?(?:points? )?(?:where|at which|in which) {_GRAPH} (?:cross(?:es)?|meets?|cuts?"
    rf"|intersects?|hits?) {_AXIS}|(?:where|at (?:what|which) points?|for (?:what|which) values? of {LETTER}) (?:does"
    rf"|do) {_GRAPH} (?:cross|meet|cut|intersect|hit) {_AXIS}|(?:(?:the|all) )*(?:values?|inputs?|places?|numbers?)(?:"
    r" of \x00letter\x00)? (?:for|at) which (?:the|this|value|function|expression|polynomial|output|of|it|is|has"
    r"|takes|f|\x00name\x00| )* (?:vanish(?:es)?|(?:equals?|equal to|value|becomes) (?:zero|0))",
    "points": r"(?:the )?(?:coordinates of )?(?:the |all |both |these |those )*points?(?: (?:where|at which|in"
    r" which))?|(?:at )?(?:two|three) points|(?:at|in) (?:which|what) points?|where|(?:their|its) coordinates",
    "meet": r"(?:at which |where |do |does )?(?:meets?|intersects?|cross(?:es)?|cuts?|hits?)(?: each other)?|of"
    r" intersection|in common|(?:(?:the )?coordinates of )?(?:the |all |both )*(?:intersections?(?: points?)?"
    r"|points? of intersection|common points?|points? common(?: to)?|crossing points?)",
    "solve jointly": r"solve[sd]?|solving|solution sets?|(?:solutions?|(?:ordered |coordinate )?(?:pairs?|triples?)"
    rf"(?: of(?: real)? numbers)?)(?: {_PAIR})?(?: (?:that|which))?(?: (?:satisf(?:y|ies|ying)|solves?|solving))?(?:"
    rf" both| all| each)?|unknowns(?: {_ONE}(?: ?,| and)?)*|(?:that |which )?satisf(?:y|ies|ying)(?: both| all|"
    rf" these)?|values? of(?: the)? (?:{_ONE} ?,? ?(?:and )?)+(?:(?:that|which) )?(?:satisf(?:y|ies|ying)|solves?"
    r"|makes?)(?: both| all)?",
    "hold jointly": r"(?:make |for which )?(?:both|all)(?: of)?(?: the)? equations (?:true|hold|are (?:true"
    r"|satisfied))",
}
_ZEROS = rf"(?=[^=]*$|\s*\$?[A-Za-z]\s*(?:\(\s*[a-zA-Z]\s*\)\s*)?=){FUNCTION}"
_EQUATION = rf"^(?!\s*\$?[a-zA-Z]\s*\(\s*[a-z]\s*\)\s*=){EQUATION}"
_ALLOWED = ("equation", "kind of equation", "check", "answers", "holds")
_INEQUALITY = ("inequality", "real", "reals", "answers", "holds")
TASKS: tuple[Task, ...] = (
    Task("Solve the equation{rounded}.", _EQUATION, ("solve|unknown",), _ALLOWED, S),
    Task(
        "Find the general solution.",
        r"\\?(?:sin|cos|tan).*=",
        ("general",),
        ("solve", "equation", "kind of equation", "radians", "integer parameter"),
        S,
    ),
    Task("Find all real solutions.", _EQUATION, ("solve", "real|reals"), _ALLOWED, S),
    Task("Find all complex solutions.", _EQUATION, ("solve", "complex|complexes"), (*_ALLOWED, "with real ones"), S),
    Task("Find all solutions in the interval {interval}.", _EQUATION, ("solve|unknown",), (*_ALLOWED, "radians"), S),
    Task("Find all solutions with {condition}.", _EQUATION, (), _ALLOWED, S, ("solve",)),
    Task("Find the x-intercepts.", _ZEROS, ("x-intercepts|crosses",), (*F, "real", "check", "abscissa", "points")),
    Task("Solve the inequality.", INEQUALITY, ("solve|unknown",), _INEQUALITY, S),
    Task(
        "Solve the inequality on the interval {interval}.", INEQUALITY, ("solve|unknown",), _INEQUALITY, ("notation",)
    ),
    Task(
        "Solve the system of equations.",
        SYSTEM,
        ("solve jointly|meet",),
        ("system", "answers", "hold jointly"),
        ("system",),
        ("points", "solve jointly", "meet"),
    ),
)
