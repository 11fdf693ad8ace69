"""A cluster of some nodes on this host, without egress or ingress. Needs root."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from tests.conftest import wait_until
from tests.kubernetes import control_plane
from tests.kubernetes.control_plane import ControlPlane
from tests.kubernetes.node import CGROUPS, NAMES, OWN_IMAGES, PLUGINS, Node, make_images, no_groups

DNS_SECONDS = 5  # for which an answer of the cluster's name service counts


def missing() -> str:
    """Return why there can be no cluster here; nothing if there can."""
    if os.geteuid():
        return "a cluster requires root"
    if why := control_plane.missing("containerd", "runc", "ctr", "nsenter", "iptables", "ipset", "conntrack"):
        return why
    if not Path(PLUGINS, "bridge").exists():
        return f"no network plugins in {PLUGINS}: apt-get install containernetworking-plugins"
    if not (CGROUPS / "memory").is_dir():
        return "this host has cgroup v2, on which the test's cluster was never tried"
    return ""


class Cluster(ControlPlane):
    """The control plane with its nodes; commands run on the first of them.

    Args:
        folder: for what it keeps.
        count: of nodes.
    """

    def __init__(self, folder: Path, count: int) -> None:
        self.nodes = [Node(folder / f"node{number}", number) for number in range(1, count + 1)]
        super().__init__(folder, (6443, 2379, 2380), "0.0.0.0", [node.name for node in self.nodes])

    def begin(self, images: Mapping[str, str]) -> None:
        """Start it, and wait until it is ready.

        Args:
            images: of this host's Docker, which each node gets, each under the name before it.
        """
        make_images()
        for node in self.nodes:
            node.enter()
            node.connect(self.nodes[0])
        self.inside = self.nodes[0].inside
        self.start()
        for name, command in {
            "controllers": (
                *("kube-controller-manager", "--kubeconfig", str(self.config), "--leader-elect=false"),
                *("--service-account-private-key-file", f"{self.folder}/pki/accounts.key"),
                *("--root-ca-file", f"{self.folder}/pki/ca.crt"),
            ),
            "scheduler": ("kube-scheduler", "--kubeconfig", str(self.config), "--leader-elect=false"),
        }.items():
            self.daemon(name, *command)
        for node in self.nodes:
            node.start(self.config, images)
        wait_until(self._nodes_are_ready, 180, f"ready nodes\n{self.logs()}")
        for node in self.nodes:
            node.enforce(self.config)
        values = {"SECONDS": DNS_SECONDS, "ADDRESS": NAMES, "COUNT": len(self.nodes), "IMAGE": OWN_IMAGES["coredns"]}
        text = Path(__file__).with_name("coredns.yaml").read_text()
        for name, value in values.items():
            text = text.replace(name, str(value))
        self.kubectl("apply", "-f", "-", given=text)
        rollout = ("rollout", "status", "deployment/coredns", "--timeout=180s")
        done = self.kubectl("-n", "kube-system", *rollout, check=False)
        assert "successfully rolled out" in done, done + self.logs()

    def stop(self) -> None:
        """End everything of it."""
        for node in self.nodes:
            node.stop()
        super().stop()
        wait_until(no_groups, 60, "no process in the cluster's groups")

    def logs(self) -> str:
        """Return the end of each program's log, of the nodes' too."""
        return "\n".join([super().logs(), *(node.logs() for node in self.nodes)])

    def _nodes_are_ready(self) -> bool:
        form = "jsonpath={.items[*].status.conditions[?(@.type=='Ready')].status}"
        return self.kubectl("get", "nodes", "-o", form, check=False).split() == ["True"] * len(self.nodes)
