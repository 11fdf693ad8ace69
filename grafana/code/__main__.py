"""Write the dashboards: ``python -m grafana.code``."""

from __future__ import annotations

from pathlib import Path

from grafana_foundation_sdk.cog.encoder import JSONEncoder

from grafana.code import engine, gateway, host, overview, plans

PAGES = {"overview": overview, "engine": engine, "gateway": gateway, "plans": plans, "host": host}
FOLDER = Path(__file__).resolve().parents[1] / "dashboards"


def written() -> dict[str, str]:
    """Return the text of each dashboard file, by the file's name."""
    encoder = JSONEncoder(sort_keys=True, indent=2, ensure_ascii=False)
    return {f"{name}.json": encoder.encode(page.PAGE.build()) + "\n" for name, page in PAGES.items()}


if __name__ == "__main__":
    for name, text in written().items():
        (FOLDER / name).write_text(text)
