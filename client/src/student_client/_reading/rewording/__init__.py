"""Says a question in fewer or more usual words: what changes nothing is left out, what is known is said otherwise."""
