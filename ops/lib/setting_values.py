"""The valid values of each setting of env/student.env, and the faults of others."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

SECRETS = {
    "STUDENT_API_KEY",
    "TEACHER_API_KEY",
    "GATEWAY_ACME_PROXY",
    "ALERT_PROXY",
}  # have values that are never shown
BYTES = {"": 1, "k": 2**10, "m": 2**20, "g": 2**30, "t": 2**40, "p": 2**50}
SIZE = re.compile(r"(\d+(?:\.\d*)?|\.\d+) ?(?:b|([kmgtp])i?b?)?", re.IGNORECASE)
SECONDS = {"ms": 0.001, "s": 1, "m": 60, "h": 3600}
TIME = re.compile(r"(\d+(?:\.\d+)?)(ms|s|m|h)")
LEAST_MEMORY = 6 * BYTES["m"]  # Docker refuses less


@dataclass(frozen=True)
class Kind:
    """A kind of value: its description, and a test for it."""

    expected: str
    fits: Callable[[str], object]


def size(text: str) -> int:
    """Return the bytes of a size as Compose reads it, such as 16g, 16gb, 1.5g or 512m.

    Raises:
        ValueError: the text is not a size.
    """
    match = SIZE.fullmatch(text)
    if not match:
        raise ValueError("no size")
    return int(float(match[1]) * BYTES[(match[2] or "").lower()])


def seconds(text: str) -> float:
    """Return the seconds of a time such as 15m, 1h30m or 900ms.

    Raises:
        ValueError: the text is not a time.
    """
    if not re.fullmatch(f"(?:{TIME.pattern})+", text):
        raise ValueError("no time")
    return sum(float(number) * SECONDS[unit] for number, unit in TIME.findall(text))


def _matches(expected: str, pattern: str) -> Kind:
    return Kind(expected, re.compile(pattern, re.ASCII).fullmatch)


def _one_of(*texts: str) -> Kind:
    return Kind(f"{', '.join(texts[:-1])} or {texts[-1]}" if len(texts) > 1 else texts[0], texts.__contains__)


def _whole(least: int, most: int = 10**9, what: str = "a whole number") -> Kind:
    bound = f"from {least} to {most}" if most < 10**9 else f"of {least} or more"
    return Kind(f"{what} {bound}", lambda text: re.fullmatch("[0-9]{1,10}", text) and least <= int(text) <= most)


def _number(expected: str, fits: Callable[[float], bool]) -> Kind:
    return Kind(expected, lambda text: re.fullmatch(r"[0-9]*\.?[0-9]+|[0-9]+\.", text) and fits(float(text)))


def _or(kind: Kind, *others: str) -> Kind:
    """Return the kind with some more texts; its description leaves out an empty one."""
    expected = ", or ".join([*filter(None, others), kind.expected])
    return Kind(expected, lambda text: text in others or kind.fits(text))


def _parsed(expected: str, parse: Callable[[str], float], least: float = 0) -> Kind:
    def fits(text: str) -> bool:
        try:
            return parse(text) >= least
        except ValueError:
            return False

    return Kind(expected, fits)


MEMORY = _parsed("a size such as 16g or 512m", size, LEAST_MEMORY)
DURATION = _parsed("a time such as 15m or 90s", seconds)
TOKENS = _whole(1, what="a number of tokens")
PORT = _whole(1, 65535, "a port")
SHARE = _number("a number over 0, up to 1", lambda number: 0 < number <= 1)
TEMPERATURE = _number("a temperature from 0 to 2", lambda number: 0 <= number <= 2)
TEMPERATURES = Kind(
    "temperatures over 0, up to 2, such as 0.3,0.3; or none",
    lambda text: text == "none" or all(TEMPERATURE.fits(one.strip()) and float(one) > 0 for one in text.split(",")),
)
TIMEOUT = _number("a number of seconds over 0", lambda number: 0 < number <= 86400)
ADDRESS = _matches("an address such as http://localhost:8001/v1", r"https?://[^\s/?#@]+(/[^\s?#]*)?")
PROXY = _matches("an address such as http://proxy:3128", r"https?://[^\s/]+/?")
NAME = _matches("a name without spaces", r"[\w.:/@+-]{1,200}")
FILES = _matches("files with : between them, such as compose.yaml:compose/cpu.yaml", r"[^:\s]+(:[^:\s]+)*")
IN_MODELS = _matches("a path under models/", r"(?!/)(?!(.*/)?\.\.(/|$))[\w.@+/-]+")
KEY = _matches("a key without spaces", r"[!-~]+")
PROMPT = _matches("auto, nano, general, or a file's path without spaces", r"[!-~]+")
REPOSITORY = _matches("owner/name", r"[\w.-]+/[\w.-]+")
LABEL = _matches("small letters, digits and -, at most 63", r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
ANYTHING = Kind("anything", lambda text: True)

KINDS = {
    "STUDENT_MODE": _or(_one_of("api"), ""),
    "STUDENT_API_BASE": _or(ADDRESS, ""),
    "STUDENT_MODEL_NAME": NAME,
    "STUDENT_API_KEY": _or(KEY, ""),  # may be empty: 'make init' has the fix
    "STUDENT_TIMEOUT_SECONDS": _or(TIMEOUT, ""),
    "STUDENT_DEADLINE_SECONDS": _or(TIMEOUT, ""),
    "STUDENT_MAX_TOKENS": _or(_whole(1, 1_000_000, "a number of tokens"), ""),
    "STUDENT_PLAN_TOKENS": _or(_whole(1, 1_000_000, "a number of tokens"), ""),
    "STUDENT_PROMPT": _or(PROMPT, ""),
    "STUDENT_TEMPERATURE": _or(TEMPERATURE, ""),
    "STUDENT_RETRY_TEMPERATURES": _or(TEMPERATURES, ""),
    "STUDENT_ON_UNDECIDED": _or(_one_of("escalate", "stop"), ""),
    "STUDENT_ON_UNREADABLE": _or(_one_of("stop", "ask"), ""),
    "STUDENT_HOST_WATTS": _or(_number("a number of watts over 0", lambda number: number > 0), ""),
    "STUDENT_POWER_PRICE": _or(_number("a number of dollars of 0 or more", lambda number: number >= 0), ""),
    "STUDENT_HOST_PRICE": _or(_number("a number of dollars of 0 or more", lambda number: number >= 0), ""),
    "STUDENT_UTILISATION": _or(SHARE, ""),
    "TEACHER_MODE": _or(_one_of("off", "openai"), ""),
    "TEACHER_MODEL": _or(NAME, ""),
    "TEACHER_PROMPT": _or(PROMPT, ""),
    "TEACHER_API_BASE": _or(ADDRESS, ""),
    "TEACHER_API_KEY": _or(KEY, ""),
    "TEACHER_BUDGET_DOLLARS": _or(_number("a number of dollars over 0", lambda number: number > 0), ""),
    "COMPOSE_PROJECT_NAME": _matches("small letters, digits, - and _", r"[a-z0-9][a-z0-9_-]*"),
    "COMPOSE_PROFILES": _matches("vllm, tgi or llamacpp", r"[\w.,-]+"),  # preflight explains a wrong name
    "COMPOSE_FILE": FILES,
    "STACK_USER": _or(_matches("uid:gid, such as 1000:1000", r"\d{1,9}:\d{1,9}"), ""),
    "GATEWAY_HTTP_PORT": PORT,
    "GATEWAY_HTTPS_PORT": PORT,
    "GATEWAY_PUBLIC_HTTP_PORT": PORT,
    "PROMETHEUS_PORT": PORT,
    "GRAFANA_PORT": PORT,
    "BUILD_CA_BUNDLE": ANYTHING,
    "GATEWAY_HOST": Kind(
        "a host's name or address, without port or path",
        lambda text: re.fullmatch(r"\w[\w.-]*\w|[0-9a-fA-F:]+", text),
    ),
    "GATEWAY_TLS": _or(_one_of("internal", "acme", "files"), ""),
    "GATEWAY_ACME_EMAIL": _or(_matches("an e-mail address", r"[^@\s]+@[^@\s]+"), ""),
    "GATEWAY_ACME_CA": _or(_matches("an address such as https://ca.example/directory", r"https?://\S+"), ""),
    "GATEWAY_ACME_PROXY": _or(PROXY, ""),
    "GATEWAY_REQUESTS_PER_MINUTE": _or(_whole(1), ""),
    "GATEWAY_TOKENS_PER_MINUTE": _or(_whole(0), ""),
    "GATEWAY_AUTH_FAILURES_PER_MINUTE": _or(_whole(1), ""),
    "GATEWAY_MAX_BODY": _or(_matches("a number with KB or MB, such as 10MB", r"\d+ ?[kKmMgG]i?[bB]"), ""),
    "GATEWAY_MAX_TOKENS": _or(_whole(0), ""),
    "GATEWAY_MAX_N": _or(_whole(0), ""),
    "GATEWAY_ENGINE_RETRY": _or(DURATION, ""),
    "GATEWAY_FIRST_BYTE": _or(DURATION, ""),
    "GATEWAY_STREAM_IDLE": _or(DURATION, ""),
    "GATEWAY_GRACE": _or(Kind("a time up to 5m", lambda text: DURATION.fits(text) and seconds(text) <= 300), ""),
    "GATEWAY_LOG_LEVEL": _or(_one_of("info", "warn", "error", "off"), ""),
    "GATEWAY_LOG_SAMPLE": _or(_whole(1), ""),
    "GATEWAY_SLO_AVAILABILITY": _or(SHARE, ""),
    "GATEWAY_SLO_TTFT": _or(SHARE, ""),
    "GATEWAY_SLO_TTFT_SECONDS": _or(_number("a number of seconds over 0", lambda number: number > 0), ""),
    "PROMETHEUS_URL": _or(_matches("an address such as http://host:9090", r"https?://[^\s@]+"), ""),
    "ALERT_RUNBOOKS": _or(_matches("an address without spaces", r"\S+"), ""),
    "ALERT_PROXY": _or(PROXY, ""),
    "MODEL_REPO": _or(REPOSITORY, ""),
    "MODEL_REVISION": _or(NAME, ""),
    "GGUF_REPO": _or(REPOSITORY, ""),
    "GGUF_REVISION": _or(NAME, ""),
    "HF_ENDPOINT": ADDRESS,
    "MODEL_DIR": IN_MODELS,
    "ENGINE_GPUS": _or(_whole(1), "all"),
    "ENGINE_GPU_ID": _matches("a GPU's number or UUID", r"[\w-]+"),
    "ENGINE_MEMORY": MEMORY,
    "ENGINE_START_PERIOD": DURATION,
    "ENGINE_MAX_REQUESTS": _whole(1),
    "VLLM_QUANTIZATION": _or(NAME, ""),
    "VLLM_DTYPE": _one_of("auto", "half", "float16", "bfloat16", "float", "float32"),
    "VLLM_MAX_MODEL_LEN": TOKENS,
    "VLLM_GPU_MEMORY_UTILIZATION": SHARE,
    "VLLM_MAX_NUM_SEQS": _whole(1),
    "VLLM_MAX_NUM_BATCHED_TOKENS": TOKENS,
    "VLLM_BLOCK_SIZE": _whole(1),
    "VLLM_MAX_N": _whole(1),
    "VLLM_EXTRA_ARGS": ANYTHING,
    "TGI_QUANTIZE": _or(NAME, ""),
    "TGI_MAX_INPUT_TOKENS": TOKENS,
    "TGI_MAX_TOTAL_TOKENS": TOKENS,
    "TGI_SHM_SIZE": MEMORY,
    "TGI_EXTRA_ARGS": ANYTHING,
    "LLAMACPP_MODEL": IN_MODELS,
    "LLAMACPP_CTX_SIZE": TOKENS,
    "LLAMACPP_THREADS": _whole(1),
    "LLAMACPP_PARALLEL": _whole(1),
    "LLAMACPP_EXTRA_ARGS": ANYTHING,
    "KUBERNETES_CONTEXT": _or(_matches("a context of kubectl", r"[!-~]+"), ""),
    "KUBERNETES_NAMESPACE": LABEL,
    "KUBERNETES_COMPONENTS": _or(_matches("components with : between them, such as namespace:models", r"[a-z:-]+"), ""),
    "KUBERNETES_REGISTRY": _or(
        _matches("a registry such as registry.example.com/student", r"[\w.-]+(:\d+)?(/[\w.-]+)*"), ""
    ),
    "KUBERNETES_GATEWAYS": _whole(1, 100),
    "KUBERNETES_ENGINES": _whole(1, 1000),
    "KUBERNETES_MAX_ENGINES": _whole(1, 1000),
    "KUBERNETES_ENGINE_CPU": _matches("a number of processors such as 2, 0.5 or 500m", r"\d+(\.\d+)?|\d+m"),
    "KUBERNETES_STORAGE": _matches("a size such as 20Gi", r"[1-9]\d*[MGT]i"),
    "KUBERNETES_STORAGE_CLASS": _or(NAME, ""),
    "KUBERNETES_STORAGE_ACCESS": _one_of("ReadWriteMany", "ReadWriteOnce"),
    "KUBERNETES_ISSUER": NAME,
}


def fault(name: str, value: str) -> str:
    """Return the fault of a setting's value, and the expected kind; nothing if the value is valid.

    Args:
        name: of the setting; an unknown setting may have any value.
        value: from the env file. A secret's is not shown.
    """
    kind = KINDS.get(name)
    if kind is None or kind.fits(value):
        return ""
    shown = "has a value that cannot be used" if name in SECRETS else f"is {value!r}" if value else "is empty"
    return f"{shown}, expected {kind.expected}"
