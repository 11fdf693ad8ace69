"""Checks the running stack from outside, as clients and operators use it; leaves nothing behind."""
