"""The keys of a cluster, with a kubectl that keeps one Secret and imitates two gateways."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path

import pytest

from ops.lib import cluster, env_file
from ops.lib.console import Failure

KUBECTL = '''#!/usr/bin/env python3
"""Imitates kubectl: the Secret is a file, which the gateways load when their pods change."""
import json, os, sys
from pathlib import Path
folder = Path(os.environ["FAKE_CLUSTER"])
arguments = sys.argv[1:]
with (folder / "calls").open("a") as calls:
    calls.write(" ".join(arguments) + "\\n")
if (folder / "away").exists():
    sys.exit("Unable to connect to the server: dial tcp: i/o timeout")
secret, seen = folder / "secret", folder / "seen"
verb = next(word for word in arguments if not word.startswith("--"))
if verb == "get" and "secret" in arguments:
    print(json.dumps({"data": {"keys": secret.read_text()}}) if secret.exists() else "")
elif verb == "get":
    ready = {"conditions": [{"type": "Ready", "status": "True"}]}
    pods = [{"metadata": {"name": name}, "status": ready} for name in ("gateway-a", "gateway-b")]
    pods.append({"metadata": {"name": "gateway-old", "deletionTimestamp": "now"}, "status": ready})
    print(json.dumps({"items": pods}))
elif verb == "patch":
    secret.write_text(json.loads(sys.stdin.read())["data"]["keys"])
elif verb == "annotate":
    seen.write_text(str(int(seen.read_text() if seen.exists() else 0) + 1))
elif verb == "exec":
    refuses = (folder / "refuses").exists() and "gateway-b" in arguments and seen.exists()
    written = 100 if refuses or not seen.exists() else 100 + int(seen.read_text())
    print(f"gateway_key_file_modified_timestamp_seconds {written}")
    print(f"gateway_key_file_refused {int(refuses)}")
elif verb == "logs":
    print(json.dumps({"msg": "key file refused, the one in force stays", "error": "line 2: the hash is not"}))
'''


class Fake:
    """The folder of the imitated cluster."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.secret, self.file = folder / "secret", folder / "keys"
        self.file.write_text("new keys\n")

    def has(self, text: str) -> None:
        self.secret.write_text(base64.b64encode(text.encode()).decode())

    @property
    def keys(self) -> str:
        return base64.b64decode(self.secret.read_text()).decode()

    @property
    def calls(self) -> str:
        return (self.folder / "calls").read_text()


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fake:
    program = tmp_path / "bin" / "kubectl"
    program.parent.mkdir()
    program.write_text(KUBECTL)
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent), prepend=":")
    monkeypatch.setenv("FAKE_CLUSTER", str(tmp_path))
    settings(monkeypatch, tmp_path)()
    return Fake(tmp_path)


def settings(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Callable[..., None]:
    def write(context: str = "prod") -> None:
        path = folder / "student.env"
        values = {"KUBERNETES_CONTEXT": context, "KUBERNETES_NAMESPACE": "llm"}
        path.write_text(env_file.with_values(env_file.EXAMPLE.read_text(), values))
        monkeypatch.setattr(env_file, "ENV_FILE", path)

    return write


def test_put_keys_changes_the_secret(fake: Fake) -> None:
    fake.has("old keys\n")
    assert cluster.put_keys(fake.file) is True
    assert fake.keys == "new keys\n"
    assert "--context=prod --namespace=llm" in fake.calls
    assert "annotate pods --selector=app.kubernetes.io/name=gateway" in fake.calls
    assert "gateway-old" not in fake.calls, "a gateway that stops is not waited for"
    assert "new keys" not in fake.calls, "no key is in an argument, which others see"


def test_put_keys_undoes_a_refused_change(fake: Fake) -> None:
    fake.has("old keys\n")
    (fake.folder / "refuses").touch()
    with pytest.raises(Failure, match="gateway-b refuses the keys: line 2: the hash is not"):
        cluster.put_keys(fake.file)
    assert fake.keys == "old keys\n"


def test_put_keys_skips_gateways_that_have_them(fake: Fake) -> None:
    fake.has("new keys\n")
    assert cluster.put_keys(fake.file) is True
    assert "patch" not in fake.calls


def test_put_keys_without_a_stack(fake: Fake) -> None:
    assert cluster.put_keys(fake.file) is False


def test_put_keys_without_a_cluster(fake: Fake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings(monkeypatch, tmp_path)(context="")
    assert cluster.put_keys(fake.file) is None
    assert not (tmp_path / "calls").exists()


def test_put_keys_without_an_answer(fake: Fake) -> None:
    (fake.folder / "away").touch()
    with pytest.raises(Failure, match=r"the cluster prod: Unable to connect.*Fix: 'kubectl --context=prod"):
        cluster.put_keys(fake.file)


def test_kubectl_names_the_context() -> None:
    names = {"KUBERNETES_CONTEXT": "", "KUBERNETES_NAMESPACE": "llm"}
    assert cluster.kubectl(names) == ["kubectl", "--namespace=llm"]
    assert cluster.kubectl(names | {"KUBERNETES_CONTEXT": "a"}, namespaced=False) == [
        "kubectl",
        "--context=a",
    ]
