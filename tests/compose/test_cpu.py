from __future__ import annotations

from tests.compose.conftest import Render


def test_the_engine_reserves_no_gpu(render: Render) -> None:
    assert "deploy" not in render("compose/cpu.yaml")["services"]["llamacpp"]


def test_nothing_else_but_the_engine_changes(render: Render) -> None:
    full, cpu = render()["services"], render("compose/cpu.yaml")["services"]
    assert full.keys() == cpu.keys()
    assert [name for name in full if full[name] != cpu[name]] == ["llamacpp"]
    changed = {key for key in full["llamacpp"] if full["llamacpp"][key] != cpu["llamacpp"].get(key)}
    assert changed == {"image", "deploy"}
