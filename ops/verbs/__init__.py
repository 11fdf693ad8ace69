"""The verbs of the Makefile, one a file."""
