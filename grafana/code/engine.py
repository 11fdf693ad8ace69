"""What is the model doing, and what keeps it from doing more?"""

from __future__ import annotations

from grafana.code.parts import Limits, Page, graph, quantiles
from grafana.code.shared import P95, TPOT_SERIES, TTFT_SERIES, kv_cache, queue, tokens

PAGE = Page(
    "student-engine",
    "Student LLM: Engine",
    "What is the model doing, and what keeps it from doing more?",
    (
        ("Load", (queue(), tokens(), kv_cache())),
        (
            "Time",
            (
                graph(
                    "Time to first token, by the engine",
                    "Only vLLM measures it. The gateway's figure is beside it, for every engine.",
                    "s",
                    *quantiles("student:engine_first_token_seconds_bucket:rate5m", " engine"),
                    (P95.format(TTFT_SERIES), "P95 gateway"),
                ),
                graph(
                    "Time per output token, by the engine",
                    "A request's mean, measured by the engine. llama.cpp has none. TGI's includes the prompt.",
                    "s",
                    *quantiles("student:engine_per_token_seconds_bucket:rate5m", " engine"),
                    (P95.format(TPOT_SERIES), "P95 gateway"),
                ),
                graph(
                    "Time per output token, mean",
                    "The mean of all requests, which every engine has.",
                    "s",
                    ("student:engine_per_token_seconds:mean5m", "mean"),
                ),
                graph(
                    "Whole requests",
                    "From the engine's queue to the last token. llama.cpp does not report it.",
                    "s",
                    *quantiles("student:engine_request_seconds_bucket:rate5m"),
                ),
                graph(
                    "Time in the queue",
                    "How long requests wait before the model begins. llama.cpp does not report it.",
                    "s",
                    *quantiles("student:engine_queue_seconds_bucket:rate5m"),
                ),
            ),
        ),
        (
            "Work",
            (
                graph(
                    "Steps of the model",
                    "Passes through the model each second. If there are none while requests run, the engine hangs.",
                    "short",
                    ("student:engine_steps:rate2m", "steps"),
                ),
                graph(
                    "Requests by outcome",
                    "How requests ended, in the engine's own words. llama.cpp does not count them.",
                    "reqps",
                    ("student:engine_requests:rate5m", "{{outcome}}"),
                ),
                graph(
                    "Prompt cache",
                    "Share of the prompts' tokens that were computed before. TGI does not report it.",
                    "percentunit",
                    ("student:cached_input_tokens:rate5m / (student:input_tokens:rate5m > 0)", "from the cache"),
                ),
                graph(
                    "Preemptions",
                    "Requests interrupted each second because the KV cache was full. Only vLLM reports them.",
                    "reqps",
                    ("student:preemptions:rate5m", "interrupted"),
                ),
                graph(
                    "Restarts and outages",
                    "How often the engine restarted in a day (its counters were reset), or did not answer.",
                    "short",
                    ("student:engine_restarts:resets1d", "restarts"),
                    ("student:engine_outages:resets1d", "outages"),
                    limits=Limits(1, 3),
                ),
            ),
        ),
    ),
)
