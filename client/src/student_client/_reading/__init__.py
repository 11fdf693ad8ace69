"""Reads mathematics: a problem's words and notation, and the SymPy syntax that a model writes."""
