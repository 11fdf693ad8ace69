"""The answers of known formulas, worked out by SymPy from what is printed, and how a plan's answers compare."""
