"""A visit with six keys alone: the arrows, Enter and Back. The bus only tells what is on screen."""
import subprocess
import sys
import time

import pyatspi
from bus import find, hear, nodes, says, viewer, wait_for


# What got the focus last. Asking for it would mean to go through the whole tree each time.
focus = [None]


def note(event):
    if event.detail1 and event.source.getRoleName() != "frame":
        focus[0] = event.source.name


pyatspi.Registry.registerEventListener(note, "object:state-changed:focused")


def key(name):
    focus_before = focus[0]
    subprocess.run(["xdotool", "key", name], check=True)
    end = time.monotonic() + 0.4
    while time.monotonic() < end and focus[0] == focus_before:
        hear()
        time.sleep(0.02)


def focused():
    hear()
    return focus[0]


def walk_to(name, way="Right"):
    """Walks until what is called `name` has the focus."""
    for _ in range(90):
        if (focused() or "").startswith(name):
            return
        key(way)
    sys.exit(f"keys.py: no key reaches {name!r}; the focus is on {focused()!r}")


def enter(name, way="Right"):
    walk_to(name, way)
    key("Return")


def is_shown(role, name):
    return lambda: find(role, name)


wait_for("the overdose steps", is_shown("heading", "Act now"))
time.sleep(1.0)

# A section.
enter("Treatment")
wait_for("the treatment topic", is_shown("page tab", "Treatment"))
title = wait_for("its first section", lambda: next((n.name for n in nodes(viewer()) if n.getRoleName() == "heading"), None))
enter("Next: ")
wait_for("the next section", lambda: not find("heading", title))
key("BackSpace")
wait_for("the section before", is_shown("heading", title))

# A citation.
enter("Who says so? ")
wait_for("its sheet", is_shown("dialog", "Who says so?"))
key("BackSpace")
wait_for("the end of the sheet", lambda: not find("dialog", "Who says so?"))
wait_for("the focus on the citation again", lambda: (focused() or "").startswith("Who says so? "))

# The text scrolls.
def title_y():
    return find("heading", title).queryComponent().getExtents(pyatspi.DESKTOP_COORDS).y


before = title_y()
key("Down")
key("Down")
wait_for("the text to scroll", lambda: title_y() < before - 60)

# Text size and colours.
enter("Text and colors", "Left")
wait_for("the choices", is_shown("dialog", "Text and colors"))
enter("Large")
enter("High contrast")
enter("Close", "Left")
wait_for("the end of the sheet", lambda: not find("dialog", "Text and colors"))

# Pages are gathered, and printed as far as this machine can.
enter("Add to my pages")
wait_for("the page among mine", lambda: says("Remove from my pages"))
enter("Print")
wait_for("the page for printing", is_shown("heading", "Print"))
wait_for("what to do without a printer", lambda: says("Printing is not set up on this machine."))
wait_for("the pages", lambda: says("Page 1 of "))
enter("Largest")
walk_to("Page 1 of ")
left = lambda: next(n for n in nodes(viewer()) if "as it will be printed" in n.name).queryComponent().getExtents(pyatspi.DESKTOP_COORDS).x
before = left()
key("Right")
wait_for("the page to move", lambda: left() < before - 20)
enter("Try again", "Left")
key("BackSpace")
wait_for("the section again", is_shown("heading", title))

# The guide.
enter("Overdose? Act now")
wait_for("the guide", is_shown("heading", "Check and wake them"))
time.sleep(0.4)
key("Return")
wait_for("the next card", is_shown("heading", "Call 911 and give naloxone"))
time.sleep(0.4)
key("BackSpace")
wait_for("the card before", is_shown("heading", "Check and wake them"))
time.sleep(0.4)
enter("Leave, all is safe", "Left")
wait_for("the section again", is_shown("heading", title))
print("keys.py: done")
