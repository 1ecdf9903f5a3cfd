#!/usr/bin/env bash
# The viewer under Wayland: a page appears, and at rest nothing wakes. Usage: wayland.sh CARESHELF RENDERER
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# Nothing of the developer's own desktop gets in.
unset DISPLAY WAYLAND_SOCKET XDG_STATE_HOME CARESHELF_RENDERER CARESHELF_SECOND_TRY LIBGL_ALWAYS_SOFTWARE
program=$(readlink -f "$1") renderer=$2
work=$(mktemp -d)
chmod 700 "$work"
export HOME=$work XDG_RUNTIME_DIR=$work WAYLAND_DISPLAY=careshelf
trap 'kill $(jobs -p) 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
# Only a compositor that debugs lets its picture be taken.
weston --backend=headless-backend.so --use-pixman --width=1024 --height=768 --socket=careshelf --idle-time=0 --debug \
    >weston.log 2>&1 &
for _ in $(seq 100); do [ -S careshelf ] && break; sleep 0.1; done
[ -S careshelf ] || { cat weston.log >&2; exit 1; }
"$program" --renderer "$renderer" </dev/null >log 2>&1 &
viewer=$!
fail() { echo "wayland.sh: $1" >&2; cat log >&2; exit 1; }

colors=0
for _ in $(seq 20); do
    sleep 0.5
    rm -f wayland-screenshot*
    timeout 5 weston-screenshooter || fail "no picture of the screen"
    # The picture of a page: its paper, the red of the button, and many shades of ink.
    colors=$(convert wayland-screenshot* -crop 800x600+100+100 +repage -format %k info:)
    [ "$colors" -gt 100 ] && break
done
[ "$colors" -gt 100 ] || fail "no page on the screen"
"$here/rests.sh" "$viewer" || fail "it does not rest"
kill -0 $viewer || fail "it ended"
