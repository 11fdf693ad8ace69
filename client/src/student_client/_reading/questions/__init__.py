"""Reads the words of a question: what is asked, of what, where, and in which form."""
