#!/usr/bin/env bash
# Keeps pictures of the viewer's window under Xvfb, as the graphics driver (here Mesa's) or the processor paints it.
# Usage: pictures.sh CARESHELF RENDERER FOLDER, with a line for each picture on standard input: NAME WIDTH HEIGHT SCALE ARGUMENTS...
# For each, FOLDER/NAME.png appears.
set -euo pipefail
# Nothing of the developer's own desktop gets in.
unset WAYLAND_DISPLAY WAYLAND_SOCKET XDG_STATE_HOME CARESHELF_RENDERER CARESHELF_SECOND_TRY LIBGL_ALWAYS_SOFTWARE
program=$1 renderer=$2 folder=$3
work=$(mktemp -d)
chmod 700 "$work"
export HOME=$work XDG_RUNTIME_DIR=$work
trap 'kill $(jobs -p) 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT

while read -r name width height scale arguments; do
    # The X server picks a free display itself and writes its number.
    : >"$work/display"
    Xvfb -displayfd 3 -screen 0 "${width}x${height}x24" -nolisten tcp -noreset 3>"$work/display" >"$work/xvfb.log" 2>&1 &
    server=$!
    for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
    [ -s "$work/display" ] || { cat "$work/xvfb.log" >&2; exit 1; }
    DISPLAY=:$(cat "$work/display")
    export DISPLAY
    # shellcheck disable=SC2086 # the arguments are words
    WINIT_X11_SCALE_FACTOR=$scale "$program" --renderer "$renderer" $arguments </dev/null >"$work/log" 2>&1 &
    viewer=$!
    before=
    # Two equal pictures in a row that are not empty: it has settled.
    for _ in $(seq 60); do
        sleep 0.25
        # Over the clinic's name nothing lights up.
        xdotool mousemove 1 1
        import -window root -depth 8 "$folder/$name.png"
        colors=$(identify -format %k "$folder/$name.png")
        now=$(sha256sum <"$folder/$name.png")
        [ "$colors" -gt 8 ] && [ "$now" = "$before" ] && break
        before=$now
    done
    [ "$now" = "$before" ] || { echo "pictures.sh: $name never settled" >&2; exit 1; }
    kill -0 $viewer || { cat "$work/log" >&2; exit 1; }
    kill $viewer $server
    wait $viewer $server 2>/dev/null || true
done
