"""Questions whose answers known formulas give from what is printed, such as the midpoint of two points."""
