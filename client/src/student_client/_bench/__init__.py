"""Measures the running stack for ``student bench``: its speed, its plans, and the cost of a verified one."""
