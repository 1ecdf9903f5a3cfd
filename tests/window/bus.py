"""What a screen reader learns through the accessibility bus, and how it presses things."""
import os
import subprocess
import sys
import time

import pyatspi
from gi.repository import GLib

DEADLINE_SECS = 30


def nodes(node):
    """The node and everything under it, in reading order."""
    if node is None:
        return
    yield node
    for i in range(node.childCount):
        yield from nodes(node.getChildAtIndex(i))


def wait_for(what, look):
    """Looks again and again until `look` finds something."""
    end = time.monotonic() + DEADLINE_SECS
    while time.monotonic() < end:
        hear()
        try:
            found = look()
        except Exception:  # the tree changes while it is read
            found = None
        if found:
            return found
        time.sleep(0.1)
    sys.exit(f"{sys.argv[0]}: {what} never came")


def hear():
    """Lets events of the bus come in."""
    context = GLib.MainContext.default()
    while context.pending():
        context.iteration(False)


def viewer():
    desktop = pyatspi.Registry.getDesktop(0)
    apps = (desktop.getChildAtIndex(i) for i in range(desktop.childCount))
    return next((app for app in apps if app and "careshelf" in (app.name or "").lower()), None)


def find(role, name):
    return next((n for n in nodes(viewer()) if n.getRoleName() == role and n.name == name), None)


def button(name):
    return find("push button", name) or find("button", name)


def says(words):
    return any(words in (n.name or "") for n in nodes(viewer()))


def must_rest(pid):
    """Ends the test if the program does not come to rest."""
    subprocess.run([os.path.join(os.path.dirname(__file__), "rests.sh"), str(pid)], check=True)


def press(name):
    """Presses a button as a screen reader does."""
    wait_for(f"the button {name!r}", lambda: button(name)).queryAction().doAction(0)
