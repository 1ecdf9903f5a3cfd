#!/usr/bin/env bash
# Whether a program comes to rest while nothing happens: that within half a minute, for three seconds, none of its threads is
# woken. (On a busy machine what was going on takes longer to end.) Usage: rests.sh PID
set -euo pipefail
switches() { awk '/ctxt_switches/ {count += $2} END {print count}' /proc/"$1"/task/*/status; }
for _ in $(seq 10); do
    before=$(switches "$1")
    sleep 3
    wakes=$(($(switches "$1") - before))
    [ $wakes -le 2 ] && exit 0
done
echo "rests.sh: $wakes wakes in three seconds while nothing happens" >&2
exit 1
