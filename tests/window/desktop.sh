#!/usr/bin/env bash
# A desktop of its own for a command: a virtual screen, a window manager, and an accessibility bus. Nothing outside a
# temporary folder is touched; the command finds the folder in WORK.
# Usage: [MANAGER=none] [SERVER=xorg] desktop.sh COMMAND ARGUMENT…
# With MANAGER=none nobody manages the windows. With SERVER=xorg the server is a real one on a graphics card that does not
# exist: it has several monitors, and hands.py plays its keyboard and the fingers on its touch screen.
set -euo pipefail
# Nothing of the developer's own desktop gets in.
unset WAYLAND_DISPLAY WAYLAND_SOCKET XDG_STATE_HOME CARESHELF_RENDERER CARESHELF_SECOND_TRY CARESHELF_PLAYER LIBGL_ALWAYS_SOFTWARE

for tool in Xvfb openbox xdotool wmctrl import dbus-run-session strace; do
    command -v "$tool" >/dev/null || { echo "desktop.sh: $tool is missing; run tests/run, which installs it" >&2; exit 1; }
done
/usr/bin/python3 -c 'import pyatspi' 2>/dev/null ||
    { echo "desktop.sh: python3-pyatspi is missing; run tests/run, which installs it" >&2; exit 1; }

WORK=$(mktemp -d)
chmod 700 "$WORK"
export WORK HOME=$WORK XDG_RUNTIME_DIR=$WORK
trap 'kill $(jobs -p) 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$WORK"' EXIT

# The X server picks a free display itself and writes its number.
if [ "${SERVER-}" = xorg ]; then
    sed "s|WORK|$WORK|" "$(dirname "$0")/xorg.conf" >"$WORK/xorg.conf"
    Xorg -displayfd 3 -config "$WORK/xorg.conf" -logfile "$WORK/xorg.log" -novtswitch -sharevts -nolisten tcp -noreset \
        3>"$WORK/display" >"$WORK/server.log" 2>&1 &
else
    Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp -noreset 3>"$WORK/display" >"$WORK/server.log" 2>&1 &
fi
for _ in $(seq 100); do [ -s "$WORK/display" ] && break; sleep 0.1; done
[ -s "$WORK/display" ] || { cat "$WORK/server.log" >&2; exit 1; }
DISPLAY=:$(cat "$WORK/display")
export DISPLAY
[ "${MANAGER-}" = none ] || openbox >/dev/null 2>&1 &

dbus-run-session -- bash -euo pipefail -c '
    exec 2>&1
    /usr/libexec/at-spi-bus-launcher --launch-immediately >/dev/null 2>&1 &
    launcher=$!
    for _ in $(seq 50); do
        gdbus call --session --dest org.a11y.Bus --object-path /org/a11y/bus \
            --method org.freedesktop.DBus.Properties.Set org.a11y.Status IsEnabled "<true>" >/dev/null 2>&1 && break
        sleep 0.1
    done
    code=0
    "$@" || code=$?
    kill $launcher 2>/dev/null || true
    exit $code
' desktop "$@"
