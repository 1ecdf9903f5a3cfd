#!/usr/bin/env bash
# A visit in which somebody types words that stand nowhere else: afterwards no file that the viewer may write holds one.
# Usage: nothing_left.sh CARESHELF
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export CARESHELF=$1 HERE=$here
exec "$here/desktop.sh" bash -c '
    timeout 200 /usr/bin/python3 "$HERE/nothing_left.py" || { cat "$WORK/careshelf.log" >&2; exit 1; }
'
