"""Makes the bundled model, student-nano: its problems, its training and its measurement."""
