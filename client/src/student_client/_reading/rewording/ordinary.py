"""Ordinary English without mathematics, which is left out if a sentence is not understood with it.

Words that count, order, compare, deny, choose or limit are not here: "only", "more", "first", "other", "not".
"""

from __future__ import annotations

_WORDS = """
    everyone everybody anyone anybody somebody someone folks guys friend friends sir madam professor tutor teacher son
    daughter kid brother sister keep keeps kept getting got get trying tried try wrong appreciated appreciate grateful
    confused confusing difficult tricky weird interesting fun basic beginner struggling struggle stuck trouble hopefully
    maybe perhaps probably possibly apparently obviously certainly definitely honestly literally somehow anyway though
    although however today tomorrow yesterday tonight morning week weekend month year soon later recently currently
    already yet still always often sometimes usually ever quite rather really too well very much pretty super extremely
    assignment homework worksheet textbook chapter lecture lesson class course exam exams test tests quiz midterm paper
    past school college university math maths mathematics calculus precalculus precalc algebra homeworks site forum
    hello hey hi greetings welcome cheers regards sincerely bye thank thanks please kindly pls plz urgent quickly fast
    appropriate suitable convenient preferred choice favourite favorite technique techniques approach strategy
    carefully neatly clearly precisely accurately correctly properly thoroughly successfully efficiently directly
    following above below here there shown displayed printed provided supplied stated written listed described
    want wanted wants wish like love hope guess suppose believe feel see look looks looking seems seem wondering wonder
    asking asked ask question questions problem problems exercise exercises task tasks part item
    rule description statement
"""
ORDINARY = frozenset(_WORDS.split()) - {"calculus", "algebra", "rule", "part", "below", "above"}
"""Words in small letters."""
