"""Verifying plans: run them in a child process, and judge their results against the problem."""
