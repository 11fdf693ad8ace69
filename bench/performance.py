"""Writes docs/performance.md and the generated table of bench/README.md from the reports in bench/reports.

python -m bench.performance                              # write both
python -m bench.performance keep TITLE FILE              # take a report of 'student bench --json', then write
python -m bench.performance change TITLE BEFORE AFTER [NOTE]    # take what one setting changed, then write
python -m bench.performance plans HISTORY                # take the lines of a history of bench.plans, then write
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from student_client._bench import table
from student_client._bench.comparing import Change, changes

ROOT = Path(__file__).resolve().parents[1]
REPORTS = ROOT / "bench" / "reports"
PAGE = ROOT / "docs" / "performance.md"
HISTORY = REPORTS / "plans.jsonl"
README = ROOT / "bench" / "README.md"
HEAD = """# Performance

The speed of the stack, the results of its plans, and the cost of a verified plan. Each figure was measured, and has its
machine and load beside it. `python -m bench.performance` writes this page from the reports in `bench/reports`.

**Measure your own**: run `make bench` on the running stack, and open the page that it names. After a change of a
setting, `make bench AGAINST=state/bench/….json` shows its effect.
[How fast your stack is](../client/README.md#how-fast-your-stack-is) has the options, the forms of problem files, and
the definition of each figure.

The host of these figures, unless a paragraph names an H100, has two virtual processors that other jobs share. **A load
far above 2 means that the figures are those of a crowded host**: compare them within one table only, and prefer ratios.
"""
SHOWN = (
    "plans/s",
    "verified plans/s",
    "goodput, verified plans/s",
    "output tokens/s",
    "plan P50/90/95/99, ms",
    "TTFT P50/90/95/99, ms",
    "ITL P50/90/95/99, ms",
    "E2E P50/90/95/99, ms",
    "problems",
    "accepted",
    "attempts a plan",
    "tokens a verified plan, of them output",
    "joules a verified plan",
    "$ for 1,000 verified plans",
    "load of this host",
)
WHY_MISSED = """\
**A verified request beside httpx2**: it waits for the verifier's process twice, and after a wait the processor has
other code in its caches. The row `httpx2 after such a pause / httpx2` shows the cost of a wait for bare httpx2. If
it is above the bar, no client that does httpx2's work can meet the bar beside httpx2 without a pause.

**Verified plans beside an engine's own rate**: with two processors, the engine has one; the verifier's processes, the
client and the gateway share the other. llama-bench has no HTTP, no schema and no sampling, so its row has no bar."""
TOLD = ("verified_throughput", "plan_throughput", "median_plan_ms", "p95_plan_ms", "median_ttft_ms", "engine_cpu_ms")
MARKED = re.compile(r"(<!-- (plan_tokens|plans) -->\n).*?(<!-- end -->)", re.DOTALL)


def read(kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the reports of a kind with their titles."""
    for path in sorted((REPORTS / kind).glob("*.json")):
        report = json.loads(path.read_text())
        yield report.get("title", path.stem), report


def grid(rows: Sequence[Sequence[str]]) -> str:
    """Return a table in Markdown; its first row is the head."""
    head, *rest = rows
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, ["---"] * len(head), *rest)).replace("|  |", "| |")


def about(report: Mapping[str, Any]) -> str:
    """Return on what a report was measured, in one paragraph."""
    machine, versions, metadata = report["machine"], report["versions"], report["metadata"]
    parts = [f"{machine['processor']}, {machine['cores']} processors, {', '.join(machine['gpus']) or 'no GPU'}"]
    parts += [f"{name} {value}" for name, value in versions.items()]
    parts += [f"{name} `{value}`" for name, value in metadata.items()]
    each = f"{report['seconds']:g} s a load, {report['problems']['from']}"
    return f"{report['date'][:10]}, `{report['settings']['model_name']}`, {each}; {', '.join(parts)}."


def stack() -> Iterator[str]:
    """Yield the sections of the measured stacks."""
    for name, report in read("stack"):
        cells = table.cells(report)
        yield f"## {name}\n\n{about(report)}\n\n{grid([cells[0], *(row for row in cells if row[0] in SHOWN)])}"
        yield f"Latency and price beside what the brief of this project states:\n\n{grid(table.stated(report))}"


def peers() -> Iterator[str]:
    """Yield the section of the peers."""
    rows = [["what", "ratio", "middle half", "bar", "load", "measured"]]
    notes = []
    for name, report in read("peers"):
        for row in report["rows"]:
            sign = ">=" if row["least"] else "<="
            bar = "" if row["bar"] is None else f"{sign} {row['bar']:g}{', **missed**' if row['missed'] else ''}"
            spread = f"{row['low']:.2f} to {row['high']:.2f}"
            rows.append([row["what"], f"{row['ratio']:.2f}", spread, bar, f"{report['load']:g}", report["date"]])
        notes.append(f"- `{name}`: {report['about']}; {report['versions']}, {report['processors']} processors.")
    told = (
        "`make bench-peers` measures them, each in turns with its peers; the gateway against nginx and LiteLLM's proxy"
    )
    if notes:
        yield f"## Against peers\n\n{told} is in [bench/README.md](../bench/README.md#the-gateway).\n\n{grid(rows)}"
        yield "\n".join(notes)
        yield WHY_MISSED


def settings() -> Iterator[str]:
    """Yield the section of what settings changed."""
    rows = [["setting", "load", "figure", "before", "now", "now / before", "95 % interval", "", "load of the host"]]
    notes = []
    for name, report in read("changes"):
        loads = ", ".join(f"{load:.3g}" for load in report["host_load"])
        found = table.changed([Change(**one) for one in report["changes"]])[1:]
        rows += [[name, *cells, loads] for cells in found]
        notes += [f"- {name}: {report['note']}"] if report.get("note") else []
    if len(rows) > 1:
        yield "\n\n".join([f"## What a setting did\n\n{grid(rows)}", *filter(None, ["\n".join(notes)])])


def page() -> str:
    """Return docs/performance.md."""
    return "\n\n".join([HEAD.rstrip(), *stack(), *settings(), *peers()]) + "\n"


def tokens() -> str:
    """Return the tokens of a plan as they were counted."""
    found = json.loads((REPORTS / "plan_tokens.json").read_text())
    rows = [[f"{found['model']}, {found['plans']} plans, all of them", "tokens"]]
    rows += [[name, f"{count:,}"] for name, count in found["tokens"].items()]
    return f"Counted on {found['date']} by `python -m bench.plan_tokens --keep`:\n\n{grid(rows)}"


def plans() -> str:
    """Return the results of the models' plans, one row for each line of the history."""
    counted = ("accepted", "rejected", "undecided", "no_plan", "cut", "no_answer")
    head = ["date", "model, prompt", "engine", "problems", *(name.replace("_", " ") for name in counted)]
    rows = [[*head, "tokens of an answer, median and most", "seconds", "host, load"]]
    for line in HISTORY.read_text().splitlines():
        one = json.loads(line)
        engine = " ".join(one["engine"][name] for name in ("engine", "engine version"))
        about = [one["date"], f"{one['model']}, `{one['prompt']}`", engine]
        most = ", ".join(f"{one['tokens'][name]:g}" for name in ("median", "most"))
        host = f"{one['machine']['processor']}, {one['machine']['cores']} processors, load {one['load']:g}"
        counts = [str(one[name]) for name in ("problems", *counted)]
        rows.append([*about, *counts, most, f"{one['seconds']:.0f}", host])
    return grid(rows)


def readme(text: str) -> str:
    """Return bench/README.md with its generated tables."""
    made = {"plan_tokens": tokens, "plans": plans}
    return MARKED.sub(lambda match: f"{match[1]}{made[match[2]]()}\n{match[3]}", text)


def keep(name: str, file: Path) -> None:
    """Take a report, without its samples."""
    report = json.loads(file.read_text())
    for load in report["loads"]:
        del load["samples"]
    _write("stack", name, report)


def change(name: str, before: Path, after: Path, note: str = "") -> None:
    """Take the comparison of two reports, and a sentence on what else was seen."""
    old, new = json.loads(before.read_text()), json.loads(after.read_text())
    loads = [max(load["host_load"] for load in report["loads"]) for report in (old, new)]
    found = [asdict(one) for one in changes(old, new) if one.figure in TOLD]
    facts = {"machine": new["machine"], "date": new["date"], "note": note}
    _write("changes", name, {"changes": found, "host_load": loads, **facts})


def _write(kind: str, name: str, data: Mapping[str, Any]) -> None:
    path = REPORTS / kind / f"{'-'.join(re.findall('[a-z0-9]+', name.lower()))}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"title": name, **data}, indent=1) + "\n")


def main(arguments: Sequence[str]) -> int:
    """Take what the command line names, and write the pages."""
    match arguments:
        case []:
            pass
        case ["keep", name, file]:
            keep(name, Path(file))
        case ["change", name, before, after, *note]:
            change(name, Path(before), Path(after), " ".join(note))
        case ["plans", file]:
            with HISTORY.open("a") as history:
                history.write(Path(file).read_text())
        case _:
            print(f"ERROR {' '.join(arguments)!r} is not a command.\n{__doc__}", file=sys.stderr)
            return 2
    PAGE.write_text(page())
    README.write_text(readme(README.read_text()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
