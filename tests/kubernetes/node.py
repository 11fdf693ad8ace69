"""A cluster of one node in namespaces of its own, without egress or ingress. Needs root."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.conftest import wait_until
from tests.kubernetes import control_plane
from tests.kubernetes.control_plane import BIN, ControlPlane

ADDRESS = "198.18.255.1"  # of the node
PODS = "198.18.0.0/24"
PLUGINS = "/usr/lib/cni"
CGROUPS = Path("/sys/fs/cgroup")
PAUSE = "student-llm/pause:local"
DNS_SECONDS = 5  # for which an answer of the cluster's name service counts


def missing() -> str:
    """Return why there can be no node here; nothing if there can."""
    if os.geteuid():
        return "a cluster requires root"
    if why := control_plane.missing("containerd", "runc", "ctr", "nsenter", "iptables", "conntrack"):
        return why
    if not Path(PLUGINS, "bridge").exists():
        return f"no network plugins in {PLUGINS}: apt-get install containernetworking-plugins"
    if not (CGROUPS / "memory").is_dir():
        return "this host has cgroup v2, on which the test's cluster was never tried"
    return ""


def _whole(image: str) -> str:
    """Return an image's name as containerd has it."""
    return f"docker.io/{image}" if "/" in image else f"docker.io/library/{image}"


def _no_groups() -> bool:
    """Remove the cluster's control groups; a group goes once its processes have."""
    groups = list(CGROUPS.glob("*/student-kube"))
    for group in groups:
        command = ["find", group, "-depth", "-type", "d", "-exec", "rmdir", "{}", ";"]
        subprocess.run(command, check=False, stderr=subprocess.DEVNULL)
    return not any(group.exists() for group in groups)


class Node(ControlPlane):
    """The control plane with one node.

    Args:
        folder: for what it keeps.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, (6443, 2379, 2380))
        self.holder: subprocess.Popen[bytes] | None = None

    def start(self, images: Mapping[str, str] | None = None) -> None:
        """Start it.

        Args:
            images: of this host's Docker, which the node gets, each under the name before it.
        """
        self._namespaces()
        self._network()
        super().start()
        for name, command in {
            "controllers": (
                *("kube-controller-manager", "--kubeconfig", str(self.config), "--leader-elect=false"),
                *("--service-account-private-key-file", f"{self.folder}/pki/accounts.key"),
                *("--root-ca-file", f"{self.folder}/pki/ca.crt"),
            ),
            "scheduler": ("kube-scheduler", "--kubeconfig", str(self.config), "--leader-elect=false"),
        }.items():
            self.daemon(name, *command)
        self._runtime(images or {})
        self._kubelet()
        self._names()
        wait_until(self._node_ready, 180, f"a ready node\n{self.logs()}")

    def stop(self) -> None:
        super().stop()
        if self.holder:
            self.holder.kill()  # and with it the first process of the namespaces, which takes all others along
            self.holder.wait()
        wait_until(_no_groups, 60, "no process in the cluster's groups")

    def _namespaces(self) -> None:
        # what is mounted in it is not seen outside
        options = [
            "--mount",
            "--net",
            "--uts",
            "--pid",
            "--fork",
            "--mount-proc",
            "--propagation=slave",
            "--kill-child",
        ]
        self.holder = subprocess.Popen(["unshare", *options, "sh", "-c", "hostname kube; exec sleep infinity"])
        children = Path(f"/proc/{self.holder.pid}/task/{self.holder.pid}/children")
        wait_until(lambda: children.read_text().strip() != "", 10, "namespaces")
        first = children.read_text().strip()
        self.inside = ("nsenter", f"--target={first}", "--mount", "--net", "--uts", "--pid")
        wait_until(lambda: self.run("hostname").stdout.strip() == "kube", 10, "its name")

    def _network(self) -> None:
        for command in (
            "ip link set lo up",
            "ip link add node0 type bridge",  # with nothing on it: it has the node's address
            f"ip addr add {ADDRESS}/32 dev node0",
            "ip link set node0 up",
            "ip route add default dev node0",  # leads nowhere; a Service's address is looked up before it is translated
            "sysctl -qw net.ipv4.ip_forward=1 net.bridge.bridge-nf-call-iptables=1",
        ):
            self.run(*command.split())

    def _runtime(self, images: Mapping[str, str]) -> None:
        folder = self.folder
        (folder / "cni").mkdir()
        (folder / "cni" / "pods.conflist").write_text(
            f"""{{"cniVersion": "1.0.0", "name": "pods", "plugins": [
  {{"type": "bridge", "bridge": "pods0", "isGateway": true, "hairpinMode": true, "ipam": {{
    "type": "host-local", "dataDir": "{folder}/addresses", "ranges": [[{{"subnet": "{PODS}"}}]],
    "routes": [{{"dst": "0.0.0.0/0"}}]}}}}]}}
"""
        )
        (folder / "containerd.toml").write_text(
            f"""version = 2
root = "{folder}/containerd"
state = "{folder}/containerd-state"
[grpc]
  address = "{folder}/containerd.sock"
[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "docker.io/{PAUSE}"
  restrict_oom_score_adj = true # this host may not lower it
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "{PLUGINS}"
    conf_dir = "{folder}/cni"
"""
        )
        self.daemon("containerd", "containerd", "--config", f"{folder}/containerd.toml")
        ctr = ("ctr", "--address", f"{folder}/containerd.sock")
        wait_until(lambda: self.run(*ctr, "version", check=False).returncode == 0, 60, "containerd")
        packed = subprocess.run(["tar", "-C", BIN, "-c", "pause"], check=True, capture_output=True).stdout
        subprocess.run(
            ["docker", "import", '--change=ENTRYPOINT ["/pause"]', "-", PAUSE],
            input=packed,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        with subprocess.Popen(["docker", "save", PAUSE, *images.values()], stdout=subprocess.PIPE) as saved:
            subprocess.run(
                [*self.inside, *ctr, "-n", "k8s.io", "images", "import", "-"],
                stdin=saved.stdout,
                check=True,
                stdout=subprocess.DEVNULL,
            )

        for name, image in images.items():
            if image != name:
                self.run(*ctr, "-n", "k8s.io", "images", "tag", "--force", _whole(image), _whole(name))

    def _kubelet(self) -> None:
        for controller in CGROUPS.iterdir():
            if controller.is_dir() and not controller.is_symlink():
                (controller / "student-kube").mkdir(exist_ok=True)
        for name in ("cpuset.cpus", "cpuset.mems"):  # empty in a new group, which then takes no process
            (CGROUPS / "cpuset" / "student-kube" / name).write_text((CGROUPS / "cpuset" / name).read_text())
        (self.folder / "resolv.conf").touch()
        (self.folder / "kubelet.yaml").write_text(
            f"""apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication: {{anonymous: {{enabled: true}}, webhook: {{enabled: false}}}}
authorization: {{mode: AlwaysAllow}}
cgroupDriver: cgroupfs
cgroupRoot: /student-kube
clusterDNS: [{ADDRESS}]
clusterDomain: cluster.local
containerRuntimeEndpoint: unix://{self.folder}/containerd.sock
failSwapOn: false
resolvConf: {self.folder}/resolv.conf
evictionHard: {{memory.available: 100Mi, nodefs.available: 1%, imagefs.available: 1%}}
imageGCHighThresholdPercent: 100
imageGCLowThresholdPercent: 99
"""
        )
        self.daemon(
            *("kubelet", "kubelet", "--config", f"{self.folder}/kubelet.yaml", "--root-dir", f"{self.folder}/kubelet"),
            *("--kubeconfig", f"{self.folder}/kubelet.kubeconfig", "--hostname-override", "kube", "--node-ip", ADDRESS),
        )
        self.daemon(
            *("proxy", "kube-proxy", "--kubeconfig", str(self.config), "--proxy-mode", "iptables"),
            *("--hostname-override", "kube", "--cluster-cidr", PODS, "--conntrack-max-per-core", "0"),
            *("--conntrack-tcp-timeout-established", "0", "--conntrack-tcp-timeout-close-wait", "0"),
        )

    def _names(self) -> None:
        (self.folder / "Corefile").write_text(
            f""".:53 {{
    errors
    kubernetes cluster.local in-addr.arpa {{
        kubeconfig {self.config}
        ttl {DNS_SECONDS}
    }}
    cache 30
}}
"""
        )
        self.daemon("coredns", "coredns", "-conf", f"{self.folder}/Corefile")

    def _node_ready(self) -> bool:
        return "True" in self.kubectl(
            *("get", "nodes", "-o", "jsonpath={.items[*].status.conditions[?(@.type=='Ready')].status}"), check=False
        )
