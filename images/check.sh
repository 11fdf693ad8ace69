#!/bin/sh
# Checks health every two seconds until the first success, then twice a minute: a check costs 60 ms of CPU or more.
# start_interval does the same, but Compose refuses it before Docker 25. Usage: check.sh PROGRAM ARGUMENT…
[ ! -e /tmp/healthy ] || sleep 28
"$@" && touch /tmp/healthy && exit
rm -f /tmp/healthy
exit 1
