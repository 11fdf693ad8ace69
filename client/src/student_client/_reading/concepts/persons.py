r"""Is a clause about a person, so that it cannot change what is asked, whatever its other words?

Such a clause has a person as its subject, or what a person owns, such as "my calculator" or "my middle component". It
points at nothing printed, has no condition, no request, and no word that sets, selects or changes something.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from ..rewording.method_words import is_word
from .narrated_words import MATHS
from .working import names_way

PRINTED = (
    r"(?:functions?|equations?|inequalit(?:y|ies)|matri(?:x|ces)|integrals?|integrands?|limits?|series|expressions?"
    r"|curves?|graphs?|problems?|questions?|fractions?|systems?|lines?|vectors?|sequences?|polynomials?|domain|range"
    r"|variables?|letters?|numbers?|points?|intervals?|values?|answers?|results?|solutions?|roots?)"
)
_PEOPLE = (
    r"(?:teachers?|profs?|professors?|tutors?|lecturers?|instructors?|ta|tas|textbook|book|friends?|classmates?|class"
    r"|group|guy|girl|kid|person|people|others|lecture|lesson|exam|test|quiz|video)"
)
_SELF = r"(?:i|we|i'm|im|i've|ive|i'd|i'll|we're|we've|we'd|me and my [a-z]+|my [a-z]+ and (?:i|me))"
_OTHERS = (
    rf"(?:(?:my|our) (?!(?:[a-z]+ )?{PRINTED}\b)[a-z'-]+|(?:the|a|one of the) (?:[a-z]+ )?{_PEOPLE}|sir|miss|he|she"
    r"|everyone|everybody|someone|somebody|nobody|no one|people|wolfram(?:alpha)?|chatgpt|youtube|reddit|google"
    r"|(?:everything|nothing)(?= [a-z]+(?:s|ed)\b))"
)
_BEGUN = (
    r"(?:been|stuck|lost|confused|struggling|trying|tried|got|keeps? (?=[a-z]+ing\b)|kept|hate|love|panicking|panicked"
    r"|having (?=trouble|an? |problems|difficult|no )|had|revising|revised|studying|studied|preparing|prepping"
    r"|cramming|retaking|retook|doing|did|tutoring|helping|ran|missed|dropped|failed|bombed|spent|watched|googled|went"
    r"|came|blanking|freaking|learning|practi[sc]ing|working|stayed|new to|bad at|hopeless at|rubbish at|terrible at"
    r"|not (?:sure|good|allowed|great)|no (?:idea|clue)|can't|couldn't|didn't|haven't|wasn't|cannot|(?:totally"
    r"|completely|absolutely|so) (?=lost|stuck|confused|tired|done)|don't (?=know|get|understand|see|remember|have))"
)
"""How a message begins that leaves out its "I"."""
_ADVERB = (
    r"(?:(?:also|always|never|just|still|already|then|now|both|all|even|really|actually|honestly|only|usually|often"
    r"|kinda|totally|literally|finally|probably|mostly|somehow|completely|once|first|apparently) )*"
)
_TELLS = re.compile(
    rf"(?:{_SELF}|{_OTHERS}(?: [a-z'-]+){{0,4}}?) {_ADVERB}(?:have |has |had |am |was |were )?{_ADVERB}"
    r"(?:(?P<says>says?|said|saying|tells?|told|claim\w*|mention\w*|hint\w*|suggest\w*|recommend\w*|insist\w*|swears?"
    r"|swore|argu\w*|assure\w*|remind\w*|warn\w*|explain\w*|show(?:s|ed)?(?! up)|prove[sd]?)"
    r"|know\w*|knew|think\w*|thought|guess\w*|believ\w*|bet|suspect\w*|hear[ds]?|notic\w*|reali[sz]\w*|see|saw|agree\w*"
    r"|found|learn\w*|remember\w*|convinced|sure|certain|pointed out|read|feel|felt|figure\w*|understand|understood"
    r"|get|got|worked out)(?: (?:me|us|it|out|to (?:me|us)))?(?: that)? (?P<rest>.+)"
)
_INDIRECT = re.compile(
    r"(?:about|of|how|why|what|which|where|whether|when|who|everything|nothing|anything)\b|[a-z]+ing\b"
)
"""What follows a word of knowing or of saying, and states nothing: "how it goes", "about limits"."""
_ASKED = re.compile(r"\b(?:how|why|what|which|where|whether|when|who)\b.*")
_STATES = re.compile(
    r"\b(?:is|are|was|were|be|has|have|had|does|do|can|will|must|should|equals?|gives?|lies|passes|goes|starts?|ends?"
    r"|[a-z]+'s(?= [a-z]+(?:ed|ing|ive)\b)|vanish\w*|touch\w*|meets?|cross\w*|means?|needs?|depends?|holds?"
    r"|stays?)\b|\b(?:it|that|there|he|she)'s\b|n't\b"
    r"|^(?:it|[a-z]|they|both|(?:the|this|that|each) [a-z]+) (?:[a-z]+ly )?[a-z]+s\b"
)
_WITHIN = re.compile(
    r"\b(?:if|when|where|while|once|before|after|until|since|because) (?=(?:i|we|he|she|they|you|i'm|we're|my|our"
    r"|everyone|nobody|it comes|the exam|class|school)\b)|\b(?:before|after) (?=[a-z]+ing\b|that\b|school|class|the "
    r"(?:exam|test|lesson|first|break))|\b(?:when|while|by) (?=[a-z]+ing\b)|\bfor (?=(?:hours?|days?|weeks?|ages"
    r"|years?|an?|the|my|our|ever|not|getting|homework|class|school|now|some|two|three|\d)\b)|\bbecause of (?=[a-z]+)"
    r"|\b(?:know|knew|sure|see|understand|understood|remember|forgot|forget|figure out|idea|clue|wonder|wondering) "
    r"(?:how|when|where|why|what|which|who|whether|if)\b[^=<>≤≥]*$|\b(?:when|whenever|once|if|as soon as) [^,]{1,25}? "
    r"(?:shows?|comes?|turns?|pops?|gets?|is|are) (?:up|involved)\b|\b(?:get|gets|got|getting|end(?:s|ed)? up with"
    r"|with) (?:an? |some |two )?(?:positive|negative|complex|imaginary|different|weird|huge) (?:[a-z]+s?)\b|\bmust be"
    r" (?:going|doing|making|missing|wrong|stupid|dumb)\b|\b(?:should(?:n't| not) )?(?:be|get|got|getting) there\b"
    r"|\bmissing (?:something|a trick|the point|class)\b|\b(?:has|have) the wrong [a-z]+\b"
)
"""Conditions of what a person does, and not of the problem."""
_DOING = (
    r"(?:on|with|about|at|by|in|like|over|of|for|do|did|done|doing|tried|try|trying|solve|solving|understand"
    r"|understood|hate|hated|love|before|learnt|learned|covered|seen|hit|met|started|attempted|practising|practicing)"
)
_OF_THIS = re.compile(rf"\b{_DOING} (?:all |any )?(?:of )?(?:this|these|those|that|here)(?: \w+)?\b|\bthis (?:week|year"
    r"|morning|term|time|semester|summer|month|chapter|unit|topic|course|class|weekend|evening|afternoon)\b"
)  # fmt: skip
_PLACES = re.compile(
    r"\b(?:this|these|those|there|below|above|following|shown|printed|displayed|attached|given)\b"
    r"|\b(?:the|my|its|his|her) (?:[a-z]+ )?[a-z]+ here\b|\bhere(?:'s| is| are)\b|^here\b"
)
"""Words that point at what is printed, so that it could be what the person made."""
_WHOSE = re.compile(
    r"\b(?:if|when|whenever|where|wherever|unless|provided|assum\w*|suppos\w*|whose|given|except"
    r"|for (?:all|any|each|every|which|what|[a-z])|as (?:the|[a-z]))\b"
)
_ASKS = re.compile(
    r"\b(?:needs?|needed|want(?:s|ed)?|wanna|requires?d?|must|have to|has to|got to|gotta|should|asks?|asking|asked "
    r"(?:to|for)|please|pls|like|likes|prefers?|wish\w*|hop(?:e|es|ing) (?:to|for)|look\w* (?:for|to)|after the"
    r"|interested|cares?|goal|aim|request\w*|find out|expects?|expected to|told (?:me|us) to|said to|says to|supposed"
    r" to (?!know|understand|be (?:easy|hard|simple|obvious|able))|trying to (?!do\b|solve it|understand|remember"
    r"|learn|figure|study|get (?:it|better|my|ready))|(?:can|could|would|will) (?:you|u|someone|anyone))\b|\?"
)
_SETTING_WORDS = """
    mean means meant type typed typing typo typos wrote write writes written copied copy misread* misprint* mistyped
    chang* replac* correct corrected correction corrections edit* fix* updat* let defin* denot* call calls called name
    named treat* consider* restrict* choos* chose* pick picks picked select* focus* round rounds rounded rounding
    approximat* estimat* ignor* discard* reject* exclud* includ* remov* omit* threw throw* instead except rather other
    others another apart besides missing degree degrees radian radians digit digits significant figure figures integer
    integers natural naturals complex imaginary real principal positive positives negative negatives nonnegative acute
    obtuse reflex quadrant quadrants between exceed* greater less large larger largest small smaller smallest bigger
    biggest higher lower upper least below inside outside modulo mod domain range interval rational irrational prime
    exact exactly nearest base trivial distinct halv* reciprocal opposite negate negated depend depends metres meters
    together stop* count counts matter matters valid extraneous respect varies varied binary hex* finite live lives
    begin begins
"""
_MADE_OF = (
    r"(?:tak|took|set|put|plac|mov|shift|reflect|translat|rotat|scal|stretch|swap|switch|interchang|flip|revers|invert"
    r"|transpos|renam)\w* (?:the |my |that |both |each |its )?(?:[a-z]+ )?(?:answers?|results?|solutions?|graphs?"
    r"|curves?"
    r"|functions?|matrix|rows?|columns?|limits|bounds|order|axes|axis|origin|signs?|integral|inverse|derivative)"
)
_USES = (
    r"us(?:e[sd]?|ing) (?!the (?:[a-z'-]+ ){0,3}(?:rule|formula|method|test|theorem|identity|identities|trick)"
    r"|substitution|integration|elimination|factoring|parts|long division|synthetic|completing|a calculator|my"
    r" calculator|wolfram|l'h|chain|quotient|product rule|partial|it\b|symmetry|trig|tables?|notes)"
)
_ONLY = (
    r"only (?!just|now|got|get|know|have|had|managed|did|started|learn\w*|been|lists?|gives?|gave|shows?|says?"
    r"|this (?:week|year))"
)
_SETS = re.compile(
    r"[<>≤≥≠≈]|\\(?:leq?|geq?|lt|gt|neq?|in|to|pm)(?![a-z])|\b"
    rf"(?:{'|'.join(word.replace('*', '[a-z]*') for word in _SETTING_WORDS.split())}|{_MADE_OF})\b|\b(?:{_USES}|"
    rf"{_ONLY}|(?:skip\w*|dr[ao]p\w*) (?:it|that|this|the|all|any|a)\b|read\w* (?:it|this|that|the [a-z]+) as\b"
    r"|leav\w+ out\b|left out\b|but not\b|not the\b|mistakes? in the\b|decimal places\b|whole numbers?\b|most of"
    r" the\b|doubl\w+(?![- ]angle)|half (?!angle|an hour|the (?:class|time|night))|twice (?:the|as|it)\b|up to\b|as"
    r" far as\b|from [-\da-z.]+ (?:to|up)\b|at -?\d|(?:starts?|ends?) (?:at|from|with)\b|start(?:ed|ing)? \w+ing\b|"
    r"(?:two|three|four|five|six|\d) (?:terms|places|dp|sf|decimals)\b|works? (?:in|over|with)\b|works?$)"
)
"""Words that set, select or change something, or say in which units or numbers to work."""
_OWNS = re.compile(
    r"\b(?:have|has|had|having|with|got) (?:a|an|the|my|our|no|so much|some|two|three|\d|any|big|this big)(?:"
    r" [a-z\d'-]+){0,3}? (?:quiz|exam|test|homework|midterm|final|finals|class|lesson|lecture|assignment|idea|clue"
    r"|trouble|problems? (?:with|sheet)|deadline|time|headache|doubts?|issues?|interview|presentation|break|button|key"
    r"|mode|migraine|cold|flu|feeling|hunch|go|look|luck|teacher|tutor|sub|day|week|panic|meltdown)\b|\b(?:has|have"
    r"|had) (?:not |never |just |all |already |also )*(?:been|gone|[a-z]+ed|seen|done|got|left|lost|tried|forgotten"
    r"|taken|taught)\b|\b(?:had|has|have) (?:no )?(?:fun|trouble|luck|difficulty|problems|nothing|time)\b|\bhaven't"
    r"|\bhasn't|\b(?:trouble|hard time|fun)\b"
)
_HAS = re.compile(r"\b(?:has|have|having|had)\b")
_COUNTS = re.compile(
    r"\b\d+(?:[.,:]\d+)? ?(?:%|am|pm|marks?|points?|pts|hours?|hrs?|minutes?|mins?|days?|weeks?|months?|years?|times"
    r"|attempts?|tries|pages?|questions?|lessons?|lectures?|videos?|people|kids|of them|different|seconds?|percent"
    r"|classes)\b|\b(?:question|q|problem|page|p|line|chapter|ch|exercise|ex|part|week|unit|year|lesson|section|sheet"
    r"|worksheet|calc|calculus|algebra|maths?|physics|level|grade|paper|course|step|number|no)\.? ?#?\(?\d*[a-z]?"
    r"(?:\.\d+)*[a-h]?\)?(?![\w(])|\b[a-z]+ing \d+ times\b|\bpage \d+\b"
)
"""Numbers of school and of time."""
_CAME = re.compile(
    r"\b(?:got|get|getting|gives?|gave|giving|says?|tried|plug\w* in|multipl\w+|divid\w+|add\w+|subtract\w+|factor\w+"
    r"|squar\w+|t(?:ake|ook|aking) out|pull\w* out|lists?|shows?|about|let)\b"
)
_EQUATION = re.compile(r"(?P<left>[a-z](?:'|_\w)*) ?=")


_STUDIES = re.compile(
    rf"(?:(?:{_SELF}|{_OTHERS}) )?{_ADVERB}(?:have |had |am |was |were |are |is |been |keep |kept )?{_ADVERB}"
    r"(?:miss\w*|cover\w*|do|did|done|doing|learn\w*|stud\w+|hat\w+|lov\w+|know|knew|forg[eo]t\w*|remember\w*|feel"
    r"|felt|see|saw|watch\w*|understand|understood|read\w*|struggl\w*|stuck|lost|confus\w*|mix\w*|mess\w*|fail\w*"
    r"|bomb\w*|drop\w*|panic\w*|revis\w*|prepar\w*|practi[sc]\w*|tutor\w*|star(?:e|ed|ing)|look\w*|try|tried|trying"
    r"|new|bad|hopeless|terrible|sick|ill|absent|can|can't|cannot|could|couldn't|never|don't|didn't|not|start\w*"
    r"|spent|spend\w*|have|has|work\w*|retak\w*|think|thought|guess\w*|read|said|says?|told)\b"
)
"""What is done with a subject of study, and not to what is printed."""
_TO_ME = re.compile(
    r"[a-z' -]{3,40}? (?:(?:is|are|keeps?|just|always|really|still|totally) )*(?:giv(?:es?|ing)|gave|freak\w*"
    r"|driv\w*|kill\w*"
    r"|confus\w*|scar\w*|annoy\w*|puzzl\w*|bother\w*|throw\w*|stump\w*|los(?:es?|ing)|haunt\w*|escap\w*) (?:me|us)\b"
)
_GOT_WORSE = re.compile(
    r"(?:it|that|this|which|everything) (?:(?:just|only|then|all) )*(?:got|gets|went|goes|keeps? getting|kept getting"
    r"|looks?|looked|became|turned|came out) (?:(?:so|too|even|really|all|very|more|pretty) )*(?:worse|mess(?:y|ier)"
    r"|ugl(?:y|ier)|long(?:er)?|weird|nasty|horrible|complicated|wrong|huge|crazy|nowhere|strange|bad|insane|hairy)"
)
_OWN_ANSWER = re.compile(rf"(?:{_SELF}) {_ADVERB}(?:said|answered|guessed|concluded|argued|claimed)\b")
_NEW = re.compile(r"(?:let|set|put|used|called|subbed in|took) (?P<new>[a-z]) = [^,]*")
_IS = re.compile(rf"{_OTHERS}(?: [a-z'-]+){{0,2}} (?:is|are|was|were|had)\b")
_IS_NOW = re.compile(
    r"\b(?:is|are|was|were) (?:due|tomorrow|today|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|in (?:\w+ )?(?:hours?"
    r"|days?|weeks?|minutes?)|useless|hopeless|away|ill|sick|strict|no help|mean|gone|dead|fried|tired|killing"
    r"|driving)\b"
)


def is_of_a_person(text: str, letters: Collection[str], *, follows: bool) -> bool:
    """Return whether a clause tells something of a person, and cannot change what is asked.

    Args:
        text: the clause in small letters.
        letters: those of the printed expression.
        follows: whether the clause before it is such a one, whose subject it may share.

    >>> is_of_a_person("i lost all my marks on the quiz", [], follows=False)
    True
    >>> is_of_a_person("i already differentiated and got the expression below", [], follows=False)
    False
    """
    begun = rf"(?:{_SELF}|{_OTHERS}|{_BEGUN}{'|[a-z]+ed|got|lost|ran' if follows else ''})(?![\w'])"
    text = text.replace('"', "")
    if follows and _GOT_WORSE.fullmatch(text):
        return True
    if not (re.match(begun, text) or _TO_ME.match(text)) or not is_free(text, letters):
        return False
    if _OWN_ANSWER.match(text):
        return True
    told = _TELLS.fullmatch(text)
    if told is None:
        return not _IS.match(text) or bool(_IS_NOW.search(text))
    rest = told["rest"]
    states = _STATES.search(_ASKED.sub("", rest))
    known = _INDIRECT.match(rest) or names_way(rest) if told["says"] else True
    return (bool(known) and not states) or is_of_a_person(rest, letters, follows=False)


def is_free(text: str, letters: Collection[str]) -> bool:
    """Return whether a clause sets, selects, changes, asks and points at nothing."""
    text = _NEW.sub(lambda found: found[0] if found["new"] in letters else "substituted", text)
    said = _OF_THIS.sub(" ", _OWNS.sub(" ", _WITHIN.sub(" ", text)))
    if any(pattern.search(said) for pattern in (_PLACES, _WHOSE, _ASKS, _SETS, _HAS)):
        return False
    if re.search(r"\d", _COUNTS.sub(" ", said)) and not _CAME.search(text):
        return False
    return not any(
        found["left"][0] in letters and "'" not in found["left"] and not (len(letters) == 1 and _CAME.search(text))
        for found in _EQUATION.finditer(text)
    )


def is_deed(text: str) -> bool:
    """Return whether a clause in small letters tells what was done to something of mathematics.

    >>> is_deed("i flipped the fraction"), is_deed("i missed the chain rule")
    (True, False)
    """
    words = re.findall(r"[a-z]+", text)
    return not _STUDIES.match(text) and (bool(MATHS & set(words)) or any(map(is_word, words[2:])))
