"""Wordings of college textbooks and of students' chats, each with its replacement in more usual words."""

from __future__ import annotations

_ASK = r"(?:find|determine|compute|calculate|evaluate|give|state|write(?: down)?|what (?:is|are)|identify|obtain)"
_DO = (
    r"(?:find|solve|simplify|integrate|differentiate|evaluate|compute|calculate|determine|factor|expand|get|graph|write"
    r"|take|do|work out)"
)
RESULTS = (
    r"(?:[a-z]+(?:-degree)? )?(?:Taylor|Maclaurin) polynomials?",
    r"linearization",
    r"(?:linear|quadratic) approximation",
    r"average value",
    r"volume",
    r"area",
    r"(?:arc )?length",
    r"distance",
    r"inverse function",
    r"inverse",
    r"difference quotient",
    r"partial sum",
)
"""Nouns of what is asked, which may have a name: "the linearization L(x)"."""
RULES: tuple[tuple[str, str], ...] = (
    # chats
    (r"\bwhat'?s\b(?= (?:the|this|f|y|d|\$|\\|[a-z]'))", "what is"),
    (rf"\b(need|want[s]?|how|trying|have|got|used|supposed) 2 (?={_DO}\b)", r"\1 to "),
    (
        r"^(?:hey+|hi+|hello|yo|ok|okay|um+|so)(?: (?:guys|there|all|everyone|y'all|again|friends))?[,!.:]* (?=[a-z])",
        "",
    ),
    (r",? (?:thanks|thx|ty|tysm|pls|plz|please|lol|thank you)[.! ]*$", ""),
    (
        r"\b(interval|asymptote|zero|value|solution|root|equation|number|point|limit|coordinate|intercept"
        r"|variable)\(s\)",
        r"\1s",
    ),
    (r"^(?:idk|i dunno|dunno|no idea|not sure|i forgot) how to (?:even )?(?:do|solve|start) (?=(?:this|the)\b)", "do "),
    (r"\b(?:sum|product|limit|integral|derivative):? (?=\$?\\(?:sum|prod|lim|int|d?frac ?\{d))", ""),
    # limits and asymptotes
    (
        rf"\b{_ASK} (?:the |any |all )*(?:equations? (?:of|for) (?:the |any |all )*)?horizontal asymptotes?(?: \(?if "
        r"(?:any|it exists|one exists|they exist)\)?,?)?((?: (?:of|for|to) (?:the |this )?(?:graph of )?(?:the )?"
        r"(?:rational |given |following )*(?:function|graph|curve|f(?:\(x\))?))*) (?=as x )",
        r"find the limit\1 ",
    ),
    (
        r"\bwhat (?:horizontal line|height|y-value) does (?:the )?(?:graph|curve|function|f(?:\(x\))?)(?: of f"
        r"(?:\(x\))?)? approach (?=as x )",
        "find the limit ",
    ),
    (r"^(find the limit [^.?]+)[.?] (?:give|state|write) (?:the|its) (?:value of y|y-value|equation)[.]?$", r"\1"),
    # derivatives
    (
        r"\b(?:all |the |any )*(?:x-(?:values|coordinates)|values of x)(?: of (?:all |the |any )*points?(?: on (?:the"
        r" )?(?:graph|curve)(?: of [fy])?)?)? (?:at which|where|for which) (?:(?:the )?(?:graph of f|graph|curve"
        r"|function|f)(?: of f)? has (?:a )?horizontal tangents?(?: lines?)?|the tangent(?: line)?(?: to [^.]*?)? is"
        r" horizontal)",
        "all values of x for which the graph has a horizontal tangent",
    ),
    (
        r"\bnth(?:-degree)? (Maclaurin|Taylor) polynomial([^,.]*),? (?:for |where |with )?n = (\d)\b",
        r"\1 polynomial of degree \3\2",
    ),
    (r"\bfind (?:a|the) function f (?:such that|if|for which|that satisfies|with)\b", "find f(x) if"),
    (r"\b(?:line (?:that is )?tangent)\b", "tangent line"),
    (
        r",? (?:and )?(?:write|express|give|put|leave) (?:it|your answer|the (?:answer|equation|line))? ?in "
        r"(?:point-slope|slope-intercept|standard) form",
        "",
    ),
    (r"\b(?:instantaneous) (?=rate of change)", ""),
    # intervals and places
    (r"\b(number|point|value) (?=[ac] ?= ?)", ""),
    (r"\bcente?red at (?:the )?(?=[ac] ?= ?)", "at "),
    (r"\bthe (?:open |largest |largest open )?intervals? of (increase|decrease)\b", r"the intervals of \1"),
    (r"\b(?:indicated|given|suggested|appropriate) (?=(?:trigonometric |trig |u-|algebraic )?substitution\b)", ""),
    (r"\b(?:use|using|with|from) (?:a |the )?tables? of (?:integrals?|derivatives?)(?: to(?= ))?", ""),
    (r"\bone-to-one (?=function)", ""),
    (r"\bgcf\b", "greatest common factor"),
    (
        r"\b(zeros|roots|solutions)((?: of [a-z ]+)?),? \(?(?:both )?(?:real (?:and|or) complex|including complex"
        r" ones)\)?",
        r"complex \1\2",
    ),
    (r"\bDE\b", "differential equation"),
    (
        r"\bto (?:combine|condense) the (?:logarithmic )?expression(?: into (?:a single logarithm|one logarithm))?",
        "to write the expression as a single logarithm",
    ),
    (r"^(?:find|evaluate) (?:the|each|this) (?:indicated )?function(?: value)?[.:] (?=[fgh]\()", "Find "),
    (
        r"\b(?:all |any )?(?:numbers|values)(?: of x)? that (?:must be|are) excluded from the domain(?: of the [a-z"
        r" ]+)?",
        "all values of x for which the expression is undefined",
    ),
    (r"\bintervals of concavity\b", "intervals on which f is concave up or concave down"),
    (
        r"(\b(?:tangent|normal)\b[^.]*?),?(?: in the form|[.] (?:use|write it in|write your answer in)(?: the)?(?:"
        r" form)?) \$?y ?= ?mx ?\+ ?b\$?(?: form)?",
        r"\1",
    ),
    # domains
    # matrices
    (
        r",? and (?:verify|show|check)(?: that)? (?:it|the result|your answer) is (?:orthogonal|perpendicular) to "
        r"(?:both )?(?:[a-z] and [a-z]|(?:both |the |each )*(?:given )?vectors?)",
        "",
    ),
)
"""Each is tried from the first to the last, in capitals or not."""
