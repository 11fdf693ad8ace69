"""Which addresses are asked without httpx."""

from __future__ import annotations

import httpx2
import pytest
from student_client._asking.transport import is_direct


@pytest.mark.parametrize(
    ("address", "direct"),
    [
        ("http://127.0.0.1:8001/v1", True),
        ("https://gateway.example/v1", True),
        ("https://name:word@gateway.example/v1", False),
        ("ftp://gateway.example/v1", False),
        ("gateway.example", False),
    ],
)
def test_is_direct_sees_what_it_can_send(address: str, direct: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("student_client._asking.transport.getproxies", dict)
    assert is_direct(httpx2.URL(address)) is direct
