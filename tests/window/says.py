"""Waits until words are on the screen, as a screen reader finds them; tells the roles and names of what is there.
Usage: says.py WORDS…"""
import subprocess
import sys

# A screen reader says that it is there; only then does a program tell it anything.
subprocess.run(
    ["gdbus", "call", "--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus", "--method",
     "org.freedesktop.DBus.Properties.Set", "org.a11y.Status", "IsEnabled", "<true>"],
    check=True, stdout=subprocess.DEVNULL,
)

from bus import nodes, says, viewer, wait_for  # noqa: E402: the registry starts with the import

for words in sys.argv[1:]:
    wait_for(f"{words!r} on the accessibility bus", lambda: says(words))
for node in nodes(viewer()):
    print(f"{node.getRoleName()}: {node.name}")
