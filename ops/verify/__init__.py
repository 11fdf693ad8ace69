"""Looks at the running stack from outside, as its clients and its operator meet it, and leaves nothing behind."""
