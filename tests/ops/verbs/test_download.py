"""The download of a model, by the real container from a hub on this host: complete and checked, or one clear line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ops.lib import env_file, model_files
from tests import here
from tests.conftest import ROOT, Stack
from tests.ops.hub import COMMIT, GOOD_TOKEN, OTHER_TOKEN, Hub

pytestmark = pytest.mark.docker

NANO = ROOT / "models" / "student-nano"
LOADED = ["config.json", "generation_config.json", "model.safetensors", "special_tokens_map.json", "tokenizer.json"]
LOADED += ["tokenizer_config.json"]
REFUSED = {"modeling_nano.py": b"import os", "pytorch_model.bin": b"pickle", "onnx/model.safetensors": b"nested"}
NETWORK = f"student-test-hub-{os.getpid()}"
CHUNK = 10 * 2**20  # is the block that the hub's client writes at a time


def compose_file() -> str:
    return f"{here.compose_file()}:compose/download.yaml"


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    """This host's address on a Docker network of its own: containers of every network reach it."""
    form = "{{(index .IPAM.Config 0).Gateway}}"
    subprocess.run(["docker", "network", "create", NETWORK], check=True, capture_output=True)
    try:
        shown = ["docker", "network", "inspect", NETWORK, "--format", form]
        yield subprocess.run(shown, check=True, capture_output=True, text=True).stdout.strip()
    finally:
        subprocess.run(["docker", "network", "rm", NETWORK], check=True, capture_output=True)


@pytest.fixture
def hub(host: str) -> Iterator[Hub]:
    files = {name: (NANO / name).read_bytes() for name in [*LOADED, "student-nano.gguf"]}
    made = Hub(files | REFUSED, host)
    made.start()
    yield made
    made.stop()


@pytest.fixture(scope="module")
def stack(new_stack: Callable[..., Stack]) -> Stack:
    made = new_stack("download", COMPOSE_FILE=compose_file(), COMPOSE_PROFILES="vllm")
    built = made.run(sys.executable, "-m", "ops.verbs.images", "llamacpp")
    assert built.returncode == 0, built.stdout + built.stderr
    return made


class Fetch:
    """One model's folder in the stack, and the service that fills it."""

    def __init__(self, stack: Stack, hub: Hub, folder: str) -> None:
        self.stack, self.hub = stack, hub
        self.folder = stack.path / "models" / folder
        self.token("")
        self.set(HF_ENDPOINT=hub.address(), MODEL_REPO=hub.repo, MODEL_REVISION="main", MODEL_DIR=folder)

    def set(self, **settings: str) -> None:
        env_file.update(settings, self.stack.path / "env" / "student.env")

    def token(self, text: str) -> None:
        env_file.write_private(self.stack.path / "state" / "secrets" / "hub_token", text)

    def run(self) -> subprocess.CompletedProcess[str]:
        return self.stack.compose("run", "--rm", "--no-deps", "-T", "model")

    def refused(self, *words: str) -> None:
        """Assert that the download fails with one line that has these words, and leaves no folder."""
        done = self.run()
        errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
        assert (done.returncode, len(errors)) == (model_files.REPORTED, 1), done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        for word in (*words, ". Fix: "):
            assert word in errors[0]
        assert not [secret for secret in (GOOD_TOKEN, OTHER_TOKEN, "Signature") if secret in done.stdout + done.stderr]
        assert not self.folder.exists()

    def whole(self) -> str:
        """Assert that the model is complete, and return the output."""
        done = self.run()
        assert done.returncode == 0, done.stdout + done.stderr
        assert sorted(path.name for path in self.folder.iterdir()) == sorted([".download.json", *LOADED])
        assert all((self.folder / name).read_bytes() == self.hub.files[name] for name in LOADED)
        assert not (self.folder.parent / ".incomplete" / self.folder.name).exists()
        return done.stdout


@pytest.fixture
def fetch(stack: Stack, hub: Hub, request: pytest.FixtureRequest) -> Fetch:
    return Fetch(stack, hub, request.function.__name__.removeprefix("test_"))


def megabytes(*names: str) -> str:
    """Return the size of the model's files as the download prints it."""
    return f"{sum((NANO / name).stat().st_size for name in names) / 1e6:.2f} MB"


def preflight(stack: Stack) -> str:
    return stack.run(sys.executable, "-m", "ops.verbs.preflight").stdout


def test_brings_no_code(fetch: Fetch) -> None:
    """The download fetches only files that engines load."""
    assert f"to be fetched from {fetch.hub.repo}" in preflight(fetch.stack)
    done = fetch.stack.make("download")
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{fetch.hub.repo} at {COMMIT}: {len(LOADED)} files, {megabytes(*LOADED)}" in done.stdout
    assert f"downloading model.safetensors, {megabytes('model.safetensors')}" in done.stdout
    assert "complete, every checksum is right" in done.stdout
    record = json.loads((fetch.folder / ".download.json").read_text())
    assert (record["repo"], record["revision"], record["commit"]) == (fetch.hub.repo, "main", COMMIT)
    assert set(record["files"]) == set(LOADED)
    assert fetch.folder.stat().st_uid == int(fetch.stack.env_file()["STACK_USER"].split(":")[0])
    asked = len(fetch.hub.asked)
    fetch.hub.stop()
    assert COMMIT in fetch.whole()
    assert len(fetch.hub.asked) == asked


def test_pinned_commit(fetch: Fetch) -> None:
    fetch.set(MODEL_REVISION=COMMIT)
    fetch.whole()
    assert all(COMMIT in path for part, path, _ in fetch.hub.asked if part == "hub")


def test_absent_model(fetch: Fetch) -> None:
    fetch.set(MODEL_REPO="local/absent")
    fetch.refused("the hub has no model local/absent, or it is private", "set MODEL_REPO in env/student.env")


def test_one_error_alone(fetch: Fetch) -> None:
    """The verb adds no error line to the service's own."""
    fetch.set(MODEL_REPO="local/absent")
    fetching = "from ops.lib import console as c, env_file, model_files as m; c.guard(lambda: m.fetch(env_file.read()))"
    done = fetch.stack.run(sys.executable, "-c", fetching)
    assert (done.returncode, done.stderr.count("ERROR")) == (1, 1), done.stderr


def test_absent_revision(fetch: Fetch) -> None:
    fetch.set(MODEL_REVISION="v9")
    fetch.refused("local/nano has no revision v9", "set MODEL_REVISION")


def test_silent_hub(fetch: Fetch) -> None:
    fetch.hub.stop()
    fetch.refused("the hub at http://", "does not answer", "check the network")


def test_token_is_for_the_hub_alone(fetch: Fetch) -> None:
    """A gated model requires one."""
    fetch.hub.gated = True
    fetch.refused("local/nano is gated, and there is no token", "accept its licence", "state/secrets/hub_token")
    fetch.token(OTHER_TOKEN)
    fetch.refused("local/nano is gated, and the token in state/secrets/hub_token may not read it")
    fetch.token("hf_mistyped")
    fetch.refused("the hub refuses the token in state/secrets/hub_token")
    fetch.token(GOOD_TOKEN)
    assert GOOD_TOKEN not in fetch.whole()
    seen = [names.get("authorization") for part, _, names in fetch.hub.asked if part == "store"]
    assert seen == [None]


def test_broken_transfer_continues(fetch: Fetch) -> None:
    fetch.hub.files["model.safetensors"] = bytes(25 * CHUNK // 10)
    fetch.hub.break_at = 21 * CHUNK // 10
    fetch.refused("the transfer of model.safetensors was cut off at 20.97 MB of 26.21 MB", "make download")
    assert f"to be fetched from {fetch.hub.repo}" in preflight(fetch.stack), "a partial file does not count as complete"
    fetch.hub.break_at = None
    fetch.hub.asked.clear()
    fetch.whole()
    ranges = [names.get("range") for part, _, names in fetch.hub.asked if part == "store"]
    assert ranges == [f"bytes={2 * CHUNK}-"]


def test_wrong_checksum(fetch: Fetch) -> None:
    fetch.hub.rotten = True
    fetch.refused("model.safetensors does not have the hub's checksum")
    fetch.hub.rotten = False
    fetch.whole()


def test_damaged_folder_is_repaired(fetch: Fetch) -> None:
    fetch.whole()
    with (fetch.folder / "model.safetensors").open("r+b") as file:
        file.truncate(1000)
    assert f"models/{fetch.folder.name}/model.safetensors is incomplete. Fix: make download" in preflight(fetch.stack)
    fetch.hub.asked.clear()
    assert "is incomplete: downloading it again" in fetch.whole()
    fetched = {path.rsplit("/", 1)[1] for _, path, _ in fetch.hub.asked if "resolve" in path}
    assert fetched == {"model.safetensors"}


def test_full_disk(fetch: Fetch) -> None:
    user = fetch.stack.env_file()["STACK_USER"]
    small = f"/models:size=1m,uid={user.split(':')[0]}"
    secrets = fetch.stack.path / "state" / "secrets" / "hub_token"
    settings = {"HF_ENDPOINT": fetch.hub.address(), "HF_HUB_DISABLE_XET": "1", "HF_HOME": "/tmp"}
    settings |= {"REPO": fetch.hub.repo, "REVISION": "main", "TARGET": "small"}
    options = [part for name, value in settings.items() for part in ("-e", f"{name}={value}")]
    options += ["--network", NETWORK, "--tmpfs", small, "-v", f"{secrets}:/run/secrets/hub_token:ro", "--user", user]
    done = fetch.stack.run("docker", "run", "--rm", *options, here.services(compose_file(), "vllm")["model"]["image"])
    assert done.returncode == model_files.REPORTED, done.stdout + done.stderr
    expected = f"ERROR models/ has 1.05 MB free, but the download needs {megabytes(*LOADED)}. Fix: free some"
    assert done.stderr.startswith(expected)


def test_pickles_are_refused(fetch: Fetch) -> None:
    del fetch.hub.files["model.safetensors"]
    fetch.refused("local/nano has no safetensors (pickled weights could run code) at main", "set MODEL_REPO")


def test_foreign_folder_is_kept(fetch: Fetch) -> None:
    fetch.set(MODEL_DIR="student-nano")
    done = fetch.run()
    assert "models/student-nano exists, but 'make download' did not write it" in done.stderr
    assert "empty MODEL_REPO in env/student.env to use it as it is" in done.stderr
    fetch.set(MODEL_REPO="")
    assert fetch.run().returncode == 0


def test_other_model_is_refused(fetch: Fetch) -> None:
    fetch.whole()
    fetch.set(MODEL_REVISION=COMMIT)
    done = fetch.run()
    assert done.returncode == model_files.REPORTED
    assert f"holds local/nano at main, not local/nano at {COMMIT}. Fix: rm -r models/" in done.stderr


@pytest.mark.parametrize("target", ["../state", "a/b"])
def test_outside_place_is_refused(fetch: Fetch, target: str) -> None:
    fetch.set(MODEL_DIR=target)
    done = fetch.run()
    assert done.returncode == model_files.REPORTED
    assert "but a download needs a folder of its own. Fix: MODEL_DIR=<folder>" in done.stderr


def test_no_repository(fetch: Fetch) -> None:
    fetch.set(MODEL_REPO="")
    done = fetch.stack.make("download")
    assert done.returncode == 2
    assert "MODEL_REPO is empty in env/student.env: there is nothing to fetch. Fix: make use" in done.stderr


def test_llamacpp_starts_offline(new_stack: Callable[..., Stack], hub: Hub) -> None:
    """llama.cpp starts from a fetched file without the hub."""
    settings = {"HF_ENDPOINT": hub.address(), "GGUF_REPO": hub.repo, "GGUF_REVISION": "main"}
    stack = new_stack("offline", COMPOSE_FILE=compose_file(), LLAMACPP_MODEL="fetched/student-nano.gguf", **settings)
    first = stack.make("up")
    assert first.returncode == 0, first.stdout + first.stderr
    assert "downloading student-nano.gguf" in first.stdout
    assert {path.name for path in Path(stack.path / "models/fetched").iterdir()} == {
        ".download.json",
        "student-nano.gguf",
    }
    assert stack.make("down").returncode == 0
    hub.stop()
    again = stack.make("up")
    assert again.returncode == 0, again.stdout + again.stderr
    assert "fetching" not in again.stdout
    assert "verified" in again.stdout.split("== 5")[1]
