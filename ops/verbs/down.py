"""Stops this folder's stack with any engine; keeps settings, keys and metrics."""

from __future__ import annotations

import os

from ops.lib import compose
from ops.lib.console import ROOT, guard


def main() -> None:
    """Remove the containers and networks.

    Raises:
        Failure: the stack of this name is another folder's, or Docker refuses.
    """
    compose.refuse_another()
    arguments = ["--profile=*", "down", "--remove-orphans"]  # includes an engine that --profile chose
    compose.run(arguments, what="the stack did not stop", fix="see the lines above")


if __name__ == "__main__":
    os.chdir(ROOT)
    guard(main)
