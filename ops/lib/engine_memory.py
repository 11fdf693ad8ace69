"""Computes the memory that an engine would use, for 'make doctor', 'make models' and 'make use'."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ops.lib import catalogue, host, model_memory, setting_values
from ops.lib.check import Check
from ops.lib.compose import chosen_engine
from ops.lib.console import ROOT

GIB = 2**30
MIB = 2**20
ROUND_REST = 1 * GIB  # of TGI and llama.cpp: a round figure, the engine's log has its own
# of vLLM: CUDA's context and graphs; see Model.work for the activations. On an H100 vLLM 0.24 took 0.46 GiB in all for
# student-nano, and 1.90 GiB for Qwen2.5-7B's shape (bfloat16 and fp8), with 8,192 tokens a batch
VLLM_REST = int(0.45 * GIB)
BATCH = "VLLM_MAX_NUM_BATCHED_TOKENS"
SMALL_BATCH = 2048  # tokens; a prompt that is longer takes several batches
CPU_CACHE = 1 * GIB  # of vLLM on a CPU, as compose/cpu.yaml sets VLLM_CPU_KVCACHE_SPACE
CPU_PROGRAM = int(1.5 * GIB)  # vLLM itself there: with the bundled model it took 2.7 GB, its cache included
TOKEN_STEP = 256  # rounds a suggested context, in tokens
CONTEXT = {"vllm": "VLLM_MAX_MODEL_LEN", "tgi": "TGI_MAX_TOTAL_TOKENS", "llamacpp": "LLAMACPP_CTX_SIZE"}
MODEL = {"vllm": "MODEL_DIR", "tgi": "MODEL_DIR", "llamacpp": "LLAMACPP_MODEL"}
RUNNING = {"vllm": "VLLM_MAX_NUM_SEQS", "tgi": "ENGINE_MAX_REQUESTS", "llamacpp": "LLAMACPP_PARALLEL"}
NO_ROOM = "make models, which lists the models that fit"


@dataclass(frozen=True)
class Plan:
    """The memory that the settings require of an engine.

    Args:
        model: the model's needs.
        tokens: of the longest request; the engine does not start with room for fewer.
        most: tokens of all requests that may run at once.
        tokens_setting: the setting of ``tokens``.
        slots: requests for which the engine allocates the memory as it starts.
        smaller: bytes of the weights by each value of VLLM_QUANTIZATION with which vLLM could quantize them.
        fetched: are the figures from the model's files? Else they are the preset's.
        rest: bytes of each GPU for what is neither weights nor KV cache.
        least_rest: the same with a small batch.
    """

    model: model_memory.Model
    tokens: int
    most: int
    tokens_setting: str
    slots: int = 1
    smaller: Mapping[str, int] = field(default_factory=dict)
    fetched: bool = True
    rest: int = 0
    least_rest: int = 0


def plan(settings: Mapping[str, str]) -> Plan:
    """Read the chosen engine's demand from the model's files or, before they are fetched, from its preset.

    Raises:
        model_memory.Unreadable: neither has the figures.
    """
    engine = chosen_engine(settings)
    place = ROOT / "models" / settings[MODEL[engine]]
    if engine == "llamacpp" and place.is_file():
        return planned(settings, model_memory.of_gguf(place))
    if engine != "llamacpp" and (place / "config.json").is_file():
        dtype, wanted = settings["VLLM_DTYPE"], settings["VLLM_QUANTIZATION"]
        if engine == "tgi":
            return planned(settings, model_memory.of_folder(place, "auto", settings["TGI_QUANTIZE"]))
        other = {name: model_memory.of_folder(place, dtype, name).weights for name in model_memory.WHILE_LOADING}
        return planned(settings, model_memory.of_folder(place, dtype, wanted), other)
    choice = catalogue.matching(settings, engine)
    if choice is None:
        raise model_memory.Unreadable("it is not fetched yet, and no preset has these settings")
    return of_choice(settings, choice)


def of_choice(settings: Mapping[str, str], choice: catalogue.Choice) -> Plan:
    """Return the demand of one of a preset's choices, from the preset's figures."""
    model = model_memory.Model(choice.weights, choice.cache, choice.work)
    return planned({**settings, **choice.settings}, model, fetched=False)


def planned(
    settings: Mapping[str, str],
    model: model_memory.Model,
    smaller: Mapping[str, int] | None = None,
    *,
    fetched: bool = True,
) -> Plan:
    """Return the chosen engine's demand for a model with the settings' context."""
    engine = chosen_engine(settings)
    tokens, at_once = int(settings[CONTEXT[engine]]), int(settings[RUNNING[engine]])
    slots = at_once if engine == "llamacpp" else 1
    rest = least = ROUND_REST
    if engine == "vllm":
        batch = int(settings[BATCH])
        rest, least = (VLLM_REST + model.work * tokens for tokens in (batch, min(batch, SMALL_BATCH)))
    return Plan(model, tokens, tokens * at_once, CONTEXT[engine], slots, smaller or {}, fetched, rest, least)


def size(count: float) -> str:
    """Return a number of bytes for the screen."""
    return f"{count / GIB:.1f} GiB" if count >= GIB / 10 else f"{count / MIB:.1f} MiB"


def needed(wanted: Plan, reserve: int) -> int:
    """Return the smallest number of bytes with which the engine starts."""
    return wanted.model.weights + wanted.model.token * wanted.tokens * wanted.slots + reserve


def fits(name: str, wanted: Plan, room: int, reserve: int, place: str) -> Check:
    """Compare the settings' demand with the room, and show the sum.

    Args:
        name: of the check.
        wanted: the settings' demand.
        room: bytes.
        reserve: bytes that neither weights nor KV cache may use.
        place: name of the memory, for the message.
    """
    model = wanted.model
    held = wanted.tokens * wanted.slots
    least = needed(wanted, reserve)
    spare = f" + {size(reserve)} for the rest" if reserve else ""
    each = f"{wanted.slots} x " if wanted.slots > 1 else ""
    by = "" if wanted.fetched else " (its preset's figure)"
    total = (
        f"weights {size(model.weights)}{by} + KV cache {size(model.token * held)} ({each}{wanted.tokens} tokens of "
        f"{model.token / 2**10:.1f} KiB){spare} = {size(least)} of {place}"
    )
    left = room - model.weights - reserve
    if least > room:
        return Check(name, "failed", total, _fix(wanted, room, reserve))
    at_once = min(left // model.token, wanted.most) // wanted.tokens
    return Check(name, "ok", f"{total}: room for {at_once} of the longest requests at once")


def _fix(wanted: Plan, room: int, reserve: int) -> str:
    if wanted.least_rest < wanted.rest and needed(wanted, reserve * wanted.least_rest // wanted.rest) <= room:
        return f"set {BATCH}={SMALL_BATCH}"
    tokens = (room - wanted.model.weights - reserve) // (wanted.model.token * wanted.slots) // TOKEN_STEP * TOKEN_STEP
    if tokens > 0:
        return f"set {wanted.tokens_setting}={tokens}, or make low-memory"
    for name, weights in wanted.smaller.items():
        if needed(wanted, reserve) - wanted.model.weights + weights <= room:
            return f"set VLLM_QUANTIZATION={name}"
    return NO_ROOM


def allowed(settings: Mapping[str, str]) -> int:
    """Return the bytes of ENGINE_MEMORY."""
    return setting_values.size(settings["ENGINE_MEMORY"])


def on_host(settings: Mapping[str, str], wanted: Plan, *, running: bool = False) -> Check:
    """Without a GPU: does the model fit the host's memory, and the engine's share of it?

    Args:
        settings: of env/student.env.
        wanted: their demand.
        running: does the engine run, so that its memory is already in use?
    """
    most = allowed(settings)
    room = most if running else min(most, host.memory())
    by = "ENGINE_MEMORY" if room == most else "this host's free memory"
    place = f"{size(room)}, {by}"
    if chosen_engine(settings) != "vllm":
        return fits("RAM", wanted, room, 0, place)
    longest, token = wanted.model.token * wanted.tokens, wanted.model.token
    if longest > CPU_CACHE:
        found = f"the longest request takes {size(longest)} of KV cache, and vLLM has {size(CPU_CACHE)} on a CPU"
        tokens = CPU_CACHE // token // TOKEN_STEP * TOKEN_STEP
        return Check("RAM", "failed", found, f"set {wanted.tokens_setting}={tokens}")
    slots = CPU_CACHE // longest
    held = replace(wanted, slots=slots, most=min(wanted.most, slots * wanted.tokens))
    return fits("RAM", held, room, CPU_CACHE - slots * longest + CPU_PROGRAM, place)
