"""``make use MODEL=…``: writes one preset of env/models into env/student.env, with the download it needs."""

from __future__ import annotations

import os

from ops import doctor, download, env_file, models
from ops.console import ROOT, guard, say


def main() -> None:
    """Apply the preset that MODEL in the environment names, and say what changed.

    Raises:
        Failure: there is no such preset, or no env/student.env.
    """
    preset = models.find(os.environ.get("MODEL", ""))
    before = env_file.read()
    env_file.update(preset.settings)
    download.prepare(bool(preset.settings["MODEL_REPO"]))
    for name, value in preset.settings.items():
        if before.get(name) != value:
            say(f"   {name}: {before.get(name, '')} -> {value}")
    limit = int(preset.about["context"])
    for engine, name in doctor.CONTEXT.items():
        if engine in preset.weights and int(before.get(name, "0")) > limit:
            say(f"   {name}={before[name]} is yours and stays; this model knows {limit} tokens")
    say(f"   {preset.name}: licence {preset.about['licence']}; gated: {preset.about['gate']}")
    say("   'make up' fetches it if it is not there, and starts the engine with it")


if __name__ == "__main__":
    os.chdir(ROOT)
    guard(main)
