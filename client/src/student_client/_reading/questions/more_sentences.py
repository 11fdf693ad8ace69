"""Further whole sentences: where a function has a value or a sign, areas, extremes, matrices with a letter."""

from __future__ import annotations

import re

from .of_complex import argument, conjugate, modulus, part
from .of_functions import Reader
from .of_levels import (
    SIGNS,
    extreme_place,
    extreme_value,
    level,
    motion_level,
    sign_of,
    slope_level,
    slope_sign,
    vertex_place,
)
from .of_parameters import characteristic, discriminant, factored_determinant, roots_of_number, singular
from .of_regions import bound_of, revolved, travelled, value_in_pieces
from .of_sequences import COUNTS, endless_sum, partial_sum
from .of_shapes import extremes, monotony, region, roots_by_parameter
from .of_theorems import MEAN, mean_value
from .sentence_parts import FIND, F

_VALUE = (
    r"(?P<a>zero|horizontal|parallel to the x-axis|parallel to (?:the )?(?:line )?y ?= ?[^,;]+|[-+−]?\s*(?:\d"
    r"|\\(?!text)|√|π|pi|e(?![a-z])|\()[^,;=<>]*?)"
)
_POINTS = rf"{FIND} (?:exact )?(?:(?P<letter>[a-z])[- ](?:coordinates?|values?)|values? of (?P<name>[a-z]))"
_OF_POINTS = rf"(?: (?:of|at) (?:all |any |each |both |those )*(?:the )?(?:two |other )?points?)?(?: (?:on|of) {F})?"
_VALUES = (
    r"(?:(?:for (?:what|which)|at (?:what|which)|find(?: all| the| all the)?|determine(?: all| the)?|state the|give"
    r" the|write down the)(?: range of| set of)?(?: possible| exact| all)*(?: real)? ?(?:values?|numbers?)(?: of)?(?:"
    r" the)? ?(?P<name>[a-z])|(?:find|determine) all (?:real )?(?P<only>[a-z])|(?:at|for) (?:what|which) "
    r"(?P<bare>[a-z])|when|where)"
)
_WHERE = (
    r"(?:,? ?(?:for which|at which|where|such that|so that|that make|when|that satisfy|satisfying|does|do|is"
    r"|are|will))?"
)
_SLOPE = (
    r"(?:the )?(?:gradient|slope|derivative|rate of change|tangent(?: line)?)s?(?: (?:of|to) (?:the )?(?:tangent"
    rf"|tangent line)(?: line)?)?(?: (?:of|to|at) {F})?"
)
_DERIVED = r"(?:[fghy]'(?:\((?P<inside>[a-z])\))?|dy/dx|\\d?frac\{{?dy\}}?\{{?dx\}}?)"
_IS = r"(?:(?:is|are|has|equals?|be|to be|=)(?: equal to| to be)?|equal to)"
_SIGN = "(?P<sign>" + "|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True)) + ")"
_RELATION = "|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True) if not sign.isalpha())
_CHAIN = rf"(?P<low>[^\s,]+) ?(?P<left>{_RELATION}) ?(?P<middle>[a-z]) ?(?P<right>{_RELATION}) ?(?P<high>[^\s,]+)"
_RANGE = rf"(?:[?.,;]? ?\(?(?:(?:here|where|for|with|given that|in the interval|when|and) )*{_CHAIN}\)?)?"
_LOOSE = r"(?: (?:between|from) (?P<from>[^\s,]+) (?:and|to) (?P<to>[^\s,]+))?"
_BOUNDS = (
    r"(?:,|;)?(?: and)?(?: between)?(?: from)?(?: for)?(?: the)?(?: vertical)?(?: (?:lines?|ordinates?))?"
    r" (?:[a-z] ?= ?(?P<a>[^,\s]+),? (?:and|to)(?: the line)?(?: [a-z] ?=)? ?(?P<b>[^,\s]+(?: [\d/]+)?)"
    r"|(?:on|over|in) (?:the )?(?:interval )?\[(?P<c>[^,]+), ?(?P<d>[^\]]+)\])"
)
_AREA = (
    rf"{FIND} (?:exact |total )*area(?: of (?:the |a )?(?:finite |shaded |plane )*region)?(?: (?:that is|which"
    rf" is|that lies))?"
)
_CURVE = (
    r"(?:the )?(?:curve|graph|parabola|function|line)(?: (?:of|with equation) (?:the function"
    r" )?[fgy](?:\([a-z]\))?| [fgy](?:\([a-z]\))?)?"
)
_GIVES = (
    r"(?:(?:give|state|write(?: down)?|identify|find) the (?:open )?intervals? (?:where|on which|for which|in which))"
)
_KIND = (
    r"(?P<kind>(?:two (?:distinct|different) real |two real (?=solutions)|no real |(?:two )?equal (?:real )?"
    r"|(?:a )?repeated |(?:exactly )?one (?:real )?|real ))"
)
_EXTREME = r"(?P<kind>maximum|minimum|greatest|least|largest|smallest|highest|lowest)"
_NUMBER = r"(?P<degree>square|cube|third|fourth|fifth|sixth) roots of (?P<a>[^,;]+?)"
_COMPLEX = (
    r"(?:(?:the |this )?(?:complex )?(?:number|product|quotient|expression)(?: (?P<name>[a-z]))?|(?P<letter>[a-z]))"
)
_TURN = (
    r"(?:,? (?:where |with |for )?-\s*(?:\\pi|π|pi) ?(?:<|\\lt) ?(?:\\arg ?\(?z\)?|\\theta|θ|arg z) ?(?:\\leq?|<=|≤) ?"
    r"(?:\\pi|π|pi))?(?:,? (?:in|giving your answer in) radians)?(?:,? in (?:exact form|terms of (?:\\pi|π|pi)))?"
)
_COUNT = rf"\d{{1,3}}|[a-z]|{'|'.join(COUNTS)}|ten|twelve|twenty"
_SERIES = r"(?:arithmetic |geometric |given |following )*(?:sequence|series|progression)"
_UNDER = (
    rf"(?:(?:under|below|between|bounded by|enclosed by|that is bounded by) {_CURVE}(?:(?:,| and)*(?: the)? x[-"
    rf" ]axis)?){_BOUNDS}"
)
_TURNED = (
    r"(?: (?:through(?: an angle of)? (?:2 ?\\?pi|2π|360 ?°|360\^\{?\\circ\}?|360 degrees|four right angles)(?:"
    r" radians)?|completely|once|fully))? (?:about|around) the x[- ]axis"
)
_MOVER = r"(?: (?:by|of) (?:the|a|this) (?:particle|object|body|car|train)(?: whose velocity[a-z ,/()]*)?)?"
_DURING = (
    r"(?: (?:in|during|over) the first (?P<first>\d+(?:\.\d+)?) (?:seconds?|s|minutes?|hours?)"
    r"| (?:between|from)(?: the times?)? t ?= ?(?P<a>[^,\s]+) (?:and|to)(?: t ?=)? ?(?P<b>[^,\s]+)"
    r"| (?:on|over|in|for) (?:the )?(?:time )?(?:interval )?\[(?P<c>[^,]+), ?(?P<d>[^\]]+)\])"
)
_TABLE: tuple[tuple[str, Reader], ...] = (
    (rf"{_POINTS}{_OF_POINTS}{_WHERE} {_SLOPE} {_IS} {_VALUE}", slope_level),
    (rf"{_POINTS}{_OF_POINTS}{_WHERE} {F} has(?: a)? (?:gradient|slope)(?: of| equal to)? {_VALUE}", slope_level),
    (rf"{_POINTS}{_OF_POINTS}{_WHERE} {_DERIVED} ?{_IS} ?{_VALUE}", slope_level),
    (rf"{_VALUES}{_WHERE} {_SLOPE} (?:{_IS}|have slope|have gradient) {_VALUE}", slope_level),
    (rf"{_VALUES}{_WHERE} {F} (?:has|have)(?: a)? (?:gradient|slope)(?: of| equal to)? {_VALUE}", slope_level),
    (rf"{_VALUES}{_WHERE} {_DERIVED} ?{_IS} ?{_VALUE}", slope_level),
    (rf"{_VALUES}{_WHERE} {F} (?:has|have) (?:an? )?(?P<a>horizontal) tangents?(?: lines?)?", slope_level),
    (rf"solve(?: the equation)? {_DERIVED} ?= ?{_VALUE}", slope_level),
    (rf"(?:{_VALUES}{_WHERE}|solve(?: the inequality)?) {_DERIVED} ?(?:is )?{_SIGN} ?(?P<a>0|zero)?", slope_sign),
    (rf"{_VALUES}{_WHERE} {_SLOPE} (?:is |are )?{_SIGN} ?(?P<a>0|zero)?", slope_sign),
    (rf"{_VALUES}{_WHERE} [fghpy]\((?P<inside>[a-z])\) ?{_IS} ?{_VALUE}", level),
    (rf"solve(?: the equation)? [fghp]\((?P<inside>[a-z])\) ?= ?{_VALUE}", level),
    (rf"{_VALUES}{_WHERE} (?:{F}|[fghpy]\((?P<inside>[a-z])\)) ?(?:is |lies? )?{_SIGN}(?: (?:the )?x-axis| zero| ?"
     rf"(?P<a>[^,;=<>]+?))?{_RANGE}", sign_of),
    (rf"solve(?: the inequality)? [fghp]\((?P<inside>[a-z])\) ?{_SIGN} ?{_VALUE}", sign_of),
    (rf"{_VALUES}{_LOOSE}{_WHERE} (?:the |its )?(?:particle's )?(?P<motion>velocity|acceleration)(?: of the particle)?"
     rf" (?:is )?{_SIGN}{_RANGE}", sign_of),
    (rf"{_VALUES}{_WHERE} {F} (?:is )?(?:an? )?(?:strictly )?(?P<kind>increasing|decreasing|concave (?:up|down))"
     rf"(?: function(?: of [a-z])?)?", monotony),
    (rf"(?:{FIND} )?where (?:is )?{F} (?:is )?(?P<kind>increasing)[?.,;]? {_GIVES} [fghy]'\([a-z]\) ?> ?0", monotony),
    (rf"(?:{FIND} )?where (?:is )?{F} (?:is )?(?P<kind>decreasing)[?.,;]? {_GIVES} [fghy]'\([a-z]\) ?< ?0", monotony),
    (rf"{_AREA} (?:bounded|enclosed|contained|between)(?: by| between)? {_CURVE}(?:,| and)*(?: the)? x[-"
     rf" ]axis{_BOUNDS}", region),
    (rf"{_AREA} (?:under(?:neath)?|below|beneath) {_CURVE}(?:(?:,| and)*(?: above)?(?: the)? x[- ]axis)?{_BOUNDS}",
     region),
    (rf"{_AREA} (?:bounded|enclosed|between)(?: by| between)? (?:the )?(?P<two>(?:two )?(?:given )?(?:curves|graphs"
     r"|parabolas)|(?:line|curve|parabola) and (?:the )?(?:line|curve|parabola))[.,;]? (?:they|which|that) (?:meet"
     r"|intersect|cross)(?: each other)? (?:at|when|where) [a-z] ?= ?(?P<a>[^,\s]+) and (?:at )?(?:[a-z] ?= ?)?"
     r"(?P<b>[^,\s]+)", region),
    (rf"(?:the|this)(?: quadratic)? equation has {_KIND}(?:roots?|solutions?)[.;,] (?:find|determine|state)(?: the)?"
     r"(?: possible| set of| set of possible| range of)* ?values? of (?:the constant )?(?P<name>[a-z])",
     roots_by_parameter),
    (rf"{_VALUES}{_WHERE} (?:the |its |this )?discriminant (?:is )?(?P<kind>negative|positive|zero|equal to zero)",
     roots_by_parameter),
    (rf"{_VALUES}{_WHERE} (?:is |does )?(?:(?:the |this )?matrix(?: [A-Z])?|(?-i:[A-Z])) (?:is |have |has )?"
     r"(?:singular|not invertible|non-?invertible|no inverse|not have an inverse)", singular),
    (rf"{_VALUES}{_WHERE} (?:the |its )?determinant(?: of (?:the matrix|[A-Z]|the matrix [A-Z]))? (?:is |equals? )?"
     r"(?:equal to )?(?:zero|0)", singular),
    (r"find the values of (?P<name>[a-z]{2,}) for which the matrix is singular", singular),
    (r"find the determinant in factored form", factored_determinant),
    (rf"{FIND} characteristic polynomial(?: of (?:the |this )?(?:matrix|[A-Z]|matrix [A-Z]))?(?:"
     rf" p\((?P<letter>\\?[a-zλ]+)\))?"
     r"(?: ?=? ?\\?det ?(?P<order>\([^()]*\)))?(?:,? (?:fully |completely )?(?:expanded|multiplied out|simplified))?",
     characteristic),
    (rf"{FIND} {_EXTREME} (?:possible )?(?:value|height)(?: reached| attained)?(?: (?:of|by) (?:{F}|y|the (?:ball"
     rf"|stone|projectile|rocket)))?",
     extreme_value),
    (rf"(?:at|for) (?:what|which) (?:value of )?(?P<name>[a-z]) (?:does|is|has) {F} (?:attain|reach|have|take|at)(?:"
     rf" on)? (?:its|an?|the) {_EXTREME}(?: value)?", extreme_place),
    (rf"{FIND} vertex's (?P<letter>[a-z])-coordinate", vertex_place),
    (rf"{FIND} (?P<letter>[a-z])-coordinate of (?:the|its) vertex(?: of {F})?", vertex_place),
    (rf"{FIND} (?:[a-z]-(?:coordinate|value)|value of (?P<name>[a-z])) (?:at which|where|for which|of) (?:the"
     rf" )?{_EXTREME}(?: point)?(?: occurs)?(?: (?:of|on) {F})?", extreme_place),
    (rf"{FIND} (?:all )?(?:the )?(?:(?P<count>two|three|four|five|six) )?{_NUMBER},? (?P<complex>in the complex"
     rf" (?:plane|numbers)"
     r"|including (?:the )?complex(?: ones| roots)?|over the (?:set of )?complex numbers|in \\mathbb\{C\})",
     roots_of_number),
    (rf"{FIND} (?:all )?(?:the )?(?:(?P<count>two|three|four|five|six) )?(?:(?P<complex>complex) )?{_NUMBER}",
     roots_of_number),
    (rf"{FIND} (?:exact )?(?:value of the )?(?:modulus|absolute value|magnitude)(?: of {_COMPLEX})?", modulus),
    (rf"{FIND} (?:\||\\left\|)(?P<name>[a-z])(?:\||\\right\|)", modulus),
    (rf"{FIND} (?:complex )?conjugate(?: of {_COMPLEX})?", conjugate),
    (rf"{FIND} (?:\\(?:overline|bar) ?\{{? ?(?P<name>[a-z]) ?\}}?|(?P<letter>[a-z])\^\{{?(?:\*|\\ast)\}}?)", conjugate),
    (rf"{FIND} (?:principal )?(?:value of the )?(?:principal )?argument(?: of {_COMPLEX})?{_TURN}", argument),
    (rf"{FIND} (?:principal value of )?\\?arg ?\(?(?P<name>[a-z])\)?{_TURN}", argument),
    (rf"{FIND} (?P<part>real|imaginary) part(?: of {_COMPLEX})?", part),
    (rf"{FIND} (?:\\(?:operatorname|mathrm|text)?\{{?)?(?P<part>Re|Im)\}}? ?\(?(?P<name>[a-z])\)?", part),
    (rf"{FIND} (?:(?:an? |the )?(?:expression|formula) for (?:the )?)?sum (?:S_?\{{?\w\}}? )?of (?:the )?first "
     rf"(?P<count>{_COUNT}) terms(?: of (?:the|this|an?) {_SERIES})?(?:,? S_?\{{?\w{{1,2}}\}}?)?", partial_sum),
    (rf"{FIND} (?:exact )?volume (?:of the solid )?(?:of revolution )?(?:(?:that is )?(?:obtained|formed|generated) )?"
     rf"(?:by|when) (?:rotating )?(?:the )?region {_UNDER}(?: is (?:rotated|revolved))?{_TURNED}", revolved),
    (rf"(?:the )?region {_UNDER} is (?:rotated|revolved|turned){_TURNED}[.;,] {FIND} (?:exact )?volume(?: of (?:the"
     r"|this) solid(?: of revolution)?(?: (?:that is )?(?:generated|formed|obtained|produced))?)?", revolved),
    (rf"{FIND} (?:total )?(?P<what>distance|displacement)(?: (?:travelled|traveled|moved"
     rf"|covered))?{_MOVER}{_DURING}{_MOVER}", travelled),
    (r"(?:find|determine|solve for)(?: the| all| the possible| all possible)*(?: exact)?(?: values? of)?(?: the)?(?: "
     r"(?P<sign>positive|negative))?(?: real)?(?: (?:constant|number))? ?(?P<name>[a-z])(?:,? (?:such that|for which"
     r"|if|given that|so that|where)(?: (?:the equation|this|it)(?: holds| is true)?)?)?", bound_of),
    (rf"{FIND} (?:value of )?(?P<f>[a-zA-Z])\((?P<a>[^()]+)\)", value_in_pieces),
    (rf"{_VALUES}{_WHERE} (?:the )?(?P<motion>velocity|acceleration) {_IS} {_VALUE}", motion_level),
    (rf"(?:(?:find|determine)(?: all| the| all the)? times?|when|at what times?|{_VALUES})(?: (?:at which|when|for"
     r" which|is|where))? (?:the )?(?:particle|object|body|car) (?:is |comes to |be )?(?:instantaneously |momentarily"
     r" )?(?:at rest|stationary|rest)",
     motion_level),
    (rf"{FIND} endless sum(?: of (?:the|this) {_SERIES})?(?:,? with (?:the )?nth term (?:as )?given)?", endless_sum),
    (rf"{_POINTS} of (?:the |any |all |each )*(?:turning points?|local extrem(?:a|um))(?: (?:of|on) {F})?", extremes),
    (rf"{FIND} (?:value of )?(?P<name>[a-z]) (?:that|which) (?P<kind>maximi[sz]es|minimi[sz]es) (?:{F}|y|it)",
     extreme_place),
    (rf"{FIND} discriminant(?: of {F})?", discriminant),
    (MEAN, mean_value),
)  # fmt: skip
SENTENCES = tuple((re.compile(pattern, re.IGNORECASE), reader) for pattern, reader in _TABLE)
"""Patterns, each with what reads the question from it."""
