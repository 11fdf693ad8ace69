"""Words of remarks beside a question: what people say of themselves, of a method, and of an answer.

None of them counts, orders, compares, limits or chooses: "only", "positive", "first", "other", "twice" are in no list.
"""

from __future__ import annotations

from .ordinary import ORDINARY

_CHAT = """
    assigned convinced match matches matching book's textbook's agree disagree walk why check checked correct
    i i'm i've i'd i'll im ive me my mine myself we we're we've our us you you're your u ur ya y'all he she they them
    it it's its this that that's these those there here what who how why when where whether a an the one ones thing
    things stuff bit lot lots am is are was were be been being do does did doing done have has had having can could may
    might would will shall should to of in on at by for with about from as so and but or if than also just
    because due until till up out over back into through next last late later new old
    help helps helped helping hint hints advice clue clues idea ideas explanation explain explains explaining explained
    show shows showing me solve-it understand understands understanding understood learn learning study studying
    studied revise revising revision practice practise practising preparing prepare prepared self-study
    all everyone anyone somebody dear hiya yo thx thanx tks ty tysm tia ta merci cheers advance regards sorry apologies
    english language native first-time poster newbie beginner rusty noob lost clueless blank hopeless hard tough easy
    silly stupid dumb nice cool fine good great best better bad badly horrible terrible awful ok okay well
    day evening afternoon night days while time times long ago past now already yesterday
    mum mom dad parents cousin classmate classmates colleague teacher teachers prof instructor lecturer tutor ta
    mr mrs ms dr came across come comes coming go goes going gone went get gets work works working worked
    proceed continue appear appeared seen saw seeing read reading write writing
    tried attempts attempt attempting tries try happy glad pleased hoping hope hopes let lets give given gave
    make makes sense missing miss missed mistake mistakes wrong stuck figure figured solution
    answer answers key question questions problem problems exercise exercises homework assignment sheet pset pdf book
    page number youtube video videos online internet website google chatgpt calculator wolfram wolframalpha mathway
    symbolab desmos khan khanacademy stackexchange reddit discord forum post posted posting any some something anything
    nothing really don't dont didn't didnt can't cant cannot couldn't couldnt not no isn't wasn't doesn't haven't
    need needs needed want wanted please pls plz quick quickly urgent asap soon tomorrow due sure certain check
    checked correct
"""
_UNSAFE = "number page best time times last next over right left end up until till through into"
CHAT = (frozenset(_CHAT.split()) | ORDINARY) - set(_UNSAFE.split())
"""Words of a sentence about the person who asks."""
_RESULT = """
    negative positive number numbers value values zero infinity undefined imaginary complex decimal fraction fractions
    answer answers result results solution solutions root roots expression expressions term terms sign signs minus plus
    different same weird strange ugly messy long extra weirdly opposite half double constant mess nonsense error
    says said gives gave
    derivative integral limit sum area slope gradient something over
"""
RESULT = frozenset(_RESULT.split()) | CHAT
"""Words of a sentence that says which answer somebody got."""
_HINT = """
    out under away down up top bottom small
    differentiate differentiating differentiated integrate integrating expand expanding factor factorise factorize
    factoring factorising multiply multiplying divide dividing subtract add adding cancel cancelling combine collect
    substitute substituting replace replacing rewrite rewriting write express split splitting separate separating
    simplify simplifying solve solving set put take taking complete completing square squaring apply applying use using
    convert treat think consider look notice try recall remember note do find draw sketch
    rationalise rationalize rearrange isolate move
    sides side both each every bracket brackets term terms equation equations function functions expression derivative
    derivatives integral integrand inner outer inside outside outermost innermost denominator denominators numerator
    fraction fractions power powers exponent exponents base sign signs argument factors factor cosine sine tangent
    secant
    logarithm logarithms log logs ln exponential root roots radical radicals characteristic auxiliary polynomial
    zero equal equals where when what which respect twice once again first then next carefully separately step steps
    calculus algebra substitution pattern trick common quadratic quadratics linear perfect difference squares cubes
    disguise hidden type form know known easier helpful useful better
    to the a an of and or by with in on from as into it its is are be this that you can could may might will would
    should your need want helps help one not will't if at
"""
HINT = frozenset(_HINT.split())
"""Words of a hint, together with the names of methods."""
_WARNING = """
    denominator denominators zero dividing divide divided division by can't cannot cant be become is are not allowed
    undefined extraneous spurious false solutions roots answers check checking brackets bracket sign signs minus plus
    constant constants integration c +c chain rule product quotient inner outer function functions derivative
    derivatives cosine sine tangent secant values value that which make makes making with for the a an of your to
    in on and or when where you it they may might can could will appear occur logarithms log logs undefined negative
    square squaring both sides introduce introduces introduced does doesn't exist use apply add write include forget
    dx step steps work working show need needed always never careful carefully about
"""
WARNING = frozenset(_WARNING.split())
"""Words of a warning that says nothing new of the question."""
_DESCRIBED = """
    a an the and of in its with repeated distinct linear quadratic cubic irreducible factor factors even odd geometric
    arithmetic telescoping separable homogeneous exact product quotient composite composition improper rational
    one-to-one continuous differentiable symmetric invertible square trigonometric exponential logarithmic polynomial
    polynomials function functions series equation perfect difference squares sum two type form disguise hidden
    unbounded discontinuous easily everywhere interval on domain first-order second-order order nonlinear non-linear
    implicit
    implicitly defined
"""
DESCRIBING = frozenset(_DESCRIBED.split())
"""Words that describe what is printed, which is so or not."""
