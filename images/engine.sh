#!/bin/sh
# Starts an engine. Its exit code makes Docker restart it, unless it failed to load five times in a row.
# compose.yaml mounts this into every engine's container. Usage: engine.sh PROGRAM ARGUMENT…
set -u
most=5
tries=/cache/tries # has "CONTAINER NUMBER", the starts without an answer; the first answer removes it

# Exits after a failed load: with the failure, so that Docker restarts it, or with 0, so that it stays down.
fail() {
    [ "$number" -lt "$most" ] && exit "$1"
    rm -f "$tries"
    echo "ERROR the engine failed to load $most times in a row and stays down." \
        "Fix: correct what the lines above say, then 'docker compose up -d'" >&2
    exit 0
}

read -r container number 2>/dev/null <"$tries" && [ "$container" = "$HOSTNAME" ] || number=0
case $number in '' | *[!0-9]*) number=0 ;; esac # ignores half a line, which a power cut leaves
number=$((number + 1))
echo "$HOSTNAME $number" >"$tries"

if [ -e /run/secrets/engine_key ]; then
    key=$(LC_ALL=C tr -cd '!-~' </run/secrets/engine_key) # drops a byte-order mark, CR and empty lines, which editors add
    if [ -z "$key" ]; then
        echo "ERROR state/secrets/engine_key is empty or cannot be read. Fix: make init" >&2
        fail 1
    fi
    export VLLM_API_KEY="$key" LLAMA_API_KEY="$key" # not as arguments, which 'ps' and 'docker inspect' show
fi

PATH=$PATH:/app # finds llama-server in the upstream image
"$@" ${ENGINE_CPU_ARGS-} &
engine=$!
stopped=
trap 'stopped=yes; kill -TERM "$engine"' TERM INT
(
    until curl -fs --noproxy '*' --max-time 5 -o /dev/null http://127.0.0.1:8000/health; do sleep 0.5; done
    rm -f "$tries"
) &

wait "$engine"
code=$?
while kill -0 "$engine" 2>/dev/null; do # waits again, because a signal ends a wait before the engine ends
    wait "$engine"
    code=$?
done
if [ "$stopped" ]; then
    rm -f "$tries"
    exit 143 # not 0, which would keep it down after the host restarts
fi
[ "$code" -ne 0 ] || code=1 # counts an end without a signal as a failure too
[ ! -e "$tries" ] || fail "$code"
exit "$code"
