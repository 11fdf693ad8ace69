"""Streams and plain requests at once: llama-server closes each stream's connection, and no client may notice."""

from __future__ import annotations

import json
import time

import pytest

from bench.soak import Load
from tests.conftest import Stack
from tests.e2e.llamacpp.test_keys import made_key

pytestmark = pytest.mark.docker


def test_mixed_load_loses_no_request(stack: Stack) -> None:
    key = made_key(stack, "key-add", "NAME=load", "RPM=100000")
    load = Load(f"{stack.api}/v1", key, "student-nano")
    end = time.monotonic() + 300
    while min(load.seen["200"], load.seen["200 stream"]) < 100 and time.monotonic() < end:
        load.run(seconds=3, clients=4)
        assert not load.failures(), json.dumps(load.first)
    assert min(load.seen["200"], load.seen["200 stream"]) >= 100, load.seen
