"""Words of people who study and ask for help, none of which bears mathematics.

Chosen by hand from the commonest words of English (SCOWL, level 10). A word that counts, orders, compares, denies,
limits, or says where something comes from, is not here: "next", "bigger", "wrong", "only", "from", "gives".
"""

from __future__ import annotations

import re

_WORDS = """
    a able above academic accordingly act actually advance aha ahead aim alright also always am amongst an and
    answer answered answering answers anybody anyone anything anyway ap apologies appreciate appreciated aqa are
    arrive as ask asked asking asks assist assistance assure at attempt attempted attempting attempts attention
    automatically away awesome background bad badly basically because become been beforehand beginner being believe
    believes belong below bit board book books boring bother brief briefly bring bro btec btw buddy busy but by calc
    came can carefully catch cbse cert challenge challenging chapter chat cheers clarify class classes classmate
    clear clearly clever clue college come coming comment communicate completely complicated concise confident
    confirm confused confusing confusion correctly could course courses crazy credit credits dad daily daughter day
    days deadline deal dear definitely demonstrate deserve detail detailed details difficult difficulties difficulty
    display displayed dm do document does doing done doubt dude dumb during easier easily easy edexcel edition
    effort email engineer engineering enjoy entirely especially essential essentially euclid's euclidean evening
    everybody everyone exactly exam exams exciting excuse exercise exercises expect expected explain explained
    explaining explanation explicitly fact fail failed fairly familiar favor favour feedback feel fellow finding
    folks follow following for forum friday friend friendly friends fully fun gave gcse generally genuinely get
    getting give giving go going gone good got grade grades grading grateful gre great greetings guess guidance
    guide guys guys'd had hand handout happy hard hate hates have having he hear heard hello help helped helpful
    helping helps hence her here hey hi highers him hmm homework hope hopefully hoping hot how i i'd i'll i'm i've
    ib id idea ideas idk igcse im imagine immediately important improve in incidentally indeed information
    instructor interested interesting into introduce introduction is issue it it's its ive jee job join just
    justification justify keep keeps kept kid kindly knew know knowing knowledge known knows l'hopital l'hôpital
    late later learn learned learning learnt leave leaving lecture lecturer lectures lesson lessons let let's lets
    lhopital likely lol lots love lovely luck lunch made main mainly make makes making manage managed mark marked
    marks mate material math mathematics maths matter matters maybe me mention mentioned mentor mess messed messing
    midterm mind mine module mom monday month monthly morning mum my myself naive ncert neat neatly necessary need
    needed needing needs nice note notebook notes notice noticed now obtain obtained obtaining obviously ocr of
    offer official often oh ok okay on online oops opinion otherwise ought our ours page pages panic paper papers
    part's past patient pay people perhaps person personal personally phone please pleased plenty pls plz polite
    politely possibly post posted practice practise prep prepare prepared preparing present presented presumably
    pretty print printed probably problem problems prof professor program project promise prompt properly provide
    provided provides providing pt pts purpose puzzle puzzled puzzling q question questions quick quickly quiet
    quite quiz r read reader reading readings ready really reason reasonable reasonably reasoning recall recent
    recently recommend recommended refer refresh remark remember remind reply report request required research
    response reveal revise revising revision ridiculous sadly said sake samples sat saturday say saying says scared
    school screen screenshot seat seek seeking seem seems semester seminar send sense sentence seriously session
    setting settle shall she should showed showing shown shows silly since sincerely sir sit situation skill skills
    so somebody somehow someone something sometimes somewhere son soon sorry speak specifically specified staff
    stage stages state stated stating stay steps still story straightforward strange strategy struggle struggled
    struggles struggling stuck student students studied study studying stuff stupid such suggest suggested
    suggestion suggestions sunday support supposed sure surely surprise surprised ta task tasks tbh teach teacher
    teachers teaching tedious tell telling test tests text textbook thank thankful thanks that that's the them
    themselves then theory there there's therefore these they thing things think thinking thinks this thoroughly
    those though thought thoughts thursday thus thx tip tips tired to today together tomorrow tonight too topic
    topics totally tough train trained training tricks tricky tried tries tripped trouble truly try trying tuesday
    tutor tutorial tutoring ty u ugh uk um uncle unclear undergraduate understand understanding understands
    understood unfortunately uni university unsure ur urgent urgently us usa use used useful uses using usually
    variety verify verifying very via video videos view visit wait walk want wanted wanting warm was watch we
    we're we've wednesday week weekend weird welcome well went were whole will wise wish within wjec wonder wondered
    wondering workbook worked working workings works worksheet worried worry would wow writing wrote y'all yeah year
    years yep yes yesterday yet you you're you've young your yours yourself
"""
STUDY: frozenset[str] = frozenset(_WORDS.split())
"""Words in small letters."""
NOT_KNOWN = re.compile(
    r"(?<!that )(?<!which )(?<!who )(?<!what )(?<!\bi )(?<!\bwe )(?<!\byou )(?<!\bhe )(?<!\bthey )(?<!really )(?<!just"
    r" )(?<!still )\b(?:(?:but|and|so|because|though|although) )*(?:(?:i|we|im|i'm|he|she|they|honestly|just|really"
    r"|still|am|'m) )*(?:do not|don'?t|didn'?t|did not|can'?t|cannot|can not|couldn'?t|could not|not|never|no idea"
    r"|have no idea|no clue|have no clue|haven'?t|have not)(?: (?:really|quite|even|fully|at all|seem|to|been|able|yet"
    r"|so|very|too|that))* (?:know|knowing|understand|understood|see|remember|recall|get|got|sure|certain|figure|work"
    r"|find|good|confident|follow|learned|learnt|covered|done|studied|how|where|what|why|make sense|manage|figured"
    r"|want to get)(?: (?:out|how|where|what|why|it|this|that|to|start|begin|do|go|about|about it|with|from here|first"
    r"|here|of|at|if|whether|which|way|method|use|is|i|should|can|am|even|next|happening|going|on|here))*|\b(?:where"
    r"|how|what) to (?:start|begin|do(?: next| first| here)?)\b|\bto get started\b"
)
"""What somebody does not know or see, which denies nothing of the problem."""
