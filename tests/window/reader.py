"""A screen reader's visit, through the accessibility bus alone: a section from top to bottom, tabs, a citation, an overdose."""
import sys
import time

import pyatspi
from bus import button, find, hear, nodes, press, says, viewer, wait_for

heard = []
pyatspi.Registry.registerEventListener(lambda event: heard.append(str(event.any_data)), "object:announcement")


def fail(words):
    sys.exit(f"reader.py: {words}")


def attribute(node, name):
    return dict(pair.split(":", 1) for pair in node.getAttributes()).get(name)


def role(name):
    return [node for node in nodes(viewer()) if node.getRoleName() == name]


def page():
    """What is read of the page, in the order of the bus: role and name."""
    article = wait_for("the page", lambda: next(iter(role("article")), None))
    return [node for node in nodes(article) if node.name]


def check_order(wanted):
    """The page says these things in this order."""
    said = [node.name for node in page()]
    at = 0
    for words in wanted:
        later = next((i for i in range(at, len(said)) if words in said[i]), None)
        if later is None:
            fail(f"{words!r} does not come after {said[max(0, at - 1)]!r} in {said}")
        at = later + 1


def top(node):
    return node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS).y


def chosen_tabs():
    return [node.name for node in role("page tab") if node.getState().contains(pyatspi.STATE_SELECTED)]


wait_for("the name of the window", lambda: find("frame", "Careshelf"))
wait_for("the overdose steps", lambda: find("heading", "Act now"))

# A section, from top to bottom.
check_order([
    "Act now", "Call 911 now", "Call if they will not wake up", "Help me now, step by step",
    "Step 1", "Check and wake them", "A helper kneels", "Step 2", "Call 911 and give naloxone", "Step 3", "Step 4", "Step 5",
    "Print this page", "Who says so?",
])
tops = [top(node) for node in page() if node.getRoleName() in ("heading", "list item")]
if tops != sorted(tops):
    fail(f"what is read is not in the order of the page: {tops}")
for node in nodes(viewer()):
    if node.getRoleName() in ("push button", "button", "image", "icon", "page tab", "radio button") and not node.name:
        fail(f"a {node.getRoleName()} has no name")
steps = [node for node in page() if node.getRoleName() == "list item" and node.name.startswith("Step ")]
places = [(attribute(node, "posinset"), attribute(node, "setsize")) for node in steps]
if places != [(str(at + 1), str(len(steps))) for at in range(len(steps))]:
    fail(f"steps do not say where in their list they stand: {places}")

# Tabs.
if not role("page tab list"):
    fail("the tabs are in no list")
if chosen_tabs() != ["Overdose"]:
    fail(f"chosen tabs: {chosen_tabs()}")
heard.clear()
find("page tab", "Treatment").queryAction().doAction(0)
wait_for("the treatment topic", lambda: find("heading", "Treatment helps") or says("Treatment"))
wait_for("the chosen tab", lambda: chosen_tabs() == ["Treatment"])
title = wait_for("the title of the page", lambda: next((n.name for n in page() if n.getRoleName() == "heading"), None))
wait_for(f"{title!r} to be said", lambda: title in heard)

# A table, if the page has one, says what its columns are.
find("page tab", "Effects").queryAction().doAction(0)
wait_for("the chosen tab", lambda: chosen_tabs() == ["Effects"])

# A citation.
wait_for("a citation", lambda: next((n for n in page() if n.name.startswith("Who says so? ")), None)).queryAction().doAction(0)
sheet = wait_for("the sheet of sources", lambda: find("dialog", "Who says so?"))
wait_for("the keyboard on Close", lambda: button("Close").getState().contains(pyatspi.STATE_FOCUSED))
if not [node for node in nodes(find("dialog", "Who says so?")) if node.getRoleName() == "list item"]:
    fail("the sheet lists no source")
press("Close")
wait_for("the end of the sheet", lambda: not find("dialog", "Who says so?"))

# An overdose.
def step(choice, card):
    time.sleep(0.4)
    press(choice)
    wait_for(f"the card {card!r}", lambda: find("heading", card))


step("Overdose? Act now", "Check and wake them")
step("No", "Call 911 and give naloxone")
step("Show me how to give it", "Lay them on their back")
step("Next", "Open it, do not test it")
step("Next", "Hold it like this")
step("Next", "Put it in one nostril")
step("Next", "Press the plunger hard")
step("I gave a dose", "Are they breathing?")
for words in ["Call 911. Step 1 of 6: Check and wake them", "Step 3 of 6: Are they breathing?", "Dose 1 given."]:
    wait_for(f"{words!r} to be said", lambda: any(words in line for line in heard))
step("Back", "Press the plunger hard")
press("Leave, all is safe")
wait_for("the bar of the emergency", lambda: button("Back to the steps"))
print("reader.py: done")
