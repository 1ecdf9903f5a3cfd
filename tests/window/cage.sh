#!/usr/bin/env bash
# A kiosk under cage, the compositor that shows one program: full screen, for an ordinary user, and at rest nothing wakes.
# Usage: cage.sh CARESHELF [PICTURE]; a picture of the screen is kept in the file PICTURE.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# Nothing of the developer's own desktop gets in.
unset DISPLAY WAYLAND_DISPLAY WAYLAND_SOCKET XDG_STATE_HOME CARESHELF_RENDERER CARESHELF_SECOND_TRY LIBGL_ALWAYS_SOFTWARE
for tool in cage grim setpriv; do
    command -v "$tool" >/dev/null || { echo "cage.sh: $tool is missing; run tests/run, which installs it" >&2; exit 1; }
done
work=$(mktemp -d)
cage=
trap '[ -z "$cage" ] || kill "$cage" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT
# Where an ordinary user can start it.
cp "$(readlink -f "$1")" "$work/careshelf"
chmod 700 "$work"
user=()
if [ "$(id -u)" = 0 ]; then
    # cage refuses to be root.
    chown -R nobody "$work"
    user=(setpriv --reuid nobody --regid nogroup --clear-groups)
fi
cd "$work"
export HOME=$work XDG_RUNTIME_DIR=$work
export WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1 WLR_RENDERER=pixman
fail() { echo "cage.sh: $1" >&2; cat "$work/cage.log" "$work/log" >&2; exit 1; }

# Turned by half (`-r -r`, which changes nothing for the program): otherwise cage hands the window's picture straight to the
# screen, and a screen without hardware has nothing to show of it.
# The compositor's own variable for the program is written down for the one that takes the picture.
# shellcheck disable=SC2016 # the inner shell's variables
"${user[@]}" cage -r -r -- sh -c 'echo "$WAYLAND_DISPLAY" >display; echo $$ >pid; exec ./careshelf --kiosk --open act-now --renderer gpu >log 2>&1' \
    >cage.log 2>&1 </dev/null &
cage=$!
for _ in $(seq 100); do [ -s pid ] && break; sleep 0.1; done
[ -s pid ] || fail "cage did not start the program"
viewer=$(cat pid)

# edges : what the picture has at its four edges. What no window covers is black; no page has a black edge, and no title bar.
edges() {
    for edge in 1280x1+0+0 1280x1+0+719 1x720+0+0 1x720+1279+0; do
        convert shot.png -crop $edge +repage -unique-colors txt:-
    done
}
# A pipe that is closed early would count as a failure.
is_bare() { edges >edges; grep -qi '#000000' edges; }
colors=0
for _ in $(seq 40); do
    sleep 0.5
    kill -0 "$viewer" 2>/dev/null || fail "it ended"
    "${user[@]}" env WAYLAND_DISPLAY="$(cat display)" grim shot.png || fail "no picture of the screen"
    # The picture of a page: its paper, the red of the button, and many shades of ink.
    colors=$(identify -format %k shot.png)
    [ "$colors" -gt 100 ] && ! is_bare && break
done
[ -z "${2-}" ] || cp shot.png "$2"
[ "$colors" -gt 100 ] || fail "no page on the screen"
[ "$(identify -format %wx%h shot.png)" = 1280x720 ] || fail "the screen has another size: $(identify shot.png)"
is_bare && fail "the page does not reach the edges"
# The red button stands at the end of its bar, where it stands on every screen.
convert shot.png -crop 300x80+980+0 +repage -unique-colors txt:- >corner
grep -qi '#b3001b' corner || fail "no red button at the top right"
grep -q 'kiosk is painted on the processor' log || fail "it does not say that the graphics driver is left alone"
grep -q 'libGLX_mesa\|libEGL_mesa\|libgallium\|swrast_dri\|libLLVM' "/proc/$viewer/maps" && fail "a graphics driver was loaded"

"$here/rests.sh" "$viewer" || fail "it does not rest"
# cage goes when its program goes.
kill "$viewer"
for _ in $(seq 50); do kill -0 "$cage" 2>/dev/null || break; sleep 0.1; done
kill -0 "$cage" 2>/dev/null && fail "cage stays without its program"
cage=
echo "cage.sh: done"
