"""Gives changed keys to the gateways of the stack's cluster, with kubectl."""

from __future__ import annotations

import base64
import json
import re
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ops.lib import env_file, gateway
from ops.lib.console import Failure, capture

SECRET = "keys"  # noqa: S105 - its name in ops/verbs/kubernetes/write.py
GATEWAYS = "app.kubernetes.io/name=gateway,app.kubernetes.io/part-of=student-llm"
ANNOTATION = "student-llm/keys-changed"  # makes kubelet update the pod's Secrets now, and not within a minute
SECONDS = 90  # allows for kubelet's own updates of a Secret


def kubectl(settings: Mapping[str, str], *, namespaced: bool = True) -> list[str]:
    """Return the beginning of a command of kubectl for the settings' cluster."""
    context, namespace = settings["KUBERNETES_CONTEXT"], settings["KUBERNETES_NAMESPACE"]
    chosen = [f"--context={context}"] if context else []
    return ["kubectl", *chosen, *([f"--namespace={namespace}"] if namespaced else [])]


def put_keys(file: Path) -> bool | None:
    """Write the key file into the cluster's Secret and wait until every gateway there has it.

    Args:
        file: the key file.

    Returns:
        Whether the stack is on the cluster; None if the settings name no cluster.

    Raises:
        Failure: the cluster does not answer, or a gateway refuses the keys; the Secret is then as before.
    """
    settings = env_file.read(env_file.ENV_FILE) if env_file.ENV_FILE.exists() else {}
    if not settings.get("KUBERNETES_CONTEXT"):
        return None
    return _Cluster(settings).put_keys(file)


class _Cluster:
    """The settings' cluster and namespace."""

    def __init__(self, settings: Mapping[str, str]) -> None:
        self.name = settings["KUBERNETES_CONTEXT"]
        self.kubectl = kubectl(settings)

    def run(self, *arguments: str, given: str | None = None) -> str:
        """Run a command of kubectl and return its output.

        Raises:
            Failure: it failed.
        """
        done = capture([*self.kubectl, "--request-timeout=20s", *arguments], given=given)
        if done.returncode:
            last = (done.stderr.strip().splitlines() or ["no message"])[-1][-300:]
            look = " ".join([*self.kubectl, "get", "pods"])
            fix = f"'{look}'; if you left the cluster, set KUBERNETES_CONTEXT= (empty) in env/student.env"
            raise Failure(f"the cluster {self.name}: {last}", fix)
        return done.stdout

    def put_keys(self, file: Path) -> bool:
        found = self.run("get", "secret", SECRET, "--ignore-not-found", "-o", "json")
        if not found.strip():
            return False
        old = str(json.loads(found)["data"][SECRET])
        new = base64.b64encode(file.read_bytes()).decode()
        if new == old:
            return True
        before = {pod: self.metric(pod, gateway.KEYS_WRITTEN) for pod in self.pods()}
        self._put(new)
        try:
            self._wait(before)
        except Failure:
            self._put(old)
            raise
        return True

    def _put(self, keys: str) -> None:
        patch = json.dumps({"data": {SECRET: keys}})
        self.run("patch", "secret", SECRET, "--type=merge", "--patch-file=/dev/stdin", given=patch)
        self.run("annotate", "pods", f"--selector={GATEWAYS}", "--overwrite", f"{ANNOTATION}={time.time_ns()}")

    def pods(self) -> list[str]:
        """Return the gateways that serve."""
        listed = json.loads(self.run("get", "pods", f"--selector={GATEWAYS}", "-o", "json"))["items"]
        return [str(pod["metadata"]["name"]) for pod in listed if _serves(pod)]

    def metric(self, pod: str, name: str) -> float:
        """Return a metric of one gateway."""
        text = self.run("exec", pod, "-c", "gateway", "--", "caddy", "healthcheck", gateway.METRICS)
        found = re.search(rf"^{name} (\S+)$", text, re.MULTILINE)
        if not found:
            raise Failure(f"{pod} has no metric {name}", "make kubernetes, then apply it again")
        return float(found[1])

    def _wait(self, before: Mapping[str, float]) -> None:
        """Wait until each gateway that served before has loaded the keys; a new one reads them at its start."""
        began, left = time.monotonic(), set(before)
        while left:
            for pod in sorted(left & set(self.pods())):
                if self.metric(pod, gateway.KEYS_WRITTEN) > before[pod]:
                    left.discard(pod)
                elif self.metric(pod, gateway.KEY_FILE[0]) == 1:
                    raise Failure(
                        f"{pod} refuses the keys: {self._complaint(pod)}", "correct that line of state/gateway/keys"
                    )
            left &= set(self.pods())
            if left and time.monotonic() - began > SECONDS:
                look = " ".join([*self.kubectl, "describe", "pod", sorted(left)[0]])
                raise Failure(f"{', '.join(sorted(left))} did not load the keys in {SECONDS} s", f"see '{look}'")
            time.sleep(0.1)

    def _complaint(self, pod: str) -> str:
        for line in reversed(self.run("logs", pod, "-c", "gateway", "--tail=200").splitlines()):
            if gateway.KEY_FILE[1] in line:
                return str(json.loads(line)["error"])
        return "its log does not say why"


def _serves(pod: Mapping[str, Any]) -> bool:
    ready = any(each["type"] == "Ready" and each["status"] == "True" for each in pod["status"].get("conditions", ()))
    return ready and "deletionTimestamp" not in pod["metadata"]
