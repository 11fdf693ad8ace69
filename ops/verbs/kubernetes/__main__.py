"""``make kubernetes``: see the package."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from ops.lib import cluster, compose, env_file
from ops.lib.console import ROOT, guard, say, step
from ops.verbs.kubernetes import choices, services, stack, write


def main() -> None:
    """Write the rendering of env/student.env and say how it is applied.

    Raises:
        Failure: the settings do not fit a cluster, or Compose refuses them.
    """
    settings = env_file.read()
    chosen = choices.read(settings)
    model = compose.rendered()
    write.write(model, settings, chosen)
    kind = compose.engine_service(model)
    service = model["services"][kind]
    step(f"state/kustomization.yaml: the stack for the namespace {chosen.namespace}")
    say(f"   gateways   {chosen.gateways}, image {services.image(model['services']['gateway'], chosen)}")
    say(f"   engines    {_engines(chosen, kind, services.gpus(service))}, image {services.image(service, chosen)}")
    say(f"   components {', '.join(chosen.components) or 'none'}")
    if chosen.own_authority and not write.shares_authority(chosen):
        say("   NOTE       each gateway makes an authority of its own; after one 'make up' here they share this host's")
    if chosen.has("models") and not {"model", "gguf"} & model["services"].keys():
        say("   NOTE       no download is chosen: copy the model into the volume (docs/kubernetes.md)")
    kubectl = " ".join(cluster.kubectl(settings, namespaced=False))
    if chosen.has("production-stack"):
        values = write.VALUES.relative_to(ROOT)
        say(f"   Engines:   helm upgrade --install {stack.RELEASE} vllm/vllm-stack -n {chosen.namespace} -f {values}")
    for name, pushed in sorted(_pushed(model["services"], chosen)):
        say(f"   Push:      docker tag {name} {pushed} && docker push {pushed}")
    say(f"   Look:      {kubectl} diff --server-side -k state")
    say(f"   Apply:     {kubectl} apply --server-side -k state")


def _pushed(served: Mapping[str, Mapping[str, Any]], chosen: choices.Choices) -> set[tuple[str, str]]:
    """Return the images that the cluster pulls from its registry, by their names here and there."""
    names = {"gateway", *compose.ENGINES, "model", "gguf", *(["prometheus"] if chosen.has("prometheus") else [])}
    here = {name: str(service["image"]) for name, service in served.items() if name in names}
    there = {name: services.image(served[name], chosen) for name in here}
    return {(here[name], there[name]) for name in here if here[name] != there[name]}


def _engines(chosen: choices.Choices, kind: str, gpus: int) -> str:
    most = f" to {chosen.most_engines}" if chosen.has("autoscale") else ""
    return f"{chosen.engines}{most}, {kind}, {gpus or 'no'} GPU{'s' if gpus > 1 else ''} each"


if __name__ == "__main__":
    os.chdir(ROOT)
    guard(main)
