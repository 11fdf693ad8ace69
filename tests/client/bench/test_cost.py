from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from pathlib import Path

import pytest
from student_client._bench.cost import costs, power

from ..api import settings

FOUND = {"verified_throughput": 2.0, "accepted": 100, "teacher_dollars": 0.0}
PRICES = {"host_watts": 360.0, "power_price": 0.25, "host_price": 0.9, "utilisation": 0.5}


def test_costs_from_power_and_prices() -> None:
    """The utilisation counts too."""
    found = costs(FOUND, None, settings(**PRICES))
    assert found["joules_per_verified_plan"] == 180
    # 0.36 kW x $0.25 and $0.90 / 0.5 are $1.89 an hour, in which 7,200 plans are verified
    assert found["dollars_per_1000_verified_plans"] == pytest.approx(0.2625)
    assert found["watts_from"] == "STUDENT_HOST_WATTS"


def test_costs_have_the_teachers() -> None:
    found = costs(FOUND | {"teacher_dollars": 0.5}, None, settings(**PRICES))
    assert found["dollars_per_1000_verified_plans"] == pytest.approx(0.2625 + 5)


def test_costs_by_the_gpus_word() -> None:
    """When no setting says it."""
    found = costs(FOUND, 100.0, settings(power_price=0.25))
    assert (found["joules_per_verified_plan"], found["watts_from"]) == (50, "nvidia-smi")
    assert found["dollars_per_1000_verified_plans"] == pytest.approx(0.1 * 0.25 / 7.2)


@pytest.mark.parametrize("given", [{}, {"host_watts": 100.0}, {"power_price": 0.25}])
def test_costs_without_a_setting(given: dict[str, float]) -> None:
    assert costs(FOUND, None, settings(**given))["dollars_per_1000_verified_plans"] is None


def test_costs_of_no_verified_plan() -> None:
    found = costs(FOUND | {"verified_throughput": 0.0, "accepted": 0}, None, settings(**PRICES))
    assert found["dollars_per_1000_verified_plans"] is None
    assert found["joules_per_verified_plan"] is None


def seen_of_gpus(
    folder: Path, monkeypatch: pytest.MonkeyPatch, script: str, enough: Callable[[list[float]], object]
) -> list[float]:
    """Return the watts that are seen with this script as nvidia-smi, once they are enough."""
    program = folder / "nvidia-smi"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")

    async def look() -> list[float]:
        async with power() as seen:
            while not enough(seen):
                await asyncio.sleep(0.01)
        return seen

    return asyncio.run(asyncio.wait_for(look(), 60))


def test_power_adds_all_gpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert seen_of_gpus(tmp_path, monkeypatch, "echo 100.5; echo 99.5", list)[0] == 200


def test_power_is_unknown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = tmp_path / "asked"
    assert seen_of_gpus(tmp_path, monkeypatch, f"echo '[N/A]'; echo >> {asked}", lambda _: asked.exists()) == []


def test_power_leaves_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bench ends while nvidia-smi still runs."""
    started = tmp_path / "started"
    script = f"echo $$ > {started}; exec sleep 0.5"
    assert seen_of_gpus(tmp_path, monkeypatch, script, lambda _: started.exists() and started.read_text()) == []
    gc.collect()  # warns of a process that nobody waited for
    assert not Path("/proc", started.read_text().strip()).exists()
