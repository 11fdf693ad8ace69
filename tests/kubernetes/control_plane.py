"""A real API server with etcd, from packages, on an address of its own; what else a cluster has comes with node.py."""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.conftest import wait_until

CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "student-llm" / "kubernetes"
BIN, CRDS = CACHE / "bin", CACHE / "crds"
BUILD = Path(__file__).with_name("build.sh")
SERVICES = "198.19.0.0/24"  # 198.18.0.0/15 is for tests, RFC 2544
SAN = "subjectAltName=IP:127.0.0.1,IP:198.18.255.1,IP:198.19.0.1,DNS:kubernetes.default.svc"


def missing(*programs: str) -> str:
    """Return why there can be no API server here; nothing if there can."""
    if not (BIN / "versions").exists():
        return f"no cluster's programs in {CACHE}: 'make test-kubernetes' builds them"
    for program in ("etcd", "kubectl", "openssl", *programs):
        if not shutil.which(program):
            return f"{program} is not here: CONTRIBUTING.md names the packages that 'make test-kubernetes' requires"
    return ""


class ControlPlane:
    """The API server with etcd, and a folder with keys and logs.

    Args:
        folder: for what it keeps.
        ports: on 127.0.0.1, of the API server and two of etcd.
        inside: what a command begins with that is to run where the cluster is.
    """

    def __init__(self, folder: Path, ports: tuple[int, int, int], inside: Sequence[str] = ()) -> None:
        self.folder, self.ports, self.inside = folder, ports, tuple(inside)
        self.running: list[subprocess.Popen[bytes]] = []
        self.admin, self.kubelet = secrets.token_hex(16), secrets.token_hex(16)
        self.config = folder / "admin.kubeconfig"

    def run(self, *command: str, check: bool = True, given: str | None = None) -> subprocess.CompletedProcess[str]:
        """Run a command where the cluster is."""
        environment = {**os.environ, "KUBECONFIG": str(self.config)}
        done = subprocess.run(
            [*self.inside, *command], capture_output=True, text=True, env=environment, input=given, check=False
        )
        assert done.returncode == 0 or not check, f"{' '.join(command)}\n{done.stdout}{done.stderr}"
        return done

    def kubectl(self, *arguments: str, check: bool = True, given: str | None = None) -> str:
        done = self.run("kubectl", *arguments, check=check, given=given)
        return done.stdout + ("" if check else done.stderr)

    def daemon(self, name: str, *command: str) -> None:
        """Start a program that runs until the end; its log lies in the folder."""
        program = str(BIN / command[0]) if (BIN / command[0]).exists() else command[0]
        with (self.folder / f"{name}.log").open("wb") as log:
            process = subprocess.Popen(
                [*self.inside, program, *command[1:]],
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
        self.running.append(process)

    def logs(self) -> str:
        return "\n".join(f"-- {log.name}\n{log.read_text()[-3000:]}" for log in self.folder.glob("*.log"))

    def start(self) -> None:
        self._keys()
        self._kubeconfig("admin", self.admin)
        self._kubeconfig("kubelet", self.kubelet)
        port, *others = self.ports
        etcd, peer = (f"http://127.0.0.1:{other}" for other in others)
        self.daemon(
            *("etcd", "etcd", "--data-dir", f"{self.folder}/etcd", "--unsafe-no-fsync"),
            *("--listen-client-urls", etcd, "--advertise-client-urls", etcd, "--listen-peer-urls", peer),
            *("--initial-advertise-peer-urls", peer, "--initial-cluster", f"default={peer}"),
        )
        pki = self.folder / "pki"
        self.daemon(
            *("apiserver", "kube-apiserver", "--etcd-servers", etcd, "--secure-port", str(port)),
            *(
                "--bind-address",
                "127.0.0.1",
                "--advertise-address",
                "198.18.255.1",
                "--endpoint-reconciler-type",
                "none",
            ),
            *("--tls-cert-file", f"{pki}/server.crt", "--tls-private-key-file", f"{pki}/server.key"),
            *("--service-account-issuer", "https://kubernetes.default.svc"),
            *("--service-account-key-file", f"{pki}/accounts.pub"),
            *("--service-account-signing-key-file", f"{pki}/accounts.key"),
            *("--service-cluster-ip-range", SERVICES, "--token-auth-file", f"{pki}/tokens.csv"),
            *("--authorization-mode", "Node,RBAC", "--allow-privileged"),
            *("--kubelet-preferred-address-types", "InternalIP"),
        )
        wait_until(self._ready, 180, f"an API server\n{self.logs()}")

    def _ready(self) -> bool:
        return self.run("kubectl", "get", "--raw", "/readyz", check=False).returncode == 0

    def stop(self) -> None:
        for process in reversed(self.running):
            process.kill()
            process.wait()
        self.running.clear()

    def _keys(self) -> None:
        pki = self.folder / "pki"
        pki.mkdir(parents=True)
        for command in (
            "req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.crt -subj /CN=ca -days 2",
            "req -newkey rsa:2048 -nodes -keyout server.key -out server.csr -subj /CN=kube-apiserver",
            "x509 -req -in server.csr -CA ca.crt -CAkey ca.key -CAcreateserial -out server.crt -days 2 -extfile names",
            "genrsa -out accounts.key 2048",
            "rsa -in accounts.key -pubout -out accounts.pub",
        ):
            (pki / "names").write_text(SAN)
            subprocess.run(["openssl", *command.split()], cwd=pki, check=True, capture_output=True)
        users = f'{self.admin},admin,1,"system:masters"\n{self.kubelet},system:node:kube,2,"system:nodes"\n'
        (pki / "tokens.csv").write_text(users)

    def _kubeconfig(self, user: str, token: str) -> None:
        server = f"https://127.0.0.1:{self.ports[0]}"
        (self.folder / f"{user}.kubeconfig").write_text(
            f"""apiVersion: v1
kind: Config
current-context: kube
clusters: [{{name: kube, cluster: {{server: "{server}", certificate-authority: {self.folder}/pki/ca.crt}}}}]
users: [{{name: {user}, user: {{token: {token}}}}}]
contexts: [{{name: kube, context: {{cluster: kube, user: {user}}}}}]
"""
        )
