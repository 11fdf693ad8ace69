"""The catalogue of models: what each preset says, what 'make models' shows of it, what 'make use' changes."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ops import doctor, env_file, model_memory, models
from tests.conftest import ROOT, Stack, copy_project

EXAMPLE = env_file.parse(env_file.EXAMPLE.read_text())
PRESETS = models.catalogue()
SPECIFIED = {
    "openmath-nemotron-7b": "~4 GB, ~150 ms, 4/5",
    "deepseek-math-7b-rl": "~4 GB, ~180 ms, 4/5",
    "qwen2.5-math-7b-instruct": "~4 GB, ~160 ms, 4/5",
    "llama-3.1-8b-instruct": "~5 GB, ~200 ms, 3/5",
}
each_preset = pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)


def test_the_specifications_models_are_there_with_its_figures() -> None:
    found = {preset.name: preset.about["figures"] for preset in PRESETS}
    assert found == {"student-nano": "-"} | SPECIFIED


@each_preset
def test_a_preset_says_all_that_a_chooser_asks(preset: models.Preset) -> None:
    asked = "size specified quantization context weights cache licence gate figures revision"
    assert set(preset.about) == set(asked.split())
    assert {"vllm", "tgi", "llamacpp"} == set(preset.weights)


@each_preset
def test_a_preset_sets_what_belongs_to_a_model_and_nothing_else(preset: models.Preset) -> None:
    assert preset.settings.keys() == PRESETS[0].settings.keys() <= EXAMPLE.keys()
    assert not re.search("KEY|CTX|MAX|THREADS|PORT", " ".join(preset.settings))


@each_preset
def test_a_revision_is_a_commit_or_said_to_be_none(preset: models.Preset) -> None:
    for name in ("MODEL_REVISION", "GGUF_REVISION"):
        assert re.fullmatch("[0-9a-f]{40}|main|", preset.settings[name])
    if preset.settings["MODEL_REPO"]:
        assert ("commit that" in preset.about["revision"] or "commit in" in preset.about["revision"]) == (
            preset.settings["MODEL_REVISION"] != "main"
        )


@each_preset
def test_the_specified_context_is_within_the_models_own(preset: models.Preset) -> None:
    assert all(int(EXAMPLE[name]) <= int(preset.about["context"]) for name in doctor.CONTEXT.values())


def test_tgis_launcher_knows_every_presets_quantization() -> None:
    flags = json.loads((ROOT / "tests/conformance/tgi/launcher_flags.json").read_text())
    known = next(flag["values"] for flag in flags if flag["flag"] == "--quantize")
    assert {preset.settings["TGI_QUANTIZE"] for preset in PRESETS} <= {"", *known}


def test_the_bundled_models_figures_are_its_files() -> None:
    nano, folder = models.find("student-nano"), ROOT / "models" / "student-nano"
    read = model_memory.of_folder(folder, "float16")
    assert read.token == int(nano.about["cache"])
    assert read.weights == pytest.approx(nano.weights["vllm"], rel=0.3)


def test_the_page_has_every_preset_as_it_is() -> None:
    page = (ROOT / "docs" / "models.md").read_text()
    for preset in PRESETS:
        row = next(line for line in page.splitlines() if line.startswith(f"| `{preset.name}` |"))
        revision = preset.settings["MODEL_REVISION"][:7]
        for word in (preset.settings["MODEL_REPO"], revision, preset.about["figures"], preset.about["licence"]):
            assert word in row, f"{preset.name}: {word}"


def gpu(gibibytes: int) -> list[doctor.Gpu]:
    return [doctor.Gpu("a GPU", gibibytes * doctor.GIB, None, "580.1", 8.6)]


@pytest.mark.parametrize(
    ("name", "gibibytes", "engines"),
    [
        ("openmath-nemotron-7b", 24, ["vllm", "tgi", "llamacpp"]),
        ("openmath-nemotron-7b", 8, ["llamacpp"]),
        ("llama-3.1-8b-instruct", 8, ["tgi", "llamacpp"]),
        ("deepseek-math-7b-rl", 4, []),
        ("student-nano", 4, ["vllm", "tgi", "llamacpp"]),
    ],
)
def test_what_fits_a_gpu_depends_on_its_memory(name: str, gibibytes: int, engines: list[str]) -> None:
    assert models.fitting(models.find(name), EXAMPLE, gpu(gibibytes), 0) == engines


def test_a_longer_context_leaves_less_room() -> None:
    preset = models.find("deepseek-math-7b-rl")
    assert "tgi" in models.fitting(preset, EXAMPLE, gpu(12), 0)
    assert "tgi" not in models.fitting(preset, EXAMPLE | {"TGI_MAX_TOTAL_TOKENS": "16384"}, gpu(12), 0)


def test_without_a_gpu_only_what_the_cpu_can_run_is_named() -> None:
    assert models.fitting(models.find("student-nano"), EXAMPLE, [], 2 * doctor.GIB) == ["vllm", "llamacpp"]
    assert models.fitting(models.find("llama-3.1-8b-instruct"), EXAMPLE, [], 8 * doctor.GIB) == ["llamacpp"]
    assert models.fitting(models.find("llama-3.1-8b-instruct"), EXAMPLE, [], 4 * doctor.GIB) == []


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Stack:
    made = Stack(copy_project(tmp_path_factory.mktemp("models") / "clone"), {})
    assert made.run(sys.executable, "-m", "ops.init").returncode == 0
    return made


def refused(done: subprocess.CompletedProcess[str], words: str) -> None:
    assert done.returncode != 0
    assert words in done.stderr, done.stderr


def test_make_models_lists_all_and_says_what_was_looked_at(stack: Stack, tmp_path: Path) -> None:
    done = stack.make("models")
    assert done.returncode == 0, done.stderr
    assert all(preset.name in done.stdout for preset in PRESETS)
    assert "no GPU is used here, so the CPU with" in done.stdout
    assert "in use: student-nano" in done.stdout
    program = tmp_path / "nvidia-smi"
    program.write_text("#!/bin/sh\necho '24576, 24124, 560.35.03, 8.6, NVIDIA GeForce RTX 3090'\n")
    program.chmod(0o755)
    env_file.update({"COMPOSE_FILE": "compose.yaml"}, stack.path / "env" / "student.env")
    path = f"{tmp_path}:{subprocess.os.environ['PATH']}"  # type: ignore[attr-defined]
    assert "looked at: NVIDIA GeForce RTX 3090" in stack.make("models", PATH=path).stdout


def test_make_use_changes_the_models_settings_and_keeps_keys_and_edits(stack: Stack) -> None:
    settings = stack.path / "env" / "student.env"
    env_file.update({"VLLM_MAX_MODEL_LEN": "8192", "GATEWAY_HTTP_PORT": "8111"}, settings)
    before, text = stack.env_file(), settings.read_text()
    done = stack.make("use", "MODEL=qwen2.5-math-7b-instruct")
    assert done.returncode == 0, done.stderr
    wanted = models.find("qwen2.5-math-7b-instruct").settings
    after = stack.env_file()
    assert {name: after[name] for name in wanted} == wanted
    changed = {name for name in after if after[name] != before[name]}
    assert changed <= wanted.keys() | {"COMPOSE_FILE"}
    comments = [line for line in text.splitlines() if line.startswith("#")]
    assert [line for line in settings.read_text().splitlines() if line.startswith("#")] == comments
    assert settings.stat().st_mode & 0o777 == 0o600
    assert "VLLM_MAX_MODEL_LEN=8192 is yours and stays; this model knows 4096 tokens" in done.stdout
    assert before["STUDENT_API_KEY"] not in done.stdout
    assert after["COMPOSE_FILE"] == f"{before['COMPOSE_FILE']}:compose/download.yaml"
    token = stack.path / "state" / "secrets" / "hub_token"
    assert (token.read_text(), token.stat().st_mode & 0o777) == ("", 0o600)
    assert stack.make("use", "MODEL=student-nano").returncode == 0
    assert stack.env_file()["COMPOSE_FILE"] == before["COMPOSE_FILE"], "the bundled model is not fetched"


@each_preset
def test_compose_takes_every_preset(stack: Stack, preset: models.Preset) -> None:
    assert stack.make("use", f"MODEL={preset.name}").returncode == 0
    for engine in preset.weights:
        done = stack.compose("--profile", engine, "config")
        assert done.returncode == 0, done.stderr
        place = preset.settings["LLAMACPP_MODEL" if engine == "llamacpp" else "MODEL_DIR"]
        assert f"{'/models/' if engine != 'tgi' else 'models/'}{place}" in done.stdout
        assert preset.name in done.stdout


def test_an_unknown_model_names_those_that_there_are(stack: Stack) -> None:
    refused(stack.make("use", "MODEL=gpt-9"), "'gpt-9' is no model of the catalogue. Fix: make use MODEL=<student-nano")
    refused(stack.make("use"), "no model was named")
