"""Derivatives, tangents, averages, motion, values and transforms of a printed function."""

from __future__ import annotations

from ..marks import MARK
from ..task import EQUATION, FUNCTION, HALVED, D, F, Task

_IT = rf"(?:(?:the |this )?(?:function|graph|curve|expression|quantity)(?: {MARK}name{MARK})?|it|{MARK}name{MARK})"
_TO_IT = rf"(?: (?:to|of) {_IT}(?: of {_IT})?)?"
_FORM = r"(?:(?:and )?(?:leav|giv|writ|express|stat|present)(?:e|ing) (?:(?:your|the|it|its|final|answer|result) ?)+)?"
_GAP = r"(?:(?:the |an? |its )*)"
THINGS: dict[str, str] = {
    "derivative": r"(?:(?:numerical |exact )?value of (?:the |its )?)?(?:first[- ](?:order )?)?(?:derivatives?|derived"
    r" functions?)(?: functions?)?|differentiate|differentiating|slope function|gradient function"
    rf"|(?:instantaneous )?rate of change|(?:instantaneous )?rate at which {_IT} (?:is )?chang(?:es|ing)"
    rf"|how (?:fast|quickly|rapidly) (?:is|does) {_IT} chang(?:e|ing)",
    "second derivative": r"(?:value of (?:the |its )?)?(?:second|2nd)[- ](?:order )?derivatives?"
    r"|differentiate (?:\x00name\x00 )?(?:twice|two times)",
    "third derivative": r"(?:value of (?:the |its )?)?(?:third|3rd)[- ](?:order )?derivatives?"
    r"|differentiate (?:\x00name\x00 )?(?:three times|thrice)",
    "fourth derivative": r"(?:value of (?:the |its )?)?(?:fourth|4th)[- ](?:order )?derivatives?"
    r"|differentiate (?:\x00name\x00 )?four times",
    "partial derivative": r"(?:first[- ](?:order )?)?partial derivatives?|differentiate partially",
    "antiderivative": r"antiderivatives?|primitives?(?: functions?)?|indefinite integrals?|antidifferentiate",
    "slope": rf"(?:value of {_GAP})?(?:slopes?|gradients?|steepness)(?: m)?(?: of)?(?: {_GAP}(?:line )?tangents?"
    rf"(?: lines?)?{_TO_IT}(?: drawn)?)?|how steep is {_IT}",
    "tangent": rf"(?:{_GAP}equations? (?:of|for) )?{_GAP}(?:line )?tangents?(?: lines?)?(?: drawn)?{_TO_IT}(?: is)?"
    rf"(?: drawn)?(?: at the point)?|{_GAP}equations? (?:of|for) {_GAP}(?:straight )?line (?:that is |which is )?"
    rf"(?:tangent(?: to)?|touching){_TO_IT.replace('(?:to|of) ', '(?:(?:to|of) )?')}",
    "normal": rf"(?:{_GAP}equations? (?:of|for) )?{_GAP}(?:line )?normals?(?: lines?)?(?: drawn)?{_TO_IT}(?: is)?"
    rf"(?: drawn)?(?: at the point)?|{_GAP}equations? (?:of|for) {_GAP}(?:straight )?line (?:that is |which is )?"
    rf"(?:normal|perpendicular|at right angles) to {_IT}(?: of {_IT})?|{_GAP}(?:straight )?line (?:that is |which is )?"
    rf"(?:normal|perpendicular|at right angles) to {_IT}|{_GAP}(?:(?:equation )?of {_GAP})?line (?:that is )?"
    rf"perpendicular to (?:the )?tangent(?: line)?{_TO_IT}",
    "slope of normal": rf"(?:slope|gradient) of {_GAP}(?:normal(?: line)?{_TO_IT}|line (?:normal|perpendicular) to"
    rf" {_IT})",
    "touching": r"(?:(?:that|which) )?(?:passes|passing|goes|going) through (?:the )?(?:point of (?:contact|tangency))"
    r"|at (?:the )?point of (?:contact|tangency)",
    "line form": r"(?:in |of )?(?:the )?(?:slope[- ]intercept |gradient[- ]intercept )?form(?: y ?= ?m ?x ?\+ ?[bc])?"
    r"|in slope[- ]intercept form",
    "mean": r"(?:average|mean) values?(?: of)?",
    "mean rate": rf"(?:average|mean) rate of change|average rate at which {_IT} (?:is )?chang(?:es|ing)"
    rf"|(?:slope|gradient) of {_GAP}(?:secant(?: line)?|chord)(?: line)?{_TO_IT}",
    "critical points": r"(?:critical|stationary) points?(?: ?\( ?\x00letter\x00 ?, ?\x00letter\x00 ?\))?",
    "surface": r"surfaces?|of two variables",
    "partials": r"(?:where|at which) (?:both|the|all|its)*(?: first)?(?:[- ]order)? partial derivatives (?:vanish"
    r"|are zero|equal zero)",
    "parametric": r"(?:(?:that is |which is )?(?:defined|given|represented) )?(?:by )?(?:the |its )?parametric(?:ally)?"
    r"(?: (?:defined|given|equations?|curves?|form))*",
    "parameter": r"(?:in terms|as a function) of (?:the parameter )?\x00letter\x00|parameter",
    "inverse": r"(?:(?:rule|formula|expression|equation|definition) (?:of|for) )?(?:the |its )?inverses?(?:"
    r" functions?)?(?: (?:of|for))?|inverse rule",
    "linearization": r"(?:(?:local|best|the|an?) )*(?:(?:linear|tangent line|first[- ]order) approximation"
    r"|lineari[sz]ation)(?: (?:function )?l(?: ?\( ?\x00letter\x00 ?\))?)?(?: (?:of|to|for))?",
    "near": r"near|about|around",
    "composition": r"composit(?:ion|e)(?: functions?)?|composed functions?",
    "its variable": r"(?:with )?respect to (?:(?:the|its|given|indicated|independent|appropriate) )*variable",
    "held": r"(?:while |and |by )?(?:holding|keeping|treating|regarding) \x00letter\x00 (?:fixed|(?:as )?(?:a"
    r" )?constant)",
    "injective": r"(?:one-to-one|one-one|1-1|bijective|injective|invertible)(?: functions?)?|has an inverse",
    "evaluate": r"(?:function |numerical |exact )?values?(?: of)?|y-value|evaluate (?:the |this )?(?:function"
    r"|expression|it|this|\x00name\x00)",
    "behaviour": rf"limits?(?: of)?|limiting values?(?: of)?|(?:to )?(?:what|which)(?: value| number)?(?: does)? {_IT}"
    rf" (?:approach|tend(?: to)?)|value(?: (?:that|which))? {_IT} (?:approaches|tends to)|what happens to {_IT}",
    "implicit": r"(?:is )?(?:defined |given )?implicitly(?: defined)?(?: as a function of \x00letter\x00)?(?: by)?",
    "average velocity": r"(?:average|mean) velocity(?: of)?",
    "value at": r"(?:function )?value(?: of)?",
    "simplest": rf"{_FORM}(?:in|as) (?:its |an? |as )?(?:simplest|simplified|simple)(?: possible)?(?: an?)?"
    r" (?:form|terms)(?: as possible)?|fully simplified",
    "derivative factored": rf"{_FORM}(?:in |as a )?(?:fully )?factor(?:ed|i[sz]ed) form",
    "velocity": r"(?:instantaneous )?velocit(?:y|ies)(?: functions?)?(?: v)?(?: of)?",
    "at rest": rf"(?:(?:at )?(?:what|which) |{_GAP}(?:all |every )*)(?:times?|instants?|moments?|values? of "
    rf"{MARK}letter{MARK})(?: {MARK}letter{MARK})?(?: (?:at which|when|where|for which|that))?(?: (?:does|is))? (?:the"
    r" )?(?:velocity (?:is |equal to |equals? )*(?:zero|0)|(?:particle|object|body|car|ball|it) (?:is )?(?:stops?"
    r"|comes? to rest|(?:instantaneously |momentarily )?(?:at rest|stationary)))",
    "acceleration": r"(?:instantaneous )?accelerations?(?: functions?)?(?: of)?",
    "displacement": r"(?:the |its )?(?:position|displacement)(?: function)?(?: is)?(?: given)?",
    "secant points": r"(?:(?:that|which) )?(?:pass(?:es|ing)? )?(?:through|joining|joins|connecting|between) (?:the "
    r"|two )*points(?: on (?:the )?(?:graph|curve)(?: of \x00name\x00)?)?(?: (?:where|with|at which|whose|at))?",
    "tangent line": r"(?:the )?tangents?(?: lines?)?(?: to)?",
}
_IMPLICIT = rf"^(?!\s*\$?[a-zA-Z]\s*(?:\([a-z, ]+\))?\s*=){EQUATION[1:]}"
_COMPOSED = r"f ?\( ?x ?\) ?=.*g ?\( ?x ?\) ?=|g ?\( ?x ?\) ?=.*f ?\( ?x ?\) ?="
_PARAMETERS = ("parametric", "function", "parameter", "tangent line", *HALVED)
_PARAMETRIC = r"x ?=.*t.*y ?=.*t"
_MOTION = r"^\s*\$?[sxhyr]\s*(?:\(\s*t\s*\)\s*)?=.*t"
TASKS: tuple[Task, ...] = (
    Task("Find the derivative.", FUNCTION, ("derivative",), (*F, *HALVED, "its variable"), D),
    Task("Find the derivative at {place}.", FUNCTION, ("derivative",), (*F, *HALVED), D),
    Task("Find the second derivative.", FUNCTION, ("second derivative|d2",), (*F, *HALVED), D),
    Task("Find the second derivative at {place}.", FUNCTION, ("second derivative",), (*F, *HALVED), D),
    Task("Find the third derivative.", FUNCTION, ("third derivative",), (*F, *HALVED), D),
    Task("Find the third derivative at {place}.", FUNCTION, ("third derivative",), F, D),
    Task("Find the fourth derivative.", FUNCTION, ("fourth derivative",), (*F, *HALVED), D),
    Task("Find dy/dx.", FUNCTION, ("dy/dx",), (*F, *HALVED), D, ("derivative",)),
    Task("Find dy/dx.", _IMPLICIT, ("dy/dx|derivative",), (*F, "implicit", "along"), D, ("derivative",)),
    Task(
        "Find the slope of the tangent line at {point}.",
        rf"^(?!\s*\$?[A-Za-z]\s*\(\s*x\s*,)(?:{FUNCTION}|{EQUATION})",
        ("dy/dx|slope|derivative",),
        (*F, "tangent line"),
        D,
        ("slope",),
    ),
    Task("Find {call}.", FUNCTION, ("call",), F, D, ("value at",)),
    Task("Find the derivative in simplest form.", FUNCTION, ("derivative|dy/dx", "simplest"), (*F, *HALVED), D),
    Task(
        "Find the derivative in factored form.", FUNCTION, ("derivative|dy/dx", "derivative factored"), (*F, *HALVED), D
    ),
    Task(
        "Find the second derivative in simplest form.", FUNCTION, ("second derivative|d2", "simplest"), (*F, *HALVED), D
    ),
    Task(
        "Find the partial derivative with respect to {respect}.",
        FUNCTION,
        ("partial derivative|derivative",),
        (*F, "held"),
        D,
    ),
    Task("Find an antiderivative.", FUNCTION, ("antiderivative",), (*F, *HALVED), ("integral",)),
    Task(
        "Find the equation of the tangent line at {place}.",
        FUNCTION,
        ("tangent",),
        (*F, *HALVED, "line form", "touching"),
    ),
    Task(
        "Find the equation of the normal line at {place}.",
        FUNCTION,
        ("normal",),
        (*F, *HALVED, "line form", "touching"),
    ),
    Task("Find the slope of the tangent line at {place}.", FUNCTION, ("slope",), (*F, *HALVED, "tangent line")),
    Task("Find the slope of the normal line at {place}.", FUNCTION, ("slope of normal",), (*F, *HALVED)),
    Task(
        "Find the equation of the tangent line at {point}.",
        FUNCTION,
        ("tangent",),
        (*F, *HALVED, "line form", "touching"),
    ),
    Task(
        "Find the equation of the normal line at {point}.",
        FUNCTION,
        ("normal",),
        (*F, *HALVED, "line form", "touching"),
    ),
    Task("Find the average rate of change on {span}.", FUNCTION, ("mean rate",), (*F, "secant points")),
    Task("Find the average rate of change on {span}.", _MOTION, ("average velocity",), ("displacement",)),
    Task("Find the linearization at {place}.", FUNCTION, ("linearization",), (*F, "near")),
    Task("Find f(g(x)).", _COMPOSED, ("fog",), F, (), ("composition",)),
    Task("Find g(f(x)).", _COMPOSED, ("gof",), F, (), ("composition",)),
    Task("Find the inverse function.", FUNCTION, ("inverse",), (*F, "injective", "excluded"), ("inverse",)),
    Task("Find the value at {place}.", FUNCTION, ("evaluate",), F),
    Task("Find the limit as {approach}.", FUNCTION, ("behaviour",), (*F, "exists"), ("limit",)),
    Task("Find the limit as {index}.", FUNCTION, ("behaviour",), (*F, "exists"), ("limit",)),
    Task("Find the velocity at {place}.", _MOTION, ("velocity",), ("displacement",)),
    Task("Find the acceleration at {place}.", _MOTION, ("acceleration",), ("displacement",)),
    Task(
        "Find the critical points.",
        r"^\s*\$?\w\s*\(\s*x\s*,\s*y\s*\)\s*=|^\s*z\s*=",
        ("critical points",),
        ("surface", "partials", *F),
    ),
    Task("Find dy/dx.", _PARAMETRIC, ("dy/dx",), _PARAMETERS, D, ("derivative", "slope")),
    Task("Find dy/dx at {place}.", _PARAMETRIC, ("dy/dx|derivative|slope",), _PARAMETERS, D, ("derivative",)),
    Task("Find the times at which the particle is at rest.", _MOTION, ("at rest",), ("displacement",)),
    Task("Find the velocity.", _MOTION, ("velocity",), ("displacement",)),
    Task("Find the acceleration.", _MOTION, ("acceleration",), ("displacement",)),
)
