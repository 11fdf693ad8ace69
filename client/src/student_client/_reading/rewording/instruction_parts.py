r"""The parts of instructions: what asks for a thing or a form, what is printed, and names of formulas.

In a pattern of the tables, ``<find>`` is any verb that asks for a thing, ``<write>`` one that asks for a form, ``<it>``
what is printed, ``<of>`` the same after "of" or "for", ``<v>`` a letter, and ``<do>`` "use", "apply" and the like.
"""

from __future__ import annotations

_NOUN = (
    r"(?:expressions?|functions?|numbers?|integers?|polynomials?|quadratics?|trinomials?|cubics?|fractions?|equations?"
    r"|systems?(?: of equations)?|inequalit(?:y|ies)|integral|series|matri(?:x|ces)|vectors?|logarithms?|logs?"
    r"|quotient|binomials?|brackets?|terms?|curves?|lines?|graphs?|parabolas?|circles?|problems?|formulas?|sequences?"
    r"|surds?|radicals?)"
)
_KIND = (
    r"(?:(?:quadratic|cubic|linear|rational|algebraic|trigonometric|trig|logarithmic|exponential|complex|simultaneous"
    r"|improper|definite|infinite|finite|whole|positive|natural|square|polynomial|differential|separable|ordinary"
    r"|first-order|second-order|homogeneous) )*"
)
_WHICH = (
    r"(?:(?:the|this|that|these|those|each|both|all|of|any|an?|every|following|given|above|below|indicated|printed|two"
    r"|three|resulting|shown|whole|entire|two given) )*"
)
_HERE = r"(?: (?:below|above|here|given|shown|given below|shown below|that follows?|you see))?"
IT = (
    rf"(?:it|this|that|these|them|each of them|both(?: of them)?|all of them|everything|what is given"
    rf"|{_WHICH}{_KIND}{_NOUN}{_HERE}|the (?:following|given))"
)
FIND = (
    r"(?:(?:find|compute|calculate|determine|evaluate|work out|give|state|obtain|write down|write|get|identify|name"
    r"|list|figure out|show me|tell me|give me|provide|produce|look for|look up|establish|search for|what(?: is|'s|"
    r" are| will be| would be)|what do you get for|i (?:need|want|am looking for|am after|seek)|do|take|deduce|decide"
    r" on|specify|return|output) )?(?:(?:an?|the|its|their|all|any|every|each|both|possible) )*"
)
WRITE = (
    r"(?:write|express|rewrite|put|give|bring|convert|turn|change|transform|present|represent|reduce|get|make|restate"
    r"|recast|simplify|state)"
)
DO = (
    r"(?:use|using|apply|applying|employ|employing|utili[sz]e|with|by|via|invoke|with the help of|by means of|by using)"
)
SPLIT = (
    r"(?:decompose|split(?: up)?|resolve|break (?:up|down)|separate|expand|turn|rewrite|write|put|give|express|"
    r"convert|bring|develop)"
)
ADDITION = (
    r"(?:the )?(?:compound[- ]angle|angle[- ]addition|angle[- ]sum|addition|sum|difference|sum and difference|sum"
    r" or difference"
    r"|double[- ]angle|multiple[- ]angle|angle)(?: angle)? (?:formulas?|formulae|identit(?:y|ies)|theorems?|rules?)"
)
ROOTS = r"(?:(?:square|cube) )?(?:roots?|radicals?|surds?|irrational(?:ity| numbers?)?)"
SINE = r"(?:the )?(?:sines? and cosines?|cosines? and sines?|trig(?:onometric)? functions|functions)"
CURVES = (
    r"(?:(?:the|these|those|two|three|both|given|following|straight) )*(?:lines?|curves?|graphs?|circles?|"
    r"parabolas?|functions?|line|equations?|loci|planes?)"
)
