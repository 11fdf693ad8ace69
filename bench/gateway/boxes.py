"""The containers of a measurement: the gateway, its peers and the servers behind them, all on one network.

Peers and tools run from images of their own (images/bench). Every request goes the same way: from wrk's container over
one bridge to the server's, and from there to the server behind it.
"""

from __future__ import annotations

import hashlib
import http.client
import json
import os
import secrets
import shutil
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType

from bench.gateway import images
from ops.lib.console import Failure, capture

HERE = Path(__file__).resolve().parent
PATH = "/v1/chat/completions"
KEY = "sk-bench-{}"
POOL = 64
"""Number of keys that are used in turn, because one key may send 100,000 requests a minute at most."""
ANSWER_BYTES = 617
NOBODY = "--user=65534:65534"  # keeps nginx from switching users, which it tries as root
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Target:
    """A server to measure: its name in the table, its address, its container, and the number of its keys.

    ``network`` is the network that requests come from.
    """

    name: str
    host: str
    port: int
    container: str
    network: str
    keys: int = POOL
    slow: bool = False

    def cpu_seconds(self) -> float:
        """Return the CPU time that the container's processes have used so far."""
        first = int(_docker("inspect", "-f", "{{.State.Pid}}", self.container))
        waiting, ticks = [first], 0
        while waiting:
            pid = waiting.pop()
            try:
                fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
                children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
            except OSError:  # skips a process that ended in between
                continue
            ticks += int(fields[11]) + int(fields[12])
            waiting += map(int, children)
        return ticks / TICKS


def _docker(*arguments: str, timeout: float = 60) -> str:
    done = capture(["docker", *arguments], timeout=timeout)
    if done.returncode:
        raise Failure(f"docker {arguments[0]}: {done.stderr.strip()[-300:]}", "start Docker, then run again")
    return done.stdout.strip()


def answer(size: int = ANSWER_BYTES) -> str:
    """Return a chat completion of so many bytes."""
    content = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1731368630,
        "model": "student-nano",
        "choices": [{"index": 0, "message": {"role": "assistant", "content": ""}, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 200, "completion_tokens": 100, "total_tokens": 300},
    }
    text = json.dumps(content)
    return text.replace('"content": ""', f'"content": "{"x" * (size - len(text))}"')


def request_body(size: int, stream: bool = False) -> bytes:
    """Return a request of so many bytes: lines of LaTeX, in which every few characters are escaped."""
    line = "\\int_0^1 x^{12} \\sin(x)\\,dx + \\frac{\\partial f}{\\partial x}\n"
    content = {"model": "student-nano", "max_tokens": 256, "temperature": 0.0, "stream": stream}
    content["messages"] = [{"role": "system", "content": "Solve."}, {"role": "user", "content": ""}]
    room = size - len(json.dumps(content))
    lines = room // (len(json.dumps(line)) - 2)
    text = line * lines + "x" * (room - lines * (len(json.dumps(line)) - 2))
    content["messages"] = [{"role": "system", "content": "Solve."}, {"role": "user", "content": text}]
    return json.dumps(content).encode()


def key_file(count: int) -> str:
    """Return so many keys in the gateway's format. The load uses the first ones."""
    names = (f"k{i} {hashlib.sha256(KEY.format(i).encode()).hexdigest()}\n" for i in range(count))
    return "".join(names)


class Lab:
    """One network with the servers on it; everything is removed at the end."""

    def __init__(self) -> None:
        self.name = f"student-bench-{secrets.token_hex(4)}"
        self.folder = Path(tempfile.mkdtemp(prefix=f"{self.name}-"))
        self.containers: list[str] = []
        self.wrks: dict[str, str] = {}

    def __enter__(self) -> Lab:
        # turns masquerading off, as in the stack's own network; published ports work without it
        option = "com.docker.network.bridge.enable_ip_masquerade=false"
        _docker("network", "create", "-o", option, self.name)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        for container in self.containers:
            capture(["docker", "rm", "-f", container])
        capture(["docker", "network", "rm", self.name])
        shutil.rmtree(self.folder, ignore_errors=True)

    def file(self, name: str, content: str | bytes) -> Path:
        """Write a file of the lab and return its path."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        path.chmod(0o644)  # nginx runs as nobody
        return path

    def run(self, image: str, network: str, options: Sequence[str], command: Sequence[str]) -> str:
        """Start a container, limited as Compose limits the stack's, and return its name."""
        if capture(["docker", "image", "inspect", image]).returncode:
            raise Failure(f"no image {image}", "make images")
        container = f"{self.name}-{len(self.containers)}"
        self.containers.append(container)
        _docker(
            *("run", "-d", "--name", container, "--network", network, "--init", "--read-only", "--cap-drop", "ALL"),
            *("--security-opt", "no-new-privileges", "--log-opt", "max-size=10m", "--log-opt", "max-file=3"),
            *("--tmpfs", "/tmp:mode=1777", "--tmpfs", "/config:mode=1777"),  # noqa: S108
            *(*options, image, *command),
        )
        return container

    def start(self, name: str, port: int, image: str, options: Sequence[str], command: Sequence[str] = ()) -> Target:
        """Start a server on the lab's network; ``wait`` waits until it answers."""
        container = self.run(image, self.name, options, command)
        address = "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}"
        return Target(name, _docker("inspect", "-f", address, container), port, container, self.name)

    def wrk(self, network: str) -> str:
        """Return the container on a network that runs wrk; it is started once, before any measurement."""
        if network not in self.wrks:
            options = ["--user", f"{os.getuid()}:{os.getgid()}", f"-v={self.folder}:{self.folder}:ro"]
            self.wrks[network] = self.run(images.TOOLS, network, options, ["sleep", "infinity"])
        return self.wrks[network]

    def nginx(self, name: str, port: int, conf: str, *options: str) -> Target:
        """Start nginx with a configuration."""
        path = self.file(f"{name}.conf", conf)
        command = ["nginx", "-c", "/nginx.conf", "-e", "stderr", "-g", "daemon off;"]
        return self.start(name, port, images.TOOLS, [NOBODY, f"-v={path}:/nginx.conf:ro", *options], command)

    def upstream(self) -> Target:
        """Start the server with one answer, under the engine's name."""
        conf = (HERE / "upstream.conf").read_text().replace("ANSWER", answer())
        return self.nginx("direct", 8000, conf, "--network-alias=engine")

    def stream_engine(self, chunks: int) -> Target:
        """Start the server of streams of so many chunks, under a name of its own."""
        options = [NOBODY, f"-v={HERE / 'stream_engine.py'}:/stream_engine.py:ro", "--network-alias=streams"]
        command = ["python3.13", "-I", "/stream_engine.py", "8000", str(chunks)]
        return self.start("direct", 8000, images.TOOLS, options, command)

    def nginx_proxy(self, engine: str = "engine") -> Target:
        """Start nginx with the gateway's work."""
        keys = "".join(f'"Bearer {KEY.format(i)}" "k{i}";\n' for i in range(POOL))
        conf = (HERE / "nginx.conf").read_text().replace("\t\tKEYS", keys).replace("ENGINE", engine)
        return self.nginx("nginx", 8001, conf)

    def litellm(self, workers: int) -> Target:
        """Start LiteLLM's proxy, configured not to call home."""
        environment = {"LITELLM_LOCAL_MODEL_COST_MAP": "True", "LITELLM_LOG": "ERROR", "HOME": "/tmp"}  # noqa: S108
        options = [NOBODY, f"-v={HERE / 'litellm.yaml'}:/litellm.yaml:ro"]
        options += [f"-e={name}={value}" for name, value in environment.items()]
        name = "LiteLLM" if workers == 1 else f"LiteLLM, {workers} workers"
        command = ["/venv/bin/litellm", "--config", "/litellm.yaml", "--port", "4000", "--num_workers", str(workers)]
        return replace(self.start(name, 4000, images.LITELLM, options, command), keys=1, slow=True)

    def gateway(self, name: str, image: str, keys: int = POOL, engine: str = "engine") -> Target:
        """Start the gateway.

        Args:
            name: its name in the table.
            image: the image, and settings after commas: IMAGE,NAME=VALUE sets GATEWAY_NAME.
            keys: how many keys its file has.
            engine: name of the server behind it.
        """
        image, *settings = image.split(",")
        folder = self.folder / f"gateway-{len(self.containers)}"
        for part in ("run", "data"):
            (folder / part).mkdir(parents=True)
        (folder / "run" / "keys").write_text(key_file(keys))
        (folder / "run" / "keys").chmod(0o600)
        (folder / "engine_key").write_text("engine-key-of-the-bench\n")
        values = {
            "ENGINE_HOST": engine,
            "REQUESTS_PER_MINUTE": "100000",  # the maximum for one key
            "AUTH_FAILURES_PER_MINUTE": "1000000",
            **dict(setting.split("=", 1) for setting in settings),
        }
        options = [
            *("--user", f"{os.getuid()}:{os.getgid()}"),
            *("-v", f"{folder}/run:/run/gateway:ro", "-v", f"{folder}/data:/data"),
            *("-v", f"{folder}/engine_key:/run/secrets/engine_key:ro", "-p", "127.0.0.1::8001", "--memory=512m"),
            *(option for key, value in values.items() for option in ("-e", f"GATEWAY_{key}={value}")),
        ]
        return replace(self.start(name, 8001, image, options), keys=min(keys, POOL))

    def published(self, target: Target) -> Target:
        """Return the same server, at the port that Docker publishes on loopback."""
        port = int(_docker("port", target.container, str(target.port)).splitlines()[0].rpartition(":")[2])
        return replace(target, name=f"{target.name}, published port", host="127.0.0.1", port=port, network="host")

    def wait(self, target: Target, seconds: float = 300) -> None:
        """Wait until a server answers a request for a completion with 200.

        Raises:
            Failure: it ended, or did not answer in time.
        """
        deadline = time.monotonic() + seconds
        body = request_body(1024)
        headers = {"Authorization": f"Bearer {KEY.format(0)}", "Content-Type": "application/json"}
        state = "no answer"
        while time.monotonic() < deadline:
            if _docker("inspect", "-f", "{{.State.Running}}", target.container) != "true":
                state = "it ended"
                break
            connection = http.client.HTTPConnection(target.host, target.port, timeout=5)
            try:
                connection.request("POST", PATH, body, headers)
                if (status := connection.getresponse().status) == 200:
                    return
                state = f"status {status}"
            except (OSError, http.client.HTTPException) as error:
                state = str(error)
            finally:
                connection.close()
            time.sleep(0.1)
        log = capture(["docker", "logs", "--tail=5", target.container])
        last = (log.stderr or log.stdout).strip().rpartition("\n")[2][-300:]
        what = f"{target.name} does not answer ({state}): {last or 'its log is empty'}"
        raise Failure(what, "fix what it says, then run again")
