"""The sign around the kind of a formula that was found in an objective."""

from __future__ import annotations

MARK = "\x00"
"""Stands on both sides of the kind."""
