#!/bin/sh
# Runs before an engine gets SIGTERM. It waits until no gateway knows the engine's address any more: the longest time to live
# of a cluster's DNS (kubeadm sets 30 s) and the gateways' own. Then it waits until nothing runs in the engine: after SIGTERM
# llama-server stops computing but keeps streams open. vLLM and TGI would finish them themselves.
sleep "${DRAIN_SECONDS:-35}"
busy='llamacpp:requests_(processing|deferred)|vllm:num_requests_(running|waiting)|tgi_(batch_current|queue)_size'
key=$(cat /run/secrets/engine_key 2>/dev/null)
for _ in $(seq 290); do
    metrics=$(curl -fsS --noproxy '*' --max-time 5 -H "Authorization: Bearer $key" http://127.0.0.1:8000/metrics)
    case $? in
        0) ;;
        7 | 22) exit 0 ;;              # ends: the engine is gone, loads, or counts nothing
        *) sleep 1 && continue ;;      # waits: the engine is too busy to answer
    esac
    echo "$metrics" | grep -qE "^($busy)(\{[^}]*\})? +[0-9.]*[1-9]" || exit 0
    sleep 1
done
