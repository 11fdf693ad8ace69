"""The facts of stories that are counted: each with a regular expression whose groups are its numbers and its nouns."""

from __future__ import annotations

_PAIR = r"(?P<k{0}>\d+) (?P<n{0}>[a-z]+)(?: (?:balls?|counters?|marbles?|sweets?|beads?|cards?|discs?|socks?|pens?))?"
_PAIRS = f"{_PAIR.format(1)}(?:,? and |, ){_PAIR.format(2)}(?:,? and {_PAIR.format(3)})?"
_THING = (
    r"(?:balls?|counters?|marbles?|sweets?|beads?|discs?|socks?|pens?|bulbs?|items?|people|persons?|members?|students?"
    r"|players?|pupils?|tokens?|chips?|apples?|them)"
)
_GROUP = r"(?:committees?|teams?|groups?|panels?|delegations?|samples?|selections?|subcommittees?|jury|juries)"
_SIZE = r"(?P<how>at least|at most|exactly|no more than|no fewer than|more than|fewer than|only) (?P<m>\d+)"
FACTS: tuple[tuple[str, str], ...] = (
    ("hands", r"how many handshakes(?: occur| take place| are there)? if (?:each|every one) of (?P<all>\d+) people"
     r" shakes"
     r" hands(?: once)? with (?:every other person|each of the others|everyone else)(?: once)?"),
    ("subsets", r"how many subsets (?:with|of) (?P<k>\d+) elements (?:does|has|are there of|of) an? set (?:of|with)"
     r" (?P<all>\d+) elements(?: have)?"),
    ("shares", r"(?:in )?how many ways (?:are there|is it possible|can (?:you|we|one)) (?:to )?(?:distribute|share"
     r"|divide|give)"
     r" (?P<k>\d+) identical [a-z]+ (?:among|between|to) (?P<all>\d+) [a-z]+"),
    ("digits", r"how many (?P<k>\d+)[- ]digit (?P<parity>even |odd )?(?:numbers?|integers?) (?:can|could) (?:you |be"
     r" |we )?(?:ma[dk]e"
     r"|form(?:ed)?) (?:from|using|with|out of)(?: only)?(?: the)?(?: digits?)? (?P<set>\d(?:, ?\d)+(?:,? and \d)?"
     r"|\d to \d)"),
    ("within", r"how many (?:positive )?(?:integers|whole numbers|numbers)(?: (?:are there )?(?P<open>from|between)"
     r" 1 (?:to|and)"
     r" (?P<a>\d+)(?P<shut> inclusive)?|,? (?:less than or equal to|not exceeding|up to|at most) (?P<b>\d+)),?"
     r" (?:that )?are (?:exactly"
     r" )?divisible by (?P<p>\d+)(?: (?P<link>or|and|but not)(?: by)? (?P<q>\d+))?"),
    ("chance", r"\bprobability(?: of(?: getting| obtaining)?| that)?"),
    ("void", r"order (?:does not|doesn't) matter"),
    ("count", rf"in how many ways (?:can|could|may) (?:this|it|this \w+|the \w+) be (?:done|chosen|selected"
     rf"|formed)|(?:in )?how many (?:different |distinct |such |of the |possible )*(?:ways|arrangements|seatings"
     rf"|orders|{_GROUP})"
     rf"(?: of choosing| of selecting)?|(?:the )?number of (?:different |distinct )*(?:ways|arrangements|{_GROUP})"),
    ("pool", rf"(?:from|out of|among|contains?|containing|holds?|holding|has|there are|with)(?: an?)?(?: group of|"
     rf" class of)?"
     rf" {_PAIRS}"),
    ("part", rf"(?:contains?|containing|holds?|has|there are) (?P<all>\d+) {_THING},?(?: of which| of whom|,? and)"
     rf" (?P<k1>\d+)"
     r" (?:of them )?are (?P<n1>[a-z]+)"),
    ("same", r"(?:that )?(?:they |both |all |the \w+ )*(?:are |is |have )?(?:of )?(?:the )?same colou?r"),
    ("other", r"(?:that )?(?:they |both |the \w+ )*(?:are |is |have )?(?:of )?different colou?rs?"),
    ("none", r"(?:that )?(?:none(?: of (?:them|the \w+))?|no bulb|no item) (?:is|are) (?P<n1>[a-z]+)"),
    ("each", r"(?:that )?(?:they are )?(?:both|all(?: (?P<m>\d+))?)(?: of them)? (?:are|is|being) (?P<n1>[a-z]+)"),
    ("size", rf"(?:that |with |contain(?:s|ing)? |includ(?:es?|ing) |have |has |getting |there (?:are|is) )*{_SIZE}"
     rf" (?:of them )?"
     r"(?:(?:are|is) )?(?P<n1>[a-z]+|6)"),
    ("chosen", rf"{_GROUP} (?:of|with|consisting of|containing|comprising) {_PAIRS}"),
    ("some", rf"; +of (?P<u>\d+)(?: {_THING})?|{_GROUP} of (?P<k>\d+)(?: {_THING})?|(?P<s>\d+) (?:of them|{_THING})"
     " (?:are|is) (?:then )?(?:drawn"
     rf"|taken"
     r"|chosen|selected|picked|withdrawn|removed)|(?:if )?(?P<t>\d+) are (?:drawn|taken|chosen|selected|picked)"),
    ("kept", r"(?:one after (?:the other|another),? )?without (?:replacement|replacing (?:it|them)|being replaced)"
     r"|simultaneously"
     r"|at the same time"),
    ("back", r"with replacement"),
    ("row", r"(?P<k1>\d+) (?P<n1>[a-z]+) and (?P<k2>\d+) (?P<n2>[a-z]+)(?: are)? (?:to )?(?:be )?(?:sit|stand"
     r"|seated|arranged"
     r"|placed|lined up|line up)(?: up)? in an? (?:straight )?(?:row|line)"),
    ("ring", rf"(?P<all>\d+) {_THING} (?:be )?(?:seated|sit|arranged|placed) (?:a?round|at) an? (?:round|circular)"
     rf" table"),
    ("apart", r"(?:if |so that |that )*(?:do )?no (?:2|two) (?P<n1>[a-z]+) (?:are |may |can |must )?(?:be |sit "
     r"|stand )?(?:next"
     r" to each other|together|adjacent|side by side)"),
    ("block", r"(?:if |so that |that )*(?:all )?(?:the )?(?P<n1>[a-z]+) (?:must |are to |have to )?(?:always |all"
     r" )*(?:be |sit"
     r" |stand |stay )?(?:all )?together"),
    ("toss", r"(?:fair |unbiased )*coin (?:is )?(?:tossed|flipped|thrown) (?P<all>\d+) times"),
    ("roll", r"(?:fair |unbiased |ordinary |six-sided )*(?:die|dice) (?:is )?(?:rolled|thrown|tossed) (?P<all>\d+)"
     r" times"),
    ("fresh", r"(?:and |if |when |where |that )*(?:no digit (?:is |may be |can be )?(?:repeated|repeats|used"
     r" (?:twice|more than"
     r" once))|(?:without|no) repetitions?(?: of digits)?(?: is| are)?(?: allowed)?|repetition(?: of digits)? is not"
     r" allowed"
     r"|each digit (?:is |may be |can be )?used (?:only |at most )?once)"),
    ("again", r"(?:and |if |when )*(?:repetitions?(?: of digits)? (?:is|are) allowed|digits (?:may|can) be repeated)"),
    ("parity", r"(?:and |if )*(?:it|they|the numbers?) (?:has|have|must|is|are)(?: to)?(?: be)? (?P<parity>even|odd)"),
)  # fmt: skip
"""Each fact is taken out of the words in this order; what remains must only hold them together."""
