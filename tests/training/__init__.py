"""Tests of the bundled model's generator."""
