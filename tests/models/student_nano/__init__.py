"""Tests of student-nano: its generator, its files, its handwritten problems."""
