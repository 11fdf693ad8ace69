"""What Prometheus sees of a stack, as promtool writes series: healthy ones, and what must be different for an alert.

A series is 'start+step x times', one sample each 15 s; a later '_' is a sample that is missing.
"""

from __future__ import annotations

ENGINE, GATEWAY, PROMETHEUS = '{job="engine",instance="engine:8000"', '{job="gateway"', '{job="prometheus"'
VLLM = ENGINE + ',model_name="m",engine="0"'
NOT_AFTER = "gateway_certificate_not_after_timestamp_seconds"
HTTP = GATEWAY + ',server="loopback",handler="subroute",method="POST",code='

STACK = {
    f"up{ENGINE}}}": "1x160",
    f"up{GATEWAY}}}": "1x160",
    f"up{PROMETHEUS}}}": "1x160",
    f'caddy_http_request_duration_seconds_count{HTTP}"200"}}': "0+15x160",
    f"caddy_config_last_reload_successful{GATEWAY}}}": "1x160",
    f"gateway_certificate_not_before_timestamp_seconds{GATEWAY}}}": "0x160",
    f"{NOT_AFTER}{GATEWAY}}}": "40000x160",
    f'gateway_auth_failures_total{GATEWAY},reason="unknown"}}': "0+1x160",
    f'gateway_key_limited_total{GATEWAY},key="alice"}}': "0x160",
    f'gateway_key_tokens_limited_total{GATEWAY},key="alice"}}': "0x160",
    f"prometheus_config_last_reload_successful{PROMETHEUS}}}": "1x160",
    f"prometheus_rule_evaluation_failures_total{PROMETHEUS}}}": "0x160",
    f"prometheus_tsdb_wal_writes_failed_total{PROMETHEUS}}}": "0x160",
}

HEALTHY = {
    "vllm": STACK
    | {
        f"vllm:num_requests_running{VLLM}}}": "4x160",
        f"vllm:num_requests_waiting{VLLM}}}": "1x160",
        f"vllm:iteration_tokens_total_count{VLLM}}}": "0+150x160",
        f"vllm:generation_tokens_total{VLLM}}}": "0+600x160",
        f"vllm:prompt_tokens_total{VLLM}}}": "0+300x160",
        f'vllm:request_success_total{VLLM},finished_reason="stop"}}': "0+15x160",
        f'vllm:request_success_total{VLLM},finished_reason="error"}}': "0x160",
        f"vllm:kv_cache_usage_perc{VLLM}}}": "0.5x160",
    },
    "tgi": STACK
    | {
        f"tgi_batch_current_size{ENGINE}}}": "4x160",
        f"tgi_queue_size{ENGINE}}}": "1x160",
        f'tgi_batch_inference_count{ENGINE},method="prefill"}}': "0+15x160",
        f'tgi_batch_inference_count{ENGINE},method="decode"}}': "0+135x160",
        f"tgi_request_generated_tokens_sum{ENGINE}}}": "0+600x160",
        f"tgi_request_input_length_sum{ENGINE}}}": "0+300x160",
        f"tgi_request_count{ENGINE}}}": "0+30x160",
        f"tgi_request_success{ENGINE}}}": "0+15x160",
        f'tgi_request_failure{ENGINE},err="validation"}}': "0+15x160",  # clients' mistakes alarm nobody
    },
    "llamacpp": STACK
    | {
        f"llamacpp:requests_processing{ENGINE}}}": "4x160",
        f"llamacpp:requests_deferred{ENGINE}}}": "1x160",
        f"llamacpp:n_decode_total{ENGINE}}}": "0+150x160",
        f"llamacpp:tokens_predicted_total{ENGINE}}}": "0+600x160",
        f"llamacpp:prompt_tokens_total{ENGINE}}}": "0+200x160",
        f"llamacpp:prompt_tokens_cached_total{ENGINE}}}": "0+100x160",
    },
    "an idle llamacpp": STACK
    | {
        f"llamacpp:requests_processing{ENGINE}}}": "0x160",
        f"llamacpp:requests_deferred{ENGINE}}}": "0x160",
        f"llamacpp:n_decode_total{ENGINE}}}": "500x160",
        f'caddy_http_request_duration_seconds_count{HTTP}"200"}}': "100x160",
    },
}

BUSY = {
    "requests_running:sum": 4.0,
    "requests_waiting:sum": 1.0,
    "engine_steps:rate2m": 10.0,
    "output_tokens:rate5m": 40.0,
    "input_tokens:rate5m": 20.0,
    "engine_restarts:resets1d": 0.0,
    "gateway_requests:rate5m": 1.0,
    "gateway_errors:ratio5m": 0.0,
}
RECORDED = {
    "vllm": BUSY | {"engine_requests:rate5m": 1.0, "engine_errors:rate5m": 0.0, "kv_cache_usage:ratio": 0.5},
    # no failure of its own yet, so no series of that; the mistakes of clients are requests too
    "tgi": BUSY | {"engine_requests:rate5m": 2.0, "engine_errors:rate5m": -1.0, "kv_cache_usage:ratio": -1.0},
    "llamacpp": BUSY | {"engine_requests:rate5m": -1.0, "engine_errors:rate5m": -1.0, "kv_cache_usage:ratio": -1.0},
}
"""What the rules make of each healthy world; -1 is a name that the engine lacks."""

THREE_RESTARTS = "0+100x10 0+100x10 0+100x10 0+100x130"
FIRES: list[tuple[str, str, dict[str, str], str, str]] = [
    # alert, engine, what differs, a time when it is silent, a time when it fires
    ("EngineDown", "vllm", {f"up{ENGINE}}}": "1x20 0x140"}, "6m", "8m"),
    ("EngineDown", "llamacpp", {f"up{ENGINE}}}": "1x20 _x140"}, "6m", "13m"),
    ("EngineStalled", "vllm", {f"vllm:iteration_tokens_total_count{VLLM}}}": "0+150x20 3000x140"}, "6m", "9m"),
    ("EngineStalled", "llamacpp", {f"llamacpp:n_decode_total{ENGINE}}}": "0+150x20 3000x140"}, "6m", "9m"),
    (
        "EngineStalled",
        "tgi",
        {f'tgi_batch_inference_count{ENGINE},method="{way}"}}': "0+15x20 300x140" for way in ("prefill", "decode")},
        "6m",
        "9m",
    ),
    ("EngineRestarts", "vllm", {f"vllm:iteration_tokens_total_count{VLLM}}}": THREE_RESTARTS}, "6m", "10m"),
    ("EngineRestarts", "tgi", {f"tgi_request_count{ENGINE}}}": THREE_RESTARTS}, "6m", "10m"),
    ("EngineRestarts", "llamacpp", {f"llamacpp:n_decode_total{ENGINE}}}": THREE_RESTARTS}, "6m", "10m"),
    ("EngineErrors", "vllm", {f'vllm:request_success_total{VLLM},finished_reason="error"}}': "0+2x160"}, "4m", "12m"),
    ("EngineErrors", "tgi", {f'tgi_request_failure{ENGINE},err="generation"}}': "0+5x160"}, "4m", "12m"),
    ("QueueGrowing", "vllm", {f"vllm:num_requests_waiting{VLLM}}}": "9x160"}, "9m", "11m"),
    ("QueueGrowing", "tgi", {f"tgi_queue_size{ENGINE}}}": "9x160"}, "9m", "11m"),
    ("QueueGrowing", "llamacpp", {f"llamacpp:requests_deferred{ENGINE}}}": "9x160"}, "9m", "11m"),
    ("KVCacheFull", "vllm", {f"vllm:kv_cache_usage_perc{VLLM}}}": "0.99x160"}, "9m", "11m"),
    ("GatewayDown", "vllm", {f"up{GATEWAY}}}": "1x20 0x140"}, "5m", "7m"),
    ("GatewayDown", "vllm", {f"up{GATEWAY}}}": "1x20 _x140"}, "5m", "12m"),
    ("Gateway5xx", "vllm", {f'caddy_http_request_duration_seconds_count{HTTP}"503"}}': "0+1x160"}, "4m", "12m"),
    ("GatewayReloadFailed", "vllm", {f"caddy_config_last_reload_successful{GATEWAY}}}": "1x20 0x140"}, "5m", "7m"),
    ("GatewayReloadFailed", "vllm", {f"gateway_key_file_refused{GATEWAY}}}": "0x20 1x140"}, "5m", "7m"),
    ("GatewayReloadFailed", "vllm", {f"gateway_certificate_refused{GATEWAY}}}": "0x20 1x140"}, "5m", "7m"),
    ("CertificateEnds", "vllm", {f"{NOT_AFTER}{GATEWAY}}}": "700x160"}, "25m", "27m"),
    ("CertificateEnds", "vllm", {f"{NOT_AFTER}{GATEWAY}}}": "0x160"}, "14m", "16m"),
    ("AuthFailures", "vllm", {f'gateway_auth_failures_total{GATEWAY},reason="unknown"}}': "0+5x160"}, "4m", "12m"),
    ("RateLimited", "vllm", {f'gateway_key_limited_total{GATEWAY},key="alice"}}': "0+1x160"}, "9m", "12m"),
    ("RateLimited", "vllm", {f'gateway_key_tokens_limited_total{GATEWAY},key="alice"}}': "0+1x160"}, "9m", "12m"),
    ("PrometheusBlind", "vllm", {f"prometheus_config_last_reload_successful{PROMETHEUS}}}": "0x160"}, "4m", "6m"),
    ("PrometheusBlind", "vllm", {f"prometheus_rule_evaluation_failures_total{PROMETHEUS}}}": "0+1x160"}, "4m", "8m"),
    ("PrometheusBlind", "vllm", {f"prometheus_tsdb_wal_writes_failed_total{PROMETHEUS}}}": "0+1x160"}, "4m", "8m"),
]
