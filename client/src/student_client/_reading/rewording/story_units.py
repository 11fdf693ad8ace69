"""The units of stories, and whether two of them are one: "metres per second" is "m/s"."""

from __future__ import annotations

import re

UNIT = (
    r"(?:(?:(?:square|cubic) )?(?:metres?|meters?|(?:centi|milli|kilo)met(?:re|er)s?|miles?|feet|foot|inch(?:es)?"
    r"|yards?)|seconds?|minutes?|hours?|days?|weeks?|months?|years?|(?:kilo)?gram(?:me)?s?|tonnes?|(?:milli)?lit(?:re"
    r"|er)s?|gallons?|pounds?|dollars?|euros?|cents?|pence|newtons?|volts?|amp(?:ere)?s?|watts?|joules?|coulombs?|"
    r"(?:degrees )?(?:celsius|fahrenheit)|kelvin|°\s?[CF]|(?:m|cm|km) ?s\^?\{?-[12]\}?|(?:mg|µg|mL|kJ|kW|Hz|m|cm|mm|km"
    r"|s|min|h|kg|g|l|ml|ft|hrs?)(?:\^?[23²³])?(?:/(?:s|h|min)(?:\^?2|²)?)?)"
)
"""A unit, as a pattern."""
PER = rf"{UNIT}(?: (?:per|a|an) {UNIT}(?: (?:per {UNIT}|squared))?)?"
"""A unit or a quotient of units, as a pattern."""
TIME = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|s|min|h|hrs?)"
"""A unit of time, as a pattern."""
_SAME = {
    "metre": "m",
    "meter": "m",
    "centimetre": "cm",
    "centimeter": "cm",
    "kilometre": "km",
    "kilometer": "km",
    "foot": "ft",
    "feet": "ft",
    "second": "s",
    "minute": "min",
    "hour": "h",
    "hr": "h",
    "liter": "l",
    "litre": "l",
    "gram": "g",
    "kilogram": "kg",
    "inche": "inch",
    "degrees celsiu": "°c",
    "celsiu": "°c",
    "° c": "°c",
}


def key(unit: str) -> str:
    """Return one spelling for all those of a unit.

    >>> key("metres per second") == key("m/s"), key("minutes") == key("hours")
    (True, False)
    """
    parts = re.split(r" (?:per|an?) |/", unit.strip().lower())
    return "/".join(_SAME.get(part[:-1] if len(part) > 1 and part.endswith("s") else part, part) for part in parts)


def of_time(unit: str) -> bool:
    """Return whether a unit is one of time."""
    return re.fullmatch(TIME, unit.strip(), re.IGNORECASE) is not None
