"""Reads to how many places an answer is rounded, as a text such as "places 2", "digits 3" or "unit 100"."""

from __future__ import annotations

import re

_COUNTS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight"]
_COUNT = rf"(?P<count>\d|{'|'.join(_COUNTS)})"
_PLACES = r"(?P<kind>decimal places?|d\.? ?p\.?|decimals?|significant (?:figures?|digits?)|s\.? ?f\.?|sig\.? ?figs?)"
_NEAREST = (
    r"(?:the )?nearest (?P<unit>integer|whole number|degree|tenth|hundredth|thousandth|ten|hundred|thousand|cent|penny"
    r"|0?\.0*1|year|metre|meter|centimetre|cm|m|km)(?: of a degree)?"
)
_LEAD = (
    r"(?:(?:and )?(?:giving|give|leaving|round(?:ing|ed)?|expressing|stating) (?:your |the )?(?:answers?|it|result)?"
    r" ?(?:as a decimal )?|(?:your )?answers? )?(?:,? ?(?:correct|accurate|rounded) )?"
)
_ENDS = rf"(?:{_COUNT} {_PLACES}|{_NEAREST})"
ROUNDED: dict[str, str] = {
    "all": rf"{_LEAD}(?:to|at|with) {_ENDS}",
    "latter": rf"(?:with )?(?:the )?latter {_LEAD}to {_ENDS}",
    "former": rf"(?:with )?(?:the )?former {_LEAD}to {_ENDS}",
}
"""Each thing that is rounded, with the words."""
UNITS = {
    "tenth": "1/10",
    "hundredth": "1/100",
    "cent": "1/100",
    "penny": "1/100",
    "thousandth": "1/1000",
    "ten": "10",
    "hundred": "100",
    "thousand": "1000",
}


def rounding(found: re.Match[str]) -> str:
    """Return a rounding as a text: a count of places or of digits, or a unit, in degrees if it says so."""
    if found["count"]:
        count = found["count"].lower()
        kind = "places" if found["kind"].lower().startswith("d") else "digits"
        return f"{kind} {_COUNTS.index(count) if count in _COUNTS else count}"
    unit = found["unit"].lower()
    if "degree" in found[0].lower():
        return f"degrees {UNITS.get(unit, '1')}"
    return f"unit {unit if unit[:1] in '0.' else UNITS.get(unit, '1')}"
