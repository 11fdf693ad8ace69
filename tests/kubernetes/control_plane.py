"""A real API server with etcd, from packages; cluster.py adds the rest of a cluster."""

from __future__ import annotations

import secrets
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.conftest import wait_until
from tests.kubernetes.place import BIN, CACHE, Place

ADDRESS = "198.18.255.1"  # of a cluster's first node
SERVICES = "198.19.0.0/24"  # 198.18.0.0/15 is for tests, RFC 2544
SAN = f"subjectAltName=IP:127.0.0.1,IP:{ADDRESS},IP:198.19.0.1,DNS:kubernetes.default.svc"


def missing(*programs: str) -> str:
    """Return why there can be no API server here; nothing if there can."""
    if not (BIN / "versions").exists():
        return f"no cluster's programs in {CACHE}: 'make test-kubernetes' builds them"
    for program in ("etcd", "kubectl", "openssl", *programs):
        if not shutil.which(program):
            return f"{program} is not here: CONTRIBUTING.md names the packages that 'make test-kubernetes' requires"
    return ""


class ControlPlane(Place):
    """The API server with etcd, and a folder with keys and logs.

    Args:
        folder: for what it keeps.
        ports: of the API server and two of etcd.
        host: which the API server listens on; on 127.0.0.1 alone, no pod has its address.
        nodes: their names.
    """

    def __init__(
        self, folder: Path, ports: tuple[int, int, int], host: str = "127.0.0.1", nodes: Sequence[str] = ()
    ) -> None:
        super().__init__(folder)
        self.ports, self.host = ports, host
        self.tokens = {name: secrets.token_hex(16) for name in ("admin", *nodes)}
        self.config = folder / "admin.kubeconfig"
        self.environment = {"KUBECONFIG": str(self.config)}

    def kubectl(self, *arguments: str, check: bool = True, given: str | None = None) -> str:
        """Run kubectl as the administrator; return what it says."""
        done = self.run("kubectl", *arguments, check=check, given=given)
        return done.stdout + ("" if check else done.stderr)

    def start(self) -> None:
        """Start it, and wait until it is ready."""
        self._keys()
        for user in self.tokens:
            self._kubeconfig(user)
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
            *("--bind-address", self.host, "--advertise-address", ADDRESS),
            *("--endpoint-reconciler-type", "none" if self.host == "127.0.0.1" else "lease"),
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
        users = [f'{token},system:node:{name},{name},"system:nodes"' for name, token in self.tokens.items()]
        users[0] = f'{self.tokens["admin"]},admin,admin,"system:masters"'
        (pki / "tokens.csv").write_text("\n".join(users) + "\n")

    def _kubeconfig(self, user: str) -> None:
        server = f"https://{'127.0.0.1' if self.host == '127.0.0.1' else ADDRESS}:{self.ports[0]}"
        (self.folder / f"{user}.kubeconfig").write_text(
            f"""apiVersion: v1
kind: Config
current-context: kube
clusters: [{{name: kube, cluster: {{server: "{server}", certificate-authority: {self.folder}/pki/ca.crt}}}}]
users: [{{name: {user}, user: {{token: {self.tokens[user]}}}}}]
contexts: [{{name: kube, context: {{cluster: kube, user: {user}}}}}]
"""
        )
