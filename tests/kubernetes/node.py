"""A node in namespaces of its own: containerd, kubelet, kube-proxy, and kube-router for network policies."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.conftest import wait_until
from tests.kubernetes.control_plane import SERVICES
from tests.kubernetes.place import BIN, Place

PODS = "198.18.0.0/17"
NAMES = "198.19.0.10"  # of the cluster's name service
PLUGINS = "/usr/lib/cni"
CGROUPS = Path("/sys/fs/cgroup")
OWN_IMAGES = {name: f"student-llm/{name}:local" for name in ("pause", "coredns")}  # of the programs of the same names


def _whole(image: str) -> str:
    """Return an image's name as containerd has it."""
    return f"docker.io/{image}" if "/" in image else f"docker.io/library/{image}"


def no_groups() -> bool:
    """Remove the nodes' control groups; a group goes once its processes have."""
    groups = list(CGROUPS.glob("*/student-kube*"))
    for group in groups:
        command = ["find", group, "-depth", "-type", "d", "-exec", "rmdir", "{}", ";"]
        subprocess.run(command, check=False, stderr=subprocess.DEVNULL)
    return not any(group.exists() for group in groups)


class Node(Place):
    """A node.

    Args:
        folder: for what it keeps.
        number: 1 for the first, which also has the control plane.
    """

    def __init__(self, folder: Path, number: int) -> None:
        super().__init__(folder)
        self.number, self.name = number, f"kube{number}"
        self.address, self.pods = f"198.18.255.{number}", f"198.18.{number}.0/24"
        self.group = f"student-{self.name}"
        self.holder: subprocess.Popen[bytes] | None = None
        self.first = ""  # process of its namespaces
        self.ctr = ("ctr", "--address", f"{folder}/containerd.sock", "-n", "k8s.io")

    def enter(self) -> None:
        """Make its namespaces. What is mounted in them is not seen outside."""
        self.folder.mkdir(parents=True)
        apart = "unshare --mount --net --uts --pid --fork --mount-proc --propagation=slave --kill-child"
        self.holder = subprocess.Popen([*apart.split(), "sh", "-c", f"hostname {self.name}; exec sleep infinity"])
        children = Path(f"/proc/{self.holder.pid}/task/{self.holder.pid}/children")
        wait_until(lambda: children.read_text().strip() != "", 10, "namespaces")
        self.first = children.read_text().strip()
        self.inside = ("nsenter", f"--target={self.first}", "--mount", "--net", "--uts", "--pid")
        wait_until(lambda: self.run("hostname").stdout.strip() == self.name, 10, "its name")

    def connect(self, first: Node) -> None:
        """Give it its address, and a way to the first node and its pods.

        Args:
            first: the node with the bridge that connects all; may be this one.
        """
        if first is self:
            self.run("ip", "link", "add", "node0", "type", "bridge")
        else:
            link = f"ip link add {self.name} type veth peer name node0 netns {self.first}"
            subprocess.run(["nsenter", f"--target={first.first}", "--net", *link.split()], check=True)
            first.run(*f"ip link set {self.name} master node0 up".split())
        for command in (
            "ip link set lo up",
            f"ip addr add {self.address}/24 dev node0",
            "ip link set node0 up",
            "ip route add default dev node0",  # leads nowhere; a Service's address is looked up before it is translated
            "sysctl -qw net.ipv4.ip_forward=1 net.bridge.bridge-nf-call-iptables=1",
        ):
            self.run(*command.split())
        if first is not self:
            self.run(*f"ip route add {first.pods} via {first.address}".split())
            first.run(*f"ip route add {self.pods} via {self.address}".split())

    def start(self, config: Path, images: Mapping[str, str]) -> None:
        """Start what makes it a node.

        Args:
            config: by which its programs reach the API server.
            images: of this host's Docker, which the node gets, each under the name before it.
        """
        self._runtime(images)
        self._kubelet(config)

    def stop(self) -> None:
        """End everything in it at once, as a host does that loses power."""
        if self.holder:
            self.holder.kill()  # and with it the first process of the namespaces, which takes all others along
            self.holder.wait()
        super().stop()

    def _runtime(self, images: Mapping[str, str]) -> None:
        folder = self.folder
        (folder / "cni").mkdir()
        (folder / "cni" / "pods.conflist").write_text(
            f"""{{"cniVersion": "1.0.0", "name": "pods", "plugins": [
  {{"type": "bridge", "bridge": "pods0", "isGateway": true, "hairpinMode": true, "ipam": {{
    "type": "host-local", "dataDir": "{folder}/addresses", "ranges": [[{{"subnet": "{self.pods}"}}]],
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
  sandbox_image = "{_whole(OWN_IMAGES["pause"])}"
  restrict_oom_score_adj = true # this host may not lower it
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "{PLUGINS}"
    conf_dir = "{folder}/cni"
"""
        )
        self.daemon("containerd", "containerd", "--config", f"{folder}/containerd.toml")
        wait_until(lambda: self.run(*self.ctr, "version", check=False).returncode == 0, 60, "containerd")
        with subprocess.Popen(
            ["docker", "save", *OWN_IMAGES.values(), *images.values()], stdout=subprocess.PIPE
        ) as saved:
            subprocess.run(
                [*self.inside, *self.ctr, "images", "import", "-"],
                stdin=saved.stdout,
                check=True,
                stdout=subprocess.DEVNULL,
            )
        for name, image in images.items():
            if image != name:
                self.run(*self.ctr, "images", "tag", "--force", _whole(image), _whole(name))

    def _kubelet(self, config: Path) -> None:
        for controller in CGROUPS.iterdir():
            if controller.is_dir() and not controller.is_symlink():
                (controller / self.group).mkdir(exist_ok=True)
        for name in ("cpuset.cpus", "cpuset.mems"):  # empty in a new group, which then takes no process
            (CGROUPS / "cpuset" / self.group / name).write_text((CGROUPS / "cpuset" / name).read_text())
        (self.folder / "resolv.conf").touch()
        (self.folder / "kubelet.yaml").write_text(
            f"""apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication: {{anonymous: {{enabled: true}}, webhook: {{enabled: false}}}}
authorization: {{mode: AlwaysAllow}}
cgroupDriver: cgroupfs
cgroupRoot: /{self.group}
clusterDNS: [{NAMES}]
clusterDomain: cluster.local
containerRuntimeEndpoint: unix://{self.folder}/containerd.sock
failSwapOn: false
resolvConf: {self.folder}/resolv.conf
evictionHard: {{memory.available: 100Mi, nodefs.available: 1%, imagefs.available: 1%}}
imageGCHighThresholdPercent: 100
imageGCLowThresholdPercent: 99
"""
        )
        own = config.with_name(f"{self.name}.kubeconfig")
        self.daemon(
            *("kubelet", "kubelet", "--config", f"{self.folder}/kubelet.yaml", "--root-dir", f"{self.folder}/kubelet"),
            *("--kubeconfig", str(own), "--hostname-override", self.name, "--node-ip", self.address),
        )
        self.daemon(
            *("proxy", "kube-proxy", "--kubeconfig", str(config), "--proxy-mode", "iptables"),
            *("--hostname-override", self.name, "--cluster-cidr", PODS, "--conntrack-max-per-core", "0"),
            *("--conntrack-tcp-timeout-established", "0", "--conntrack-tcp-timeout-close-wait", "0"),
        )

    def enforce(self, config: Path) -> None:
        """Enforce network policies from now on; the API server must know the node."""
        self.daemon(
            *("router", "kube-router", "--kubeconfig", str(config), "--hostname-override", self.name),
            *("--run-firewall=true", "--run-router=false", "--run-service-proxy=false", "--health-port=0"),
            *("--service-cluster-ip-range", SERVICES),
        )
        chain = ("iptables", "-w", "-S", "KUBE-ROUTER-FORWARD")
        wait_until(lambda: self.run(*chain, check=False).returncode == 0, 60, f"its rules\n{self.logs()}")


def make_images() -> None:
    """Make the images of the programs that run in every cluster's pods."""
    for program, image in OWN_IMAGES.items():
        packed = subprocess.run(["tar", "-C", BIN, "-c", program], check=True, capture_output=True).stdout
        command = ["docker", "import", f'--change=ENTRYPOINT ["/{program}"]', "-", image]
        subprocess.run(command, input=packed, check=True, stdout=subprocess.DEVNULL)
