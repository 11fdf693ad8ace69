"""Understands a question by the things it names, in whatever order: each task has its things, and no others."""
