#!/usr/bin/env bash
# Makes the README's pictures anew, from a real window under Xvfb.
# Usage: tests/window/screenshots.sh CARESHELF, with the packages that tests/run installs.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$1
work=$(mktemp -d)
export XDG_RUNTIME_DIR=$work HOME=$work
trap 'kill $(jobs -p) 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$work/display" >/dev/null 2>&1 &
for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
DISPLAY=:$(cat "$work/display")
export DISPLAY

# shot NAME X,Y... : opens the viewer, clicks at the places one after another, and keeps the picture.
shot() {
    local name=$1 step
    shift
    "$program" "${options[@]}" & local viewer=$!
    sleep 2
    for step in "$@"; do
        xdotool mousemove "${step%,*}" "${step#*,}" click 1
        sleep 0.4
    done
    xdotool mousemove 640 799
    sleep 0.4
    import -window root -depth 8 png:- | convert png:- +dither -colors 256 "assets/screenshots/$name.png"
    kill $viewer
    wait $viewer 2>/dev/null || true
}

options=()
shot act-now
shot compare 550,86 100,227
shot dark-large 245,86 930,30 138,760 168,673 880,34
options=(--site tests/window/site.ron)
shot site
