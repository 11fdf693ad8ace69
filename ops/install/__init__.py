"""Installs what a host may not have: Docker, and packages of Debian's newest release."""
