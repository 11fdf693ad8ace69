"""docs/reliability.md: the links within the page."""

from __future__ import annotations

import re

from tests.conftest import ROOT
from tests.proofs import anchor

PAGE = (ROOT / "docs" / "reliability.md").read_text()


def test_links_lead_to_headings() -> None:
    headings = {anchor(line.lstrip("# ")) for line in PAGE.splitlines() if line.startswith("#")}
    assert set(re.findall(r"\]\(#([^)]+)\)", PAGE)) <= headings
