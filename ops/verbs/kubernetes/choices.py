"""Reads the settings of a cluster from env/student.env, and compares them before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ops.lib.console import ROOT, Failure

FOLDER = ROOT / "kubernetes"
COMPONENTS = FOLDER / "components"
LATER = ("autoscale", "production-stack")  # change objects of other components


@dataclass(frozen=True)
class Choices:
    """The settings of a cluster.

    Args:
        namespace: of the stack.
        components: folders of kubernetes/components, in the order in which they apply.
        registry: of the images that were built here, with / at its end; empty if the nodes have them.
        gateways: replicas.
        engines: replicas, with autoscale the fewest.
        most_engines: replicas, with autoscale the most.
        engine_cpu: what an engine asks for, as Kubernetes spells it.
        host: GATEWAY_HOST.
        own_authority: does no other certify the gateways?
        issuer: of cert-manager.
        storage: size, class (empty for the default) and access mode of the volume with the models.
    """

    namespace: str
    components: tuple[str, ...]
    registry: str
    gateways: int
    engines: int
    most_engines: int
    engine_cpu: str
    host: str
    own_authority: bool
    issuer: str
    storage: tuple[str, str, str]

    def has(self, component: str) -> bool:
        """Return whether a component is chosen."""
        return component in self.components


def read(settings: Mapping[str, str]) -> Choices:
    """Return the settings of a cluster.

    Raises:
        Failure: they contradict each other, or name a component that does not exist.
    """
    components = tuple(sorted(_components(settings), key=LATER.__contains__))  # keeps the order, with those last
    registry = settings["KUBERNETES_REGISTRY"]
    engines, most = int(settings["KUBERNETES_ENGINES"]), int(settings["KUBERNETES_MAX_ENGINES"])
    scales = "autoscale" in components
    if scales and most < engines:
        raise Failure(
            f"KUBERNETES_MAX_ENGINES is {most}, fewer than KUBERNETES_ENGINES", f"set it to {engines} or more"
        )
    _check_tls(settings, components)
    return Choices(
        namespace=settings["KUBERNETES_NAMESPACE"],
        components=components,
        registry=f"{registry}/" if registry else "",
        gateways=int(settings["KUBERNETES_GATEWAYS"]),
        engines=engines,
        most_engines=most if scales else engines,
        engine_cpu=settings["KUBERNETES_ENGINE_CPU"],
        host=settings["GATEWAY_HOST"],
        own_authority=settings["GATEWAY_TLS"] in {"", "internal"} and "certificate" not in components,
        issuer=settings["KUBERNETES_ISSUER"],
        storage=(
            settings["KUBERNETES_STORAGE"],
            settings["KUBERNETES_STORAGE_CLASS"],
            settings["KUBERNETES_STORAGE_ACCESS"],
        ),
    )


def _components(settings: Mapping[str, str]) -> list[str]:
    there = sorted(path.name for path in COMPONENTS.iterdir() if path.is_dir())
    named = list(dict.fromkeys(name for name in settings["KUBERNETES_COMPONENTS"].split(":") if name))
    for name in named:
        if name not in there:
            raise Failure(f"KUBERNETES_COMPONENTS names {name!r}, not a component", f"choose from {', '.join(there)}")
    if {"prometheus", "monitors"} <= set(named):
        what = "KUBERNETES_COMPONENTS has prometheus and monitors: the engines would be counted twice"
        raise Failure(what, "take monitors if the cluster has the Prometheus operator, else prometheus")
    if "autoscale" in named and "prometheus" not in named:
        raise Failure("autoscale asks the component prometheus", "add prometheus to KUBERNETES_COMPONENTS")
    if "production-stack" in named:
        if settings["COMPOSE_PROFILES"] != "vllm":
            fix = "COMPOSE_PROFILES=vllm, or take production-stack out of KUBERNETES_COMPONENTS"
            raise Failure(
                f"production-stack serves with vLLM alone, and the engine is {settings['COMPOSE_PROFILES']}", fix
            )
        if "autoscale" in named:
            raise Failure("production-stack scales its engines itself", "take autoscale out of KUBERNETES_COMPONENTS")
    return named


def _check_tls(settings: Mapping[str, str], components: tuple[str, ...]) -> None:
    kind, host = settings["GATEWAY_TLS"] or "internal", settings["GATEWAY_HOST"]
    if "certificate" in components:
        if "." not in host:
            raise Failure(f"GATEWAY_HOST is {host!r}, and no issuer certifies that", "GATEWAY_HOST=student.example.com")
        return
    add = "add certificate (cert-manager) to KUBERNETES_COMPONENTS, or GATEWAY_TLS=files"
    if kind == "acme":
        raise Failure("GATEWAY_TLS is acme, and each gateway would ask for a certificate of its own", add)
    if kind == "internal" and "public" in components:
        raise Failure("the component public is for clients outside, which do not trust GATEWAY_TLS=internal", add)
