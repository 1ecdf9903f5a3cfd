"""Everything that a person at a kiosk could try to get out of it, with hands that never tire: every chord of keys, clicks,
drags, ten fingers, another keyboard, and what other programs may do. After each attempt the same window of the same process
covers the screen, on top, with the keyboard, and answers.

What stands behind the page is painted in one glaring colour, so that a single pixel of it that comes through is found.
"""
import itertools
import os
import signal
import subprocess
import sys
import time

from bus import button, find, must_rest, says, viewer, wait_for
from gi.repository import GLib
from hands import BEGIN, END, Device

GLARING = "#ff00ff"
PATIENCE_SECS = 5
MODIFIERS = ["ctrl", "alt", "shift", "super"]
KEYS = """F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12 Escape Tab Delete Insert Print Pause BackSpace Home End Prior Next Left Right
    Up Down Menu Return space plus minus equal 0 1 2 3 4 a c d e f h i k l m n o p q r s t u v w x z grave comma slash
    XF86PowerOff XF86Sleep XF86HomePage XF86Mail XF86Calculator XF86WWW XF86Search XF86Explorer XF86Close XF86Terminal""".split()
# In both languages: some key may have changed them.
WAYS_BACK = ["Touch to start", "English", "Start again", "I’m still here", "Leave, all is safe", "Close", "Back"]
WAYS_BACK += ["Toque para empezar", "Volver a empezar", "Sigo aquí", "¿Sin peligro? Salir", "Cerrar", "Atrás"]
STARTED = []


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def may_fail(*command):
    """What another program tries; that it cannot is no failure of the kiosk."""
    subprocess.run(command, check=False, capture_output=True)


def start(*command):
    STARTED.append(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
    return STARTED[-1]


def xdotool(*arguments):
    return run("xdotool", *arguments).split()


def monitors():
    """Where the monitors are, the primary one first: left, top, width, height."""
    found = []
    for line in run("xrandr", "--listactivemonitors").splitlines()[1:]:
        width, height, left, top = [
            int(part.split("/")[0]) for part in line.split()[2].replace("x", "+").replace("+", " ").split()
        ]
        found.append(("*" not in line, left, top, width, height))
    return [area for _, *area in sorted(found)]


def windows():
    """The numbers of all windows that can be seen, the topmost first."""
    children = [line.split()[0] for line in run("xwininfo", "-root", "-children").splitlines() if line.startswith("     0x")]
    shown = [child for child in children if "IsViewable" in may_be_gone("xwininfo", "-id", child)]
    return [int(child, 16) for child in shown]


def may_be_gone(*command):
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout


def place(window):
    lines = dict(line.strip().split(":", 1) for line in may_be_gone("xwininfo", "-id", str(window)).splitlines() if ": " in line)
    return [int(lines[key]) for key in ["Absolute upper-left X", "Absolute upper-left Y", "Width", "Height"]]


def glares(area):
    """Whether any pixel of what must be hidden can be seen there."""
    left, top, width, height = area
    crop = f"{width}x{height}+{left}+{top}"
    colors = run("bash", "-c", f"import -window root -depth 8 -crop {crop} +repage ppm:- | convert - -unique-colors txt:-")
    return GLARING in colors.lower()


def wrong():
    """What is not as it must be, if anything."""
    if VIEWER.poll() is not None:
        return f"the process ended with {VIEWER.returncode}"
    shown = windows()
    screens = monitors()
    if shown[:1] != [WINDOW]:
        return f"window {shown[:1]} is on top, not {WINDOW}"
    if place(WINDOW) != screens[0]:
        return f"it stands at {place(WINDOW)}, the screen at {screens[0]}"
    covers = [place(window) for window in shown[1:len(screens)]]
    if sorted(covers) != sorted(screens[1:]):
        return f"the other monitors {screens[1:]} are covered by windows at {covers}"
    if xdotool("getwindowfocus", "-f") != [str(WINDOW)]:
        return "the keys go to another window"
    bad = [screen for screen in screens if glares(screen)]
    return f"something else can be seen on {bad}" if bad else None


def check(what):
    """Within a moment all is as it must be, and the viewer answers to a screen reader and to a key."""
    end = time.monotonic() + PATIENCE_SECS
    while (problem := wrong()) and time.monotonic() < end:
        time.sleep(0.1)
    if problem:
        run("import", "-window", "root", os.path.join(os.environ["WORK"], "escaped.png"))
        sys.exit(f"kiosk_escape.py: after {what}: {problem}")
    come_home()
    tab("Get help")
    wait_for(f"the helplines after {what}", lambda: says("988"))
    come_home()
    xdotool("key", "ctrl+1")
    wait_for(f"the overdose steps by a key after {what}", lambda: says("Call 911 now"))


def come_home():
    """Back to the tabs, as a reader would come there, from wherever the last attempt led."""
    for _ in range(20):
        if VIEWER.poll() is not None:
            sys.exit(f"kiosk_escape.py: the process ended with {VIEWER.returncode}")
        try:
            if find("page tab", "Get help"):
                return
            way = next((way for way in map(button, WAYS_BACK) if way), None)
            if way:
                way.queryAction().doAction(0)
            else:
                xdotool("key", "Escape")
        except GLib.GError:
            # The tree changed while it was read.
            pass
        time.sleep(0.2)
    sys.exit("kiosk_escape.py: no way back to the tabs")


def tab(name):
    def press_it():
        find("page tab", name).queryAction().doAction(0)
        return True

    wait_for(f"the tab {name}", press_it)


def chords():
    """Every chord of modifiers with every key. A window of another program waits behind the page, for window managers'
    keys that lead from window to window."""
    start("xmessage", "-bg", GLARING, "-name", "other", "the window behind")
    for count in range(len(MODIFIERS) + 1):
        for held in itertools.combinations(MODIFIERS, count):
            for begin in range(0, len(KEYS), 12):
                keys = KEYS[begin:begin + 12]
                xdotool("key", "--delay", "4", *["+".join([*held, key]) for key in keys])
            # What a window manager has opened meanwhile hears this.
            xdotool("key", "--delay", "4", "Escape", "Escape")
            check("chords with " + (" and ".join(held) or "no modifier"))


def buttons():
    """Every button of a mouse everywhere, quickly and for long, with modifiers, and drags from every edge."""
    left, top, width, height = monitors()[0]
    places = [(left + round(x * (width - 1)), top + round(y * (height - 1))) for x in [0, 0.5, 1] for y in [0, 0.5, 1]]
    for number in ["2", "3", "8", "9", "4", "5", "6", "7"]:
        for x, y in places:
            xdotool("mousemove", str(x), str(y), "click", "--repeat", "2", "--delay", "10", number)
    check("clicks of every button")
    for number, (x, y) in itertools.product(["1", "2", "3"], places[::4]):
        xdotool("mousemove", str(x), str(y), "mousedown", number, "sleep", "1", "mouseup", number)
    check("long presses")
    middle = (left + width // 2, top + height // 2)
    for held, number in itertools.product([None, "alt", "ctrl", "super"], ["1", "2", "3"]):
        for x, y in places:
            keys = [["keydown", held], ["keyup", held]] if held else [[], []]
            way = []
            for step in range(1, 6):
                at = [str(round(a + (b - a) * step / 5)) for a, b in zip((x, y), middle)]
                way += ["mousemove", *at, "sleep", "0.015"]
            xdotool("mousemove", str(x), str(y), *keys[0], "mousedown", number, *way, "mouseup", number, *keys[1])
    check("drags from every edge")


def fingers():
    """One finger that works, then up to ten at once: long, from every edge, together and apart."""
    touch = Device(os.path.join(os.environ["WORK"], "touch"))
    come_home()
    box = find("page tab", "Treatment").queryComponent().getExtents(0)
    left, top, width, height = monitors()[0]
    x, y = (box.x + box.width / 2 - left) / width, (box.y + box.height / 2 - top) / height
    touch.stroke([((x, y), (x, y))], steps=1)
    wait_for("treatment, after a finger's touch", lambda: says("Treatment helps"))
    middle = (0.5, 0.5)
    around = [(0.05 + 0.1 * finger, 0.2 if finger % 2 else 0.8) for finger in range(10)]
    touch.stroke([(place, middle) for place in around])
    check("ten fingers that come together")
    touch.stroke([(middle, place) for place in around])
    check("ten fingers that part")
    touch.stroke([(place, place) for place in around], pause=lambda: time.sleep(3))
    check("ten fingers that rest for long")
    touch.stroke([(middle, middle)], pause=lambda: time.sleep(3))
    check("one finger that rests for long")
    for count in [1, 2, 3, 4, 5]:
        spread = [0.3 + 0.1 * finger for finger in range(count)]
        for edge in [0, 0.999]:
            touch.stroke([((edge, at), (0.5, at)) for at in spread])
            touch.stroke([((at, edge), (at, 0.5)) for at in spread])
        check(f"strokes from every edge with fingers: {count}")
    for _ in range(5):
        for finger, place in enumerate(around):
            touch.touch(finger, BEGIN, *place)
        for finger, place in enumerate(around):
            touch.touch(finger, END, *place)
        touch.wait()
    check("ten fingers that drum")


def keyboards():
    """Keyboards that come and go: the server's own device is put to sleep and woken, moved to another seat and back, and
    speaks another language for a while."""
    keyboard = Device(os.path.join(os.environ["WORK"], "keyboard"))
    name = "hands on a keyboard"
    run("xinput", "disable", name)
    run("xinput", "enable", name)
    check("a keyboard that went and came")
    run("xinput", "create-master", "second")
    run("xinput", "reattach", name, "second keyboard")
    check("a second seat")
    run("xinput", "reattach", name, "Virtual core keyboard")
    run("xinput", "remove-master", "second pointer")
    check("the end of the second seat")
    run("setxkbmap", "de")
    check("a keyboard of another country")
    run("setxkbmap", "us")
    come_home()
    keyboard = Device(os.path.join(os.environ["WORK"], "keyboard"))
    tab("Get help")
    wait_for("the helplines", lambda: says("988"))
    # Ctrl, and the key that says 1.
    for key, is_down in [(37, 1), (10, 1), (10, 0), (37, 0)]:
        keyboard.key(key, is_down)
    keyboard.wait()
    wait_for("the overdose steps by the keyboard that came back", lambda: says("Call 911 now"))


def screens():
    """Monitors that come, change and go."""
    run("xrandr", "--addmode", "DUMMY1", "1024x768")
    run("xrandr", "--addmode", "DUMMY2", "800x600")
    run("xrandr", "--output", "DUMMY1", "--mode", "1024x768", "--right-of", "DUMMY0")
    paint_behind()
    check("a second monitor")
    run("xrandr", "--output", "DUMMY1", "--primary")
    check("another primary monitor")
    other = start("xmessage", "-bg", GLARING, "-geometry", "+200+200", "on the other monitor")
    check("a window on the other monitor")
    other.kill()
    run("xrandr", "--output", "DUMMY2", "--mode", "800x600", "--below", "DUMMY0")
    paint_behind()
    check("a third monitor")
    run("xrandr", "--output", "DUMMY2", "--off")
    run("xrandr", "--output", "DUMMY1", "--off")
    run("xrandr", "--output", "DUMMY0", "--primary")
    check("one monitor again")
    run("xrandr", "--output", "DUMMY0", "--mode", "1024x768")
    paint_behind()
    check("another resolution")
    run("xrandr", "--output", "DUMMY0", "--mode", "1280x800")
    check("the first resolution again")


def others():
    """What other programs do to windows, which nobody at a kiosk can make them do."""
    window = str(WINDOW)
    may_fail("wmctrl", "-c", "Careshelf")
    may_fail("xdotool", "windowquit", window)
    may_fail("xdotool", "windowclose", "0")
    check("requests to close")
    for change in [["windowminimize"], ["windowunmap"], ["windowlower"], ["windowsize", window, "300", "200"],
                   ["windowmove", window, "500", "500"]]:
        may_fail("xdotool", *(change if window in change else [*change, window]))
        check(change[0])
    for size in ["400x300+0+0", "1280x800+0+0", "50x50-0-0"]:
        other = start("xmessage", "-bg", GLARING, "-geometry", size, "another window on top")
        check(f"another window of {size}")
        top = may_be_gone("xdotool", "search", "--name", "xmessage").split()
        for number in top:
            may_fail("xdotool", "windowraise", number)
            may_fail("xdotool", "windowfocus", number)
        check(f"another window of {size} that comes back on top")
        other.kill()


def rests():
    """At rest nothing wakes."""
    xdotool("mousemove", "640", "795")
    must_rest(VIEWER.pid)


def ends():
    """A window that another program destroys ends the process, for whoever starts it again: a kiosk without a window that
    nobody notices is worse."""
    run("xdotool", "windowclose", str(WINDOW))
    if VIEWER.wait(PATIENCE_SECS) != 2:
        sys.exit(f"kiosk_escape.py: without a window it ended with {VIEWER.returncode}")


def paint_behind():
    run("xsetroot", "-solid", GLARING)


paint_behind()
if not glares(monitors()[0]):
    sys.exit("kiosk_escape.py: what stands behind cannot be told from the page")
LOG = open(os.path.join(os.environ["WORK"], "careshelf.log"), "w", encoding="utf-8")
# Nobody is asked whether somebody is still there while other things are tried.
SITE = os.path.join(os.environ["WORK"], "site.ron")
with open(SITE, "w", encoding="utf-8") as file:
    file.write("site(idle_secs: 3600)")
VIEWER = subprocess.Popen([os.environ["CARESHELF"], "--kiosk", "--site", SITE], stdin=subprocess.DEVNULL, stdout=LOG, stderr=LOG)
try:
    wait_for("the viewer on the accessibility bus", viewer)
    come_home()
    WINDOW = int(xdotool("search", "--onlyvisible", "--name", "^Careshelf$")[-1])
    check("the start")
    rests()
    for attempt in [others, screens, keyboards, fingers, buttons, chords]:
        if attempt.__name__ not in os.environ.get("ONLY", attempt.__name__):
            continue
        begun = time.monotonic()
        attempt()
        print(f"kiosk_escape.py: {attempt.__name__}: {time.monotonic() - begun:.0f} s", flush=True)
    rests()
    ends()
finally:
    for process in [VIEWER, *STARTED]:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
print("kiosk_escape.py: done")
