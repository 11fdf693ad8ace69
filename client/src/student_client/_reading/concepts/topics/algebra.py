"""Forms of an expression."""

from __future__ import annotations

from ..task import FUNCTION, F, Task

THINGS: dict[str, str] = {
    "factor": r"factori[sz]e|factor|(?:complete )?factori[sz]ation|(?:in|into)(?: (?:completely|fully|linear|its))*"
    r" (?:factored form|factors)|as a product of(?: linear| irreducible)? factors",
    "expand": r"expand|multiply(?: it)? out|remove the brackets|in expanded form|expansion|as a polynomial",
    "simplify": r"simplify|(?:in|to)(?: its| the)? (?:simplest form|lowest terms)|reduce",
    "single": r"(?:to )?(?:an? )?single (?:trigonometric |trig )?(?:function|fraction|term|ratio|expression)",
    "partial fractions": r"(?:in|into|as)(?: a sum of| its| terms of)? partial[- ]fractions?|partial[-"
    r" ]fractions? (?:decomposition|expansion)(?: of)?",
    "completed square": r"complete the square|(?:(?:by|method of|carry out) )?completing the square|in (?:the"
    r" )?(?:vertex|completed square) form",
    "rationalized": r"rationali[sz](?:e|ing) (?:the )?denominators?",
    "long division": r"(?:by|us(?:e|ing)|with|perform|carry out)(?: the)?(?: polynomial| method of)* (?:long"
    r"|synthetic) division|divide",
    "complex form": r"(?:standard|rectangular|cartesian|algebraic) form|complex numbers?|quotient",
    "angle formula": r"(?:double|multiple|compound|triple|half)[- ]angles?(?: formula[es]?| identit(?:y|ies))?"
    r"|(?:addition|angle sum|sum) (?:formula[es]?|identit(?:y|ies))",
    "single logarithm": r"condense|combine|(?:into|as) (?:a |an )?(?:single|one) log(?:arithm)?",
    "expanded logarithms": r"expand|(?:in|into) expanded form|(?:as|into)(?: a)?(?: sums?)?(?: and| or)?(?:"
    r" differences?)?(?: of)?(?= logarithms)",
    "logarithm": r"logarithms?|logs?|logarithmic expressions?|(?:laws?|properties|rules) of logarithms"
    r"|log (?:laws|rules|properties)",
}
TASKS: tuple[Task, ...] = (
    Task("Factor completely.", FUNCTION, ("factor",), F),
    Task("Expand.", FUNCTION, ("expand",), F, (), ("simplify",)),
    Task("Simplify.", FUNCTION, ("simplify",), (*F, "single")),
    Task("Write as partial fractions.", r"frac|/", ("partial fractions",), (*F, "sum")),
    Task("Complete the square.", FUNCTION, ("completed square",), (*F, "equation")),
    Task("Rationalize the denominator.", r"sqrt|√", ("rationalized",), ("algebra", "simplify")),
    Task("Divide using long division.", r"frac|/|\\div", ("long division",), ("algebra",)),
    Task("Write the expression in the form a + bi.", r"i", ("a+bi",), ("simplify",), (), ("algebra", "complex form")),
    Task(
        "Expand using the addition formula.",
        r"\\?(?:sin|cos)\W*\d",
        ("in sines",),
        ("algebra", "angle formula"),
        ("derivative",),
    ),
    Task("Write as a single logarithm.", r"log|ln", ("single logarithm",), ("logarithm", *F)),
    Task("Expand the logarithm.", r"log|ln", ("expanded logarithms", "logarithm"), F),
)
