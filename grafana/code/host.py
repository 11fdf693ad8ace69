"""Is the hardware busy, full, hot or broken?"""

from __future__ import annotations

from grafana.code.parts import Limits, Page, graph

PAGE = Page(
    "student-host",
    "Student LLM: GPU and host",
    "Is the hardware busy, full, hot or broken?",
    (
        (
            "Host (compose/host-metrics.yaml)",
            (
                graph(
                    "Processors",
                    "Share of the processors' time in use, and the tasks ready to run for each processor.",
                    "percentunit",
                    ("student:host_cpu:ratio5m", "in use"),
                    ("student:host_load:ratio", "load"),
                    limits=Limits(1, 2),
                ),
                graph(
                    "Memory available",
                    "Share of the host's memory that a program could still get.",
                    "percentunit",
                    ("student:host_memory_free:ratio", "available"),
                    limits=Limits(0.1, 0.05),
                ),
                graph(
                    "Disks",
                    "Share of a disk that is free: Docker's, and that of state/.",
                    "percentunit",
                    ("student:host_disk_free:ratio", "{{mountpoint}}"),
                    limits=Limits(0.15, 0.05),
                ),
            ),
        ),
        (
            "GPUs (compose/gpu-metrics.yaml)",
            (
                graph(
                    "GPU",
                    "Share of the time that a GPU computes.",
                    "percentunit",
                    ("student:gpu_usage:ratio", "GPU {{gpu}}"),
                ),
                graph(
                    "GPU memory",
                    "Share of a GPU's memory in use. vLLM reserves its share at the start and keeps it.",
                    "percentunit",
                    ("student:gpu_memory:ratio", "GPU {{gpu}}"),
                ),
                graph(
                    "Temperature",
                    "A GPU's temperature. Above 87 degrees the GPU soon slows down.",
                    "celsius",
                    ("student:gpu_celsius:max", "GPU {{gpu}}"),
                    limits=Limits(80, 87),
                ),
                graph("Power", "Power that a GPU draws.", "watt", ("student:gpu_watts:max", "GPU {{gpu}}")),
                graph(
                    "Slowed down",
                    "1 while heat or the power supply keeps a GPU below its clock.",
                    "short",
                    ("student:gpu_throttled:bool", "GPU {{gpu}}"),
                ),
                graph(
                    "Errors",
                    "Memory errors of the last hour that lost data, and the driver's last error (XID) by its number.",
                    "short",
                    ("student:gpu_ecc_errors:increase1h", "GPU {{gpu}}: ECC"),
                    ("student:gpu_xid:last", "GPU {{gpu}}: XID"),
                ),
            ),
        ),
    ),
)
