#!/usr/bin/env bash
# One visit in a real window: opens CARESHELF under Xvfb with a window manager and an accessibility bus of its own,
# and lets visit.py read and press what a screen reader would. Nothing outside a temporary folder is touched.
# Usage: visit.sh CARESHELF RENDERER TREE; what the bus shows of each page is written to the file TREE.
set -euo pipefail
# Nothing of the developer's own desktop gets in.
unset WAYLAND_DISPLAY WAYLAND_SOCKET XDG_STATE_HOME CARESHELF_RENDERER CARESHELF_SECOND_TRY LIBGL_ALWAYS_SOFTWARE
here=$(cd "$(dirname "$0")" && pwd)
program=$1 renderer=$2 tree=$3

for tool in Xvfb openbox xdotool wmctrl import dbus-run-session strace; do
    command -v "$tool" >/dev/null || { echo "visit.sh: $tool is missing; run tests/run, which installs it" >&2; exit 1; }
done
/usr/bin/python3 -c 'import pyatspi' 2>/dev/null ||
    { echo "visit.sh: python3-pyatspi is missing; run tests/run, which installs it" >&2; exit 1; }

work=$(mktemp -d)
chmod 700 "$work"
export HOME=$work XDG_RUNTIME_DIR=$work
trap 'kill $(jobs -p) 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT

# The X server picks a free display itself and writes its number.
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp -noreset 3>"$work/display" >"$work/xvfb.log" 2>&1 &
for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
[ -s "$work/display" ] || { cat "$work/xvfb.log" >&2; exit 1; }
DISPLAY=:$(cat "$work/display")
export DISPLAY
openbox >/dev/null 2>&1 &

export CARESHELF=$program RENDERER=$renderer TREE=$tree WORK=$work HERE=$here
dbus-run-session -- bash -euo pipefail -c '
    exec 2>&1
    /usr/libexec/at-spi-bus-launcher --launch-immediately >/dev/null 2>&1 &
    for _ in $(seq 50); do
        gdbus call --session --dest org.a11y.Bus --object-path /org/a11y/bus \
            --method org.freedesktop.DBus.Properties.Set org.a11y.Status IsEnabled "<true>" >/dev/null 2>&1 && break
        sleep 0.1
    done
    strace -f -qq -e trace=socket,connect -o "$WORK/sockets" "$CARESHELF" --renderer "$RENDERER" >"$WORK/careshelf.log" 2>&1 &
    tracer=$!
    if ! timeout 60 /usr/bin/python3 "$HERE/visit.py" "$TREE"; then
        echo "the viewer said:" >&2; cat "$WORK/careshelf.log" >&2
        exit 1
    fi
    # The viewer, not its tracer: a tracer that is killed leaves the viewer behind.
    pkill -P $tracer || true
    wait $tracer 2>/dev/null || true
    kill $(jobs -p) 2>/dev/null || true
'
if grep -E 'AF_INET|AF_INET6' "$work/sockets" >&2; then
    echo "visit.sh: the viewer opened an internet socket" >&2
    exit 1
fi
grep -q AF_UNIX "$work/sockets" || { echo "visit.sh: the trace of sockets is empty" >&2; exit 1; }
