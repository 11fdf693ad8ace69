"""The catalogue of models: the presets, the table of 'make models', and the changes of 'make use'."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ops.lib import catalogue, engine_memory, env_file, gpus, host, model_fit, model_memory
from ops.verbs import use
from tests.conftest import ROOT, Stack, copy_project
from tests.nvidia_smi import RTX_3090, put_nvidia_smi

EXAMPLE = env_file.parse(env_file.EXAMPLE.read_text())
PRESETS = catalogue.presets()
CLAIMED = {
    "openmath-nemotron-7b": "~4 GB, ~150 ms, 4/5",
    "deepseek-math-7b-rl": "~4 GB, ~180 ms, 4/5",
    "qwen2.5-math-7b-instruct": "~4 GB, ~160 ms, 4/5",
    "llama-3.1-8b-instruct": "~5 GB, ~200 ms, 3/5",
}
each_preset = pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)


def test_briefs_models_have_figures() -> None:
    found = {preset.name: preset.about["figures"] for preset in PRESETS}
    assert {name: figures for name, figures in found.items() if figures != "-"} == CLAIMED


@each_preset
def test_preset_answers_a_chooser(preset: catalogue.Preset) -> None:
    asked = "size asked quantization context weights cache work licence gate figures revision"
    assert set(preset.about) == set(asked.split())
    assert {"vllm", "tgi", "llamacpp"} == {choice.engine for choice in preset.choices}


@each_preset
def test_preset_sets_a_model_alone(preset: catalogue.Preset) -> None:
    assert preset.settings.keys() == PRESETS[0].settings.keys() <= EXAMPLE.keys()
    assert not re.search("KEY|CTX|MAX|THREADS|PORT", " ".join(preset.settings))


@each_preset
def test_revision_is_a_commit(preset: catalogue.Preset) -> None:
    """A revision is a commit, or the preset says that it is not."""
    for name in ("MODEL_REVISION", "GGUF_REVISION"):
        assert re.fullmatch("[0-9a-f]{40}|main|", preset.settings[name])
    if preset.settings["MODEL_REPO"]:
        assert any(word in preset.about["revision"] for word in ("commit that", "commits that", "commit in")) == (
            preset.settings["MODEL_REVISION"] != "main"
        )


@each_preset
def test_default_context_fits(preset: catalogue.Preset) -> None:
    assert all(int(EXAMPLE[name]) <= int(preset.about["context"]) for name in engine_memory.CONTEXT.values())


def test_tgi_knows_quantizations() -> None:
    flags = json.loads((ROOT / "tests/conformance/tgi/launcher_flags.json").read_text())
    known = next(flag["values"] for flag in flags if flag["flag"] == "--quantize")
    assert {preset.settings["TGI_QUANTIZE"] for preset in PRESETS} <= {"", *known}


def test_bundled_figures_are_true() -> None:
    """They are those of its files."""
    nano, folder = catalogue.find("student-nano"), ROOT / "models" / "student-nano"
    read = model_memory.of_folder(folder, "float16")
    assert read.token == int(nano.about["cache"])
    assert read.weights == pytest.approx(nano.choices[0].weights, rel=0.3)


def test_page_has_every_preset() -> None:
    page = (ROOT / "docs" / "models.md").read_text()
    for preset in PRESETS:
        row = next(line for line in page.splitlines() if line.startswith(f"| `{preset.name}` |"))
        revision = preset.settings["MODEL_REVISION"][:7]
        for word in (preset.settings["MODEL_REPO"], revision, preset.about["figures"], preset.about["licence"]):
            assert word in row, f"{preset.name}: {word}"


def gpu(gibibytes: int, capability: float = 8.6, driver: str = "580.1") -> list[gpus.Gpu]:
    size = gibibytes * engine_memory.GIB
    return [gpus.Gpu("a GPU", size, size, driver, capability)]


@pytest.mark.parametrize(
    ("name", "found", "ways"),
    [
        ("openmath-nemotron-7b", gpu(24), ["vllm fp8", "vllm mxfp4", "tgi fp8", "llamacpp Q4_K_M"]),
        ("openmath-nemotron-7b", gpu(8), ["vllm mxfp4", "llamacpp Q4_K_M"]),
        ("openmath-nemotron-7b", gpu(24, capability=7.0), ["llamacpp Q4_K_M"]),
        ("openmath-nemotron-7b", gpu(24, driver="470.1"), []),
        ("llama-3.1-8b-instruct", gpu(8), ["vllm awq", "tgi awq", "llamacpp Q4_K_M"]),
        ("deepseek-math-7b-rl", gpu(4), []),
        ("qwen2.5-math-1.5b-instruct", gpu(4), ["vllm fp8", "vllm mxfp4", "tgi fp8", "llamacpp Q4_K_M"]),
        ("qwen3-4b-instruct-2507", gpu(8), ["vllm fp8", "vllm mxfp4", "tgi fp8", "llamacpp Q4_K_M"]),
        ("qwen3-8b", gpu(12), ["vllm awq", "tgi awq", "llamacpp Q4_K_M"]),
        ("student-nano", gpu(4), ["vllm", "tgi", "llamacpp"]),
    ],
)
def test_fitting_by_gpu(name: str, found: list[gpus.Gpu], ways: list[str]) -> None:
    assert [str(choice) for choice in model_fit.fitting(catalogue.find(name), EXAMPLE, found)] == ways


def test_suited_lowers_the_batch() -> None:
    """The 7B model in fp8 fits 12 GB with smaller batches alone."""
    choice = catalogue.find("qwen2.5-math-7b-instruct").choices[0]
    assert model_fit.judged(choice, EXAMPLE, gpu(12)).fix == "set VLLM_MAX_NUM_BATCHED_TOKENS=2048"
    small, check = model_fit.suited(choice, EXAMPLE, gpu(12))
    assert (small.settings["VLLM_MAX_NUM_BATCHED_TOKENS"], check.status) == ("2048", "ok")
    assert model_fit.suited(choice, EXAMPLE, gpu(24))[0] is choice


def test_fitting_by_context() -> None:
    preset = catalogue.find("deepseek-math-7b-rl")
    assert "tgi fp8" in map(str, model_fit.fitting(preset, EXAMPLE, gpu(12)))
    longer = EXAMPLE | {"TGI_MAX_TOTAL_TOKENS": "16384"}
    assert "tgi fp8" not in map(str, model_fit.fitting(preset, longer, gpu(12)))


def test_fitting_without_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    def ways(name: str, gibibytes: int) -> list[str]:
        monkeypatch.setattr(host, "memory", lambda: gibibytes * engine_memory.GIB)
        return [str(choice) for choice in model_fit.fitting(catalogue.find(name), EXAMPLE, [])]

    assert ways("student-nano", 2) == ["llamacpp"]
    assert ways("student-nano", 3) == ["vllm", "llamacpp"]
    assert ways("llama-3.1-8b-instruct", 8) == ["llamacpp Q4_K_M"]
    assert ways("llama-3.1-8b-instruct", 4) == []


def test_weights_while_loading() -> None:
    """The presets' figures for fp8 and mxfp4 follow from the parameters: Qwen2.5-Math-7B has 7.62 billion."""
    numbers, words = 7.6156e9, 2 * 152064 * 3584
    preset = catalogue.find("qwen2.5-math-7b-instruct")
    for choice in preset.choices[:2]:
        each = model_memory.WHILE_LOADING[choice.quantization]
        assert words * 2 + (numbers - words) * each == pytest.approx(choice.weights, rel=0.02)


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Stack:
    made = Stack(copy_project(tmp_path_factory.mktemp("models") / "clone"), {})
    assert made.run(sys.executable, "-m", "ops.verbs.init").returncode == 0
    return made


def refused(done: subprocess.CompletedProcess[str], words: str) -> None:
    assert done.returncode != 0
    assert words in done.stderr, done.stderr


def test_models_lists_all(stack: Stack, tmp_path: Path) -> None:
    """The output names the memory that was compared."""
    done = stack.make("models")
    assert done.returncode == 0, done.stderr
    assert all(preset.name in done.stdout for preset in PRESETS)
    assert "no GPU is used here, so the CPU with" in done.stdout
    assert "in use: student-nano" in done.stdout
    env_file.update({"COMPOSE_FILE": "compose.yaml"}, stack.path / "env" / "student.env")
    path = f"{put_nvidia_smi(tmp_path, RTX_3090)}:{subprocess.os.environ['PATH']}"  # type: ignore[attr-defined]
    assert "looked at: NVIDIA GeForce RTX 3090, 23.7 GiB of 24.0 GiB free" in stack.make("models", PATH=path).stdout


def test_use_keeps_keys_and_edits(stack: Stack) -> None:
    """It changes the model's settings alone."""
    settings = stack.path / "env" / "student.env"
    env_file.update({"VLLM_MAX_MODEL_LEN": "8192", "GATEWAY_HTTP_PORT": "8111"}, settings)
    before, text = stack.env_file(), settings.read_text()
    done = stack.make("use", "MODEL=qwen2.5-math-7b-instruct")
    assert done.returncode == 0, done.stderr
    expected = catalogue.find("qwen2.5-math-7b-instruct").settings
    after = stack.env_file()
    assert {name: after[name] for name in expected} == expected
    changed = {name for name in after if after[name] != before[name]}
    assert changed <= expected.keys() | {"COMPOSE_FILE"} | use.PATIENT.keys()
    comments = [line for line in text.splitlines() if line.startswith("#")]
    assert [line for line in settings.read_text().splitlines() if line.startswith("#")] == comments
    assert settings.stat().st_mode & 0o777 == 0o600
    assert "VLLM_MAX_MODEL_LEN=8192 is yours and is kept; this model's maximum is 4096 tokens" in done.stdout
    assert before["STUDENT_API_KEY"] not in done.stdout
    assert after["COMPOSE_FILE"] == f"{before['COMPOSE_FILE']}:compose/download.yaml"
    token = stack.path / "state" / "secrets" / "hub_token"
    assert (token.read_text(), token.stat().st_mode & 0o777) == ("", 0o600)
    assert stack.make("use", "MODEL=student-nano").returncode == 0
    assert stack.env_file()["COMPOSE_FILE"] == before["COMPOSE_FILE"], "the bundled model is not fetched"


@pytest.mark.docker
@each_preset
def test_compose_takes_every_preset(stack: Stack, preset: catalogue.Preset) -> None:
    assert stack.make("use", f"MODEL={preset.name}").returncode == 0
    for engine in ("vllm", "tgi", "llamacpp"):
        done = stack.compose("--profile", engine, "config")
        assert done.returncode == 0, done.stderr
        place = preset.settings["LLAMACPP_MODEL" if engine == "llamacpp" else "MODEL_DIR"]
        assert f"{'/models/' if engine != 'tgi' else 'models/'}{place}" in done.stdout
        assert preset.name in done.stdout


def test_unknown_model(stack: Stack) -> None:
    refused(stack.make("use", "MODEL=gpt-9"), "'gpt-9' is not in the catalogue. Fix: make use MODEL=<student-nano")
    refused(stack.make("use"), "MODEL is missing")


@pytest.mark.parametrize(
    ("name", "found", "before", "after"),
    [
        ("qwen3-8b", [], {}, use.PATIENT),
        ("qwen3-8b", [], {"STUDENT_TIMEOUT_SECONDS": "90"}, {**use.PATIENT, "STUDENT_TIMEOUT_SECONDS": "90"}),
        ("qwen3-8b", gpu(24), {}, {}),
        ("qwen3-8b", gpu(24), use.PATIENT, {}),
        ("student-nano", [], use.PATIENT, {}),
        ("student-nano", [], {}, {}),
    ],
)
def test_for_this_host(name: str, found: list[gpus.Gpu], before: dict[str, str], after: dict[str, str]) -> None:
    """A real model on a CPU gets time and all of it; what the operator has set stays."""
    settings = EXAMPLE | before
    changed = settings | use.for_this_host(catalogue.find(name), settings, found)
    assert changed == EXAMPLE | after
