from __future__ import annotations

from tests.compose.conftest import Render

OVERLAYS = ("compose/cpu.yaml", "compose/packages.yaml")


def test_images_are_built_here(render: Render) -> None:
    for name, service in render(*OVERLAYS)["services"].items():
        assert service["image"] == f"student-llm/{name}:local", "the name in clean and the docs"
        assert "build" in service, name


def test_grafana_is_left_out(render: Render) -> None:
    """No package registry has it."""
    assert render("compose/cpu.yaml")["services"].keys() - render(*OVERLAYS)["services"].keys() == {"grafana"}


def test_programs_are_told_the_same(render: Render) -> None:
    pulled, built = render("compose/cpu.yaml")["services"], render(*OVERLAYS)["services"]
    for name, service in built.items():
        for key in service.keys() - {"image", "build"}:
            assert service[key] == pulled[name][key], f"{name}.{key}"
