"""How good are the plans, how often is the teacher needed, and what does that cost?"""

from __future__ import annotations

from grafana.code.parts import Limits, Page, graph, quantiles

PAGE = Page(
    "student-plans",
    "Student LLM: Plans",
    "How good are the plans, how often is the teacher needed, and what does that cost?",
    (
        (
            "Quality",
            (
                graph(
                    "Acceptance",
                    "Share of the student's plans that the verifier accepted.",
                    "percentunit",
                    ("student:acceptance:ratio1h", "last hour"),
                    ("student:acceptance:ratio1d", "last day"),
                    limits=Limits(0.8, 0.5),
                ),
                graph(
                    "Problems by result",
                    "Results of the last hour's problems.",
                    "short",
                    ("student:problems:increase1h", "{{result}}"),
                ),
                graph(
                    "Attempts by verdict",
                    "Plans of the last hour, by author and verdict.",
                    "short",
                    ("student:attempts:increase1h > 0", "{{author}}: {{verdict}}"),
                ),
                graph(
                    "Undecided by reason",
                    "Plans of the last hour that the verifier could neither accept nor reject, and why.",
                    "short",
                    ("student:undecided:increase1h", "{{reason}}"),
                ),
            ),
        ),
        (
            "Time and cost",
            (
                graph(
                    "Attempts",
                    "Mean time from the request for a plan to the verdict, by author.",
                    "s",
                    ("student:attempt_seconds:mean1h", "{{author}}"),
                ),
                graph(
                    "Verdicts",
                    "How long the verifier took for a plan of the last hour. It gives up after ten seconds.",
                    "s",
                    *quantiles("student:verdict_seconds_bucket:increase1h"),
                ),
                graph(
                    "Escalations",
                    "Problems of the last hour that went to the teacher.",
                    "short",
                    ("student:escalations:increase1h", "escalated"),
                ),
                graph(
                    "Cost and saved cost",
                    "The teacher's cost in the last day, and its cost if it had written the student's plans too.",
                    "currencyUSD",
                    ("student:cost_dollars:increase1d", "cost"),
                    ("student:saved_dollars:increase1d", "saved"),
                ),
                graph(
                    "Cost of 1,000 verified plans",
                    "The teacher's cost of the last day for 1,000 plans verified in it.",
                    "currencyUSD",
                    ("student:cost_dollars_per_1000:ratio1d", "dollars"),
                ),
            ),
        ),
    ),
)
