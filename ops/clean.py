"""Removes what 'make up' made: by name, and nothing else on the host."""

from __future__ import annotations

import os
import shutil

from ops import base_image, env_file, images, init, preflight, venv
from ops.console import CACHE, ROOT, capture, guard, run, say


def main() -> None:
    """Remove containers and networks, the images built here, then state/, settings, .venv and .cache.

    KEEP_IMAGES in the environment leaves the images, which other checkouts of the project share.
    """
    if env_file.ENV_FILE.exists():
        services = [spec for engine in preflight.ENGINES for spec in images.services(engine).values()]
        built = sorted({spec["image"] for spec in services if "build" in spec})
        run(
            ["docker", "compose", "down", "--remove-orphans", "--volumes"],
            what="the stack could not be removed",
            fix="see the line above, then 'make clean' again",
        )
        for image in [] if os.environ.get("KEEP_IMAGES") else [*built, images.GO_IMAGE, base_image.IMAGE]:
            if capture(["docker", "image", "rm", image]).returncode == 0:
                say(f"   removed image {image}")
    for path in (init.STATE, venv.VENV, CACHE):
        if path.exists():
            shutil.rmtree(path)
            say(f"   removed {path.relative_to(ROOT)}")
    if env_file.ENV_FILE.exists():
        env_file.ENV_FILE.unlink()
        say("   removed env/student.env")


if __name__ == "__main__":
    os.chdir(ROOT)
    guard(main)
