"""What becomes of the kiosk's units when the program crashes, is stopped, hangs, or is left; see units.sh."""
import mmap
import os
import pathlib
import signal
import subprocess
import sys
import time

MOST_SECS = 3.0
PROGRAM = pathlib.Path("/usr/local/bin/careshelf")
RUNTIME = pathlib.Path("/run/careshelf")
STARTS = RUNTIME / "careshelf/starts"
UNITS = {"x11": "careshelf-x11.service", "wayland": "careshelf-wayland.service"}
# A page is paper, ink, and all the shades between them at the edges of letters.
LEAST_COLORS = 50


def fail(message):
    sys.exit(f"units.py: {message}")


def systemctl(*arguments, check=True):
    return subprocess.run(["systemctl", *arguments], check=check, capture_output=True, text=True).stdout.strip()


def show(unit, name):
    return systemctl("show", "--value", "--property", name, unit)


def program(unit):
    """The process of the program, which must be the only one."""
    found = programs(unit)
    return found[0] if len(found) == 1 else fail(f"{unit}: {len(found)} programs\n{systemctl('status', unit, check=False)}")


def programs(unit):
    """The processes of the program itself, in this unit."""
    try:
        pids = pathlib.Path(f"/sys/fs/cgroup/system.slice/{unit}/cgroup.procs").read_text(encoding="ascii").split()
    except OSError:
        return []
    found = []
    for pid in pids:
        try:
            if pathlib.Path(f"/proc/{pid}/comm").read_text(encoding="ascii").strip() == PROGRAM.name:
                found.append(int(pid))
        except OSError:
            pass
    return found


def pixels(kind):
    """The screen's bytes."""
    if kind == "x11":
        with open("/run/test/screen/Xvfb_screen0", "rb") as file, mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ) as screen:
            return screen[int.from_bytes(screen[0:4], "big"):]
    sockets = [path for path in RUNTIME.glob("wayland-*") if path.suffix != ".lock"]
    for socket in sockets:
        environment = {"PATH": "/usr/bin", "XDG_RUNTIME_DIR": str(RUNTIME), "WAYLAND_DISPLAY": socket.name}
        shot = subprocess.run(["grim", "-t", "ppm", "-"], capture_output=True, env=environment, timeout=5, check=False)
        if shot.returncode == 0:
            return shot.stdout + b"\0" * (-len(shot.stdout) % 4)
    return b""


def is_a_page(kind, data):
    if kind == "x11":
        return LEAST_COLORS < len(set(memoryview(data[: len(data) // 4 * 4]).cast("I")))
    data = data[15:]
    return LEAST_COLORS < len({data[i:i + 3] for i in range(0, len(data) - 3, 3 * 7)})


def wait_for_page(kind, killed, begin):
    """The process that shows a page in place of the `killed` one, and after how many seconds it is there."""
    unit = UNITS[kind]
    while time.monotonic() < begin + 20:
        new = [pid for pid in programs(unit) if pid != killed]
        if new and show(unit, "ActiveState") == "active":
            data = pixels(kind)
            secs = time.monotonic() - begin
            if is_a_page(kind, data):
                return new[0], secs
        time.sleep(0.05)
    return fail(f"{unit}: no page came; {systemctl('status', unit, check=False)}")


def reader(pid):
    """The environment and the place from which a screen reader in the same session sees what `pid` shows."""
    with open(f"/proc/{pid}/environ", encoding="utf-8") as file:
        bus = next(word for word in file.read().split("\0") if word.startswith("DBUS_SESSION_BUS_ADDRESS="))
    return ["nsenter", "-t", str(pid), "-m", "-n", "setpriv", "--reuid", "careshelf", "--regid", "careshelf",
            "--clear-groups", "env", "-i", "PATH=/usr/bin", "PYTHONDONTWRITEBYTECODE=1", bus, f"XDG_RUNTIME_DIR={RUNTIME}"]


def heard(pid, *words):
    """What a screen reader finds, once it finds the words."""
    command = [*reader(pid), "/usr/bin/python3", "/run/test/says.py", *words]
    found = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    if found.returncode != 0:
        fail(f"{found.stdout}\n{found.stderr}")
    return found.stdout


def check_locked(pid):
    """What the hardening promises, seen on the process."""
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        status = dict(line.split(":", 1) for line in file)
    wanted = {"CapEff": "0", "CapBnd": "0", "NoNewPrivs": "1", "Seccomp": "2"}
    for name, value in wanted.items():
        if int(status[name], 16) != int(value):
            fail(f"{name} is {status[name]}")
    if int(status["Uid"].split()[0]) == 0:
        fail("it runs as root")
    inside = ["nsenter", "-t", str(pid), "-m", "sh", "-c"]
    for path in ["/etc", "/usr/local/bin", "/var/lib", "/home"]:
        if subprocess.run([*inside, f"touch {path}/written 2>/dev/null"], check=False).returncode == 0:
            fail(f"something can be written into {path}")


def kill(pid, name):
    """Sends a signal as a mistake in the program would raise it."""
    os.kill(pid, signal.Signals[name])
    if name == "SIGSEGV":
        # Rust's runtime takes the first one for itself and goes on where it was; a real fault is met there once more.
        time.sleep(0.05)
        os.kill(pid, signal.SIGSEGV)


def back_after(kind, name):
    """Sends the signal; after how many seconds the page is there again. What was counted before is taken away: each is a
    crash for itself."""
    STARTS.unlink(missing_ok=True)
    killed = program(UNITS[kind])
    begin = time.monotonic()
    kill(killed, name)
    pid, secs = wait_for_page(kind, killed, begin)
    words = heard(pid, "Overdose")
    told = time.monotonic() - begin
    if "Something is wrong" in words:
        fail(f"{name}: the safe page came")
    print(f"{kind}: {name}: a page after {secs:.2f} s, read by a screen reader that was started then at {told:.2f} s")
    return secs


def check_signals(kind):
    """Each signal, and the page is back. A test machine has other work too: the best of three tries counts."""
    for name in ["SIGKILL", "SIGTERM", "SIGSEGV", "SIGABRT", "SIGSTOP"]:
        if not any(back_after(kind, name) <= MOST_SECS for _ in range(3)):
            fail(f"{name}: longer than {MOST_SECS} s, three times")


def check_without_a_screen():
    """A screen that somebody switched off calls for no frames; that is no hang, and nothing is started anew."""
    unit = UNITS["wayland"]
    systemctl("stop", unit)
    systemctl("set-environment", "WLR_HEADLESS_OUTPUTS=0")
    systemctl("start", unit)
    pid = program(unit)
    time.sleep(6)
    if int(show(unit, "NRestarts")) != 0 or program(unit) != pid:
        fail(f"{unit}: without a screen it was started again")
    systemctl("stop", unit)
    systemctl("unset-environment", "WLR_HEADLESS_OUTPUTS")
    systemctl("start", unit)
    print("wayland: without a screen it waits")


def crash(kind):
    """One quick crash, and what shows a page after it."""
    killed = program(UNITS[kind])
    begin = time.monotonic()
    os.kill(killed, signal.SIGKILL)
    return wait_for_page(kind, killed, begin)[0]


def check_safe_page(kind):
    """Five quick crashes, then three more, then an administrator who stops and starts the kiosk."""
    STARTS.unlink(missing_ok=True)
    systemctl("restart", UNITS[kind])
    pid = program(UNITS[kind])
    for _ in range(4):
        pid = crash(kind)
    if "Something is wrong" in heard(pid, "Overdose"):
        fail("the safe page came after four crashes")
    safe = heard(crash(kind), "Call 911", "Something is wrong with this machine")
    for words in ["heading: Call 911", "heading: 1. Check and wake them", "heading: 6. Stay until help takes over"]:
        if words not in safe:
            fail(f"the safe page lacks {words!r}:\n{safe}")
    if "could not be read" in safe:
        fail("it doubts the number of a place whose files it may read")
    log = pathlib.Path(f"/run/test/{kind}.log").read_text(encoding="utf-8")
    if "5 starts in a row ended within a minute" not in log:
        fail("the administrator is not told")
    for _ in range(3):
        pid = crash(kind)
    heard(pid, "Call 911", "The emergency number may be a different one here")
    systemctl("stop", UNITS[kind])
    if RUNTIME.exists():
        fail("something outlasts the kiosk")
    systemctl("start", UNITS[kind])
    pid = program(UNITS[kind])
    if "Something is wrong" in heard(pid, "Overdose"):
        fail("the safe page outlasts the administrator's stop")
    print(f"{kind}: after five quick crashes the safe page, after a stop and a start the usual one")


def check_exit_codes(kind):
    """The administrator's exit code ends the kiosk, any other one starts it again."""
    unit = UNITS[kind]
    whole = PROGRAM.with_name("whole")
    PROGRAM.rename(whole)
    for code, goes_on in [(3, False), (0, True), (1, True), (2, True)]:
        PROGRAM.write_text(f"#!/bin/sh\nsystemd-notify --ready\nsleep 0.5\nexit {code}\n", encoding="ascii")
        PROGRAM.chmod(0o755)
        systemctl("start", unit)
        time.sleep(2.5)
        restarts = int(show(unit, "NRestarts"))
        if (0 < restarts) != goes_on:
            fail(f"{unit}: after exit code {code} it was started again {restarts} times")
        if not goes_on and show(unit, "ActiveState") != "inactive":
            fail(f"{unit}: left, it is {show(unit, 'ActiveState')}")
        systemctl("stop", unit)
    whole.rename(PROGRAM)
    print(f"{kind}: exit code 3 ends the kiosk, 0, 1 and 2 do not")


def check(kind):
    unit = UNITS[kind]
    systemctl("start", unit)
    pid = program(unit)
    # The compositor shows it with its next picture.
    time.sleep(0.5)
    if not is_a_page(kind, pixels(kind)):
        fail(f"{unit} says that it is ready, and no page is on the screen")
    check_locked(pid)
    time.sleep(5)
    if int(show(unit, "NRestarts")) != 0:
        fail(f"{unit} was started again though nothing happened")
    check_signals(kind)
    if kind == "wayland":
        check_without_a_screen()
    check_safe_page(kind)
    systemctl("stop", unit)
    check_exit_codes(kind)
    systemctl("stop", "careshelf-display.service", check=False)


for each in sys.argv[1:] or UNITS:
    check(each)
