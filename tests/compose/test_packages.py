from __future__ import annotations

from tests.compose.conftest import Render

OVERLAYS = ("compose/cpu.yaml", "compose/packages.yaml")


def test_every_image_is_built_here(render: Render) -> None:
    for name, service in render(*OVERLAYS)["services"].items():
        assert service["image"] == f"student-llm/{name}:local"
        assert "build" in service, name


def test_grafana_is_left_out_as_no_package_registry_has_it(render: Render) -> None:
    assert render("compose/cpu.yaml")["services"].keys() - render(*OVERLAYS)["services"].keys() == {"grafana"}


def test_what_the_programs_are_told_does_not_change(render: Render) -> None:
    pulled, built = render("compose/cpu.yaml")["services"], render(*OVERLAYS)["services"]
    for name, service in built.items():
        for key in service.keys() - {"image", "build"}:
            assert service[key] == pulled[name][key], f"{name}.{key}"
