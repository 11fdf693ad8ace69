"""Questions whose answer is a word."""

from __future__ import annotations

from ..task import ENDLESS, EQUATION, FUNCTION, MATRIX, NO_LETTERS, SEQUENCE, SYSTEM, VECTORS, M, Task, asks

THINGS: dict[str, str] = {
    "prime": r"primes?|primality|composite",
    "even or odd": r"even|odd|parity(?: of)?|(?:(?:y-axis|origin|even|odd) )?symmetry|symmetric(?:al)? (?:about|with"
    r" respect to) (?:the )?(?:y-axis|origin)(?: or (?:about |with respect to )?(?:the )?(?:y-axis|origin))?",
    "rational or irrational": r"rational|irrational",
    "true or false": r"true|false|correct|incorrect|valid|invalid",
    "increasing": r"increas(?:ing|es?)|decreas(?:ing|es?)|monoton(?:ic|one)(?: behaviou?r)?|rising|falling|rise"
    r"|fall|stationary",
    "concave": r"concav(?:e|ity)(?: of)?(?: (?:up|down|upwards?|downwards?))?",
    "continuous": r"continuous|discontinuous",
    "discontinuity": r"discontinuit(?:y|ies)|removable|jump|infinite|essential|hole",
    "undefined": r"(?:is )?(?:undefined|not defined)",
    "stationary point": r"critical points?|stationary points?",
    "extremum": r"(?:relative |local )?(?:maxim(?:um|a)|minim(?:um|a))|saddle(?: points?)?|point of inflection",
    "independent": r"(?:(?:form|are|is) )?(?:an? )?(?:linearly )?(?:in)?dependent(?: set| one| family)?|linear"
    r" (?:in)?dependence",
    "parallel": r"(?:point(?:ing)? in )?(?:parallel|perpendicular|orthogonal)(?: directions?)?(?: to (?:each"
    r" other|one another))?|(?:(?:meet|intersect|cross) )?at right angles",
    "inverse exists": r"(?:the )?inverse(?: matrix)? exists?|invertible|non-?singular|has an inverse|have an"
    r" inverse|singular",
    "conic": r"(?:(?:the |which |what )?(?:types?|kinds?|sorts?) of (?:the |this )?)?(?:conics?(?: sections?)?|an? "
    r"(?:parabola|ellipse|hyperbola|circle)|(?:an? )?(?:parabola|ellipse|hyperbola|circle)(?:(?:,? or|,) (?:an? )?"
    r"(?:parabola|ellipse|hyperbola|circle))+)(?: (?:does|the|this|equation|curve|graph|below|given|is|of))*(?: "
    r"(?:represents?|describes?|(?:given|represented|described|defined) by))?",
    "convergence": r"converg(?:es?|ent|ence)|diverg(?:es?|ent|ence)",
    "absolute": r"absolutely|conditionally|(?:absolute|conditional) convergence",
    "how many": r"(?:say |tell me )?(?:how many|number of)(?: (?:the|distinct|different))* solutions?(?: (?:are|does"
    r"|do|has|have|there|the|it))*",
    "consistent": r"consistent(?: and (?:in)?dependent)?|inconsistent|(?:in)?dependent|consistency(?: of)?|(?:has"
    r"|have) (?:an? )?(?:unique|exactly one|infinitely many|no) solutions?",
    "counts": r"none|no(?: solutions?)?|an? unique(?: solution| one)?|exactly one(?: solution)?|one(?: solution)?"
    r"|infinitely many(?: solutions?)?|infinite|zero|at all|consistent|inconsistent",
    "nature": r"(?:what (?:kinds?|types?|sorts?) of|number and (?:type|nature|kind) of|how many|number of|(?:nature"
    r"|types?|kinds?) of)(?: (?:the|its|real|distinct|different|complex|all))* (?:roots|solutions|zeros)(?: (?:are"
    r"|does|do|has|have|there|the|it|equation|this))*",
    "distinct": r"distinct|different|equal|repeated|there|real|complex",
    "plain function": r"functions?|curves?|(?:the )?graphs?(?: of)?",
    "plain series": r"(?:infinite )?series",
    "its nature": r"nature(?: of)?(?: (?:this|the|that|its|stationary|critical|point|it))*",
    "which of": r"(?:as )?an? (?:maximum|minimum|saddle point|point of inflection|turning point)",
    "graph of": r"(?:the )?(?:graphs?|curves?|equations?)(?: of)?",
}
TASKS: tuple[Task, ...] = (
    asks("Determine whether the number is prime or composite.", r"^[\d\s^{}+*\-]+$", ("prime",), "number"),
    asks(
        "Determine whether the function is even, odd or neither.",
        rf"(?=.*[tuxyz]){FUNCTION}",
        ("even or odd",),
        "plain function",
    ),
    asks("Determine whether the number is rational or irrational.", r"^[^=]+$", ("rational or irrational",), "number"),
    asks("Determine whether the statement is true or false.", NO_LETTERS, ("true or false",), "statement"),
    asks(
        "Determine whether the sequence is increasing, decreasing or neither.",
        SEQUENCE,
        ("increasing",),
        "sequence",
        "index",
    ),
    asks(
        "Determine whether the function is increasing or decreasing at {place}.",
        FUNCTION,
        ("increasing",),
        "plain function",
    ),
    asks(
        "Determine whether the curve is concave up or concave down at {place}.",
        FUNCTION,
        ("concave",),
        "plain function",
    ),
    asks(
        "Determine whether the function is continuous at {place}.",
        r"",
        ("continuous",),
        "plain function",
        "number",
        ways=("definition",),
    ),
    asks("Classify the discontinuity at {place}.", r"", ("discontinuity",), "plain function", "undefined"),
    asks(
        "Determine whether the stationary point at {place} is a maximum, a minimum or neither.",
        FUNCTION,
        ("stationary point",),
        "plain function",
        "extremum",
        "which of",
    ),
    asks(
        "Determine whether the stationary point at {place} is a maximum, a minimum or neither.",
        FUNCTION,
        ("its nature",),
        "plain function",
        "extremum",
        "stationary point",
    ),
    asks(
        "Determine whether the lines are parallel, perpendicular or neither.",
        r"=.*=",
        ("lines", "parallel"),
        ways=("slopes",),
    ),
    asks("Determine whether the vectors are parallel, orthogonal or neither.", VECTORS, ("vectors", "parallel")),
    asks(
        "Determine whether the vectors are linearly independent or linearly dependent.",
        VECTORS,
        ("vectors", "independent"),
    ),
    asks("Determine whether the matrix is invertible.", MATRIX, ("inverse exists",), "matrix", ways=M),
    asks("Classify the conic section.", r"=", ("conic",), "equation", "graph of", ways=("discriminant",)),
    asks(
        "Determine whether the series converges or diverges.",
        ENDLESS,
        ("convergence",),
        "plain series",
        ways=("series",),
    ),
    asks(
        "Determine whether the series converges absolutely, converges conditionally or diverges.",
        ENDLESS,
        ("convergence", "absolute"),
        "plain series",
        ways=("series",),
    ),
    asks(
        "Determine whether the system has no solution, one solution or infinitely many solutions.",
        SYSTEM,
        ("consistent",),
        "system",
        "counts",
    ),
    Task(
        "Use the discriminant to determine the number and type of the roots.",
        EQUATION,
        ("nature",),
        ("equation", "distinct"),
        ("discriminant",),
        ("nature",),
        by_word=True,
    ),
    Task(
        "Determine whether the system has no solution, one solution or infinitely many solutions.",
        SYSTEM,
        ("how many",),
        ("system", "counts"),
        finds=("how many",),
        by_word=True,
    ),
)
