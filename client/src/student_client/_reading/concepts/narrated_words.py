"""The words of clauses that only tell something: who tells, what was done, and what may say more of the question."""

from __future__ import annotations

import re
from functools import cache

from ..rewording.ordinary import ORDINARY
from .study_words import STUDY

PEER = (
    r"(?:(?:my|our|the|a|his|her) )?(?:(?:study|lab|older|little|big|best) )?(?:friends?|classmates?|sister|brother"
    r"|mum|mom|dad|cousin|partner|roommate|group)|one of my (?:friends|classmates)"
)
PERSON = (
    rf"{PEER}|(?:(?:my|our|the|a|his|her) )?(?:(?:maths?|algebra|calculus|calc|answer) )?(?:teacher|prof|professor"
    r"|tutor|instructor|lecturer|ta|book|textbook|notes|key|calculator|solutions?|class)|sir|miss|madam|wolfram(?:"
    r" ?alpha)?|(?:everyone|everybody|someone|somebody|people|a girl|a guy)(?: in my (?:class|group|year)| on [a-z]+)?"
)
SELF = r"i|we|i've|ive|we've|i'm|im|i am|i'd|we're|i have|we have|i had|i was|me"
SUBJECT = rf"(?:{SELF}|{PERSON})"
TRIED = (
    r"(?:squared|divided|multiplied|added|subtracted|moved|factored|factori[sz]ed|expanded|foiled|substituted|plugged"
    r"|applied|combined|collected|isolated|crossed|cancell?ed|differentiated|integrated|separated|swapped|switched"
    r"|rewrote|rearranged|simplified|converted|graphed|plotted|drew|sketched|made|did|done|tried|solved|worked|got"
    r"|gotten|getting|get|found|ended up|came up|arrived|keep|kept|went|goes|made|set|used|took|completed|distributed"
    r"|rationali[sz]ed|compared|checked|computed|calculated|evaluated|looked|saw|wrote|row reduced|panic|panicked)"
)
"""What somebody did, or what came out."""
KNOWS = (
    r"(?:know|think|thought|guess|believe|bet|suspect|heard|see|noticed|reali[sz]ed|can see|found|(?:was|were) told)"
)
SAYS = r"(?:said|says|say|told (?:me|us)|tells (?:me|us)|thinks|claims|mentioned|hinted|suggested|suggests|recommends)"
ASKS = (
    r"(?:please|pls|plz|can (?:you|u|someone|anyone|somebody|anybody|i)|could (?:you|u|someone|anyone|somebody|i)"
    r"|what|what's|whats|which|where|when|why|how|who|find|solve|evaluate|compute|calculate|determine|differentiate"
    r"|integrate|factor|factori[sz]e|expand|simplify|give|show|tell|is (?:it|this|there)|are|does|do (?:i|you|we)"
    r"|should|need|want)"
)
CHANGES = re.compile(
    r"[<>≤≥≠]|\b(?:degrees?|radians?|base|digits?|places?|significant|figures?|integers?|whole|natural|complex"
    r"|principal|assum\w*|suppose\w*|constants?|nearest|round\w*|approximat\w*|except|unless|instead|no|also|give"
    r"|state|denot\w*|means?|meant|stands?|define[sd]?|positive|negative|negated?|acute|obtuse|reflex|quadrants?|lies"
    r"|lying|between|exceeds?|greater|less|larger|smaller|bigger|above|below|inside|within|outside|imaginary|modulo"
    r"|mod|need\w*|want\w*|asks?|asked|must|starts?|started|ends?|begins?|until|before|after|left|right|over|domain"
    r"|range|interval|restrict\w*|respect|about|around|through|change[sd]?|replace[sd]?|typo|mistake|misprint\w*"
    r"|missing|actually|double[sd]?|doubling|halve[sd]?|twice as|half of|reciprocal|opposite|other|another|rest|last"
    r"|next|later|then i|together|each other|minimum|maximum|largest|smallest|least|most|how many|how much|supposed"
    r"|treat\w*|allow\w*|from -?[\da-z.]+ to|at -?\d+|up to|(?:skip|ignore|drop|discard|leave out|reject|throw|threw) "
    r"(?:that|this|the|one|it)|[a-z] (?:for|as)|keep (?:the|only|just)|only (?:one|two|the|a|\d)|ones? works?|counts?|"
    r"(?:divided|multiplied|squared|added|subtracted|plugged)\b[^,]*\b(?:answers?|results?|it)|(?:moved|shifted"
    r"|reflected)\b[^,]*\b(?:graph|curve|line|function)s?|swapped\b[^,]*\b(?:rows?|columns?|limits|bounds|order)|real"
    r"|rational|irrational|even|odd|prime|exact(?:ly)?|if|let|given|where|whose|wherever|unlike|everywhere)\b",
    re.IGNORECASE,
)
"""Words that may say more of the question, in whatever clause."""
HARMLESS = re.compile(
    r"\b(?:both sides|(?:got|get|getting|ends? up with|ended up with) an? (?:negative|minus)(?: (?:number|sign))?(?:"
    r" under the (?:square )?root)?|supposed to (?:know|understand)|after the first (?:step|part|line)|then i (?=was"
    r"|am|got)|know (?:how|when|where|why)|where (?:the|it|to) [a-z ]{0,12}(?:go|goes|start|come)|even though"
    r"|different answers?|(?:an)?other answer|start(?:ed|ing)? (?:with|by)|about (?:this|it)|(?:learn\w*|confus\w*"
    r"|sure|know|worr\w*|think\w*|thought|read\w*) about|equal to each other|over and over|after that|before that|no "
    r"(?:idea|clue)|got it right|where (?:he|she|it|that|this) (?:came|comes)|just started|if it(?: i)?s right)\b(?! "
    r"(?:of|at|the|from)\b)",
    re.IGNORECASE,
)
"""Such words where they say nothing of the question."""
_SMALL_WORDS = """
    a an the of to in on at with for from by my our me us it its this that these those them they he she his her i we
    and or as is are was were be been am so too very really just still always never only not but some everything
    anything nothing something everyone when where how why there here than into i'm im don't can't didn't couldn't
    doesn't isn't that's it's there's friend's book's teacher's mine yours which ones time times way ways fast
    different same thing things similar form match matches haven't hasn't hour hours minutes calculator wolfram step
    steps example examples has key covered confuse confuses flip flips page exam panicking brain fried blank mind
    looked led nowhere easy simple work worked taught killing sick absent ill trust trusted board staring stared ugly
    messy horrible awful gross nasty annoying annoyed frustrated frustrating nervous stressed panic behind head luck
    lose losing lost mix mixed mess messing banned skip skips skipped learn learned learnt friend panicked hated scary
    crazy insane impossible tips practicing forever disagree disagreed reddit youtube discord online calculator's
    algebra trigonometry circle drawing notation hmm feeling
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_MATHS_WORDS = """
    both all every each one two three four side sides up down out off away back again twice once first second middle
    top bottom pair pairs numerator denominator numerators denominators fraction fractions bracket brackets
    parenthesis parentheses sign signs minus plus quadratic quadratics cubic number numbers decimal decimals infinity
    error undefined zero zeros solution solutions answer answers root roots factor factors term terms equation
    equations power powers exponent exponents variable variables x y triangle graph chart table sign-chart radical
    radicals square squares matrix row rows column column- columns augmented slope slopes slope-intercept form arctan
    log logs sin cos tan sine cosine pi e squared squaring substituting dividing multiplying factoring expanding
    moving adding subtracting plugging using elimination substitution telescopes telescoping geometric arithmetic
    series ratio constant integral integrals derivative derivatives inverse determinant eigenvalues characteristic
    polynomial polynomials parts chain product quotient rule rules formula formulas pythagoras trick u letters
    multiply integrate differentiate ugly weird nice equal substitute plug divide collect combine move isolate
    reducing test tests identity complementary particular absolute half angle trigonometric trig intercept intercepts
    complicated messy cross meet intersect converge converges diverge diverges factorises factorise factorizes
    factorize cancel cancels simplifies simplify conjugate conjugates reduce coefficient coefficients curve curves
    function functions value values expression laplace transforms vectors vector unit
"""
MATHS = frozenset(_MATHS_WORDS.split())
_COUNTED_WORDS = "one ones two three four first second both each every all half right same"
COUNTED = frozenset(_COUNTED_WORDS.split())
"""Words that could choose one of several answers."""


@cache
def plain() -> frozenset[str]:
    """Return the words in small letters that bear no mathematics."""
    return STUDY | ORDINARY | _SMALL
