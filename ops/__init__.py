"""What an operator runs, one job a file. Python's standard library only: nothing to install."""
