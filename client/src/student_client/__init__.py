"""Asks a student LLM for solution plans of math problems and returns none that was not verified."""
