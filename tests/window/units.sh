#!/usr/bin/env bash
# The kiosk's unit files under a real systemd: crashes, stops and hangs, and what is on the screen after each.
#
# systemd runs as process 1 of a namespace of its own, with its own /etc, /run, /tmp and cgroup, and sees only the units under
# test. Everything is installed there as assets/linux/README.md says. In place of a screen there is Xvfb, or cage without one.
# Usage: units.sh CARESHELF [x11|wayland]. As root: only root may make such a namespace.
set -euo pipefail

if [ "${1-}" = --inside ]; then
    # In the namespace, before systemd.
    work=$2
    mount -t tmpfs run /run
    mkdir -p /run/lock /run/test
    mount --bind "$work" /run/test
    cp -a /etc "$work/etc"
    mount --bind "$work/etc" /etc
    mount -t tmpfs tmp /tmp
    chmod 1777 /tmp
    mkdir -m 1777 /tmp/.X11-unix
    mount -t tmpfs lib /var/lib
    mount --bind /run/test/local /usr/local
    mount -t cgroup2 cgroup /sys/fs/cgroup
    mount --bind /proc/sys /proc/sys
    mount -o remount,bind,ro /proc/sys
    systemd-sysusers /run/test/careshelf.sysusers >/dev/null
    exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin container=careshelf-test SYSTEMD_UNIT_PATH=/run/test/units \
        /lib/systemd/systemd --system --unit=basic.target --log-target=console --log-level=info --show-status=no
fi

here=$(cd "$(dirname "$0")" && pwd)
assets=$here/../../assets/linux
program=$(readlink -f "$1")
fail() { echo "units.sh: $1" >&2; exit 1; }
[ "$(id -u)" = 0 ] || fail "only root may start a systemd of its own"
for tool in unshare nsenter setpriv Xvfb xhost cage grim dbus-run-session systemctl systemd-sysusers /lib/systemd/systemd; do
    command -v "$tool" >/dev/null || fail "$tool is missing; run tests/run, which installs it"
done

# What is measured in seconds goes before whatever else this machine does, as the units ask for on a kiosk.
share=/sys/fs/cgroup/cpu/careshelf-test-$$
if mkdir "$share" 2>/dev/null; then
    echo 100000 >"$share/cpu.shares"
    echo $$ >"$share/cgroup.procs"
fi

work=$(mktemp -d)
cgroup=$(findmnt --noheadings --first-only --output TARGET --types cgroup2) || fail "there is no cgroup v2"
cgroup=$cgroup/careshelf-test-$$
cleanup() {
    # With it goes all that runs in the namespace.
    [ -z "${namespace-}" ] || kill -KILL "$namespace" 2>/dev/null || true
    wait "$namespace" 2>/dev/null || true
    for _ in $(seq 50); do
        find "$cgroup" -depth -type d -exec rmdir {} + 2>/dev/null && break
        sleep 0.1
    done
    if [ -d "$share" ]; then
        echo $$ >/sys/fs/cgroup/cpu/cgroup.procs
        rmdir "$share" || true
    fi
    rm -rf "$work"
}
trap cleanup EXIT
chmod 755 "$work"

# As the administrator installs it.
mkdir -p "$work"/local/bin "$work"/local/lib/careshelf "$work"/units "$work"/screen
cp "$program" "$work/local/bin/careshelf"
cp "$assets/careshelf-in-cage" "$work/local/lib/careshelf/"
cp "$assets"/*.service "$work/units/"
cp "$here"/units.py "$here"/bus.py "$here"/says.py "$assets/careshelf.sysusers" "$work/"

# The rest of a machine: empty, for it is not what is tested.
for target in sysinit basic shutdown; do
    printf '[Unit]\nDescription=%s\n' "$target" >"$work/units/$target.target"
done
# No screen, no sound card, and a journal that can be read.
settle() { mkdir "$work/units/$1.service.d"; cat >"$work/units/$1.service.d/test.conf"; }
settle careshelf-display <<END
[Service]
ExecStart=
ExecStart=/usr/bin/Xvfb :0 -nolisten tcp -noreset -s 0 -dpms -screen 0 1280x800x24 -fbdir /run/test/screen
StandardOutput=append:/run/test/display.log
StandardError=inherit
END
settle careshelf-x11 <<END
[Service]
StandardOutput=append:/run/test/x11.log
StandardError=inherit
END
# Turned by half: otherwise cage hands the picture straight to a screen that does not exist, and nothing can be seen of it.
settle careshelf-wayland <<END
[Service]
Environment=WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1 "CAGE_OPTIONS=-r -r"
StandardOutput=append:/run/test/wayland.log
StandardError=inherit
END

mkdir "$cgroup"
echo 10000 2>/dev/null >"$cgroup/cpu.weight" || true
(
    echo $BASHPID >"$cgroup/cgroup.procs"
    exec unshare --mount --pid --ipc --uts --net --cgroup --fork --kill-child --mount-proc --propagation private \
        bash "$here/units.sh" --inside "$work" </dev/null >"$work/systemd.log" 2>&1
) &
namespace=$!
for _ in $(seq 100); do
    init=$(pgrep -P "$namespace" -x systemd || true)
    [ -n "$init" ] && nsenter -t "$init" -a systemctl is-active --quiet basic.target 2>/dev/null && break
    init= && sleep 0.1
done
[ -n "$init" ] || { cat "$work/systemd.log" >&2; fail "systemd does not run"; }

timeout 400 nsenter -t "$init" -a /usr/bin/python3 -u /run/test/units.py ${2-} ||
    { tail -n 40 "$work"/*.log >&2; fail "see above"; }
