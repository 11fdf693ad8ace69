"""Checks the host before anything is started, and changes nothing."""

from __future__ import annotations

import os

from ops.lib import readiness
from ops.lib.check import failures
from ops.lib.console import ROOT, Failure, guard, say


def main() -> None:
    """Print one line for each check.

    Raises:
        Failure: at least one check failed.
    """
    found = readiness.checks(readiness.host_settings())
    for check in found:
        say(check.line())
    if failed := failures(found):
        raise Failure(f"the host is not ready ({', '.join(failed)})", "see the lines above, then run it again")


if __name__ == "__main__":
    os.chdir(ROOT)
    guard(main)
