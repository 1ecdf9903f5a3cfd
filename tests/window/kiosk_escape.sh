#!/usr/bin/env bash
# Tries to get out of a kiosk, on an X server with several monitors, a touch screen and a keyboard that nobody needs to touch.
# Usage: kiosk_escape.sh CARESHELF MANAGER; MANAGER is openbox, or none for a bare server.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
for tool in Xorg xrandr xinput xsetroot setxkbmap xmessage xwininfo; do
    command -v "$tool" >/dev/null || { echo "kiosk_escape.sh: $tool is missing; run tests/run, which installs it" >&2; exit 1; }
done
CARESHELF=$(readlink -f "$1")
export CARESHELF MANAGER=$2 SERVER=xorg HERE=$here
exec "$here/desktop.sh" bash -c '
    timeout 900 /usr/bin/python3 "$HERE/kiosk_escape.py" || { cat "$WORK/careshelf.log" >&2; exit 1; }
'
