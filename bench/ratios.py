"""Ratios of what took turns: how they are worked out, told and kept for docs/performance.md."""

from __future__ import annotations

import json
import os
import platform
import statistics
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

KEPT = Path(__file__).resolve().parent / "reports" / "peers"
"""What docs/performance.md shows, one file for each measurement."""


@dataclass(frozen=True)
class Row:
    """One ratio: the median of the rounds' own.

    Args:
        what: what was divided by what.
        ratio: the median.
        low: the lower end of the middle half.
        high: its upper end.
        bar: what is wanted, or None.
        least: whether the bar is a least and not a most.
    """

    what: str
    ratio: float
    low: float
    high: float
    bar: float | None = None
    least: bool = False

    @property
    def missed(self) -> bool:
        """Whether the bar is not met."""
        return self.bar is not None and (self.ratio < self.bar if self.least else self.ratio > self.bar)

    def __str__(self) -> str:
        bar = "" if self.bar is None else f"bar {'>=' if self.least else '<='} {self.bar:g}; "
        return f"{self.what:48} {self.ratio:.2f}  ({bar}middle half {self.low:.2f} to {self.high:.2f})"


def ratio(
    what: str, ours: Sequence[float], theirs: Sequence[float], bar: float | None = None, *, least: bool = False
) -> Row:
    """Return the ratio of two columns of rounds."""
    low, middle, high = statistics.quantiles([mine / other for mine, other in zip(ours, theirs, strict=True)])
    return Row(what, round(middle, 3), round(low, 3), round(high, 3), bar, least)


def turns(names: Iterable[str], number: int) -> list[str]:
    """Return the names in the order of a round: each round begins with another one, so that none always follows one."""
    all_names = [*names]
    start = number % len(all_names)
    return all_names[start:] + all_names[:start]


def report(name: str, about: str, rows: Sequence[Row], load: float, keep: bool) -> int:
    """Print the rows; return 1 if one of them misses its bar.

    Args:
        name: of the measurement.
        about: how it was made; the variable NOTE adds what else was special, such as the processor's shares.
        rows: what was found.
        load: this host's load average before; the higher one of it and now's is kept.
        keep: whether to keep them for docs/performance.md.
    """
    about = "; ".join(filter(None, (about, os.environ.get("NOTE"))))
    packages = ", ".join(f"{package} {version(package)}" for package in ("openai", "httpx2"))
    told = {
        "date": time.strftime("%Y-%m-%d"),
        "about": about,
        "versions": f"{packages}, Python {platform.python_version()}",
        "processors": os.cpu_count(),
        "load": round(max(load, os.getloadavg()[0]), 1),
    }
    print(f"{told['versions']}, {told['processors']} processors, load {told['load']}\n{about}\n")
    print("\n".join(map(str, rows)))
    if keep:
        KEPT.mkdir(parents=True, exist_ok=True)
        made = told | {"rows": [asdict(row) | {"missed": row.missed} for row in rows]}
        (KEPT / f"{name}.json").write_text(json.dumps(made, indent=1) + "\n")
    return int(any(row.missed for row in rows))
