"""Reads notation: LaTeX, plain ASCII mathematics, and the SymPy syntax that a model writes."""
