"""Compute figures from samples: each is a ratio or a difference within one round, and the median of all rounds."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench.gateway.load import Sample

AT_MOST = {
    "added P50, 1 client": 0.30,
    "added P50, 100 KB": 0.5,
    "added P50, 5 MB": 20.0,
    "100,000 keys against 2, P50": 0.02,
    "100,000 keys against 2, a wrong key, P50": 0.02,
    "CPU a chunk, 256 streams": 35.0,
    "broken of 256 streams": 0.0,
}
AT_LEAST = {"throughput at 32 clients / LiteLLM": 90.0, "throughput at 32 clients / nginx": 0.25}

RATE = "requests/s"


@dataclass(frozen=True)
class Row:
    """One line of the table. ``best`` is the figure of each server's best round; ``bar`` is None if there is none."""

    what: str
    target: str
    unit: str
    median: float
    low: float
    high: float
    best: float
    bar: float | None
    missed: bool
    load: float
    steal: float


class Table:
    """The rows of one run."""

    def __init__(self, samples: Sequence[Sample], judged: Sequence[str]) -> None:
        """Make the table.

        Args:
            samples: of all groups.
            judged: names of the servers that the bars are for.
        """
        self.samples, self.judged = samples, judged
        self.rows: list[Row] = []

    def targets(self, group: str, case: str) -> list[str]:
        """Return the servers of a case in their order."""
        return list(dict.fromkeys(s.target for s in self.samples if (s.group, s.case) == (group, case)))

    def series(self, group: str, case: str, target: str) -> list[Sample]:
        """Return a server's samples of a case, round by round."""
        found = [s for s in self.samples if (s.group, s.case, s.target) == (group, case, target)]
        return sorted(found, key=lambda sample: sample.round)

    def add(
        self, what: str, unit: str, values: Sequence[float], of: Sequence[Sample], best: float | None = None
    ) -> None:
        """Add a row, of figures and the samples they come from; ``best`` is the best figure by default."""
        target = of[0].target
        median = statistics.median(values)
        most, least = AT_MOST.get(what), AT_LEAST.get(what)
        bar = (most if least is None else least) if target in self.judged else None
        missed = bar is not None and (median > bar if least is None else median < bar)
        load, steal = (statistics.median(getattr(s, name) for s in of) for name in ("load", "steal"))
        low, high = min(values), max(values)
        best = best if best is not None else high if unit == RATE else low
        self.rows.append(Row(what, target, unit, median, low, high, best, bar, missed, load, steal))

    def compare(
        self, what: str, unit: str, value: str, mine: Sequence[Sample], theirs: Sequence[Sample],
        combine: Callable[[float, float], float],
    ) -> None:  # fmt: skip
        """Add a row of one value against another server's, or another case's, in the same round."""
        ours, others = ([sample.values[value] for sample in series] for series in (mine, theirs))
        best = max if value == "rps" else min
        self.add(what, unit, [*map(combine, ours, others)], mine, combine(best(ours), best(others)))


def _more(mine: float, theirs: float) -> float:
    return mine - theirs


def _times(mine: float, theirs: float) -> float:
    return mine / theirs


def _requests(table: Table) -> None:
    one, many = "1 client", "32 clients"
    direct = table.series("requests", one, "direct")
    names = table.targets("requests", one)
    for name in names:
        mine = table.series("requests", one, name)
        if name == "direct":
            table.add("P50, 1 client", "ms", [s.values["p50_ms"] for s in mine], mine)
        else:
            table.compare("added P50, 1 client", "ms", "p50_ms", mine, direct, _more)
    for name in names:
        mine = table.series("requests", many, name)
        table.add("throughput at 32 clients", RATE, [s.values["rps"] for s in mine], mine)
        table.add("CPU a request, 32 clients", "µs", [s.values["cpu_us"] for s in mine], mine)
    for peer in (name for name in names if name == "nginx" or name.startswith("LiteLLM")):
        theirs = table.series("requests", many, peer)
        for name in names:
            if name.startswith(tuple(table.judged)):
                mine = table.series("requests", many, name)
                table.compare(f"throughput at 32 clients / {peer}", "times", "rps", mine, theirs, _times)
                if peer == "nginx":
                    table.compare("CPU a request, 32 clients / nginx", "times", "cpu_us", mine, theirs, _times)


def _keys(table: Table) -> None:
    cases = list(dict.fromkeys(s.case for s in table.samples if s.group == "keys"))
    for kind in ("", ", a wrong key"):
        counts = [case for case in cases if case.endswith(" keys" + kind)]
        for name in table.targets("keys", counts[0]) if counts else []:
            base = table.series("keys", counts[0], name)
            few = counts[0].partition(" ")[0]
            table.add(f"{few} keys{kind}, P50", "ms", [s.values["p50_ms"] for s in base], base)
            for case in counts[1:]:
                if mine := table.series("keys", case, name):
                    what = f"{case.partition(' ')[0]} keys against {few}{kind}, P50"
                    table.compare(what, "ms", "p50_ms", mine, base, _more)


def _bodies(table: Table) -> None:
    for case in dict.fromkeys(s.case for s in table.samples if s.group == "bodies"):
        direct = table.series("bodies", case, "direct")
        for name in table.targets("bodies", case):
            if name != "direct":
                table.compare(f"added P50, {case}", "ms", "p50_ms", table.series("bodies", case, name), direct, _more)


def _streams(table: Table) -> None:
    for case in dict.fromkeys(s.case for s in table.samples if s.group == "streams"):
        for name in table.targets("streams", case):
            mine = table.series("streams", case, name)
            for what, unit, value in (
                (f"CPU a chunk, {case}", "µs", "cpu_us"),
                (f"delay of a chunk P50, {case}", "ms", "p50_ms"),
                (f"delay of a chunk P99, {case}", "ms", "p99_ms"),
                (f"broken of {case}", "", "broken"),
                (f"chunks in one read, {case}", "", "together"),
                (f"their reader's share of a core, {case}", "", "reader"),
            ):
                table.add(what, unit, [s.values[value] for s in mine], mine)


def rows(samples: Sequence[Sample], judged: Sequence[str]) -> list[Row]:
    """Return the table's rows.

    Args:
        samples: of one run.
        judged: names of the gateways; the bars are for them.
    """
    table = Table(samples, judged)
    groups = {s.group for s in samples}
    for group, make in (("requests", _requests), ("keys", _keys), ("bodies", _bodies), ("streams", _streams)):
        if group in groups:
            make(table)
    return table.rows


def number(value: float) -> str:
    """Return three digits of a figure."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def markdown(table: Sequence[Row]) -> str:
    """Return the rows as a table of Markdown."""
    lines = [
        "| what | server | median | lowest to highest | best | bar | load | steal |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for row in table:
        bar = "" if row.bar is None else f"{number(row.bar)}{' missed' if row.missed else ''}"
        spread = f"{number(row.low)} to {number(row.high)}"
        figure = f"{number(row.median)} {row.unit}".strip()
        cells = row.what, row.target, figure, spread, number(row.best), bar, f"{row.load:.1f}", f"{row.steal:.0%}"
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)
