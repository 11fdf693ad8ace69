"""The command ``student``."""
