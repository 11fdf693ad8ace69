"""The words of questions about a story: each has a role, such as a time that is asked, or is only glue."""

from __future__ import annotations

import re

from ..rewording.story_units import TIME

LEVEL = "\u00b6"
"""Stands for a value that the formula reaches."""
CONNECTED = re.compile(r"^(?:and|then|now|hence|also|so|please|next|estimate|predict),? ", re.IGNORECASE)
_FINDS = r"(?:find|determine|calculate|compute|work out|state|give|write down|what (?:is|was|will be|are)|solve for)"
WHEN = (
    rf"^(?:(?:(?:at|after|in) )?(?:what|which) times?|when|(?:after|in|at)? ?how (?:many {TIME}|long)|for (?:what"
    r"|which) (?:values? of )?(?:times?|V)|(?:during|over|on) (?:what|which) (?:time )?intervals?(?: of time)?"
    rf"|{_FINDS} (?:the |all )?(?:the )?(?:times?(?: interval)?|values? of V|V|N)(?: (?:at|during|for) which| when|"
    r" that| until| for)?|how many N|(?:for |at )?(?:what|which) (?:values? of )?(?:N|V))(?!\w)"
)
_RATE = (
    rf"^how (?:fast|quickly|rapidly)|^at what rate|(?:^{_FINDS} )?(?:the )?(?:instantaneous )?rate (?:at which"
    r"|of change|of increase|of growth)|\bmarginal(?= (?:cost|revenue|profit))"
)
_GROWING_WORDS = "growing grow grows increasing increase increases rising rise rises changing change"
GROWING = frozenset(_GROWING_WORDS.split())
TO_LEVEL = (
    "(?:grow|cool|fall|rise|drop|decay|shrink|increase|decrease|warm|climb|decline)s? (?:to|below|above) (?:¶|be|a)"
)
EXTREME = (
    r"\b(?P<kind>maximum|minimum|maximal|minimal|greatest|least|largest|smallest|highest|lowest|peak|maximi[sz]e[sd]?"
    r"|minimi[sz]e[sd]?|stationary|as (?:large|great|high|small|low|little)(?= as possible))\b"
    r"(?: as possible| possible)?"
)
_COMPARED = r"\b(?P<sign>more than|greater than|less than|fewer than|at least|at most|above|below)(?= ?¶)"
_LONG_RUN = (
    r"\bin the long (?:run|term)\b|\beventually\b|\bafter a (?:very )?long time\b|\bas (?:time|V) (?:(?:goes|moves) on"
    r"|passes|increases)(?: (?:without bound|indefinitely))?|\bas V ?(?:tends to|goes to|approaches|->|\\to) ?"
    r"(?:infinity|\\infty)"
)
SURFACE = re.compile(r"\b(?:above|off|from) (?:the|its|an?) (?P<one>[a-z]+)\b")
LANDS = frozenset({"ground", "floor", "water", "sea", "street"})
_GLUE_WORDS = """
    a an the this that these its it his her their they he she of in on at for to is are was were be been being will
    would does do did has have had there and which when what how much many value take takes taken reach reaches reached
    become becomes get gets equal equals exactly attain attains give gives given make makes made find determine
    calculate compute work out state write down use used can present contain contains hold holds until expect expected
    predicted according model function formula so approach approaches happens
"""
GLUE = frozenset(_GLUE_WORDS.split())
MEANT = {
    "high": "height altitude",
    "tall": "height",
    "deep": "depth",
    "hot": "temperature",
    "warm": "temperature",
    "heavy": "mass weight",
    "long": "length time",
    "wide": "width",
    "worth": "value balance savings",
    "cost": "cost price fare fee",
    "costs": "cost price fare fee",
    "cover": "area",
    "covers": "area",
}
"""Words that only fit some quantities."""
ROLES = {"when": WHEN, "rate": _RATE, "extreme": EXTREME, "compared": _COMPARED, "long run": _LONG_RUN}
SIGNS = {"at least": r"\ge", "at most": r"\le", "less than": "<", "fewer than": "<", "below": "<"}
_NEVER_WORDS = """
    out off away down up into onto from over under since before between per during first burnt gone fallen grown risen
    sold spent lost eaten drunk flown run driven come sunk left taken built bought paid sunk worn
"""
NEVER = frozenset(_NEVER_WORDS.split())
"""Words of a story that say in a question that something has happened, or from where a quantity is counted."""
INVESTED = r"\b(?:invest|deposit|account|savings)"
GROUPS = r"(?:number|numbers|population|colony|herd|flock|amount|mass|volume|quantity|weight|concentration)"
