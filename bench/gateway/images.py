"""The images for the benchmark's peers and tools. They are built when they are first needed."""

from __future__ import annotations

from ops.install import base_image
from ops.lib import env_file
from ops.lib.console import ROOT, capture, run, say

TOOLS = "student-llm/bench:local"
LITELLM = "student-llm/bench-litellm:local"
STAGES = {TOOLS: "tools", LITELLM: "litellm"}
CA = "/etc/ssl/certs/ca-certificates.crt"


def build(image: str) -> str:
    """Build an image of images/bench, on the base of the stack's own. This takes a second if nothing has changed.

    Args:
        image: TOOLS (wrk, nginx and Python) or LITELLM (0.8 GB more).

    Returns:
        Its name.

    Raises:
        Failure: no registry has the base, or a package cannot be downloaded or does not have its hash.
    """
    settings = env_file.read() if env_file.ENV_FILE.exists() else {}
    ca = settings.get("BUILD_CA_BUNDLE") or CA
    options = [f"--secret=id=ca,src={ca}", f"--target={STAGES[image]}", f"--tag={image}"]
    # uses the base that is built when no image registry answers
    if capture(["docker", "image", "inspect", base_image.IMAGE]).returncode == 0:
        options.append(f"--build-arg=BASE_IMAGE={base_image.IMAGE}")
    say(f"building {image}")
    file = ROOT / "images" / "bench" / "Dockerfile"
    command = ["docker", "build", f"--file={file}", *options, str(ROOT / "bench" / "gateway")]
    fix = "correct what the lines above say, then run again; 'make images' builds the base if no image registry answers"
    run(command, what=f"{image} could not be built", fix=fix)
    return image
