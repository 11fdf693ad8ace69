"""Load the stack for minutes with streams and plain requests, and count each answer: `make soak`.

Half of the clients stream. Half of all clients open a new connection for each request, the others keep theirs. Any
answer of 5xx, any broken stream and any lost connection is a failure. The key's limit of requests a minute limits the
load too: `make key-add NAME=soak RPM=100000`, then `STUDENT_API_KEY=<that key> make soak`.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import time
from collections import Counter

import httpx2
from student_client import Settings

QUESTION = r"Problem: integrate\nExpression: x^2\nVariables: x"
"""The prompt. Any model answers it, and the quality of the answer does not matter here."""


class Load:
    """Clients that send requests without a pause.

    Args:
        base: the API's base URL, with /v1.
        key: a client's key; one with a high limit of requests a minute.
        model: the model's name.
        max_tokens: the longest answer.
    """

    def __init__(self, base: str, key: str, model: str, max_tokens: int = 24) -> None:
        self.base, self.model, self.max_tokens = base.rstrip("/"), model, max_tokens
        self.headers = {"Authorization": f"Bearer {key}"}
        self.seen: Counter[str] = Counter()
        self.first: dict[str, str] = {}

    def run(self, seconds: float, clients: int = 16) -> Counter[str]:
        """Send requests for a time in seconds.

        Returns:
            The count of each kind of answer: "200", "200 stream", "503", "broken stream", "no answer", ...
        """
        asyncio.run(self._all(seconds, clients))
        return self.seen

    def failures(self) -> dict[str, int]:
        """Return the counts of failures: answers of 5xx, broken streams, lost connections."""
        return {kind: count for kind, count in self.seen.items() if kind[0] not in "24"}

    async def _all(self, seconds: float, clients: int) -> None:
        end = time.monotonic() + seconds
        await asyncio.gather(*(self._client(number, end) for number in range(clients)))

    async def _client(self, number: int, end: float) -> None:
        streams, keeps = number % 2 == 0, number % 4 < 2
        limits = httpx2.Limits(max_keepalive_connections=1 if keeps else 0)
        async with httpx2.AsyncClient(headers=self.headers, timeout=120, limits=limits, trust_env=False) as http:
            while time.monotonic() < end:
                kind = await self._ask(http, streams)
                self.seen[kind] += 1
                if kind == "429":  # waits: the key's limit is not a failure
                    await asyncio.sleep(1)

    async def _ask(self, http: httpx2.AsyncClient, streams: bool) -> str:
        body = {
            "model": self.model,
            "messages": [{"role": "user", "content": QUESTION}],
            "max_tokens": self.max_tokens,
            "temperature": 0,
            "stream": streams,
        }
        try:
            async with http.stream("POST", f"{self.base}/chat/completions", json=body) as answer:
                content = await answer.aread()
        except httpx2.HTTPError as error:
            self.first.setdefault("no answer", repr(error))
            return "no answer"
        kind = str(answer.status_code)
        if answer.status_code >= 500:
            self.first.setdefault(kind, content.decode(errors="replace"))
        if not streams or answer.status_code != 200:
            return kind
        return "200 stream" if content.rstrip().endswith(b"[DONE]") else "broken stream"


def main() -> int:
    """Print the counts; return 1 if anything failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--clients", type=int, default=16)
    arguments = parser.parse_args()
    settings = Settings.from_env()
    load = Load(settings.api_base, settings.api_key.get_secret_value() if settings.api_key else "", settings.model_name)
    load.run(arguments.minutes * 60, arguments.clients)
    print(f"{arguments.clients} clients, {arguments.minutes:g} min, load {os.getloadavg()[0]:.1f}")
    for kind, count in sorted(load.seen.items()):
        print(f"  {kind:14} {count:8}  {load.first.get(kind, '')}")
    return 1 if load.failures() else 0


if __name__ == "__main__":
    sys.exit(main())
