#!/usr/bin/env bash
# A visit in a real window by one way alone: SCRIPT is reader.py (the accessibility bus) or keys.py (six keys).
# Usage: alone.sh CARESHELF SCRIPT
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export CARESHELF=$1 SCRIPT=$here/$2
exec "$here/desktop.sh" bash -c '
    # Without printing or sound: what is there on this machine must not matter.
    CUPS_SERVER=/nonexistent CARESHELF_PLAYER=/nonexistent "$CARESHELF" --renderer cpu >"$WORK/careshelf.log" 2>&1 &
    program=$!
    code=0
    timeout 200 /usr/bin/python3 "$SCRIPT" || { code=1; cat "$WORK/careshelf.log" >&2; }
    kill $program
    exit $code
'
