"""The first screen: does it work, for whom does it not, and what does it cost?"""

from __future__ import annotations

from grafana.code.parts import Limits, Page, graph, listing, number
from grafana.code.shared import P95, TPOT_SERIES, TTFT_SERIES, first_token, kv_cache, per_token, queue, status, tokens

PAGE = Page(
    "student-overview",
    "Student LLM: Overview",
    "Does it work, for whom does it not, and what does it cost?",
    (
        (
            "Now",
            (
                number(
                    "Firing alerts",
                    "Alerts that are critical or warnings. The list is below.",
                    "short",
                    ('count(ALERTS{alertstate="firing", severity=~"critical|warning"}) or vector(0)', "firing"),
                    limits=Limits(1, 2),
                ),
                number(
                    "Availability",
                    "Share of the last hour's answers that are not 5xx.",
                    "percentunit",
                    ("1 - student:bad_requests:ratio1h", "available"),
                    limits=Limits(0.99, 0.95),
                ),
                number(
                    "Error budget",
                    "Share of the error budget that is left, over three days. Below 0 the objective is missed.",
                    "percentunit",
                    ("student:error_budget_left:ratio3d", "{{objective}}"),
                    limits=Limits(0.5, 0),
                ),
                number(
                    "First token, P95",
                    "19 of 20 streams have their first text within this time.",
                    "s",
                    (P95.format(TTFT_SERIES), "P95"),
                    limits=Limits(1, 2),
                ),
                number(
                    "Per token, P95",
                    "19 of 20 streams take at most this long from one token to the next.",
                    "s",
                    (P95.format(TPOT_SERIES), "P95"),
                    limits=Limits(0.1, 0.25),
                ),
                number(
                    "Tokens written",
                    "Tokens that the model writes each second, all answers together.",
                    "short",
                    ("student:output_tokens:rate5m", "each second"),
                ),
                number(
                    "Accepted plans",
                    "Share of the student's plans of the last hour that the verifier accepted.",
                    "percentunit",
                    ("student:acceptance:ratio1h", "accepted"),
                    limits=Limits(0.8, 0.5),
                ),
                number(
                    "Cost of 1,000 plans",
                    "The teacher's cost of 1,000 verified plans of the last day, without the host's own price.",
                    "currencyUSD",
                    ("student:cost_dollars_per_1000:ratio1d", "dollars"),
                ),
            ),
        ),
        (
            "Errors and delays",
            (
                status(),
                graph(
                    "Refused or failed, by key",
                    "Answers that are errors, by the name of the key.",
                    "reqps",
                    ('sum by (key) (student:key_requests:rate5m{code=~"4..|5.."})', "{{key}}"),
                ),
                first_token(),
                per_token(),
            ),
        ),
        (
            "Load",
            (
                queue(),
                tokens(),
                kv_cache(),
                listing(
                    "Alerts",
                    "Alerts that fire now. docs/monitoring.md has a section for each.",
                    ('ALERTS{alertstate="firing", severity!="none"}', "{{alertname}}"),
                ),
            ),
        ),
    ),
)
