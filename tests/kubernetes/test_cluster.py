"""The stack on a real cluster: what is promised when keys change, gateways roll, and engines come, go or die."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import here
from tests.caddy.authority import Authority
from tests.conftest import wait_until
from tests.kubernetes.world import World

pytestmark = pytest.mark.kubernetes

NAME = "student.example.com"
SERVED = "llamacpp:n_decode_total"


def test_plan_through_the_service(world: World) -> None:
    problem = ["--objective", "integrate", "--expression", r"\int x^2 \sin x\,dx", "--variable", "x"]
    base = f"STUDENT_API_BASE=http://{world.address('student-llm')}:8001/v1"
    student = str(Path(shutil.which("student") or here.ROOT / ".venv" / "bin" / "student"))
    done = world.within("client").run("env", "-C", str(world.stack.path), base, student, "plan", *problem)
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


@pytest.fixture
def slow_engines(world: World) -> Iterator[None]:
    """Give each engine a tenth of a processor, so that a stream lasts a minute or more; then make new ones."""
    world.limit_engines("100m")
    yield
    world.kubectl("rollout", "restart", "deployment/engine")
    world.rolled("engine")


@pytest.mark.usefixtures("slow_engines")
def test_long_streams_outlive_their_gateway(world: World, measured: Callable[[str], None]) -> None:
    count, old = 4, world.pods("gateway")  # as many as one engine has places: none waits
    with world.streams(count, tokens=2000) as streams:
        wait_until(lambda: streams.outcome["begun"] == count, 120, "all have begun")
        began = time.monotonic()
        world.kubectl("rollout", "restart", "deployment/gateway")
        wait_until(lambda: not set(old) & set(world.pods("gateway")), 300, "others take over")
        models = [f"http://{address}:8001/v1/models" for address in old.values()]
        closed = "the old gateways take no connection since SIGTERM"
        wait_until(lambda: all(world.ask(url, seconds=5)[0] == 0 for url in models), 120, closed)
        ending = time.monotonic() - began
        assert streams.outcome == {"begun": count}, "none has ended before that"
    lasted = time.monotonic() - began
    measured(f"{count} streams lasted {lasted:.0f} s; their gateways got SIGTERM within {ending:.0f} s")
    assert streams.outcome == {"begun": count, "whole": count}
    world.rolled("gateway")


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
        engines, shares = world.pods("engine").values(), [0.0]

        def balanced() -> bool:
            before = [world.metric(address, SERVED) for address in engines]
            load.more(60)
            shares[:] = [world.metric(address, SERVED) - was for address, was in zip(engines, before, strict=True)]
            return max(shares) < 3 * min(shares)

        # each gateway hears of the new ones when its own answer of the name service is too old
        wait_until(balanced, 60, "about as much for each")
    measured(f"new engines served after {sorted(round(each, 1) for each in serves.values())} s; then steps: {shares}")
    assert load.lost == {}
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
    options = ("-s", "--noproxy", "*", "-H", f"Authorization: Bearer {world.stack.key}", "-d", body)
    done = world.within("client").run("curl", *options, url)
    assert "100" in done.stdout
    assert "error" in done.stdout


def test_model_is_fetched_first(world: World) -> None:
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
