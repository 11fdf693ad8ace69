"""The hardware of the conformance suite: the CPU everywhere, this host's GPU with 'make test-gpu'."""
