"""Each setting has a kind of values, and sizes are read as in Compose."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from student_client import ConfigurationError, Settings
from student_client._settings import variable

from ops.lib import env_file, setting_values

EXAMPLE = env_file.parse(env_file.EXAMPLE.read_text())
SIZES = ["16g", "16gb", "16G", "16GiB", "16 g", "1.5g", "0.5g", ".5g", "5.g", "512m", "512MB", "9000000", "1t", "7000k"]
TIMES = ["15m", "90s", "1h30m", "1.5m", "900ms", "0s"]
GOOD = {
    "STUDENT_RETRY_TEMPERATURES": ["none", "0.3", "0.3, 0.9", "2"],
    "STUDENT_API_BASE": ["https://student.example:8443/v1", "http://[::1]:8001/v1"],
    "TEACHER_BUDGET_DOLLARS": ["5", "0.5", ""],
    "STACK_USER": ["0:0", "65532:65532"],
    "COMPOSE_FILE": ["compose.yaml:compose/cpu.yaml:../mine.yaml", "compose.yaml"],
    "GATEWAY_HOST": ["localhost", "192.0.2.1", "2001:db8::1", "student.example"],
    "GATEWAY_MAX_BODY": ["10MB", "512KB", "1 GiB"],
    "GATEWAY_GRACE": ["5m", "30s", ""],
    "GATEWAY_LOG_LEVEL": ["info", "off", ""],
    "GATEWAY_ACME_PROXY": ["http://me:secret@proxy:3128"],
    "MODEL_DIR": ["a/b-c.d", "..a"],
    "ENGINE_GPUS": ["all", "2"],
    "ENGINE_GPU_ID": ["0", "GPU-8a56e1b0-1c2d"],
    "VLLM_GPU_MEMORY_UTILIZATION": ["1", ".9", "0.85"],
    "VLLM_EXTRA_ARGS": ["--a 'b c'", ""],
}
BAD = {
    "STUDENT_MODE": ["local"],
    "STUDENT_API_BASE": ["localhost:8001", "http://user:pass@host/v1", "ftp://h"],
    "STUDENT_MODEL_NAME": ["", "two words", "a'b"],
    "STUDENT_TIMEOUT_SECONDS": ["0", "soon", "inf", "-1"],
    "STUDENT_MAX_TOKENS": ["0", "2.5", "٣"],
    "STUDENT_RETRY_TEMPERATURES": ["0", "0.3,hot", "0.3,,1", "3"],
    "TEACHER_MODE": ["on"],
    "TEACHER_BUDGET_DOLLARS": ["0", "-1", "five", "inf", "$5"],
    "COMPOSE_PROJECT_NAME": ["", "Mine", "-a"],
    "COMPOSE_PROFILES": ["", "vllm tgi"],
    "COMPOSE_FILE": ["", ":", "a b"],
    "STACK_USER": ["1000", "me:me", "1000:", "-1:0"],
    "GATEWAY_HTTP_PORT": ["", "0", "65536", "http", "8001/tcp", "1e3"],
    "GATEWAY_HOST": ["", "https://student.example", "student.example:443", "a b"],
    "GATEWAY_TLS": ["on"],
    "GATEWAY_MAX_BODY": ["10", "ten", "-1MB"],
    "GATEWAY_GRACE": ["6m", "5", "1h"],
    "GATEWAY_LOG_LEVEL": ["debug"],
    "MODEL_REPO": ["name", "a/b/c"],
    "MODEL_DIR": ["", "/data", "../x", "a/../../x", "a/..", "two words", "a:b"],
    "LLAMACPP_MODEL": ["/data/x.gguf"],
    "ENGINE_GPUS": ["", "0", "-1", "two"],
    "ENGINE_MEMORY": ["", "auto", "0", "16", "5m", "-1g", "16x", "16gbb", "1.2.3g"],
    "ENGINE_START_PERIOD": ["", "15", "soon", "m", "-1m"],
    "VLLM_DTYPE": ["fp8"],
    "VLLM_MAX_MODEL_LEN": ["", "auto", "-1", "0", "4k"],
    "VLLM_GPU_MEMORY_UTILIZATION": ["0", "1.1", "85%", "nan", "."],
    "LLAMACPP_CTX_SIZE": ["0", "-1", ""],
    "LLAMACPP_THREADS": ["0", "all"],
}


def test_every_setting_has_a_kind() -> None:
    """The example's value is of that kind."""
    assert set(setting_values.KINDS) == set(EXAMPLE)
    assert {name: fault for name, value in EXAMPLE.items() if (fault := setting_values.fault(name, value))} == {}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in GOOD.items() for value in values])
def test_good_value_has_no_fault(name: str, value: str) -> None:
    assert setting_values.fault(name, value) == ""


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in BAD.items() for value in values])
def test_bad_value_says_expected(name: str, value: str) -> None:
    fault = setting_values.fault(name, value)
    assert fault.startswith(f"is {value!r}, expected " if value else "is empty, expected ")


def test_secret_is_not_shown() -> None:
    for name in setting_values.SECRETS:
        assert "a secret" not in setting_values.fault(name, "a secret"), name
        assert setting_values.fault(name, "a secret").startswith("has a value that cannot be used, expected "), name


@pytest.mark.parametrize("name", [variable(field) for field in Settings.model_fields])
def test_client_agrees_on_values(name: str) -> None:
    """The client accepts a setting's valid values, and has the example's default."""
    field = name.removeprefix("STUDENT_").lower()
    default = Settings.model_fields[field].default
    given = EXAMPLE[name]
    named = {"STUDENT_MODEL_NAME": "m", "TEACHER_API_KEY": "key"}
    if field not in ("model_name", "api_key", "teacher_api_key"):
        read = Settings.from_env({**named, name: given}, Path("/"))
        assert getattr(read, field) == default
    for value in GOOD.get(name, []):
        Settings.from_env({**named, name: value}, Path("/"))
    for value in filter(None, BAD.get(name, [])):
        if value != "a'b":  # is split by Compose, and sent by the client
            with pytest.raises(ConfigurationError):
                Settings.from_env({**named, name: value}, Path("/"))


def test_gateway_has_same_defaults() -> None:
    caddyfile = (env_file.ROOT / "caddy" / "Caddyfile").read_text()
    own = dict(re.findall(r"\{\$(GATEWAY_\w+):([^}]*)\}", caddyfile))
    stated = {name: EXAMPLE[name] for name in own if EXAMPLE.get(name)}
    assert len(stated) > 5
    assert {name: own[name] for name in stated} == stated
    assert {name: fault for name, text in own.items() if (fault := setting_values.fault(name, text))} == {}


@pytest.mark.docker
def test_compose_reads_sizes_alike(tmp_path: Path) -> None:
    services: dict[str, object] = {
        f"size{number}": {"image": "x", "mem_limit": text} for number, text in enumerate(SIZES)
    }
    for number, text in enumerate(TIMES):
        check = {"test": ["CMD", "x"], "start_period": text}
        services[f"time{number}"] = {"image": "x", "healthcheck": check}
    (tmp_path / "compose.yaml").write_text(json.dumps({"services": services}))
    command = ["docker", "compose", "config", "--format", "json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    got = json.loads(done.stdout)["services"]
    assert [int(got[f"size{number}"]["mem_limit"]) for number in range(len(SIZES))] == [
        *map(setting_values.size, SIZES)
    ]
    read = [got[f"time{number}"]["healthcheck"]["start_period"] for number in range(len(TIMES))]
    assert [*map(setting_values.seconds, read)] == [*map(setting_values.seconds, TIMES)]
    for text in SIZES:
        assert setting_values.fault("ENGINE_MEMORY", text) == ""
    for text in TIMES:
        assert setting_values.fault("ENGINE_START_PERIOD", text) == ""
