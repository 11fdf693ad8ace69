"""The stack on a cluster: applied as an operator does it, and asked from within its network."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ops.lib import env_file
from tests import here
from tests.conftest import ROOT, Stack, wait_until
from tests.kubernetes.cluster import DNS_SECONDS, Cluster
from tests.kubernetes.control_plane import ADDRESS
from tests.kubernetes.node import OWN_IMAGES
from tests.kubernetes.place import Place
from tests.project import copy_project

NAMESPACE = "student-llm"
OF = {name: f"app.kubernetes.io/name={name}" for name in ("gateway", "engine", "prometheus")}
OWN = Path(__file__).with_name("world.yaml")
PAGE = ROOT / "docs" / "kubernetes.md"


class Load:
    """Requests that are under way.

    Args:
        file: the process that sends them writes each result into it, one a line.
    """

    def __init__(self, file: Path) -> None:
        self.file = file

    @property
    def outcome(self) -> Counter[str]:
        """How many requests had each result so far."""
        return Counter(self.file.read_text().splitlines())

    def more(self, count: int) -> None:
        """Wait until so many more requests have a result."""
        enough = self.outcome.total() + count
        wait_until(lambda: self.outcome.total() >= enough, 240, f"{count} more requests have a result")

    @property
    def lost(self) -> dict[str, int]:
        return {became: count for became, count in self.outcome.items() if became != "ok"}


class World:
    """The cluster and the project's copy that is applied to it."""

    def __init__(self, cluster: Cluster, folder: Path) -> None:
        self.cluster = cluster
        self.stack = Stack(copy_project(folder / "stack"), {})
        self.networks: dict[str, Place] = {}
        self.volumes = {"MODELS": folder / "models", "METRICS": folder / "metrics"}
        for place in self.volumes.values():
            place.mkdir()
            place.chmod(0o777)

    def make(self, verb: str, *arguments: str, **environment: str) -> str:
        """Run a verb of 'make' where kubectl reaches the cluster, and return what it says."""
        told = [f"{name}={value}" for name, value in environment.items()]
        command = [sys.executable, "-m", f"ops.verbs.{verb}", *arguments]
        done = self.cluster.run("env", "-C", str(self.stack.path), *told, *command)
        return done.stdout

    def start(self, image: str, **settings: str) -> None:
        """Set everything up as docs/kubernetes.md says, and wait until all is ready.

        Args:
            image: one with tar, for the pod that copies the model.
            settings: of env/student.env.
        """
        self.make("init", *(f"{name}={value}" for name, value in settings.items()))
        self._apply()
        copies = (ROOT / "kubernetes" / "copy.yaml").read_text()
        pod = re.sub(r"image: \S+", f"image: {image}", copies)
        self.cluster.kubectl("-n", NAMESPACE, "apply", "-f", "-", given=pod)
        self.kubectl("wait", "--for=condition=Ready", "pod/copy", "--timeout=300s")
        self.kubectl("cp", str(self.stack.path / "models" / "student-nano"), "copy:/models/student-nano")
        self.kubectl("delete", "pod", "copy", "--grace-period=1")
        self._ready()

    def apply(self) -> None:
        """Render the settings as they are now and apply them; wait until all is ready."""
        self._apply()
        self._ready()

    def _apply(self) -> None:
        self.make("kubernetes")
        images = {"PAUSE": OWN_IMAGES["pause"], "GATEWAY": here.image("gateway")}
        own = OWN.read_text()
        for name, value in {**self.volumes, **images}.items():
            own = own.replace(name, str(value))
        drain = {"name": "engine", "env": [{"name": "DRAIN_SECONDS", "value": str(DNS_SECONDS + 2)}]}
        patch = {
            "apiVersion": "apps/v1",
            "kind": "Deployment",
            "metadata": {"name": "engine"},
            "spec": {"template": {"spec": {"containers": [drain]}}},
        }
        top = {"resources": ["state"], "patches": [{"patch": json.dumps(patch)}]}
        (self.stack.path / "kustomization.yaml").write_text(json.dumps(top))
        self.cluster.kubectl("apply", "--server-side", "--force-conflicts", "-k", str(self.stack.path))
        (policy,) = re.findall(r"```yaml program\n(.*?)```", PAGE.read_text(), re.DOTALL)
        self.cluster.kubectl("apply", "-f", "-", given=policy)
        apply = ("kubectl", "apply", "-f", "-")
        # a namespace takes pods once it has an account for them
        wait_until(
            lambda: self.cluster.run(*apply, check=False, given=own).returncode == 0, 60, "the test's own objects"
        )

    def _ready(self) -> None:
        for name in OF:
            self.rolled(name)

    def set(self, **settings: str) -> None:
        """Change settings of env/student.env."""
        path = self.stack.path / "env" / "student.env"
        path.write_text(env_file.with_values(path.read_text(), settings))

    def certificate(self, address: str, name: str) -> str:
        """Return the fingerprint of the certificate that a gateway shows for a name."""
        ask = f"openssl s_client -connect {address}:443 -servername {name} </dev/null 2>/dev/null"
        return self.within("client").run("sh", "-c", f"{ask} | openssl x509 -noout -fingerprint").stdout

    def within(self, pod: str, namespace: str = NAMESPACE) -> Place:
        """Return a pod's network, in which this host's programs can run."""
        if pod not in self.networks:
            self.cluster.kubectl("-n", namespace, "wait", "--for=condition=Ready", f"pod/{pod}", "--timeout=180s")
            form = "jsonpath={.status.podIP} {.spec.nodeName}"
            address, name = self.cluster.kubectl("-n", namespace, "get", "pod", pod, "-o", form).split()
            node = next(each for each in self.cluster.nodes if each.name == name)
            for network in node.run("ls", "/var/run/netns").stdout.split():
                place = Place(self.cluster.folder, (*node.inside, "nsenter", f"--net=/var/run/netns/{network}"))
                if f" {address}/" in place.run("ip", "-4", "-o", "address", check=False).stdout:
                    self.networks[pod] = place
        return self.networks[pod]

    def kubectl(self, *arguments: str, check: bool = True) -> str:
        return self.cluster.kubectl("-n", NAMESPACE, *arguments, check=check)

    def rolled(self, name: str) -> None:
        """Wait until a Deployment is as it should be, old pods gone."""
        done = self.kubectl("rollout", "status", f"deployment/{name}", "--timeout=300s", check=False)
        assert "successfully rolled out" in done, (
            done + self.kubectl("describe", "pods", "-l", OF[name]) + self.cluster.logs()
        )
        wait_until(
            lambda: len(self.pods(name, going=True)) == len(self.pods(name)), 300, f"old pods of {name} are gone"
        )

    def pods(self, name: str, *, going: bool = False) -> dict[str, str]:
        """Return a Deployment's pods with their addresses, with or without those that are ending."""
        listed = json.loads(self.kubectl("get", "pods", "-l", OF[name], "-o", "json"))["items"]
        return {
            pod["metadata"]["name"]: pod["status"].get("podIP", "")
            for pod in listed
            if going or "deletionTimestamp" not in pod["metadata"]
        }

    def address(self, service: str) -> str:
        return self.kubectl("get", "service", service, "-o", "jsonpath={.spec.clusterIP}")

    def ask(self, url: str, key: str = "", seconds: int = 20, pod: str = "client") -> tuple[int, str]:
        """Ask from a pod; return the status, 0 for none, and the body."""
        header = ["-H", f"Authorization: Bearer {key}"] if key else []
        options = ("-s", "--noproxy", "*", "--max-time", str(seconds), "-w", "\n%{http_code}")
        done = self.within(pod).run("curl", *options, *header, url, check=False)
        body, _, status = done.stdout.rpartition("\n")
        return int(status or 0), body

    def metric(self, pod_address: str, name: str) -> float:
        """Return one of an engine's counters, 0 if it does not answer."""
        key = (self.stack.path / "state" / "secrets" / "engine_key").read_text().strip()
        _, body = self.ask(f"http://{pod_address}:8000/metrics", key, 5, next(iter(self.pods("prometheus"))))
        return next((float(line.split()[-1]) for line in body.splitlines() if line.startswith(name + " ")), 0.0)

    @contextmanager
    def load(self, workers: int = 4, service: str = "spread") -> Iterator[Load]:
        """Ask all the time while the block runs, and until each worker has a result that began after it."""
        script = str(Path(__file__).with_name("load.py"))
        command = [sys.executable, script, f"http://{self.address(service)}:8001", self.stack.key, str(workers)]
        result = Load(self.stack.path / "load")
        with (
            result.file.open("w") as output,
            subprocess.Popen([*self.within("client").inside, *command], stdin=subprocess.PIPE, stdout=output) as asking,
        ):
            try:
                result.more(workers)
                yield result
                result.more(2 * workers)
            finally:
                asking.communicate(timeout=200)

    @contextmanager
    def streams(self, count: int, tokens: int) -> Iterator[Load]:
        """Read streams while the block runs, and wait for their ends."""
        script = str(Path(__file__).with_name("streams.py"))
        command = [sys.executable, script, f"http://{self.address('spread')}:8001", self.stack.key]
        result = Load(self.stack.path / "streams")
        with (
            result.file.open("w") as output,
            subprocess.Popen(
                [*self.within("client").inside, *command, str(count), str(tokens)], stdout=output
            ) as reads,
        ):
            yield result
            reads.wait(timeout=300)

    def limit_engines(self, processors: str) -> None:
        """Limit each engine's pod to a part of a processor, as it runs; a new pod has no limit."""
        resources = {"limits": {"cpu": processors}, "requests": {"cpu": processors}}
        patch = json.dumps({"spec": {"containers": [{"name": "engine", "resources": resources}]}})
        given = "jsonpath={.status.containerStatuses[0].resources.limits.cpu}"
        for pod in self.pods("engine"):
            self.kubectl("patch", "pod", pod, "--subresource=resize", "-p", patch)
            wait_until(lambda pod=pod: self.kubectl("get", "pod", pod, "-o", given) == processors, 60, f"{pod} is slow")

    @contextmanager
    def hub(self, file: Path) -> Iterator[str]:
        """Serve a file as a hub's only one, on the node; yield the hub's address."""
        script = (
            "import sys; from pathlib import Path; from tests.ops.hub import Hub; path = Path(sys.argv[1]); "
            "hub = Hub({path.name: path.read_bytes()}, sys.argv[2]); hub.start(); print(hub.address(), flush=True); "
            "sys.stdin.read()"
        )
        command = ["env", "-C", str(ROOT), sys.executable, "-c", script, str(file), ADDRESS]
        with subprocess.Popen(
            [*self.cluster.inside, *command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as serving:
            assert serving.stdout
            yield serving.stdout.readline().strip()
            serving.kill()

    def query(self, expression: str) -> list[dict[str, Any]]:
        """Ask the cluster's Prometheus."""
        options = ("-sG", "--noproxy", "*", "--max-time", "10", "--data-urlencode", f"query={expression}")
        pod = next(iter(self.pods("prometheus")))
        done = self.within(pod).run("curl", *options, "http://127.0.0.1:9090/api/v1/query")
        found: list[dict[str, Any]] = json.loads(done.stdout)["data"]["result"]
        return found


def settings() -> dict[str, str]:
    """Return the settings of a stack that two processors run three times."""
    return {
        "COMPOSE_FILE": here.compose_file(),
        "ENGINE_MEMORY": "512m",
        "LLAMACPP_THREADS": "1",
        "GATEWAY_REQUESTS_PER_MINUTE": "100000",
        "KUBERNETES_CONTEXT": "kube",
        "KUBERNETES_ENGINE_CPU": "100m",
        "KUBERNETES_ENGINES": "2",
        "KUBERNETES_STORAGE_CLASS": "folders",
    }
