"""Removes what can be made again: images built here, caches, the Python environment. Keys, settings, metrics stay."""

from __future__ import annotations

import os

from ops.lib import leftovers
from ops.lib.console import ROOT, guard, say


def main() -> None:
    """Remove images that no checkout uses, then caches. KEEP_IMAGES keeps all images."""
    if not os.environ.get("KEEP_IMAGES"):
        leftovers.remove_images(leftovers.images())
    leftovers.remove_caches()
    say("   kept   settings, keys, certificates, metrics, models, containers; 'make uninstall' lists and removes them")
    say("   kept   Docker's build cache, which other projects share: docker builder prune")


if __name__ == "__main__":
    os.chdir(ROOT)
    guard(main)
