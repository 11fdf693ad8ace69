"""Many wordings of one question, with what is around it: patterns, each with its replacement."""

from __future__ import annotations

_EQUAL = r"(?:is|equals|is equal to|equals to|evaluates to|has the value)"
_NOUN = r"(?:integral|limit|sum|expression|product|determinant|derivative|series)"
_DO = (
    r"(?:find|solve|compute|calculate|determine|evaluate|differentiate|integrate|simplify|expand"
    r"|factor(?:i[sz]e)?|work out|do)"
)
WORDINGS: tuple[tuple[str, str], ...] = (
    (r"\b(can|could|would|will|do|should) u\b", r"\1 you"),
    (
        r"[^.?!]*?(?:\.{2,}|[,;-])? ?\b(?:no,? wait|wait,? no|scratch that|sorry,? i mean(?:t)?|i"
        r" mean(?:t)?)\b[,:.]* ",
        " ",
    ),
    (r"\bwhat (the [^,.?!]+?) (?:is|are|would be|equals)(?=\s*[.?!]|$)", r"find \1"),
    (
        rf"^(?:then )?(?P<what>(?:the )?(?:exact )?(?:value of )?(?:the )?(?:following |given |definite"
        rf" )*{_NOUN})(?: given| printed)?"
        rf"(?: below| above)? {_EQUAL}\s*[:=_?. ]*$",
        r"Find \g<what>.",
    ),
    (
        r"^(?:is there |does )?(?:any|some)(?:one|body)(?: here| out there)?(?: who| that)?(?: can| could|"
        r" would| is able to| know| knows)?(?: please)?"
        r"(?: help| explain| show| tell| teach)?(?: me| us)?(?: with| how)?(?: to)? (?=(?:find|solve|compute"
        r"|calculate|determine|evaluate|differentiate|integrate"
        r"|simplify|expand|factor|work out)\b)",
        "",
    ),
    (
        r"^for (?:my|our|a|an) (?:(?:high school|college|university|online|intro|honors|ap|physics|chemistry"
        r"|biology|economics"
        r"|engineering|science|maths?|mathematics|calculus|calc|algebra|precalculus|statistics|mechanics|linear"
        r"|next|first|1st|2nd|final) )*(?:class|course|homework|assignment|exam|test|lab|project"
        r"|report),? ",
        "",
    ),
    (r"^any (?:ideas?|help|hints?|tips?|advice|suggestions?|clues?)(?: on| with| for| about| as to)?(?: how)? to ", ""),
    (
        r"^(?:so )?(?:i|we)(?:'ve| have)? (?:got |have )?(?:this|a|the|that) (?:function|equation|expression"
        r"|integral|limit|problem|matrix|curve|series)(?: here| below)?,? and"
        r" (?:i |we )?(?:need|want|have|would like|am trying)(?: to find| to get)? ",
        "find ",
    ),
    (
        r"^(?:in|for) (?:the )?(?:following |next |given )?(?:exercises?|problems?|questions?)(?: below| that"
        r" follows?| \d+ ?(?:-|to|through) ?\d+)?,? (?=[a-z])",
        "",
    ),
    (r" with respect to (?:the|its) (?:independent )?variable\b(?! [a-z]\b)", ""),
    (
        r"^does (?:the|this) (?:following )?limit exist\?(?: if (?:so|it does|yes),? (?:find|evaluate|compute"
        r"|what is|give) (?:it|its value|the limit))?",
        "find the limit",
    ),
    (r"\bfind (?:both|all|each)(?: of)? (?:them|these|solutions|roots)(?=\.|$)", "solve"),
    (r"\b(?:find|determine|calculate) (?:all )?(?:the )?possible values? of ([a-z])(?=\.|$)", r"find all values of \1"),
    (
        r"\b(write|express|give) (it|your answer|the answer|the result|the answer) as (?=a ?\+ ?b ?i\b)",
        r"\1 \2 in the form ",
    ),
    (r"(^|(?<=[.?!] ))(?:please )?(?:note|nb|n\.b\.|reminder|important|fyi)(?: that)?[:,]\s*", ""),
    (r"\bsomething like this\b", "this"),
    (
        rf"\b(?:could|can|would|will) (?:you|someone|anyone|somebody|anybody) (?:please )?(?:explain|show|tell"
        rf"|teach)(?: to)?(?: me| us)?(?: how)?(?: i| we| you| one| do i| to)(?: can| could| would| should)?"
        rf" (?={_DO}\b)",
        "",
    ),
    (
        r"\b(?:gets?|comes?|becomes?) (?:closer and closer|closer|arbitrarily close|very close|nearer and nearer"
        r"|near|close) to\b",
        "approaches",
    ),
    (
        r"\bwhat (?:value |number )?does (?:the function|it|this|[fgh]\([a-z]\)|[fgh]) (?:approach|tend to|get"
        r" close to|converge to)\b",
        "find the limit",
    ),
    (
        r",? (?:and |then |and then )?(?:check|verify) (?:it |this )?by (?:substitution|substituting"
        r"|differentiation|differentiating)\b",
        "",
    ),
    (
        r"\bwhere the (?:line|curve|graph|parabola|circle|two curves|curves|lines) (?:meets?|cross(?:es)?"
        r"|intersects?|cuts?) the (?:line|curve|graph|parabola|circle)\b",
        "the solutions of the system",
    ),
    (r",? giving your (?:answers?|solutions?) as (?:an )?inequalit(?:y|ies)(?: in [a-z])?", ""),
    (
        r"\bfind all (?:the )?(?:angles|numbers|solutions|values) (\\?[a-z]+|[α-ω]) (?=(?:between|in|with|for|from"
        r"|on)\b)",
        r"solve for \1 ",
    ),
    (r"(?<=[.?!:]) \((?:[a-h]|i{1,3})\) (?=[A-Z])", " "),
    (r"\b(?:use|using) (?:a|your|the) calculator to work out\b", "evaluate"),
    (r"\bup to the ([a-z]\^\{?\d\}?) term\b", r"up to the term in \1"),
    (r"\bat (?:a |the )?time(?: of)? (?=[a-z] ?= ?)", "at "),
    (
        r"(?:^|(?<=[.?!,;] ))i(?:'m| am) (?:currently )?(?:revising|studying|preparing|practi[sc]ing|learning"
        r"|taking|working|reviewing)[a-z' -]{0,40}? (?:and|but) (?=i? ?(?:can't|cannot"
        r"|couldn't|need|want|have|don't))",
        "",
    ),
    (
        rf"\b(?:i )?(?:just )?(?:can't|cannot|can not|couldn't|am unable to|struggle to|am struggling to|need help"
        rf" to) (?={_DO}\b)",
        "",
    ),
    (
        r"^would (?:some|any)(?:one|body) mind (?:checking|explaining|showing|telling|helping)(?: me)?(?:"
        r" with)?(?: how)? to ",
        "",
    ),
    (r"\b(find|determine|state|give) its domain\b", r"\1 the domain of the function"),
    (
        r" (?:satisfying|that satisf(?:y|ies)|which satisf(?:y|ies)) (?:the|this) (?:given )?(?:equation"
        r"|inequality)(?=[.,?]|$)",
        "",
    ),
    (r"\bfind (?:all )?(?:the )?values of (\\?[a-z]+) (?=(?:in|on) (?:the interval )?[\[(])", r"solve for \1 "),
    (r"\brewrite (?=(?:the|this|it|as|in)\b)", "write "),
    (r"\b(this|that) one\b", r"\1"),
    (r"\bfind (?:them|both numbers|the (?:two )?numbers|these numbers)(?=\.|$)", "solve the system"),
    (r"\bfind the (?:number|value|time) ([a-z])(?=\.|$)", r"find \1"),
    (r"\bfind the (?:age|width|length|height|radius|price|side) ([a-z])(?=\.|$)", r"find \1, where \1 > 0"),
    (r"\bthe (?:current|rate|velocity|speed|gradient|slope|acceleration),? (?=d[a-zA-Z]/d[a-z]\b)", ""),
    (r" \((?:all|find all|give all)(?: possible)? (?:pairs|solutions|values|roots)(?: \(?[a-z], ?[a-z]\)?)?\)", ""),
    (r"\b(for|in) ([a-z]),? \(?not (?:for |in )?[a-z]\b!*\)?", r"\1 \2"),
    (r"\b(?:my|the|this) (?:question|problem|task|exercise) is (?:to|this)[:,]? ", ""),
    (
        r"^(?:here'?s|here is|this is|i have|i've got|we have)(?: my| the| this| a| an)* (?:question|problem"
        r"|exercise|task|one)[:.]+ ",
        "",
    ),
    (r"^i have (?:an?|my|this) (?:big |final )?(?:exam|test|quiz|assignment)[^.,=]*? (?:and|but|so) ", ""),
    (
        r"[,.;]? ?\b(?:and |but |so )?i (?:don't|do not|can't|cannot|can not|didn't|never|really don't) (?:really"
        r" )?(?:understand|know|see|get|remember|figure out|work out|recall)"
        r"(?: how)? to\b",
        ". ",
    ),
    (r",? or otherwise\b", ""),
    (r"\bhence or otherwise,? ?|\bhence,? ?|\bthus,? ?|\btherefore,? ?", ""),
    (r"\b(?:an |the )?expression for (?=\S)", ""),
    (r"\bcurve,? [A-Z]\b(?! ?[=(])", "curve"),
    (r"\bat the point,? [A-Z]\b,? (?=where|with|whose|at which)", "at the point "),
    (
        r"\bat the point,? (?:[A-Z] )?,?(?:whose|with|with the|where the|which has) ([a-z])-? ?coordinate (?:is "
        r"|of |equal to |equals |= )?",
        r"at \1 = ",
    ),
    (r"\bbetween (?:the )?(?:limits|bounds|ends|endpoints) (?=[a-z] ?=)", "between "),
    (
        r",? ?\bgiving (?:all )?(?:your |the |its )?(?:answers|solutions|values)(?: of \\?[a-z]+)? (?:in|for|on"
        r"|within|that lie in) (?:the )?(?:interval|range|domain)? ?"
        r"(?=[\d\[(\\-])",
        ", for ",
    ),
    (
        r"\b(solve|find|determine|integrate|differentiate|evaluate|simplify|expand|factori[sz]e), ((?:for|on"
        r"|over|in|giving|correct|to|by|using|without"
        r"|where|with)\b[^,.]+), ((?:the|this|each|these)\b[^,.?!]*)",
        r"\1 \3, \2",
    ),
    (r"(\\?[A-Za-z]+|[α-ω]) is (?:an )?acute(?: angle)?\b", r"0 < \1 < \\pi/2"),
    (r"(\\?[A-Za-z]+|[α-ω]) is (?:an )?obtuse(?: angle)?\b", r"\\pi/2 < \1 < \\pi"),
    (
        r"\b(?:re)?(?:write|express) (?:the |this |it )?(?:improper )?(?:integral )?as (?:a|the) limit(?: of"
        r" (?:a )?(?:proper |definite )?integrals?)?(?:,? (?:and|then))+ "
        r"(?=evaluate|find|compute|calculate)",
        "",
    ),
    (
        r"\b(?:find |determine |state |give )?(?:the )?(?:set of )?(?:all )?(?:the )?(?:real )?values of"
        r" ([a-z]) (?:for which|such that|that satisfy|satisfying|which satisfy"
        r"|that make)(?: the| this)? (?:given )?(?:inequality|equation)(?: (?:holds|is true|is satisfied|is"
        r" valid|true|hold))?(?: below)?(?=[.,;]|$)",
        r"solve for \1",
    ),
    (
        r"\b(?:if|given that|when|suppose(?: that)?|let) (?:the function )?[a-zA-Z](?:\([a-z]\))?(?: is| be)?"
        r" (?:as )?(?:given|shown|defined|below|above|follows|printed)"
        r"(?: below| above)?[,.:;] ",
        "",
    ),
    (
        r"\b(?:which|what) (?:values? of |numbers? )?(\\?[a-z]+) ((?:in|on|between|from) [^.?!]+?"
        r" )?(?:satisf(?:y|ies)|makes?|solves?) (?:this|it|the"
        r" (?:equation|inequality))(?: true)?",
        r"solve for \1 \2",
    ),
    (r"\bthe correct (?=derivative|answer|integral|limit|solution|value|sum)", "the "),
    (r"\bof this (?:log|logarithm|quotient|product|root|power|sum)(?=[\s.,?!]|$)(?! of)", "of this function"),
    (r"\b(factor(?:i[sz]e)?|expand|simplify) [fghpPqQ]\([a-z]\) (?=(?:completely|fully|into|as|in)\b)", r"\1 "),
    (
        r"\b(factor(?:i[sz]e)?)(?: (?:the|this) (?:polynomial|expression|function|cubic|quadratic|quartic))?"
        r" (?:completely |fully )?into\b",
        r"\1 into",
    ),
    (
        r"\b(?:the )?(?:(?:mixed|first|second|third|all|both|first-order|second-order|order) )*partials?(?:"
        r" derivatives?)?,? (?=[a-z]_\{?[a-z]{1,3}\}?)",
        "",
    ),
    (
        r"^(?:first,? )?(?:rationali[sz]e|factor(?:i[sz]e)?|simplify|cancel|combine|expand|rewrite|multiply"
        r"|complete)(?: (?:the|both|by|its|conjugate|numerator|denominator"
        r"|fractions?|expression|integrand|square|common|factors?|completely|fully|as|a|single|in|partial|first"
        r"|out|top|bottom|and|terms|bracket|brackets))*,? (?:and )?then "
        r"(?=(?:find|evaluate|compute|determine|calculate) (?:the )?(?:limit|integral)\b)",
        "",
    ),
    (
        r",? by (?:first )?(?:evaluating|finding|computing|taking|considering) (?:the |its |a )?limits?(?: of"
        r" (?:[fghy]|the function)(?:\([a-z]\))?)?(?=[.,?!]|$)",
        "",
    ),
    (r"\bhorizontal asymptote (?=as [a-z] ?(?:→|->|\\to|approaches|tends to|goes to))", "limit "),
    (r"\bsolve for (?:the )?(?:exact |real )?values? of (?=\\?[a-z]+\b)", "solve for "),
    (
        r"\b(?:symmetric|diagonal|invertible|(?:upper |lower )?triangular|nonsingular|non-singular|orthogonal)"
        r" (?=matrix|matrices)",
        "",
    ),
    (r"^for the matrix(?: [A-Z])?(?: below| above| given)?,? what (?:are|is) its ", "find the "),
    (
        r"\b(?:as a decimal,? )?(?:with|using) ((?:\d|two|three|four|five|six|seven|eight) (?:significant"
        r" (?:figures?|digits?)|decimal places?|decimals|digits after the decimal point))",
        r"correct to \1",
    ),
    (r"\bdigits after the decimal point\b", "decimal places"),
    (r",? (?:if|when|given that|where|for)\s*[:.]*$", ""),
    (r"\b(\d) ?(?:x|×|by|\\times) ?\1 (?=system|matrix|matrices|determinant)", ""),
)
"""Each is tried from the first to the last, before the remarks are left out and again at the end."""
AFTERWARDS: tuple[tuple[str, str], ...] = (
    (
        r"\b(?:on|in|over) (?:the )?(?:given|following|specified|indicated|stated) interval[.:,]? (?:(?:interval"
        r"|domain|range)\s*[:=] ?)(?=\S)",
        "for ",
    ),
    (r"[.,;] ?(?:interval|domain|range of values)\s*[:=] ?(?=\S)", " for "),
)
"""Those that are tried only at the end, when a sentence is a sentence no more."""
