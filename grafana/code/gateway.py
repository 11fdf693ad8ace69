"""Who asks for what, what do they get, and which limit stops them?"""

from __future__ import annotations

from grafana.code.parts import Limits, Page, graph, quantiles
from grafana.code.shared import first_token, per_token, status

PAGE = Page(
    "student-gateway",
    "Student LLM: Gateway and keys",
    "Who asks for what, what do they get, and which limit stops them?",
    (
        (
            "Answers",
            (
                status(),
                graph(
                    "Refusals",
                    "The gateway's own errors each second, by the code that the client gets.",
                    "reqps",
                    ("student:refusals:rate5m > 0", "{{code}}"),
                ),
                graph(
                    "Failures of the engine",
                    "Requests that the engine failed each second, by cause. See EngineFailures in docs/monitoring.md.",
                    "reqps",
                    ("student:engine_failures:rate5m", "{{cause}}"),
                ),
                graph(
                    "In flight",
                    "Requests being served at this moment.",
                    "short",
                    ("student:gateway_in_flight:sum", "in flight"),
                ),
                graph(
                    "Bytes",
                    "Bytes of answers each second.",
                    "Bps",
                    ("student:response_bytes:rate5m", "sent"),
                ),
            ),
        ),
        (
            "Time",
            (
                first_token(),
                per_token(),
                graph(
                    "First byte",
                    "From the request to the first byte of a served answer.",
                    "s",
                    *quantiles("student:first_byte_seconds_bucket:rate5m"),
                ),
                graph(
                    "Whole requests, P95 by route",
                    "From the request to the end of a served answer.",
                    "s",
                    (
                        "histogram_quantile(0.95, sum by (le, route) (student:request_seconds_bucket:rate5m)) >= 0",
                        "{{route}}",
                    ),
                ),
            ),
        ),
        (
            "Keys",
            (
                graph(
                    "Requests by key",
                    "Requests each second, by the key's name.",
                    "reqps",
                    ("sum by (key) (student:key_requests:rate5m)", "{{key}}"),
                ),
                graph(
                    "Tokens by key",
                    "Tokens each second, in and out, by the key's name.",
                    "short",
                    ("student:key_tokens:rate5m", "{{key}} {{direction}}"),
                ),
                graph(
                    "Limits hit",
                    "Requests refused each second, by key and by the limit that was hit.",
                    "reqps",
                    ("student:key_limited:rate5m", "{{key}}: {{limit}}"),
                ),
                graph(
                    "Without a valid key",
                    "Requests each second whose key is missing, unknown or expired.",
                    "reqps",
                    ("student:auth_failures:rate5m", "{{reason}}"),
                    limits=Limits(0.1, 0.17),
                ),
                graph(
                    "Certificate",
                    "How long the gateway's certificate is still valid.",
                    "s",
                    ("student:certificate_left:seconds", "left"),
                ),
            ),
        ),
    ),
)
