"""A visit through the accessibility bus: the viewer appears, says its words, and a click changes the screen."""
import hashlib
import os
import subprocess
import sys
import time

import pyatspi
from gi.repository import GLib
from bus import button, find, must_rest, nodes, press, says, viewer, wait_for


def picture():
    """A fingerprint of what is on the screen."""
    return hashlib.sha256(subprocess.run(["import", "-window", "root", "ppm:-"], capture_output=True, check=True).stdout).digest()


def line(node):
    """Everything that a screen reader can learn of a node."""
    interfaces = sorted(pyatspi.utils.listInterfaces(node))
    place = "nowhere"
    if "Component" in interfaces:
        box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        place = f"{box.x},{box.y} {box.width}x{box.height}"
    states = sorted(pyatspi.stateToString(state) for state in node.getState().getStates())
    return f"{node.getRoleName()} {node.name!r} {place} {states} {interfaces}"


def keep_tree(title):
    """Writes the tree down once it has stopped changing."""
    before = None
    for _ in range(50):
        try:
            now = [line(node) for node in nodes(find("frame", "Careshelf"))]
        except GLib.GError:
            # The tree changed while it was read.
            now = None
            time.sleep(0.3)
            continue
        if now == before:
            break
        before = now
        time.sleep(0.3)
    with open(sys.argv[1], "a", encoding="utf-8") as file:
        file.write("\n".join([f"== {title}", *now]) + "\n")


def wmctrl(*arguments):
    subprocess.run(["wmctrl", *arguments], check=True)


def xdotool(*arguments):
    return subprocess.run(["xdotool", *arguments], check=True, capture_output=True, text=True).stdout.split()[-1]


wait_for("the viewer on the accessibility bus", viewer)
wait_for("the name of the window", lambda: find("frame", "Careshelf"))
wait_for("the overdose tab", lambda: find("page tab", "Overdose"))
wait_for("the first words of the overdose steps", lambda: says("Call 911 now"))
wait_for("the button that is always there", lambda: button("Overdose? Act now"))

WINDOW = xdotool("search", "--onlyvisible", "--name", "Careshelf")
PID = xdotool("getwindowpid", WINDOW)
keep_tree("the overdose steps")

# A touch with the pointer, where a finger would be.
time.sleep(1.0)
before = picture()
tab = find("page tab", "Treatment")
box = tab.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
subprocess.run(["xdotool", "mousemove", str(box.x + box.width // 2), str(box.y + box.height // 2), "click", "1"], check=True)
wait_for("the first words of the treatment topic", lambda: says("Treatment helps"))
wait_for("another picture after the click", lambda: picture() != before)

keep_tree("treatment, after a touch")

# An action through the accessibility bus, as a screen reader sends it.
find("page tab", "Get help").queryAction().doAction(0)
wait_for("the helplines after an action of a screen reader", lambda: says("988"))

keep_tree("helplines, after an action")

# F1 from anywhere.
subprocess.run(["xdotool", "key", "F1"], check=True)
wait_for("the guide after F1", lambda: find("heading", "Check and wake them"))
keep_tree("the guide, after F1")
press("Leave, all is safe")
wait_for("the tabs", lambda: find("page tab", "Overdose")).queryAction().doAction(0)
wait_for("the overdose steps", lambda: says("Call 911 now"))

# A key walks from one thing to the next, and another one presses it.
subprocess.run(["xdotool", "key", "Tab"], check=True)
keep_tree("the overdose steps, after Tab")
# From "Hide" over "Search" and "Print" to the choice of text and colors.
subprocess.run(["xdotool", "key", "Tab", "Tab", "Tab"], check=True)
wait_for("the focus on the choice of text and colors", lambda: button("Text and colors").getState().contains(pyatspi.STATE_FOCUSED))
subprocess.run(["xdotool", "key", "Return"], check=True)
wait_for("the choice of text and colors after Return", lambda: says("High contrast"))
subprocess.run(["xdotool", "key", "Escape"], check=True)
wait_for("the sheet to go after Escape", lambda: not says("High contrast"))

# A window that becomes small.
subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "Careshelf", "windowsize", "700", "600"], check=True)
wait_for("the narrow page after a new size", lambda: says("All parts"))
keep_tree("a smaller window")

# Full screen and back, as a window manager does it.
wmctrl("-r", "Careshelf", "-b", "add,fullscreen")
wait_for("the full screen", lambda: "0,0 1280x800" in line(find("frame", "Careshelf")))
keep_tree("full screen")
wmctrl("-r", "Careshelf", "-b", "remove,fullscreen")
wait_for("the end of the full screen", lambda: "1280x800" not in line(find("frame", "Careshelf")))

# At rest nothing moves, and nothing wakes.
subprocess.run(["xdotool", "mousemove", "5", "795"], check=True)
must_rest(PID)
rest = picture()
time.sleep(3.0)
if picture() != rest:
    sys.exit("visit.py: the picture changes while nothing happens")

# Put away and brought back, it is the same.
subprocess.run(["xdotool", "windowminimize", WINDOW], check=True)
wait_for("the empty screen behind the window", lambda: picture() != rest)
wmctrl("-a", "Careshelf")
wait_for("the same picture after a while in the background", lambda: picture() == rest)

# Closed while nobody sees it, it ends.
subprocess.run(["xdotool", "windowminimize", WINDOW], check=True)
wait_for("the empty screen behind the window", lambda: picture() != rest)
wmctrl("-c", "Careshelf")
wait_for("the end of the program", lambda: not os.path.exists(f"/proc/{PID}"))
print("visit.py: done")
