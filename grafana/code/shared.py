"""Panels of more than one dashboard. Each call makes a new one, because a builder remembers its position."""

from __future__ import annotations

from grafana.code.parts import Limits, Panel, graph, quantiles

TTFT_SERIES = "student:first_token_seconds_bucket:rate5m"
TPOT_SERIES = "student:per_token_seconds_bucket:rate5m"
P95 = "histogram_quantile(0.95, sum by (le) ({}))"


def queue() -> Panel:
    """Return the panel 'Running and waiting'."""
    return graph(
        "Running and waiting",
        "Requests that the model works on, and those that wait. If more wait than run, the load is too high.",
        "short",
        ("student:requests_running:sum", "running"),
        ("student:requests_waiting:sum", "waiting"),
    )


def tokens() -> Panel:
    """Return the panel 'Tokens'."""
    return graph(
        "Tokens",
        "Tokens of prompts and of answers, each second. TGI and llama.cpp count the latter when an answer ends.",
        "short",
        ("student:input_tokens:rate5m", "in"),
        ("student:output_tokens:rate5m", "out"),
    )


def kv_cache() -> Panel:
    """Return the panel 'KV cache'."""
    return graph(
        "KV cache",
        "Share of the KV cache in use. Near 1 vLLM interrupts requests. TGI and llama.cpp do not report it.",
        "percentunit",
        ("student:kv_cache_usage:ratio", "in use"),
        limits=Limits(0.85, 0.95),
    )


def status() -> Panel:
    """Return the panel 'Answers by status'."""
    return graph(
        "Answers by status",
        "Answers to clients each second, by HTTP status. 5xx is the stack's fault, 4xx a client's.",
        "reqps",
        ("student:gateway_requests:rate5m", "{{code}}"),
    )


def first_token() -> Panel:
    """Return the panel 'Time to first token'."""
    return graph(
        "Time to first token",
        "How long streams wait from the request to the first text, as the gateway sees it.",
        "s",
        *quantiles(TTFT_SERIES),
    )


def per_token() -> Panel:
    """Return the panel 'Time per output token'."""
    return graph(
        "Time per output token",
        "How long a stream takes from one token to the next, as the gateway sees it.",
        "s",
        *quantiles(TPOT_SERIES),
    )
