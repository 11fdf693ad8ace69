from __future__ import annotations

from tests.compose.conftest import Render


def test_no_gpu_is_reserved(render: Render) -> None:
    assert "deploy" not in render("compose/cpu.yaml")["services"]["llamacpp"]


def test_engine_alone_changes(render: Render) -> None:
    full, cpu = render()["services"], render("compose/cpu.yaml")["services"]
    assert full.keys() == cpu.keys()
    assert [name for name in full if full[name] != cpu[name]] == ["llamacpp"]
    changed = {key for key in full["llamacpp"] if full["llamacpp"][key] != cpu["llamacpp"].get(key)}
    assert changed == {"image", "deploy", "environment"}
    added = cpu["llamacpp"]["environment"].items() - full["llamacpp"]["environment"].items()
    assert added == {("OMP_WAIT_POLICY", "passive")}
