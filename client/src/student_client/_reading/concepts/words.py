"""The words between the things: those that hold a sentence together, those that ask, and the everyday ones."""

from __future__ import annotations

import re
from functools import cache

from ..rewording.everyday_words import everyday
from ..rewording.ordinary import ORDINARY

_GLUE = """
    a an the this that these those it its of in on at to for from with by as into and is are be being will would can
    could should must i we you your our me us he she they let let's so then now also please kindly hence thus therefore
    here following given indicated stated specified printed shown displayed provided all any
    exact exactly using use used apply we're i'm i'd to want like help carefully fully completely algebraically
    analytically
    expression question problem exercise far over their whose
    remember recall note careful decide occurs located possess possesses have has having had do does satisfies below
"""
_ASK = (
    r"find(?: out| me)?|identify|determine|compute|calculate|evaluate|work(?:ing)? out|give|state|obtain|list|get"
    r"|write(?: down)?|what(?:'s| is| are| will be| would be)?|which|derive|establish|locate|express|report"
    r"|calculating|provide|produce|supply|rewrite|put|convert|deduce|ascertain|perform|carry out"
)
ASK = re.compile(rf"(?:{_ASK})(?![\w'-])")
"""Words that ask for a thing, which follows."""
YES_OR_NO = re.compile(
    r"(?:and |so |but |then |hence )*(?:is|are|does|do|was|has|have|did|(?:can|could|should|may|shall|would|must)"
    r" (?:i|we|it|this|the))(?! not)(?![\w'-])"
)
"""Words with which a question begins that is answered by yes or no."""
WORD = re.compile(r"[^\s,:()\"“”]+")


@cache
def glue() -> frozenset[str]:
    """Return the words in small letters that only hold a sentence together."""
    return frozenset(_GLUE.split())


@cache
def ordinary() -> frozenset[str]:
    """Return the words in small letters of sentences that ask nothing."""
    return (everyday() | ORDINARY | glue()) - frozenset(_REFUSED.split())


_REFUSED = """
    not no nor without except but only other another rest instead unless until before after between half twice again
    once largest smallest first last next previous more less fewer than least most wrong false true never always ever
    assume assuming suppose given if when where constant
"""
"""Words that may change what another sentence asks."""
