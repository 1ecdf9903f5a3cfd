#!/usr/bin/env bash
# Whether a program comes to rest while nothing happens, and stays so: within half a minute none of its threads is woken for
# three seconds, nor in the three after them. (On a busy machine what was going on takes longer to end.) Usage: rests.sh PID
set -euo pipefail
switches() { awk '/ctxt_switches/ {count += $2} END {print count}' /proc/"$1"/task/*/status; }
# wakes PID: how many there are in three seconds.
wakes() {
    local before
    before=$(switches "$1")
    sleep 3
    echo $(($(switches "$1") - before))
}
for _ in $(seq 10); do
    count=$(wakes "$1")
    [ "$count" -gt 2 ] || break
done
[ "$count" -gt 2 ] || count=$(wakes "$1")
[ "$count" -le 2 ] || { echo "rests.sh: $count wakes in three seconds while nothing happens" >&2; exit 1; }
