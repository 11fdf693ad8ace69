from __future__ import annotations

import pytest
from student_client._asking import hints


@pytest.mark.parametrize(
    ("base", "here"),
    [
        ("http://localhost:8001/v1", True),
        ("http://LOCALHOST/v1", True),
        ("http://student.localhost/v1", True),
        ("http://127.0.0.1:8001/v1", True),
        ("http://127.1.2.3/v1", True),
        ("http://[::1]:8001/v1", True),
        ("https://llm.example/v1", False),
        ("https://localhost.example/v1", False),
        ("http://10.0.0.7:8001/v1", False),
        ("http://[2001:db8::1]/v1", False),
        ("http://[::1/v1", False),
        ("", False),
    ],
)
def test_is_loopback(base: str, here: bool) -> None:
    assert hints.is_loopback(base) is here


def test_look_names_who_can_look() -> None:
    """The operator on this host, and a client elsewhere."""
    assert "docker compose logs" in hints.look("http://localhost:8001/v1", "r")
    assert hints.look("https://llm.example/v1") == "ask the operator of https://llm.example/v1"
