"""A verifier with two children."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from student_client._verifying.symbolic import SymbolicVerifier


@pytest.fixture
def verify() -> Iterator[SymbolicVerifier]:
    with SymbolicVerifier(workers=2) as verifier:
        yield verifier
