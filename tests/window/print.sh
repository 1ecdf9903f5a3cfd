#!/usr/bin/env bash
# Printing from a real window, through the accessibility bus alone, on the CUPS whose socket is in CUPS_SERVER.
# Usage: print.sh CARESHELF
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export CARESHELF=$1 HERE=$here
exec "$here/desktop.sh" bash -c '
    timeout 120 /usr/bin/python3 "$HERE/print.py" || { cat "$WORK/careshelf.log" >&2; exit 1; }
'
