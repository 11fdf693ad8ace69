"""Send requests to a gateway from within the cluster's network and report each result: load.py URL KEY WORKERS.

It continues until its standard input ends. Each line of its output is one result: 'ok', a status, or what failed.
"""

from __future__ import annotations

import http.client
import json
import sys
import threading
from urllib.parse import urlsplit

PROBLEM = "objective: integrate\nexpression: x^2 sin(x)\nvariable: x"
TIMEOUT = 100  # seconds; a request that takes as long hangs


def asked(url: str, key: str) -> str:
    """Ask once, over a connection of its own; return 'ok', a status, or what failed."""
    address = urlsplit(url)
    connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=TIMEOUT)
    body = {"model": "student-nano", "max_tokens": 24, "messages": [{"role": "user", "content": PROBLEM}]}
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
    try:
        connection.request("POST", "/v1/chat/completions", json.dumps(body), headers)
        answer = connection.getresponse()
        content = answer.read()
    except (OSError, http.client.HTTPException) as error:
        return type(error).__name__
    finally:
        connection.close()
    return "ok" if answer.status == 200 and b"finish_reason" in content else str(answer.status)


def main() -> None:
    url, key, workers = sys.argv[1], sys.argv[2], int(sys.argv[3])
    ended = threading.Event()

    def work() -> None:
        while not ended.is_set():
            print(f"{asked(url, key)}\n", end="", flush=True)

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    sys.stdin.read()
    ended.set()
    for thread in threads:
        thread.join()


main()
