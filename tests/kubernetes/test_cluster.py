"""The stack on a real cluster: what is promised when keys change, gateways roll, and engines come, go or die."""

from __future__ import annotations

import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import here
from tests.caddy import gateway_box
from tests.caddy.authority import Authority
from tests.conftest import wait_until
from tests.kubernetes import node
from tests.kubernetes.node import Node
from tests.kubernetes.world import World, settings

pytestmark = pytest.mark.kubernetes

DOWNLOAD = "student-llm/model:local"  # of compose/download.yaml
NAME = "student.example.com"
SERVED = "llamacpp:n_decode_total"


@pytest.fixture
def measured(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Note a figure, which is shown at the end."""
    return lambda line: record_property("measured", line)


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    if why := node.missing():
        pytest.skip(why)
    folder = Path(tempfile.mkdtemp(prefix="student-kube-"))
    made = Node(folder / "node")
    try:
        began = time.monotonic()
        images = {here.image(name): here.image(name) for name in ("llamacpp", "prometheus")}
        images |= {DOWNLOAD: DOWNLOAD} if here.has(DOWNLOAD) else {}
        made.start(images | {here.image("gateway"): gateway_box.image()})
        ready = time.monotonic()
        world = World(made, folder)
        world.start(here.image("llamacpp"), **settings())
        print(f"cluster ready after {ready - began:.0f} s, stack after {time.monotonic() - ready:.0f} s")
        yield world
    finally:
        made.stop()
        shutil.rmtree(folder)


def test_plan_through_the_service(world: World) -> None:
    problem = ["--objective", "integrate", "--expression", r"\int x^2 \sin x\,dx", "--variable", "x"]
    base = f"STUDENT_API_BASE=http://{world.address('student-llm')}:8001/v1"
    student = str(Path(shutil.which("student") or here.ROOT / ".venv" / "bin" / "student"))
    done = world.node.run("env", "-C", str(world.stack.path), base, student, "plan", *problem)
    assert '"steps"' in done.stdout


def test_keys_reach_every_gateway(world: World, measured: Callable[[str], None]) -> None:
    models = [f"http://{address}:8001/v1/models" for address in world.pods("gateway").values()]
    assert len(models) == 2

    def statuses(key: str) -> set[int]:
        return {world.ask(url, key)[0] for url in models}

    with world.load() as load:
        began = time.monotonic()
        said = world.make("keys", "add", NAME="alice")
        measured(f"a key was in force after {time.monotonic() - began:.1f} s")
        assert "every gateway of the cluster has it" in said
        first = re.findall(r"key +(\S+)", said)[0]
        assert statuses(first) == {200}
        second = re.findall(r"key +(\S+)", world.make("keys", "rotate", NAME="alice", OVERLAP="0"))[0]
        assert statuses(second) == {200}
        assert statuses(first) == {401}
        world.make("keys", "revoke", NAME="alice")
        assert statuses(second) == {401}
    assert load.lost == {}


def test_limit_counts_once_for_a_client(world: World) -> None:
    said = world.make("keys", "add", NAME="bob", RPM="20")
    key = re.findall(r"key +(\S+)", said)[0]
    url = f"http://{world.address('student-llm')}:8001/v1/models"
    statuses = [world.ask(url, key)[0] for _ in range(30)]
    assert (statuses.count(200), statuses.count(429)) == (20, 10)


def test_gateways_roll_and_no_request_is_lost(world: World, measured: Callable[[str], None]) -> None:
    before = set(world.pods("gateway"))
    with world.load() as load:
        world.kubectl("rollout", "restart", "deployment/gateway")
        world.rolled("gateway")
    measured(f"gateways rolled: {load.outcome}")
    assert not before & set(world.pods("gateway"))
    assert load.lost == {}


def test_an_engine_that_goes_loses_no_request(world: World, measured: Callable[[str], None]) -> None:
    going = next(iter(world.pods("engine")))
    with world.load() as load:
        world.kubectl("delete", "pod", going, "--wait=true", "--timeout=300s")
        world.rolled("engine")
    measured(f"an engine was deleted: {load.outcome}")
    assert load.lost == {}


def test_killed_engine_loses_its_own(world: World, measured: Callable[[str], None]) -> None:
    workers, dies = 6, next(iter(world.pods("engine")))
    kill = "for p in /proc/[0-9]*; do case $(cat $p/comm) in llama-server) kill -9 ${p#/proc/};; esac; done"
    with world.load(workers) as load:
        world.kubectl("exec", dies, "-c", "engine", "--", "sh", "-c", kill)
        load.more(10 * workers)
    measured(f"an engine was killed: {load.outcome}")
    world.rolled("engine")
    assert set(load.lost) <= {"502"}, "those that had begun; no other hears that there is no engine"
    assert sum(load.lost.values()) <= workers
    assert load.outcome["ok"] > workers


def test_engines_join_under_load(world: World, measured: Callable[[str], None]) -> None:
    world.kubectl("scale", "deployment/engine", "--replicas=1")
    world.rolled("engine")
    old = set(world.pods("engine"))
    serves: dict[str, float] = {}
    with world.load(6) as load:
        began = time.monotonic()
        world.kubectl("scale", "deployment/engine", "--replicas=3")

        def all_serve() -> bool:
            for name, address in world.pods("engine").items():
                if name not in old and name not in serves and address and world.metric(address, SERVED):
                    serves[name] = time.monotonic() - began
            return len(serves) == 2

        wait_until(all_serve, 240, "both serve")
        counted = {name: world.metric(address, SERVED) for name, address in world.pods("engine").items()}
        load.more(120)
        shares = [world.metric(address, SERVED) - counted[name] for name, address in world.pods("engine").items()]
    measured(
        f"new engines served after {sorted(round(each, 1) for each in serves.values())} s; steps of each: {shares}"
    )
    assert load.lost == {}
    assert max(shares) < 3 * min(shares), "about as much for each"
    world.kubectl("scale", "deployment/engine", "--replicas=2")
    world.rolled("engine")


def test_busy_engine_stays_ready(world: World) -> None:
    ready = "jsonpath={.items[*].status.containerStatuses[*].ready}"
    with world.load(40) as load:
        for _ in range(8):
            load.more(40)
            assert "false" not in world.kubectl("get", "pods", "-l", "app.kubernetes.io/name=engine", "-o", ready)


def test_prometheus_sees_every_replica(world: World) -> None:
    def counted() -> dict[str, int]:
        found = world.query("count by (job) (up == 1)")
        return {each["metric"]["job"]: int(each["value"][1]) for each in found}

    wait_until(lambda: counted() == {"gateway": 2, "engine": 2, "prometheus": 1}, 90, "all replicas")
    assert world.query("student:requests_waiting:sum"), "the rules are there"


def test_a_changed_setting_rolls_the_gateways(world: World) -> None:
    world.set(GATEWAY_MAX_TOKENS="100")
    world.apply()
    body = '{"model": "student-nano", "max_tokens": 101, "messages": []}'
    url = f"http://{world.address('student-llm')}:8001/v1/chat/completions"
    done = world.node.run(
        "curl", "-s", "--noproxy", "*", "-H", f"Authorization: Bearer {world.stack.key}", "-d", body, url
    )
    assert "100" in done.stdout
    assert "error" in done.stdout


def test_model_is_fetched_first(world: World) -> None:
    if not here.has(DOWNLOAD):
        pytest.skip(f"no image {DOWNLOAD}: 'make download' in a stack with a download builds it")
    file = world.stack.path / "models" / "student-nano" / "student-nano.gguf"
    with world.hub(file) as address:
        repository = {"HF_ENDPOINT": address, "GGUF_REPO": "local/nano", "GGUF_REVISION": "main"}
        world.set(COMPOSE_FILE=here.with_overlays("compose/download.yaml"), LLAMACPP_MODEL=f"fetched/{file.name}")
        world.set(**repository)
        world.make("init")  # makes the secret that the download reads
        world.apply()
    assert (world.volumes["MODELS"] / "fetched" / file.name).read_bytes() == file.read_bytes()
    engine = next(iter(world.pods("engine")))
    assert f"/models/fetched/{file.name}" in world.kubectl("get", "pod", engine, "-o", "jsonpath={..args}")


def test_renewed_certificate_is_served(world: World, tmp_path: Path) -> None:
    authority, certs = Authority(tmp_path), world.stack.path / "state" / "certs"
    authority.issue(NAME, certs)
    world.set(GATEWAY_TLS="files", GATEWAY_HOST=NAME, COMPOSE_FILE=here.with_overlays("compose/public.yaml"))
    world.apply()
    pods = world.pods("gateway")

    def shown() -> set[str]:
        return {world.certificate(address, NAME) for address in pods.values()}

    first = shown()
    authority.issue(NAME, certs)
    world.apply()
    wait_until(lambda: not first & shown(), 150, "another certificate of each gateway")
    assert len(shown()) == 1, "the same of each"
    assert world.pods("gateway") == pods, "no pod is another"


def test_engine_has_no_egress(world: World) -> None:
    pod, gateway = next(iter(world.pods("engine"))), next(iter(world.pods("gateway").values()))
    ask = ("curl", "-s", "--noproxy", "*", "--max-time", "5", f"http://{gateway}:9180/ready")
    done = world.node.run("kubectl", "-n", "student-llm", "exec", pod, "-c", "engine", "--", *ask, check=False)
    if done.returncode == 0:
        pytest.skip("the bridge plugin enforces no NetworkPolicy: that the engine has no egress is not shown here")
    assert "exit code 28" in done.stderr, "it asks in vain until its time is over"
