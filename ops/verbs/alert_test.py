"""Sends a test alert to the receivers and reports whether their service accepted it."""

from __future__ import annotations

import time
from datetime import datetime, timedelta, timezone
from typing import Any
from urllib.parse import quote

from ops.lib import env_file, overlays
from ops.lib.ask import ask
from ops.lib.console import Failure, capture, guard, say

RECEIVERS = "state/secrets/alert_receivers.yml"
SENT_AND_SEEN = 5 + 15  # seconds: a receiver's usual answer, and Prometheus' scrape; routes.yml lets the alert not wait
SECONDS = 120  # covers that, and a slow service
LASTS = timedelta(minutes=5)
AMTOOL = ("docker", "compose", "exec", "-T", "alertmanager", "amtool", "--alertmanager.url=http://127.0.0.1:9093")
NOTE = "This is a test: 'make alert-test' was run. Nothing is wrong."


ACCEPTED = "alertmanager_notification_requests_total{0} - alertmanager_notification_requests_failed_total{0}"
REFUSED = "alertmanager_notification_requests_failed_total{0}"
OTHERS = 'ALERTS{alertstate="firing", alertname!="Watchdog"}'


def counts(port: int, metric: str) -> dict[str, float]:
    """Return Alertmanager's count of messages to people by kind of receiver, from Prometheus' last scrape.

    Raises:
        Failure: Prometheus does not answer.
    """
    metric = metric.format('{receiver_name="people"}')
    found = results(port, f"sum by (integration) ({metric}) > 0")
    return {one["metric"]["integration"]: float(one["value"][1]) for one in found}


def results(port: int, query: str) -> list[dict[str, Any]]:
    """Return Prometheus' answer to a query.

    Raises:
        Failure: Prometheus does not answer.
    """
    try:
        found: list[dict[str, Any]] = ask(port, f"/api/v1/query?query={quote(query)}").json()["data"]["result"]
    except OSError as error:
        raise Failure(f"Prometheus does not answer ({error})", "docker compose up -d --wait prometheus") from None
    return found


def risen(before: dict[str, float], now: dict[str, float]) -> list[str]:
    """Return the kinds of receiver whose count rose."""
    return sorted(kind for kind, count in now.items() if count > before.get(kind, 0))


def send() -> None:
    """Give the alert to Alertmanager.

    Raises:
        Failure: Alertmanager does not run, or refuses the alert.
    """
    end = (datetime.now(timezone.utc) + LASTS).isoformat(timespec="seconds")
    labels = ["alertname=AlertTest", "severity=warning", f"at={int(time.time())}"]  # makes each run a separate alert
    notes = [f"--annotation=summary={NOTE}", f"--annotation=description={NOTE}"]
    done = capture([*AMTOOL, "alert", "add", *labels, *notes, f"--end={end}"])
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines() or ["no answer"]
        raise Failure(f"Alertmanager refuses the alert ({said[-1]})", "docker compose logs --tail=20 alertmanager")


def main() -> None:
    """Send the alert and wait until the receivers' service accepts it.

    Raises:
        Failure: there is no Alertmanager, or the receivers' service refuses the alert or does not answer.
    """
    settings = env_file.read()
    if overlays.ALERTING not in overlays.used(settings):
        fix = f"add {overlays.ALERTING} to it in env/student.env, and follow docs/monitoring.md#to-have-them-reach-you"
        raise Failure("COMPOSE_FILE has no Alertmanager, so alerts reach nobody", fix)
    port = int(settings["PROMETHEUS_PORT"])
    before, broken = counts(port, ACCEPTED), counts(port, REFUSED)
    send()
    say("   sent   to Alertmanager; waiting until the receiver accepts it")
    sent = time.monotonic()
    while (passed := time.monotonic() - sent) < SECONDS:
        if refused := risen(broken, counts(port, REFUSED)):
            log = capture(["docker", "compose", "logs", "--no-log-prefix", "--tail=1", "alertmanager"]).stdout.strip()
            fix = f"correct {RECEIVERS}, 'docker compose up -d --force-recreate alertmanager', then make alert-test"
            raise Failure(f"{', '.join(refused)} refused the test alert ({log[-300:]})", fix)
        there = risen(before, counts(port, ACCEPTED))
        # takes no other alert's message for this one's: after that time a refusal of this one would be known
        if there and (passed >= SENT_AND_SEEN or not results(port, OTHERS)):
            say(f"   ok     accepted by {', '.join(there)}")
            return
        time.sleep(1)
    what = f"no receiver accepted the test alert within {SECONDS} s"
    raise Failure(what, f"add a receiver 'people' to {RECEIVERS} (docs/monitoring.md)")


if __name__ == "__main__":
    guard(main)
