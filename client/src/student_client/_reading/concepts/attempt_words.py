"""The words of reports: who got which result, how it was judged, whose homework it is, and what asks nothing."""

from __future__ import annotations

import re

from .narrated_words import PERSON, SELF

_OFTEN = (
    r"(?:(?:always|just|only|still|keep|keeps|kept|then|also|did|do|actually|first|now|so|even|have|had|already) )*"
)
_ANSWERS = r"(?:answers?|solutions?|roots?|values?|points?|results?|numbers?)"
_COUNT = r"(?:no|only|just|one|two|three|four|five|six|\d|a|an|different|other|the|wrong|same|single|weird|bad|many)"
_SOURCE = (
    r"(?:(?:the |my )?(?:back of (?:the|my) )?(?:text)?book|(?:the |my |our )?(?:answer )?(?:key|sheet)|(?:my |the )?"
    r"(?:graphing )?calculator|desmos|geogebra|mathematica|symbolab|maple|matlab|photomath|the (?:answers?|solutions?)"
    r"|mine|(?:the|my) answer(?: (?:in|at|on|from) (?:the )?(?:back|key|book|sheet)(?: of (?:the|my) (?:text)?book)?)?"
    r"|the solutions? page"
    rf"|somebody in my (?:group|class)|{PERSON}|(?:everything|whatever|all) (?:i|we) (?:try|tried|do))"
)
_WHO = rf"(?:{_SOURCE}(?: and (?:i|me))?|(?:i|me) and {_SOURCE}|{SELF})"
GETS = (
    r"(?:gets?|got|getting|says?|said|saying|put|writes?|wrote|answered|has|have|had|ended up with|ends? up with|gives?"
    r"|gave|giving|shows?|showed|came (?:up with|to)|comes? (?:up with|to)|arrived at|guess(?:ed)?|think|thought"
    r"|found|was"
    r"|lists?|reach(?:ed)?|is)"
)
_SIGNS = r"(?:[<>=≤≥]=?|\\[lg]eq?)"
_TOKEN = (
    rf"(?:{_SIGNS}|[-+*/(]*\\?(?:[a-z](?![a-z])|\d|π|pi\b|√|∞|infinity\b|sqrt|sin|cos|tan|ln|log)[^\s,;]*|[-+*/]"
    r"|-?something)"
)
_FORMULA = rf"{_TOKEN}(?:,? (?:and |or )?{_TOKEN})*"
_RESULT = (
    rf"(?:(?:{_COUNT} )+{_ANSWERS}|(?:only |just )?(?:one|two|three|four|five|infinity|nothing)|(?:a|an|some|the"
    r"|my)(?: (?:horrible|nasty|ugly|weird|huge|wrong|messy|long|negative))*"
    r" (?:root|integral|decimal|fraction|mess|expression|number|sum|one)|(?:that )?there(?:'s| is| are) no"
    r" (?:solutions?)"
    rf"|(?:only )?(?:one|two|some|\d) of (?:them|those|these)|something (?:else|different|negative|weird|with [a-z]+)"
    rf"|(?:it's |it is |to |that (?:it's|it is) )?(?P<formula>{_FORMULA})(?: negative| weird| else)?)"
)
_WHERE = (
    r"(?:,? (?:here|again|twice|every time|both times|for (?:this|it)(?: one)?|on (?:this|my calculator|the (?:test"
    r"|quiz"
    r"|exam|homework))|as (?:my|the) answer|after (?:substitut|factor|expand|simplify|squar)ing"
    r"|on (?P<interval>[\[(][^,\[\]()]+, ?[^,\[\]()]+[\])])))*"
)
REPORT = re.compile(rf"(?:after [a-z]+ing )?(?:so )?{_WHO} {_OFTEN}{GETS} {_RESULT}{_WHERE}")
OF_NOUN = re.compile(
    rf"(?:{_WHO} {_OFTEN}(?:say|said|think|thought|guess(?:ed)?|put|wrote|get|got|getting|find|found) (?:that )?"
    rf"(?:the|my|its)|my) (?P<noun>[a-z' -]{{3,}}?(?: at [a-z] = -?[\d./]+| \([a-z ]+\))?) (?:is|was|comes out as"
    rf"|to be) (?P<formula>{_FORMULA})"
    rf"|(?:{SELF}) {_OFTEN}(?:get|got|getting) the wrong (?P<wrong>[a-z' -]{{3,}})"
    rf"|(?:i'm |im |i am )?(?:not sure|no idea|unsure) (?:if|whether) (?:my|the) (?P<mine>[a-z' -]{{3,}}) is (?:right"
    r"|correct|ok)"
)
JUDGED = re.compile(
    r"(?:(?:apparently|supposedly|i think|sadly|it turns out) )*(?:(?:it|that|this|they|thats|that's|its|it's"
    rf"|{_SOURCE})"
    r"\b|(?:got|lost|gave|with|stuck|marked|not sure|no idea|i don't know)\b)"
)
"""How a clause begins that only judges a result."""
PART_OF = re.compile(
    r"\b(?:marked |counted )?(?:wrong|incorrect|not right|otherwise|differently)$|\b(?:only )?(?:all|half|part"
    r"|(?:only )?one"
    r"|some) of (?:it|them|those)$|\b(?:something|another one) ?(?:else|different|other)?$|\bhas (?:only )?\d$"
    r"|\b(?:isn't|isnt|is not|aren't)$|\b(?:no|zero|half|lost|full) (?:the |my )?(?:marks?|points?|credit)$|\bgave up$"
)
WRONG = re.compile(
    r"wrong|incorrect|n't\b|isnt|\bnot\b|otherwise|differ|\belse\b|\b(?:half|part|one|some) of\b|\b(?:no|zero|lost)\b"
    r"|cross|fail|no idea|disagree|something|another|gave up|stuck|mess|ugly|bad"
)
_SCHOOL = (
    r"(?:quiz|test|exam|homework|hw|sheet|worksheet|midterm|final|assignment|paper|class|course|take-home|problem set"
    r"|pset|unit|tutorial|coursework|study guide|review)"
)
OWNED = re.compile(
    r"(?:so |ok |okay )*(?:i|we) (?:only |just )?(?:have|had|got|have got) (?P<what>[a-z' -]+?) (?:on|for|from|in)"
    r" (?:my|our"
    rf"|a|an|the|this|next|tomorrow's|[a-z]+day's) (?:[a-z-]+ ){{0,3}}?{_SCHOOL}(?: (?:tomorrow|today|tonight|next"
    r" week))?"
    rf"|(?:i've got|i have|we have|there's|i got) (?:a|an|my|our) (?:[a-z]+ )?{_SCHOOL}(?: (?:tomorrow|today|tonight"
    r"|soon|next week))?"
    r" (?:on|about) (?P<on>[a-z' -]+)"
    r"|(?P<subject>[a-z' -]{3,}) (?:questions?|problems?|hw|homework|quiz)"
    r"|(?:can|could|would) (?:you|anyone|someone|somebody) (?:please )?explain (?P<topic>[a-z' -]+)"
)
SIDE = re.compile(
    rf"(?:(?:my|our|the|this) )?(?:[a-z]+ )?{_SCHOOL} (?:is |are )?due (?:at|on|in|by)? ?[a-z\d: ]+|i (?:only|just)"
    r" have this left"
    r"|stuck on (?:part|question|number|problem|q) ?\(?[a-z\d]{0,2}\)?|been at (?:this|it) (?:for|since) [a-z\d ]+"
    r"|(?:came|went) back to (?:where i started|the start|the same (?:thing|integral))"
    r"|(?:does|do|will|should) (?:the|my) (?:inequality )?(?:signs?|inequality|direction) (?:flip|change|switch"
    r"|reverse|turn)"
    r"(?: around)?(?: (?:here|now|in this(?: one)?))?"
    r"|(?:is|was) (?:that|this|it|mine) (?:right|correct|true|ok|wrong)|(?:can|could|would) (?:you|anyone|someone"
    r"|somebody)"
    r" (?:please )?check(?: (?:it|this|me))?|is there (?:a|any) (?:trick|shortcut|quick way|easy way) (?:to|for|with)"
    r" (?:this|these"
    r"|it)(?: (?:one|limit|integral|sum|series|equation))?|(?:this|this one|it|there)(?:'s| is) (?:a|an) (?:power"
    r"|root|square root"
    r"|fraction|log|product|quotient|trig function)(?: in (?:it|there|here))?|(?:(?:both|the) )+(?:parts|terms"
    r"|pieces) (?:both )?"
    r"(?:go|goes|blow up|tend) to infinity|nothing(?: works?| worked| helps)?|is it (?:ok|okay|fine|allowed|legal"
    r"|wrong|better|easier) to [^=<>≤≥]*"
    r"|(?:can|could) (?:anyone|someone|somebody|you) (?:please )?(?:tell me|explain) (?:if|whether|why) (?:i|we|you)"
    r" [^=<>≤≥\d]*"
    r"|how can [a-z' ]+ be (?:negative|zero|infinite|complex|imaginary)|(?:then )?what(?: then| next| now)?"
    r""
    rf"|(?:{SELF}) (?:really |just |still )*(?:don't|dont|do not|can't|cannot) (?:get|see|understand|know|follow)"
    r" (?:how|why|what"
    rf"|where)\b[^=<>≤≥\d]*|{_SOURCE}"
)
"""What says nothing of the question: a worry, a question about the working, or what is plain from what is printed."""
WAY = re.compile(
    rf"(?:{_SOURCE}|the hint|i) {_OFTEN}(?:said|says|told me|told us|tells (?:me|us)|want(?:s) (?:me|us) to|substituted"
    r"|tried|used|started with|did|do|set|let)"
    r"(?: (?:to|that))*(?: (?:use|let|put|set|try|substitute))? (?P<new>[a-z]) ?= ?[^,;]+"
)
EMPTY = re.compile(
    r"(?:(?:so|and|or|but|then|ok) )*(?:what (?:is|was) (?:it|the (?:right |correct )?answer)(?: then| really|"
    r" supposed to be)?"
    r"|what (?:should|do|would|am) (?:it|i|we|you|that)(?: supposed to)? (?:be|get|write|have|put|do)(?: down| here|"
    r" for this)?"
    r"|which (?:one|ones|of them)(?: (?:do|should) (?:i|we) (?:write|keep|use|put|take)(?: down)?| is (?:right"
    r"|correct|it))?"
    r"|any (?:hints?|help|ideas?|tips?)(?: (?:please|appreciated|welcome))?)"
)
DID = re.compile(
    r"(?:(?:i|we) )?(?:(?:have |just |already )*)(?:tried|used|applied|did)(?: (?:the|a|by))? (?P<way>[a-z' -]+?)"
    r"(?: (?:twice|again|once|(?:two|three|\d) times|over and over))?"
)
ITS_LIMIT = re.compile(r" ?\((?:as )?(?P<n>[a-z]) ?(?:to|goes to|tends to|->|→|approaches) ?(?:infinity|∞)\)")
ONCE_MORE = re.compile(r"what is the (?:exact|actual|right|correct|final) (?P<noun>[a-z]+)")
INTERVAL = re.compile(
    r"(?:(?:(?:the|my|our) )?(?:interval|range of x) is|on|over|for x in|x in) (?P<interval>[\[(][^,\[\]()]+,"
    r" ?[^,\[\]()]+[\])])"
)
PERSONAL = re.compile(r"\b(?:i|i'm|i've|im|ive|we|we're|we've|my|our|me|us|everyone|nobody|nothing)\b")
ASKS = re.compile(
    r"^(?:give|state|show|list|get|sketch|need|want|derivative|solutions?)\b|\b(?:find|solve|evaluate|compute|calculate"
    r"|determine|differentiate|integrate|factor\w*|expand|simplify|prove|what|which|whether|whats|convert|express|write"
    r"|need|needs|want(?:s)?|have to|has to|supposed)\b"
)
"""What asks something, or says what is to be done."""
TELLS = re.compile(
    r"\b(?:said|says?|told|tells?|think|thinks|thought|knows?|knew|hear\w*|learn\w*|mention\w*|explain\w*|hint\w*|claim\w*|read)\b"
)
WHY = re.compile(r"why (?:does|do|is|are|did|am|don't|doesn't|isn't) [^=<>≤≥\d]*")
ONLY_ONE = re.compile(r"\bonly (?:get|got|one|gives?|shows?|have|has)\b")
TO_ME = re.compile(
    r"^(?:this|these|that|it)(?: one| ones| thing| stuff| type| topic)?\b(?=.*\b(?:me|us)$)"
    r"|(?<=skipped|covered) (?:this|these|it|that)(?: one| stuff| topic| part)?$|(?<=missed|taught) (?:this|these|it"
    r"|that)$"
)
"""What is said of the problem as a whole."""
KIND = re.compile(
    r"(?:an? )?(?:trig|quadratic|log|logarithm|linear|exponential|simultaneous|absolute value|radical|rational"
    r"|polynomial|cubic"
    r"|improper|geometric|telescoping|separable)s?(?: (?:equation|inequality|integral|series|system|question|one)s?)?"
)
NAMED = re.compile(
    r"(?P<name>[a-z]) is(?: (?:the|our|my|given|printed|unknown|function|expression|curve|equation|below|above|shown"
    r"|here))+"
)
OPENING = re.compile(
    r"^(?:(?:ok|okay|so|ugh|hi|hey|hello|well|but|and|or|sorry|please help|everyone|all|guys|there|lol|haha|cause"
    r"|because)(?![\w'])[ ,.!]*)+"
)
LABEL = re.compile(r"\((?:[a-h]|[ivx]+|\d)\)")
FURTHER_CUT = re.compile(
    rf"\s+(?:and|but|so) (?=(?:apparently|supposedly|stuck|lost|gave|got|came|went|marked|{_SOURCE}|there(?:'s| is)"
    r"|thats)\b)",
    re.I,
)
DOTS = re.compile(r"(?<=[a-z]{2})\.\.+(?=\s)")
POINTS = re.compile(r"\b(?:it|that|them|those|these|this|my|one|ones)\b")
