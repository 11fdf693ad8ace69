"""Tests of the served student-nano, and the problems that measure it."""
