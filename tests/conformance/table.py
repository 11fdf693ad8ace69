"""The table in docs/conformance.md of each engine's observed behaviour."""

from __future__ import annotations

from tests.conftest import ROOT

PAGE = ROOT / "docs" / "conformance.md"
ENGINES = ("llamacpp", "vllm", "tgi")
CELLS: dict[tuple[str, str], str] = {}
HEAD = """# Conformance: one suite, three engines

Written by `CONFORMANCE_WRITE=1 .venv/bin/python -m pytest tests/conformance`, and compared with what each later run
finds. Every check goes through the real gateway. llama.cpp and vLLM are the real servers, on the CPU, with the bundled
model. TGI is replayed: the answers of a real TGI 3.3.7 to the same requests, recorded on a CPU; what depends on a
model's own words was not run on it.

"""


def rendered() -> str:
    """Return the page with this run's findings."""
    checks = list(dict.fromkeys(check for check, _ in CELLS))
    lines = ["| check | llama.cpp | vLLM | TGI, replayed |", "|---|---|---|---|"]
    lines += [f"| {check} | {' | '.join(CELLS.get((check, engine), '?') for engine in ENGINES)} |" for check in checks]
    return HEAD + "\n".join(lines) + "\n"


def documented() -> dict[tuple[str, str], str]:
    """Return the cells of the existing page."""
    cells = {}
    for line in PAGE.read_text().splitlines() if PAGE.exists() else []:
        if line.startswith("| ") and not line.startswith("| check"):
            check, *found = (part.strip() for part in line.strip("|").split(" | "))
            cells |= {(check, engine): text for engine, text in zip(ENGINES, found, strict=True)}
    return cells
