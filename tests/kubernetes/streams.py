"""Read long streams from a gateway from within the cluster's network: streams.py URL KEY COUNT TOKENS.

Its output is a line 'begun' for each stream that has its first token, and one for each that ended: 'whole' or what is
wrong.
"""

from __future__ import annotations

import http.client
import json
import sys
import threading
from urllib.parse import urlsplit

TIMEOUT = 100  # seconds without a byte


def read(url: str, key: str, tokens: int) -> str:
    """Read a stream to its end; return 'whole', or what is wrong with it."""
    address = urlsplit(url)
    connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=TIMEOUT)
    body = {
        "model": "student-nano",
        "max_tokens": tokens,
        "ignore_eos": True,
        "stream": True,
        "stream_options": {"include_usage": True},
        "messages": [{"role": "user", "content": "objective: integrate\nexpression: x^2 sin(x)\nvariable: x"}],
    }
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
    lines: list[str] = []
    try:
        connection.request("POST", "/v1/chat/completions", json.dumps(body), headers)
        answer = connection.getresponse()
        for line in answer:
            if text := line.decode().strip():
                lines.append(text)
                if len(lines) == 2:
                    print("begun\n", end="", flush=True)
    except (OSError, http.client.HTTPException) as error:
        return f"{type(error).__name__} after {len(lines)} lines: {error}"
    finally:
        connection.close()
    counted = [json.loads(line[6:]).get("usage") for line in lines if line.startswith("data: {")]
    given = counted[-1]["completion_tokens"] if counted and counted[-1] else 0
    whole = answer.status == 200 and lines[-1] == "data: [DONE]" and given == tokens
    return "whole" if whole else f"{answer.status}, {given} tokens, {len(lines)} lines, the last {lines[-1:]}"


def main() -> None:
    url, key, count, tokens = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    threads = [
        threading.Thread(target=lambda: print(f"{read(url, key, tokens)}\n", end="", flush=True)) for _ in range(count)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


main()
