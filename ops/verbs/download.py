"""``make download``: fetches the chosen model unless all of it is here."""

from __future__ import annotations

import os

from ops.lib import compose, env_file, model_files
from ops.lib.console import ROOT, Failure, guard
from ops.verbs import images, init


def main() -> None:
    """Fetch the model that the settings name.

    Raises:
        Failure: they name no repository, or the model cannot be fetched.
    """
    compose.refuse_another()
    settings = env_file.read()
    name = model_files.repository(settings)
    if not settings.get(name):
        raise Failure(f"{name} is empty in env/student.env: there is nothing to fetch", "make use MODEL=<name>")
    model_files.choose_download(True)
    init.main([])  # makes the files that the overlay reads
    images.main([compose.chosen_engine(settings)])
    model_files.fetch(settings)


if __name__ == "__main__":
    os.chdir(ROOT)
    guard(main)
