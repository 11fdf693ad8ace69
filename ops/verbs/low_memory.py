"""Writes the settings of env/low-memory.env, the out-of-memory recipe, into env/student.env."""

from __future__ import annotations

from ops.lib import env_file
from ops.lib.console import ROOT, guard, say

RECIPE = ROOT / "env" / "low-memory.env"


def main() -> None:
    """Write the recipe and print each change.

    Raises:
        Failure: there is no env/student.env.
    """
    before, recipe = env_file.read(), env_file.read(RECIPE)
    env_file.update(recipe)
    for name, value in recipe.items():
        if before.get(name) != value:
            say(f"   {name}: {before.get(name)} -> {value}")
    say("   'make up' starts the engine with them")


if __name__ == "__main__":
    guard(main)
