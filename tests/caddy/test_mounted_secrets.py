"""The gateway with files mounted like a cluster's Secret: root's, group-readable, and swapped by a link."""

from __future__ import annotations

import io
import subprocess
import tarfile
import uuid
from collections.abc import Callable, Iterator

import pytest

from tests.caddy.conftest import ALICE
from tests.caddy.gateway_box import Gateway, docker, image, line, wait_for

pytestmark = pytest.mark.docker

USER = "65532"
BOB = "sk-bob-0123456789abcdef"


class Secret:
    """A volume filled like kubelet's: a folder for each state, and a link to the current one."""

    def __init__(self) -> None:
        self.name = f"student-gateway-test-{uuid.uuid4().hex[:8]}"
        docker("create", "--name", self.name, "-v", f"{self.name}:/run/gateway", image())

    def put(self, keys: str, mode: int = 0o440, owner: int = 0) -> None:
        folder = f"..{uuid.uuid4().hex[:8]}"
        stream = io.BytesIO()
        with tarfile.open(fileobj=stream, mode="w") as archive:
            for name, kind, target in (
                (folder, tarfile.DIRTYPE, ""),
                (f"{folder}/keys", tarfile.REGTYPE, ""),
                ("..data", tarfile.SYMTYPE, folder),
                ("keys", tarfile.SYMTYPE, "..data/keys"),
            ):
                entry = tarfile.TarInfo(name)
                entry.type, entry.linkname, entry.gid = kind, target, int(USER)
                entry.mode, entry.uid = (0o750, 0) if kind == tarfile.DIRTYPE else (mode, owner)
                entry.size = len(keys) if kind == tarfile.REGTYPE else 0
                archive.addfile(entry, io.BytesIO(keys.encode()))
        command = ["docker", "cp", "--archive", "-", f"{self.name}:/run/gateway"]
        subprocess.run(command, input=stream.getvalue(), check=True, capture_output=True, timeout=60)

    def mounted_into(self, box: Gateway) -> Gateway:
        """Let a gateway read it instead of the tests' folder, as a user who owns nothing in it."""
        kept = [option.replace(f"{box.keys}:", f"{self.name}:") for option in box.options]
        kept[kept.index("--user") + 1] = f"{USER}:{USER}"
        box.options = kept
        for folder in (box.data, box.engine_key):
            folder.chmod(0o777)
        return box


@pytest.fixture
def secret() -> Iterator[Secret]:
    made = Secret()
    yield made
    docker("rm", "-f", made.name, check=False)
    docker("volume", "rm", "-f", made.name, check=False)


def test_keys_of_a_secret_are_swapped(make_gateway: Callable[..., Gateway], secret: Secret) -> None:
    box = make_gateway()
    secret.put(line("alice", ALICE))
    secret.mounted_into(box).start()
    with box.client(ALICE) as alice, box.client(BOB) as bob:
        assert (alice.get("/v1/models").status_code, bob.get("/v1/models").status_code) == (200, 401)
        secret.put(line("bob", BOB))
        wait_for("the other key", lambda: bob.get("/v1/models").status_code == 200 or None)
        assert alice.get("/v1/models").status_code == 401
    secret.put(line("alice", ALICE), mode=0o444)  # a faulty change leaves what is in force
    wait_for("the refusal", lambda: "has mode 0444" in box.logs() or None)


@pytest.mark.parametrize(("mode", "owner"), [(0o440, 4242), (0o444, 0), (0o460, 0)])
def test_open_secret_is_refused(make_gateway: Callable[..., Gateway], secret: Secret, mode: int, owner: int) -> None:
    secret.put(line("alice", ALICE), mode, owner)
    assert f"has mode {mode:04o}" in secret.mounted_into(make_gateway()).refuse_to_start()
