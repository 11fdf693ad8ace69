"""Parts of a rendering: a container, and the environment that its program sees."""

from __future__ import annotations

from tests.kubernetes.conftest import Object, Rendering


def plain(value: str) -> str:
    return value.replace("$$", "$")


def container(rendering: Rendering, name: str) -> Object:
    found: Object = rendering.pod(name)["containers"][0]
    return found


def told(rendering: Rendering, made: Object) -> dict[str, str]:
    """Return a container's environment, as its program sees it."""
    values = {entry["name"]: plain(entry["value"]) for entry in made.get("env", ())}
    for source in made.get("envFrom", ()):
        name = source["configMapRef"]["name"]
        config = next(each for each in rendering.objects if each["metadata"]["name"] == name)
        values = config["data"] | values
    return values
