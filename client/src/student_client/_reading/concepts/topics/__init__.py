"""The concept reader's tasks and things, by topic."""
