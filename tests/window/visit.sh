#!/usr/bin/env bash
# One visit in a real window: opens CARESHELF on a desktop of its own, and lets visit.py read and press what a screen
# reader would.
# Usage: visit.sh CARESHELF RENDERER TREE; what the bus shows of each page is written to the file TREE.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export CARESHELF=$1 RENDERER=$2 TREE=$3 HERE=$here

"$here/desktop.sh" bash -euo pipefail -c '
    strace -f -qq -e trace=socket,connect -o "$WORK/sockets" "$CARESHELF" --renderer "$RENDERER" >"$WORK/careshelf.log" 2>&1 &
    tracer=$!
    if ! timeout 150 /usr/bin/python3 "$HERE/visit.py" "$TREE"; then
        echo "the viewer said:" >&2; cat "$WORK/careshelf.log" >&2
        exit 1
    fi
    # The viewer, not its tracer: a tracer that is killed leaves the viewer behind.
    pkill -P $tracer || true
    wait $tracer 2>/dev/null || true
    if grep -E "AF_INET|AF_INET6" "$WORK/sockets" >&2; then
        echo "visit.sh: the viewer opened an internet socket" >&2
        exit 1
    fi
    grep -q AF_UNIX "$WORK/sockets" || { echo "visit.sh: the trace of sockets is empty" >&2; exit 1; }
'
