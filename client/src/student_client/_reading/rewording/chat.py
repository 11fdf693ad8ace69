r"""Says what a chat message asks, without what people write around it: greetings, worries, who said what.

A message is cut at its sentences, commas, dashes, brackets and at "but I", "because my" and the like. A part without
a number, a formula or a word that could bear mathematics is left out, and so is a remark on a method. The part that
asks loses its polite beginning and its "of this thing". What is left must be understood in all its words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from ..questions.splitting import sentences
from .aside_words import CHAT
from .asides import NAMED, is_aside
from .everyday_words import beside, everyday
from .hints import FORMULA, Known, words_of
from .lightening import letters_of
from .method_words import is_way
from .ordinary import ORDINARY

_SHORT = {
    "whats": "what is", "what's": "what is", "wats": "what is", "hows": "how is", "gimme": "give me", "w/": "with",
    "lemme": "let me", "wanna": "want to", "gotta": "have to", "w/o": "without", "deriv": "derivative",
    "derivs": "derivatives", "antideriv": "antiderivative", "eqn": "equation", "eqns": "equations", "fn": "function",
    "func": "function", "soln": "solution", "solns": "solutions", "det": "determinant", "2nd": "second",
    "3rd": "third", "diffeq": "differential equation", "ode": "differential equation", "de": "differential equation",
}  # fmt: skip
"""Shortened words of messages, which are spelled out unless the problem has them as letters."""
_FACES = re.compile(r"(?<!\S)(?:[:;]'?-?[)(DPp/|]+|\^\^|<3|xD+|[\U0001F300-\U0001FAFF\u2600-\u27BF]+)(?!\S)")
_ME = r"(?:i|i'm|im|i've|ive|i'd|i'll|ill|my|we|we're|we've|our|me|prof|teacher|it's|that's)"
_CUT = re.compile(
    rf",\s+|\s+[-\N{{EN DASH}}\N{{EM DASH}}]+\s+|[:;]\s+|\s+(?=\((?!\d))|(?<=\))\s+"
    rf"|\s+(?:but|because|cuz|bc|since|although|though|tho|and|so|bcuz)\s+(?={_ME}\b)",
    re.IGNORECASE,
)
_FURTHER = """
    her his their your who or too class exam test midterm final quiz homework hours week weeks month years minute
    minutes hour down up off away around quick quickly fast slow math maths school college when while way ton bunch
    million much many honestly question problem scares confused wolfram everything moved new little nobody answered
    answering asked asking uses using notation over totally forgot
"""
_ASKING = """
    all one ones any some something anything nothing give gives gave given let lets make makes show shows showing read
    write what where which whether how why next missing miss number check checked correct solve-it solution
"""
_BESIDE = (CHAT | frozenset(_FURTHER.split())) - frozenset(_ASKING.split())
"""The words that may stand beside everyday words, so that a part says nothing of the question."""
_COURSE = re.compile(
    r"\b(?:calc(?:ulus)?|algebra|maths?|physics|stats|chem|ch(?:apter)?\.?|unit|week|year|grade|lecture|hw|homework"
    r"|pset|ps|worksheet|quiz|exam|section|sec\.?|page|p\.?|problem|prob\.?|question|q|exercise|ex\.?|item|no\.?|part"
    r"|task|set|review|test|level) ?#?\d+(?:\.\d+)*[a-h]?(?! ?[-+*/^=])\b|\b\d\d?(?::\d\d)? ?[ap]m\b",
    re.IGNORECASE,
)
_SOMEONE = r"(?:you|u|ya|someone|somebody|anyone|anybody|any of you)(?: all| guys)?"
_POLITE = re.compile(
    r"(?:(?:someone|somebody|anyone|anybody|guys|folks|everyone|everybody|people|friends|hi|hey|hello|ok|okay|so|now"
    r"|then|and|also|pls|plz|please|kindly|just|quickly|simply)\b[,!.]? ?|(?:can|could|would|will|might|does|do)"
    rf" {_SOMEONE}(?: please| pls| plz| kindly| perhaps)?(?: (?:help|be able|know how|tell|show|explain|teach|walk))?"
    r"(?: (?:me|us))?(?: (?:to|how to|how i|how you|how we|through how to|with how to))? |(?:help(?: me| us)?|tell me"
    r"|show me|teach me|explain|let me know|remind me)(?: (?:to|how to|how i|how you))? |(?:(?:i|we)(?:'m| am|'d)?"
    r" ?)?(?:really |just |still |kinda |do )*(?:need|want|have to|trying to|supposed to|would like)(?: (?:to know|to"
    r" get|help(?: to)?|you to|someone to|to))? |how (?:do|would|can|should|could|does) (?:i|you|one|we|u|anyone"
    r"|someone)(?: even| actually| go about)? |how to |my (?:task|job|homework|question) is to |we are (?:asked|told"
    r"|supposed|meant) to )+",
    re.IGNORECASE,
)
_VERBS = (
    "differentiate integrate solve expand simplify evaluate find compute calculate determine work write rewrite"
    " multiply divide invert express complete condense combine collect reduce convert get give state figure rearrange"
    " make isolate sum add subtract take do show prove verify check sketch plot graph use apply set put row tell know"
    " see understand start begin answer handle approach tackle finish"
)
_VERB = re.compile(rf"(?:factor\w*|rationali[sz]e|{'|'.join(_VERBS.split())})\b", re.IGNORECASE)
_THING = re.compile(
    r"(?P<cut>,? (?:of|for|in|on|from|with|to) (?P<words>(?:this|that|these|those|my|our)(?: [a-z0-9'-]+){0,4}))"
    r"(?=\s*[.?!]*$|\s+(?:at|when|as|from|with respect|wrt|on)\b)",
    re.IGNORECASE,
)
_GOAL = re.compile(r",? for (?P<words>(?:my|our)(?: [a-z'-]+){1,3})[.?!]*$", re.IGNORECASE)
_DONE = re.compile(
    rf"\b(?:{'|'.join(_VERBS.split())}|factor|factori[sz]e)(?: (?:out|up|down))?(?P<cut> (?P<words>(?:this|that|these"
    r"|those|my)(?: [a-z0-9'-]+){1,4}?))(?=\s*[.?!]*$|\s+(?:at|as|from|to|with respect|wrt|on|out|for [a-z]\b)\b)",
    re.IGNORECASE,
)
_PRINTED_WORDS = """
    function functions expression equation equations integral limit sum series product matrix matrices vector vectors
    thing things one ones guy curve ellipse circle parabola hyperbola polynomial quadratic cubic fraction system
    inequality problem exercise question differential 2x2 3x3
"""
_PRINTED = frozenset(_PRINTED_WORDS.split()) | {"this", "that", "these", "those", "my", "our"}
_TAIL = re.compile(
    r"(?:,? (?:here|please|pls|plz|thanks|thx|thank you|ty|asap|for (?:me|us)|rn|now|today|tonight|step by step"
    r"|if (?:possible|you can|you could)|in detail|from scratch|by hand|guys|folks|everyone|anyone|lol|haha|though|tho"
    r"|somehow|someone|ok|okay|too|at all))+(?=\s*[.?!]*$)",
    re.IGNORECASE,
)
_HELP = re.compile(r"\b(?:help|stuck|how (?:do|would|should|can) (?:i|you|we|u)|answer|solve|figure)\b", re.IGNORECASE)
"""What a message says that leaves the question to what is printed."""
_PRINTED_TASK = re.compile(r"\\int|\\lim|\\sum|\\prod|∫|∑|vmatrix")
_ODE = re.compile(r"[a-zA-Z]'|\\d?frac\s*\{\s*d[\^ a-zA-Z]")


def unchatted(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return a problem whose message is only what it asks.

    Args:
        objective: the words.
        expression: the printed expression.
        variables: the problem's variables.

    >>> unchatted("Prepping for my midterm, can u find the derivative of this monster? I'm so lost lol", "x^2", ["x"])
    ('find the derivative.', 'x^2')
    """
    letters = {*letters_of(expression, variables), *variables}
    text = _spelled(_FACES.sub(" . ", objective.replace("\u2019", "'")), letters)
    known = Known(letters)
    kept = [part for said in sentences(text) for part in _kept(said, known, letters)]
    if not kept:
        return (_HELP.search(text) and _printed_task(expression)) or objective, expression
    return " ".join(kept), expression


def _spelled(text: str, letters: Collection[str]) -> str:
    """Return a text whose shortened words are spelled out."""

    def instead(found: re.Match[str]) -> str:
        word = found[0].lower()
        return found[0] if word in letters else _SHORT.get(word, found[0])

    text = re.sub(r"(?<![\w\\^_{'])[A-Za-z0-9][A-Za-z']*(?:/o?(?= ))?(?![\w(^_}])", instead, text)
    if "w" not in letters:
        text = re.sub(r"(?<= )w (?=this|it|that|my|these)", "with ", text)
    return text


def _kept(said: str, known: Known, letters: Collection[str]) -> Iterator[str]:
    """Yield what a sentence asks, in one piece; nothing if it is all chat."""
    parts = [part for part in _CUT.split(said) if part.strip(" .,!?()-")]
    marks = [found[0] for found in _CUT.finditer(said)]
    if len(parts) != len(marks) + 1:
        marks = [", "] * (len(parts) - 1)
    plain = [_is_chat(part, known, letters) for part in parts]
    if all(plain):
        return
    first = plain.index(False)
    last = len(plain) - plain[::-1].index(False)
    made = parts[first]
    for mark, part in zip(marks[first : last - 1], parts[first + 1 : last], strict=True):
        made += mark + part
    made = _asks(made.strip(" ,;:-"))
    if made:
        yield made if made[-1] in ".?!" else f"{made}."


_START = re.compile(
    r"(?:how|where) (?:do|would|can|could|should|to) ?(?:i|you|one|we|u)?(?: even| ever)? ?(?:start|begin|approach"
    r"|tackle|handle|attack|go about)(?: with| on)?(?: (?:this|it|that|these))?(?: [a-z]+){0,2}",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"\b(?:half|double[ds]?|twice|triple|opposite|which|prove|wrong)\b", re.IGNORECASE)
"""A word that could say more of the question, even in what somebody got or said."""
_THANKS = re.compile(r"(?:many |big |huge )?(?:thanks|thank|thx|thnx|tysm|ty|tia|cheers)\b", re.IGNORECASE)
_THINKS = re.compile(
    r"(?:i (?:think|thought|guess|assume|suppose|feel|bet|believe|suspect|know)|maybe|probably|perhaps|apparently"
    r"|(?:we|i)(?:'ve| have| just)? (?:learned|learnt|covered|did|used|started|saw|studied|practi[sc]ed)"
    r"|(?:(?:the|my|our) )?(?:prof(?:essor)?|teacher|tutor|(?:text)?book|friend|ta|lecturer|instructor|notes|mom|dad)"
    r"(?: (?:said|says|told (?:me|us)|mentioned|suggested|suggests|hinted|used|uses|did|does)))"
    r"(?: (?:it|its|it's|it is|this|this is|that|we|i|you|to|should|could|can|have|has|need|needs|do|try|use|using|by"
    r"|with|about|of|something|like|be|is|involve|involves|required|requires))* ",
    re.IGNORECASE,
)
"""The beginning of what somebody thinks of the way to the answer."""
_MANNER = re.compile(r",? ?\b(?:twice|here|again|somehow|first|then|or something|i think|maybe|probably|like that)\b")


_GOT = re.compile(
    r"(?:and |but |so |because |cuz )*(?:(?P<own>(?:i|we)(?:'ve| have| just| always| keep| kept| only| still|"
    r" actually)* (?:get|got|getting|obtained|end(?:ed)? up with|came up with|arrived at))|(?:i|we)(?: just| still)* "
    r"(?:thought|think|guess|believed?) it(?:'s| is| was| might be)(?= [-+\d])|(?:(?:my|the|our|this) )?(?:calculator"
    r"|wolfram(?: ?alpha)?|chatgpt|answer key|key|solutions?|friend|gf|bf|girlfriend|boyfriend|roommate|classmate"
    r"|brother|sister|quiz|program|app|phone)(?: (?:just|only|always|still|keeps|itself))? (?:says?|said|shows?|showed"
    r"|gives?|gave|gets?|got|claims?|claimed|thinks?|returns?)|(?:l'?hopital|squaring(?: both sides)?|substituting"
    r"|plugging in|the formula|that|it) (?:gives?|gave) me)\b",
    re.IGNORECASE,
)
"""The beginning of what came out for somebody, which is not part of the question."""
_VALUE_WORDS = (
    "one two zero infinity undefined decimal decimals error errors different another piece nothing something wrong"
)
_VALUES = frozenset(_VALUE_WORDS.split())
_OTHER_WORDS = "weird theres there's answer answers nonsense garbage solution solutions only works no"
_CAME_OUT = _BESIDE | _VALUES | frozenset(_OTHER_WORDS.split())
_SIGNS = frozenset("+-*/^()<>=.,'%") | {"pi", "sqrt", "ln", "e"}


_COUNTED = re.compile(
    r"(?:\d|one|two|three|four) (?:decimal|digit|place)|\bonly (?:one|two|\d|positive)\b|\d.*\bonly$"
    r"|\b(?:that|says?|said)\b.*[<>]",
    re.IGNORECASE,
)
"""What counts the digits or the answers that are asked."""


def _is_result(part: str, letters: set[str]) -> bool:
    """Return whether a part says only what came out: "i get -3/25", "my calculator just shows decimals"."""
    found = None if _COUNTED.search(part) else _GOT.match(part)
    said = words_of(part[found.end() :]) if found else []
    own = letters if found and found["own"] else set()
    return any(word in _VALUES or word[0].isdigit() for word in said) and all(
        word in _CAME_OUT or word in everyday() or word in _SIGNS or word in own or word[0].isdigit() for word in said
    )


def _is_thought(part: str) -> bool:
    """Return whether a part says by which method somebody would do it."""
    found = _THINKS.match(part)
    way = _MANNER.sub("", part[found.end() :]).strip() if found else ""
    return is_way(way) and not _COUNTS.search(re.sub(r"\b(?:half|double|triple)[- ]angle", "angle", way))


def _is_chat(part: str, known: Known, letters: Collection[str]) -> bool:
    """Return whether a part of a sentence says nothing of the question."""
    bare = _COURSE.sub(" ", re.sub(r"^(?:but|and|so|because|or) ", "", part.strip(" .,!?()-\"'"))).strip(" .,!?()-\"'#")
    if not bare or _START.fullmatch(bare) or _is_result(bare, set(letters)) or _is_thought(bare):
        return True
    if _COUNTS.search(bare) or len(bare) == 1:  # as in A - I
        return False
    if is_aside(bare, known):
        return not (NAMED.search(bare.lower()) and re.match(r"(?:i|we)\b", bare, re.IGNORECASE))
    words = words_of(bare)
    if FORMULA.search(bare) or any(word in letters and word not in {"a", "i"} for word in words):
        return False
    if _THANKS.match(bare):
        return all(word in beside(_BESIDE) for word in words)
    plain = beside(ORDINARY)
    said = [word for word in words if word not in ",.!?-'\""]
    return all(word in _BESIDE or word in plain for word in said) and any(word in plain for word in said)


def _asks(part: str) -> str:
    """Return a part that asks, without its polite beginning, what it is asked of, and its end."""
    made = _TAIL.sub("", part)
    goal = _GOAL.search(made)
    made = made[: goal.start()] if goal and _is_printed(goal["words"]) else made
    for pattern, instead in ((_THING, ""), (_DONE, " it")):
        found = pattern.search(made)
        if found and _is_printed(found["words"]):
            made = f"{made[: found.start('cut')]}{instead}{made[found.end('cut') :]}"
    made = _TAIL.sub("", made)
    polite = _POLITE.match(made)
    if not polite:
        return made
    rest = made[polite.end() :]
    if re.match(r"(?:what|where|when|which|how|for|at|on|is|are)\b", rest, re.IGNORECASE):
        return rest
    rest = re.sub(r"^(?:get|do|see|know|understand|figure out)\b(?! (?:this|it|that)\b)", "find", rest)
    return re.sub(r"\?$", ".", rest if _VERB.match(rest) else f"find {rest}") if rest.strip(" .?!") else ""


def _is_printed(said: str) -> bool:
    """Return whether words only point to what is printed: "this nasty thing"."""
    return all(word in _PRINTED or word in everyday() or word in ORDINARY for word in said.lower().split())


def _printed_task(expression: str) -> str:
    """Return the words for what is printed, if it says itself what to do."""
    if _PRINTED_TASK.search(expression) and "=" not in re.sub(r"[_^]\{?[^{}]*\}?", "", expression):
        return "Evaluate."
    return "Solve the differential equation." if _ODE.search(expression) and "=" in expression else ""
