"""Measure the gateway against its peers, in one interleaved run."""
