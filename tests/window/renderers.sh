#!/usr/bin/env bash
# What the viewer does where the graphics driver is missing, fails, crashes or is only imitated: it always opens.
# Usage: renderers.sh CARESHELF. Needs Xvfb, xdotool, ImageMagick, cc, and unshare as root or with user namespaces.
set -euo pipefail
if [ "${1-}" = --hidden ]; then
    # In a mount namespace of its own: takes away what the first arguments name, then becomes the command.
    shift
    libraries=$(dirname "$(readlink -f "$(ldconfig -p | awk '/libc\.so\.6/ {print $NF; exit}')")")
    case $1 in
        library) for name in libGL.so.1 libEGL.so.1 libGLX.so.0 libOpenGL.so.0; do
            [ -e "$libraries/$name" ] && mount --bind /dev/null "$(readlink -f "$libraries/$name")"
        done ;;
        keyboard) mount --bind /dev/null "$(readlink -f "$libraries/libxkbcommon-x11.so.0")" ;;
        pointer) mount --bind /dev/null "$(readlink -f "$libraries/libXi.so.6")" ;;
        driver) mkdir -p "$WORK/empty" && mount --bind "$WORK/empty" "$libraries/dri" ;;
    esac
    shift
    exec "$@"
fi

# Nothing of the developer's own desktop gets in.
unset WAYLAND_DISPLAY WAYLAND_SOCKET XDG_STATE_HOME CARESHELF_RENDERER CARESHELF_SECOND_TRY LIBGL_ALWAYS_SOFTWARE
program=$1
here=$(readlink -f "$0")
WORK=$(mktemp -d)
export WORK
chmod 700 "$WORK"
export HOME=$WORK XDG_RUNTIME_DIR=$WORK XDG_STATE_HOME=$WORK/state
memory=$WORK/state/careshelf/gpu
trap 'kill $(jobs -p) 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$WORK"' EXIT

# screen OPTIONS... : starts an X server, which picks a free display itself and writes its number.
screen() {
    : >"$WORK/display"
    Xvfb -displayfd 3 -screen 0 800x600x24 -nolisten tcp "$@" 3>"$WORK/display" >"$WORK/xvfb.log" 2>&1 &
    for _ in $(seq 100); do [ -s "$WORK/display" ] && break; sleep 0.1; done
    [ -s "$WORK/display" ] || { cat "$WORK/xvfb.log" >&2; exit 1; }
    DISPLAY=:$(cat "$WORK/display")
    export DISPLAY
}
screen -noreset

fail() { echo "renderers.sh: $case_name: $1" >&2; cat "$WORK/log" >&2; exit 1; }

# opens RENDERER NAME COMMAND... : the command shows a page within twenty seconds, painted by gpu or cpu, and rests.
opens() {
    local wanted=$1 colors=0 found
    case_name=$2
    shift 2
    "$@" </dev/null >"$WORK/log" 2>&1 &
    local viewer=$!
    for _ in $(seq 100); do
        sleep 0.2
        kill -0 $viewer 2>/dev/null || fail "it ended"
        colors=$(import -window root -depth 8 ppm:- | identify -format %k ppm:-)
        [ "$colors" -gt 50 ] && break
    done
    [ "$colors" -gt 50 ] || fail "no page on the screen"
    # The process is the same one all along; what it has loaded says what paints.
    found=cpu
    grep -q 'libGLX_mesa\|libEGL_mesa\|libgallium\|swrast_dri\|libLLVM' "/proc/$viewer/maps" && found=gpu
    [ "$found" = "$wanted" ] || fail "painted by $found, not $wanted"
    kill $viewer
    wait $viewer 2>/dev/null || true
}

# remembers WORD: the file says so; - if there must be none.
remembers() {
    local word
    word=$(cat "$memory" 2>/dev/null || echo -)
    [ "$word" = "$1" ] || fail "remembers $word, not $1"
}

# refuses NAME COMMAND... : the command ends by itself with exit code 2 and says something.
refuses() {
    case_name=$1
    shift
    local code=0
    timeout 20 "$@" </dev/null >"$WORK/log" 2>&1 || code=$?
    [ $code = 2 ] || fail "exit code $code"
    [ -s "$WORK/log" ] || fail "it said nothing"
}

namespace=(unshare --mount)
[ "$(id -u)" = 0 ] || namespace=(unshare --mount --map-root-user)
without() { local what=$1; shift; echo "${namespace[@]}" "$here" --hidden "$what" "$@"; }

opens cpu "the processor by name" "$program" --renderer cpu
remembers -
opens gpu "the driver by name, though it imitates hardware" "$program" --renderer gpu
remembers software
rm -f "$memory"
opens gpu "the environment's choice" env CARESHELF_RENDERER=gpu "$program"
opens cpu "the command line before the environment" env CARESHELF_RENDERER=gpu "$program" --renderer cpu
opens cpu "an environment that names nothing known" env CARESHELF_RENDERER=vulkan "$program"
grep -q 'auto, gpu, cpu' "$WORK/log" || fail "it does not say what may be written"
echo 'site(renderer: gpu)' >"$WORK/site.ron"
opens gpu "the site file's choice" "$program" --site "$WORK/site.ron"
opens cpu "the environment before the site file" env CARESHELF_RENDERER=cpu "$program" --site "$WORK/site.ron"

rm -f "$memory"
# shellcheck disable=SC2046 # words
opens cpu "no library" $(without library "$program" --renderer gpu)
remembers failed
rm -f "$memory"
# shellcheck disable=SC2046
opens cpu "no library, and nobody asks for one" env LIBGL_ALWAYS_SOFTWARE=1 $(without library "$program")
remembers -
# shellcheck disable=SC2046
opens cpu "a library without a driver" $(without driver "$program" --renderer gpu)
remembers failed

echo works >"$memory"
# shellcheck disable=SC2046
opens cpu "a driver that worked last time and is gone" $(without library "$program" --renderer gpu)
remembers failed

# bad_driver NAME STATEMENTS : makes a driver in $WORK/NAME that does this, in C, as soon as it is loaded.
bad_driver() {
    mkdir "$WORK/$1"
    echo "int sleep(unsigned); static void __attribute__((constructor)) begin(void) { $2 }" |
        cc -shared -fPIC -xc -o "$WORK/$1/libGL.so.1" -
    cp "$WORK/$1/libGL.so.1" "$WORK/$1/libEGL.so.1"
}
bad_driver crashes '*(volatile int *)0 = 1;'
bad_driver hangs 'for (;;) sleep(60);'
for driver in crashes hangs; do
    rm -f "$memory"
    opens cpu "a driver that $driver" env LD_LIBRARY_PATH="$WORK/$driver" "$program" --renderer gpu
    remembers failed
done

# A crash after the trial leaves the word of the beginning behind. The next window opens without the driver, whatever is
# asked for; the one after it may try again.
echo trying >"$memory"
opens cpu "a driver that crashed last time" "$program" --renderer gpu
remembers failed
opens gpu "a driver that crashed before that, asked for by name" "$program" --renderer gpu
remembers software
echo works >"$memory"
touch -d '40 days ago' "$memory"
opens gpu "a driver that worked long ago is tried again" "$program" --renderer gpu
remembers software
rm -rf "$WORK/state"
: >"$WORK/state"
opens gpu "a place that cannot be written to" "$program" --renderer gpu
rm -f "$WORK/state"

# A server that begins anew whenever its last window goes, as the trial's does.
screen
rm -f "$memory"
opens gpu "a bare server" "$program" --renderer gpu
rm -f "$memory"
opens cpu "a bare server, and a driver that hangs" env LD_LIBRARY_PATH="$WORK/hangs" "$program" --renderer gpu
screen -noreset

for renderer in auto gpu cpu; do
    refuses "no display, $renderer" env -u DISPLAY -u WAYLAND_DISPLAY "$program" --renderer $renderer
    rm -f "$memory"
    refuses "a display that does not answer, $renderer" env DISPLAY=:4711 "$program" --renderer $renderer
    # That says nothing about the driver.
    remembers -
    mkdir -p "$WORK/state/careshelf" && echo works >"$memory"
    refuses "a display that does not answer, and a driver that worked, $renderer" \
        env DISPLAY=:4711 "$program" --renderer $renderer
    remembers works
done
# Without a library that every window needs there is one sentence, and no list of functions.
for library in keyboard pointer; do
    # shellcheck disable=SC2046
    refuses "no library for the $library" env RUST_BACKTRACE=1 $(without $library "$program" --renderer cpu)
    [ "$(wc -l <"$WORK/log")" = 1 ] || fail "more than one line"
    grep -q '\.rs:' "$WORK/log" && fail "a line of source"
done
echo "renderers.sh: done"
