"""What Prometheus sees of a stack, as promtool writes series: healthy ones, and what must be different for an alert.

A series is 'start+step x times', one sample each 15 s; a later '_' is a sample that is missing.
"""

from __future__ import annotations

ENGINE, GATEWAY, PROMETHEUS = '{job="engine",instance="engine:8000"', '{job="gateway"', '{job="prometheus"'
VLLM = ENGINE + ',model_name="m",engine="0"'
NOT_AFTER = "gateway_certificate_not_after_timestamp_seconds"
HTTP = GATEWAY + ',server="loopback",handler="subroute",method="POST",code='

LATE = "gateway_late_first_tokens_total" + GATEWAY + "}"
HOST, GPU = '{job="host",instance="h:9100"', '{job="gpu",instance="g:9400",gpu="0"'
PLANS = '{job="host",instance="h:9100"'
ATTEMPTS = "student_client_attempts_total" + PLANS + ',author="student",verdict='

STACK = {
    f"up{ENGINE}}}": "1x160",
    f"up{GATEWAY}}}": "1x160",
    f"up{PROMETHEUS}}}": "1x160",
    f'caddy_http_request_duration_seconds_count{HTTP}"200"}}': "0+15x160",
    f"caddy_config_last_reload_successful{GATEWAY}}}": "1x160",
    f"gateway_certificate_not_before_timestamp_seconds{GATEWAY}}}": "0x160",
    f"{NOT_AFTER}{GATEWAY}}}": "40000x160",
    f'gateway_auth_failures_total{GATEWAY},reason="unknown"}}': "0+1x160",
    f"gateway_log_lines_dropped_total{GATEWAY}}}": "3x160",  # lost long ago
    f'gateway_engine_failures_total{GATEWAY},cause="broke_off"}}': "0x160",
    f'gateway_key_limited_total{GATEWAY},key="alice"}}': "0x160",
    f'gateway_key_tokens_limited_total{GATEWAY},key="alice"}}': "0x160",
    f'gateway_objective_ratio{GATEWAY},objective="availability"}}': "0.99x160",
    f'gateway_objective_ratio{GATEWAY},objective="first_token"}}': "0.95x160",
    f"gateway_objective_first_token_seconds{GATEWAY}}}": "2x160",
    f'gateway_time_to_first_token_seconds_count{GATEWAY},route="/v1/chat/completions"}}': "0+15x160",
    LATE: "0x160",
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

HEALTHY["a host with a GPU and plans"] = HEALTHY["vllm"] | {
    f"up{HOST}}}": "1x160",
    f"up{GPU}}}": "1x160",
    f'node_filesystem_avail_bytes{HOST},mountpoint="state"}}': "60x160",
    f'node_filesystem_size_bytes{HOST},mountpoint="state"}}': "100x160",
    f"node_memory_MemAvailable_bytes{HOST}}}": "50x160",
    f"node_memory_MemTotal_bytes{HOST}}}": "100x160",
    f"node_load5{HOST}}}": "1x160",
    f'node_cpu_seconds_total{HOST},cpu="0",mode="idle"}}': "0+10x160",
    f"DCGM_FI_DEV_GPU_TEMP{GPU}}}": "60x160",
    f"DCGM_FI_DEV_XID_ERRORS{GPU}}}": "0x160",
    f"DCGM_FI_DEV_ECC_DBE_VOL_TOTAL{GPU}}}": "0x160",
    f"DCGM_FI_DEV_CLOCKS_EVENT_REASONS{GPU}}}": "4x160",  # its power limit: by design
    f'{ATTEMPTS}"accepted"}}': "0+9x640",
    f'{ATTEMPTS}"rejected"}}': "0+1x640",
    f'student_client_cost_dollars_total{PLANS},teacher="t"}}': "0+0.001x640",
    f"student_client_budget_dollars{PLANS}}}": "5x640",
}
WHOLE = "a host with a GPU and plans"

BUSY = {
    "requests_running:sum": 4.0,
    "requests_waiting:sum": 1.0,
    "engine_steps:rate2m": 10.0,
    "output_tokens:rate5m": 40.0,
    "input_tokens:rate5m": 20.0,
    "engine_restarts:resets1d": 0.0,
    "engine_up:max": 1.0,
    "engine_outages:resets1d": 0.0,
    "gateway_requests:rate5m": 1.0,
    "gateway_errors:ratio5m": 0.0,
    "engine_failures:rate5m": 0.0,
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
    # one that falls before it has served anything: its counters stand at 0 and show no reset
    ("EngineRestarts", "an idle llamacpp", {f"up{ENGINE}}}": "1x10 0x1 1x10 stale 1x10 0x1 1x120"}, "6m", "10m"),
    ("EngineErrors", "vllm", {f'vllm:request_success_total{VLLM},finished_reason="error"}}': "0+2x160"}, "4m", "12m"),
    ("EngineErrors", "tgi", {f'tgi_request_failure{ENGINE},err="generation"}}': "0+5x160"}, "4m", "12m"),
    ("EngineFailures", "vllm", {f'gateway_engine_failures_total{GATEWAY},cause="busy"}}': "0+1x160"}, "4m", "12m"),
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
    ("LogLinesLost", "vllm", {f"gateway_log_lines_dropped_total{GATEWAY}}}": "3x20 9x140"}, "4m", "6m"),
    ("AuthFailures", "vllm", {f'gateway_auth_failures_total{GATEWAY},reason="unknown"}}': "0+5x160"}, "4m", "12m"),
    ("RateLimited", "vllm", {f'gateway_key_limited_total{GATEWAY},key="alice"}}': "0+1x160"}, "9m", "12m"),
    ("RateLimited", "vllm", {f'gateway_key_tokens_limited_total{GATEWAY},key="alice"}}': "0+1x160"}, "9m", "12m"),
    # one in five requests fails: burns at once; one in 25 of the first hour does, which is four times what was promised
    (
        "AvailabilityBurnsFast",
        "vllm",
        {f'caddy_http_request_duration_seconds_count{HTTP}"503"}}': "0+4x160"},
        "1m",
        "12m",
    ),
    (
        "AvailabilityBurnsSlowly",
        "vllm",
        {f'caddy_http_request_duration_seconds_count{HTTP}"503"}}': "0+0.6x160"},
        "10m",
        "20m",
    ),
    ("FirstTokenBurnsFast", "vllm", {LATE: "0+14x160"}, "1m", "12m"),
    ("FirstTokenBurnsSlowly", "vllm", {LATE: "0+3x160"}, "10m", "20m"),
    ("AcceptanceFalling", WHOLE, {f'{ATTEMPTS}"accepted"}}': "0+9x160 1440x480"}, "40m", "120m"),
    ("TeacherSpending", WHOLE, {f'student_client_cost_dollars_total{PLANS},teacher="t"}}': "0+0.1x640"}, "5m", "30m"),
    ("ScrapeFailing", WHOLE, {f"up{GPU}}}": "1x20 0x140"}, "9m", "11m"),
    (
        "DiskFilling",
        WHOLE,
        {f'node_filesystem_avail_bytes{HOST},mountpoint="state"}}': "4x160"},
        "14m",
        "16m",
    ),
    (
        "DiskFilling",
        WHOLE,
        {f'node_filesystem_avail_bytes{HOST},mountpoint="state"}}': "14-0.01x160"},
        "14m",
        "18m",
    ),
    ("HostMemoryLow", WHOLE, {f"node_memory_MemAvailable_bytes{HOST}}}": "4x160"}, "4m", "6m"),
    ("HostOverloaded", WHOLE, {f"node_load5{HOST}}}": "3x160"}, "14m", "16m"),
    ("GPULost", WHOLE, {f"DCGM_FI_DEV_XID_ERRORS{GPU}}}": "0x20 79x140"}, "6m", "8m"),
    ("GPULost", WHOLE, {f"DCGM_FI_DEV_GPU_TEMP{GPU}}}": "60x60 stale"}, "16m", "18m"),
    ("GPUHot", WHOLE, {f"DCGM_FI_DEV_GPU_TEMP{GPU}}}": "60x20 90x140"}, "9m", "11m"),
    ("GPUThrottled", WHOLE, {f"DCGM_FI_DEV_CLOCKS_EVENT_REASONS{GPU}}}": "4x20 36x140"}, "14m", "16m"),
    ("GPUThrottled", WHOLE, {f"DCGM_FI_DEV_CLOCKS_EVENT_REASONS{GPU}}}": "4x20 136x140"}, "14m", "16m"),
    ("GPUErrors", WHOLE, {f"DCGM_FI_DEV_ECC_DBE_VOL_TOTAL{GPU}}}": "0x20 1x140"}, "4m", "8m"),
    ("GPUErrors", WHOLE, {f"DCGM_FI_DEV_XID_ERRORS{GPU}}}": "0x20 48x140"}, "4m", "8m"),
    ("PrometheusBlind", "vllm", {f"prometheus_config_last_reload_successful{PROMETHEUS}}}": "0x160"}, "4m", "6m"),
    ("PrometheusBlind", "vllm", {f"prometheus_rule_evaluation_failures_total{PROMETHEUS}}}": "0+1x160"}, "4m", "8m"),
    ("PrometheusBlind", "vllm", {f"prometheus_tsdb_wal_writes_failed_total{PROMETHEUS}}}": "0+1x160"}, "4m", "8m"),
]
