r"""The questions about what a story tells, as data: the quantities it is asked of, the wording, and the rule for it.

``{it}`` is the quantity of the story, ``{thing}`` whose it is, ``{at}`` a place, ``{span}`` an interval; a rule is a
function of :mod:`told_asked`.
"""

from __future__ import annotations

PARTS = {
    "find": (
        r"(?:(?:find|determine|calculate|compute|work out|evaluate|state|give|write down|obtain|show me|tell me|i need"
        r"|what is|what was|what will be|what would be)(?: me)?)"
    ),
    "away": "(?:away|(?:away )?from (?:the )?(?:origin|start|{origin}))",
    "its": "(?:the|its|his|her|their)",
    "is": r"(?:is|be|was|reach|reaches|equals?|=|to reach|become|becomes|to become|hit|attain|to be)",
    "asks": r"(?:is|does|will|did|are|was|do)",
    "grows": r"(?:changing|growing|increasing|rising|change|grow|increase|rise)",
    "falls": (
        r"(?:falling|decreasing|cooling|dropping|shrinking|declining|draining|emptying|slowing(?: down)?|losing [a-z]+"
        r"|fall|decrease|cool|drop|shrink|decline|drain|empty)"
    ),
    "largest": r"(?P<kind>highest|maximum|greatest|largest|lowest|minimum|least|smallest|peak)",
    "rest": r"(?:instantaneously |momentarily )?(?:at rest|stationary|not moving)",
    "ground": (
        r"(?:(?:hits?|reach(?:es)?|strikes?|touch(?:es)?|lands? on|returns? to|falls? to|back (?:to|on))(?: back)?(?:"
        r" to)? the (?:ground|sea|water|floor)(?: again)?|lands?)"
    ),
    "travelled": r"(?:travelled|traveled|travels|covered|covers|moved|moves|goes)",
    "flows": r"(?:enters?|falls?|pours?|flows?|leaks?|is pumped|is lost|escapes?|drains?|runs?|comes?|leaves?)",
    "where": r"(?:in|out|away|from|into|through|of|the|it|{thing})",
    "sign": r"(?P<sign>at least|at most|more than|greater than|less than|fewer than|above|below)",
    "way": r"(?P<sign>to the right|to the left|forwards?|backwards?|in the (?:positive|negative) direction)",
    "when": (
        r"(?:(?:at )?(?:what|which) times?(?: t)?|(?:after|in) how (?:many (?P<v>{time})|long)|when|(?P<once>after"
        r" what time|how long (?:is it|until|before)|(?:find|determine) (?:the )?time (?:at which|when|for which))|"
        r"(?:find|determine)(?: all)? (?:the )?times (?:at which|when|for which)|(?:find|determine) when|for (?:what"
        r"|which)(?: values? of)? {letter}|(?:at|for) (?:what|which) {counted}|find(?: all)? (?:the )?(?:values? of"
        r" )?{letter} (?:when|if|such that|for which|so that))"
    ),
    "long_run": (
        r"(?: in the long (?:run|term)| eventually| after a (?:very )?long time| as (?:time|{letter}) (?:goe[s] on"
        r"|passes"
        r"|increases)(?: without bound)?| as {letter} (?:tends to|goes to|approaches|->|\\to) (?:infinity|\\infty|oo))"
    ),
}
"""The parts of wordings."""
_ANY = ""
_COUNTED = "number population"
_HELD = "volume amount mass quantity"
_MONEY = "cost revenue profit"
_PLACE = "position displacement"
WORDINGS: tuple[tuple[str, str, str], ...] = (
    # values
    (_ANY, r"{find} (?:the )?(?:exact )?(?:value of )?{it} {at}", "value"),
    (_ANY, r"(?:what|how much) (?:is|was|will|would) {it}(?: be)? {at}", "value"),
    (_ANY, r"how {adjective} (?:is|was|will|would) {the}(?: be)?(?: above the ground)? {at}", "value"),
    (
        _COUNTED,
        r"how many(?: {owner})* (?:are|were|will)(?: there)?(?: be)?(?: left| present| alive| infected)?{of} {at}",
        "value",
    ),
    (
        _HELD,
        r"how much(?: {owner})* (?:is|was|will|remains)(?: there)?(?: be)?(?: left| present| remaining)?{of} {at}",
        "value",
    ),
    ("value price", r"(?:what|how much) (?:is|was|will) {the}(?: be)? worth {at}", "value"),
    ("value price", r"{when} (?:is |will )?{the} (?:is |be )?worth {value}", "reached"),
    (
        "cost price fare fee",
        r"(?:what|how much) (?:does|did|would|will) (?:{the}|an? [a-z]+) cost {at}(?: to [a-z]+)?",
        "value",
    ),
    ("cost price fare fee", r"(?:what|how much) (?:does|did|would|will) it cost to [a-z]+ {at}", "value"),
    ("savings balance", r"how (?:much|many {amount})(?: money)? (?:does|did|will) {the} have {at}", "value"),
    ("savings balance", r"{when} will {the} have {value}", "reached"),
    (_ANY, r"{find} (?:{its} )(?:initial|starting|original) {nouns}{of}", "initial"),
    (_PLACE, r"where (?:is|was|will) {the}(?: be)? {at}", "value"),
    ("position", r"{find} (?:{its} )displacement{of} {at}", "displaced"),
    (
        f"{_PLACE} distance",
        r"how far(?: {away})? (?:is|was|has) {the}(?P<gone> {travelled}| gone)?(?: {away})? {at}",
        "far",
    ),
    # rates
    (
        _ANY,
        r"{find} (?:an expression for |a formula for )?(?:{its} )?(?:instantaneous )?rate of (?:change|growth"
        r"|increase)(?: (?:of|in) {it})?{by}(?: {at})?{by_again}",
        "rate",
    ),
    (_ANY, r"how (?:fast|quickly|rapidly) {asks} {it} (?:be )?{grows}{by}(?: {at})?", "rate"),
    (
        _ANY,
        r"(?:at what rate|{find} (?:the )?rate at which) (?:{asks} )?{it} (?:is |was )?{grows}{by}(?: {at})?",
        "rate",
    ),
    (
        _ANY,
        r"(?:how (?:fast|quickly|rapidly)|at what rate) {asks} (?:{it}|{the}) (?:be )?{falls}{by}(?: {at})?",
        "falling",
    ),
    (_MONEY, r"{find} (?:{its} )?marginal {nouns}(?: function)?(?: {at})?", "rate"),
    (
        _ANY,
        r"{find} (?:an? |the )?(?:(?:expression|formula|equation|function) (?:for|of) )?(?:the |its )?(?:instantaneous"
        r" )?(?P<motion>velocity|acceleration|current|power|force)(?: function)?{of}(?: as a function of (?:{letter}"
        r"|time)| at time {letter}| in terms of {letter})?(?: {at})?",
        "moving",
    ),
    (
        _ANY,
        r"(?:what|how large) (?:is|was|will) (?:{its} )(?P<motion>velocity|acceleration){of}(?: be)? {at}",
        "moving",
    ),
    (_ANY, r"how fast (?:is|was|will) {the}(?: be)?(?: moving| travelling| traveling| going)? {at}", "speed"),
    (_ANY, r"{find} (?:{its} )speed{of} {at}", "speed"),
    # zeros
    (_ANY, r"{when} (?:is )?{the} (?:is )?{rest}", "resting"),
    (_ANY, r"{when} (?:does )?{the} (?:stops?|comes? to (?:a )?(?:stop|rest))(?: moving)?", "resting"),
    (
        _ANY,
        r"{when} (?:is )?(?:the|its) (?P<motion>velocity|acceleration){of} (?:is |equals )?(?:equal to )?(?:zero|0)",
        "resting",
    ),
    (_ANY, r"{when} (?P<turning>(?:does )?{the} (?:changes?|reverses?)(?: its)? direction)", "resting"),
    ("height", r"{when} (?:{asks} )?{the} {ground}", "landing"),
    (
        "height",
        r"how (?:long|many (?P<v>{time})) (?:does|will|did) (?:it|{the}) take (?:for {the} )?(?:to |until (?:it"
        r" )?){ground}",
        "landing",
    ),
    ("weight mass", r"{when} (?:does|will) {the} weigh {value}", "reached"),
    (_ANY, r"(?P<place>(?:what|which) (?:number of )?{counted} (?P<kind>maximi[sz]es?|minimi[sz]es?) {it})", "extreme"),
    ("height", r"how (?:long|many (?P<v>{time})) {asks} {the}(?: be| stay| remain)? in the air", "landing"),
    (
        f"{_PLACE} distance",
        r"{when} (?:{asks} )?{the} (?:is |pass(?:es)? through |return(?:s)? to )?(?:at )?the (?:origin|start"
        r"|starting point)",
        "reached",
    ),
    # values that are reached
    (
        "height",
        r"{when} (?:is )?{the} (?:is )?{value} (?:high|above the ground|in the air|off the ground|tall)",
        "reached",
    ),
    (_COUNTED, r"{when} (?:are|were|will)(?: there)?(?: be)? {value}(?: {thing})*{of}", "reached"),
    (_ANY, r"{when} (?:{asks} )?{it} (?:{is} )?(?:equal to )?{value}", "reached"),
    (
        _ANY,
        r"(?P<once>how (?:long|many (?P<v>{time})) (?:does|will|did|would) {it} take(?: for {it})? to (?:reach|be"
        r"|become|hit|equal|drop to|fall to|rise to|grow to)) {value}",
        "reached",
    ),
    (_ANY, r"find {letter} (?:when|if) {it} ?= ?{value}", "reached"),
    (_ANY, r"{when} (?:is )?{the} (?:is )?moving {way}", "signed"),
    (_ANY, r"{when} (?:is )?(?:the|its) velocity{of} (?:is )?(?P<sign>positive|negative)", "signed"),
    (_ANY, r"{when} (?:is )?{it} (?:is )?{sign} {value}", "bounded"),
    # extreme values
    (
        _ANY,
        r"(?P<place>{when} (?:{asks} )?(?:{the}|{of_noun}) (?:is |be |are |has |have )?(?:reach(?:es)?|attains?)? ?"
        r"(?:at )?(?:its |the |a |their )?{largest}(?: possible)?(?: point| {nouns}| value)?)",
        "extreme",
    ),
    (_ANY, r"(?P<place>{when} (?:is )?{it} (?:is )?(?P<kind>maximi[sz]ed|minimi[sz]ed))", "extreme"),
    (
        _ANY,
        r"(?P<place>{find} (?:the )?(?:number of {counted}|value of {letter}|{letter}) (?:that|which)"
        r" (?P<kind>maximi[sz]es?|minimi[sz]es?) {it})",
        "extreme",
    ),
    (
        _ANY,
        r"(?P<place>(?:how many {counted}|(?:what|which) (?:number of )?{counted}|{find} (?:the )?(?:number of"
        r" {counted}|{counted}|value of {letter}|{letter})(?: that| which)?|(?:for|at) (?:what|which) (?:number of"
        r" )?{counted}) (?:gives?|yields?|makes?|results? in|is) (?:the |a )?{largest}(?: possible)? {nouns}{of})",
        "extreme",
    ),
    (
        _ANY,
        r"(?P<place>(?:for|at) (?:what|which) {counted} (?:is|does) (?:{it}|{the}|{nouns}{of}) (?:at |reach |attain )?"
        r"(?:its |a |the )?{largest}(?: {nouns}| value)?)",
        "extreme",
    ),
    (
        _ANY,
        r"{find} (?:{its} ){largest}(?: possible)? {nouns}{of}(?: (?:that )?{the} (?:reaches|attains|can [a-z]+))?",
        "extreme",
    ),
    ("height", r"how (?P<kind>high) {asks} {the} (?:go|rise|get|fly|climb)", "extreme"),
    # what a velocity or a flow makes
    (
        _ANY,
        r"{find} (?:{its} )(?:net )?(?:change (?:in|of)(?: {its})? )?(?P<made>displacement|position|velocity){of}"
        r" {span}",
        "integral",
    ),
    (
        _ANY,
        r"{find} (?:the )?(?:total )?distance(?: that)?(?: (?:it |of it |(?:by|of) {the} |{the} )?{travelled})?"
        r"(?: (?:by|of) {the})? {span}(?: in total)?(?:,? if it does not turn (?:back|round|around))?",
        "distance",
    ),
    (_ANY, r"how far {asks} {the} (?:travel|move|go|run|walk|drive)(?: in total)? {span}(?: in total)?", "distance"),
    (
        "current power force",
        r"(?:{find} (?:the )?(?:total |net )?|how much (?:total )?)(?P<made>charge|work|energy|impulse)(?: (?:{where}"
        r"|that|which|done|used|consumed|dissipated|delivered|transferred|produced|pass(?:es|ing|ed)?|flow(?:s|ing"
        r"|ed)?|by|is|stretching|moving|it|past|does))* {span}",
        "integral",
    ),
    ("rate", r"how much(?: {thing})* {flows}(?: {where})* {span}", "integral"),
    ("rate", r"how much is it {span}", "integral"),
    ("rate", r"how many {amount}(?: of {thing})? {flows}(?: {where})* {span}", "integral"),
    (
        "rate",
        r"{find} (?:the )?(?:total |net )?(?:change|amount|volume|growth|increase)(?: (?:{where}|in|that|which|has"
        r"|{flows}|flowed|leaked|pumped))* {span}",
        "integral",
    ),
    # averages and limits
    (_ANY, r"{find} (?:{its} )?average (?P<motion>velocity|acceleration){of} {span}", "average"),
    (
        _ANY,
        r"{find} (?:{its} )?average (?P<rate>rate of (?:change|growth|increase))(?: (?:of|in) {it})?{by} {span}",
        "average",
    ),
    (_ANY, r"{find} (?:{its} )?(?:average|mean) {nouns}{of} {span}", "average"),
    (_COUNTED, r"how many(?: {owner})* will (?:there )?eventually be(?: {thing}| alive| infected)?{of}", "eventual"),
    (_ANY, r"what (?:{nouns}|value) {asks} (?:{it}|{the}) (?:approach|tend to)(?:{long_run})?", "eventual"),
    (_ANY, r"what (?:value )?{asks} {it} (?:approach|tend to)(?:{long_run})?", "eventual"),
    (
        _ANY,
        r"{find} (?:{its} )(?:long-term|limiting|eventual|long-run|terminal) (?:value|{nouns}){of}(?:{long_run})?",
        "eventual",
    ),
)
"""Quantities, wording, rule."""
SAME = {
    "height": "height|altitude",
    "altitude": "height|altitude",
    "displacement": "displacement|position",
    "population": "population|population size|number",
    "number": "number|population",
    "mass": "mass|amount",
    "volume": "volume|amount",
    "amount": "amount|quantity",
    "quantity": "amount|quantity",
}
"""The nouns for one quantity."""
HOW = {
    "high": "height altitude",
    "tall": "height",
    "deep": "depth",
    "hot": "temperature",
    "warm": "temperature",
    "heavy": "mass weight",
    "large": "population area volume number",
    "big": "population area volume number",
    "long": "length",
    "wide": "width",
    "expensive": "price cost",
}
"""The quantities of which a question with "how" asks."""
_PHYSICAL = """
    velocity speed acceleration displacement position distance time times cost profit revenue marginal units items
    ground rest moving travel travels travelled high fast far long rate height altitude population amount quantity
    volume mass
"""
PHYSICAL = frozenset(_PHYSICAL.split())
"""Words of a question that asks more than mathematics."""
