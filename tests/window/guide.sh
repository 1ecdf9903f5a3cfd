#!/usr/bin/env bash
# An overdose in a real window, through the accessibility bus alone.
# Usage: guide.sh CARESHELF RENDERER
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export CARESHELF=$1 RENDERER=$2 HERE=$here
FAKETIME_LIBRARY=$(find /usr/lib -name libfaketime.so.1 2>/dev/null | head -n 1)
[ -n "$FAKETIME_LIBRARY" ] || { echo "guide.sh: faketime is missing; run tests/run, which installs it" >&2; exit 1; }
export FAKETIME_LIBRARY
exec "$here/desktop.sh" bash -c '
    timeout 400 /usr/bin/python3 "$HERE/guide.py" && timeout 100 /usr/bin/python3 "$HERE/beat.py" || { cat "$WORK/careshelf.log" >&2; exit 1; }
'
