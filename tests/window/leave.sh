#!/usr/bin/env bash
# An administrator leaves a kiosk: by the keys, the PIN and the panel, in a real window. Usage: leave.sh CARESHELF
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export CARESHELF=$1 HERE=$here
exec "$here/desktop.sh" bash -c '
    timeout 120 /usr/bin/python3 "$HERE/leave.py" || { cat "$WORK/careshelf.log" >&2; exit 1; }
'
