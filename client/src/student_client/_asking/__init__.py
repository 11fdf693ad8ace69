"""Asking a model for plans: the policy, the wire protocol, the transport."""
