"""Methods, remarks and quantities that a task may name: patterns, each with its replacement."""

from __future__ import annotations

SIGNED = "voltage|potential|current|charge|velocity|acceleration|displacement|position|temperature|force|torque"
"""What a letter may stand for that can be below zero."""
UNSIGNED = "resistance|capacitance|inductance|pressure|density|principal|wavelength|frequency|mass"
"""What a letter may stand for that is above zero."""
INITIALS = {
    "voltage": "vVuUe",
    "current": "iI",
    "power": "pP",
    "velocity": "v",
    "temperature": "T",
    "height": "h",
    "force": "F",
    "charge": "qQ",
    "signal": "fgxys",
    "function": "fghyvpqs",
}
"""The letters of which a quantity is the mean."""

_ROW = r"(?:row|column)(?: (?:one|two|three|[123]))?"
ANYWHERE: tuple[tuple[str, str], ...] = (
    (r"\b(can|could|would|do|if|will) u\b", r"\1 you"),
    (
        r"[,.;]? ?\b(?:(?:pls|plz|please) )?(?:i'?m|i am|im) (?:so |really |totally |very |completely )*(?:lost"
        r"|confused|stuck|bad at (?:this|math|maths|calculus|algebra))(?: (?:on|with) this(?: one)?)?(?=[.!,]|$)",
        "",
    ),
    (
        r"[,.;]? ?\b(?:no|little) credit(?: (?:will be )?given)?(?: for answers)? without (?:justification|work|working"
        r"|explanation|explanations|supporting work)(?=[.,]|$)",
        "",
    ),
    (
        r"[,.;]? ?\(?\bshow(?:ing)? (?:all )?(?:of )?(?:your|the)? ?(?:algebra|reasoning|work|working|steps|details"
        r"|calculations)\)?(?=[.,]|$)",
        "",
    ),
)
ABOUT_LIMITS: tuple[tuple[str, str], ...] = (
    (
        r",? ?\bby (?:first )?(?:rationali[sz]ing(?: the (?:numerator|denominator|expression))?"
        r"|multiplying by the conjugate|using (?:the|a) conjugate|factoring(?: the (?:numerator|denominator))?"
        r"|simplifying(?: the fraction)?)(?: first)?(?=[.,( ]|$)",
        "",
    ),
    (r"^(?:first )?rationali[sz]e the (?:numerator|denominator)(?:,? (?:and|then|to)+)+ (?=evaluate|find|compute)", ""),
)
ABOUT_INTEGRALS: tuple[tuple[str, str], ...] = (
    (
        r"\b(?:use|using|by|with|via|through|make|apply)(?: an?| the)? (?:appropriate |suitable )?"
        r"(?:trig(?:onometric)?|hyperbolic|tangent|sine|secant) substitution(?: to (?=[a-z]))?",
        "",
    ),
)
ABOUT_DETERMINANTS: tuple[tuple[str, str], ...] = (
    (
        r",? ?\b(?:by|using|with)(?: an?| the)?(?: (?:cofactor|laplace|minor))?(?: (?:expanding|expansion|cofactors"
        r"|minors))+(?: (?:along|about|across|down|by|on)(?: the)?(?: (?:first|second|third|top|bottom|last|1st|2nd"
        rf"|3rd))? {_ROW})?(?=[.,]|$)",
        "",
    ),
)
ABOUT_SUMS: tuple[tuple[str, str], ...] = (
    (
        r"\b(?:a|the|an)? ?(?:simple |explicit )?closed(?:[- ]form)?(?: (?:formula|expression))?"
        r" (?:for|of) (?:the|this) (?=sum|finite sum|series)",
        "the ",
    ),
)
