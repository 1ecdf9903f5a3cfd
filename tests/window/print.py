"""A page is printed from a real window through the accessibility bus alone; then printing is gone, and that is said."""
import os
import subprocess
import sys
import time

from bus import button, find, nodes, press, says, viewer, wait_for

FOLDER = os.path.dirname(os.environ["CUPS_SERVER"])
log = open(os.path.join(os.environ["WORK"], "careshelf.log"), "w", encoding="utf-8")


def open_viewer(**environment):
    """The viewer on the page for printing a section."""
    program = subprocess.Popen(
        [os.environ["CARESHELF"], "--renderer", "cpu", "--open", "signs"],
        env=dict(os.environ, **environment), stderr=log, stdout=log,
    )
    wait_for("the section", lambda: find("heading", "Signs of an overdose"))
    press("Print")
    return program


def print_button():
    """The button that prints: it says how many pages."""
    return next((n for n in nodes(viewer()) if n.getRoleName() in ("push button", "button") and n.name.startswith("Print ") and n.name.endswith((" page", " pages"))), None)


def processor_ticks(program):
    """How long the program has computed so far."""
    with open(f"/proc/{program.pid}/stat", encoding="ascii") as file:
        fields = file.read().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


program = open_viewer()
wait_for("the printer", lambda: says("Front desk"))
wait_for("the first page", lambda: says("Page 1 of "))
wait_for("the picture of it", lambda: next((n for n in nodes(viewer()) if n.getRoleName() in ("image", "icon") and "as it will be printed" in n.name), None))
time.sleep(1.5)
before = processor_ticks(program)
time.sleep(2)
if processor_ticks(program) - before > 4:
    sys.exit(f"print.py: at rest the page for printing computes for {processor_ticks(program) - before} ticks in 2 seconds")

wait_for("the button that prints", print_button).queryAction().doAction(0)
wait_for("the end", lambda: says("Printed."))
if not os.path.exists(os.path.join(FOLDER, "ticket")):
    sys.exit("print.py: it says that it printed, and the printer got nothing")
press("Done")
wait_for("the section again", lambda: find("heading", "Signs of an overdose"))

# F1 is heard here as everywhere.
press("Print")
wait_for("the page for printing", lambda: find("heading", "Print"))
press("Overdose? Act now")
wait_for("the guide", lambda: find("heading", "Check and wake them"))
program.kill()
program.wait()
# It would go on where it was.
os.remove(os.path.join(os.environ["WORK"], "careshelf", "emergency"))

program = open_viewer(CUPS_SERVER=os.path.join(os.environ["WORK"], "nobody-listens-here"))
wait_for("that it says so", lambda: says("Printing is not set up on this machine."))
wait_for("what to do instead", lambda: button("Save as PDF"))
press("Save as PDF")
wait_for("the file", lambda: says("Saved: "))
files = [name for name in os.listdir(os.environ["HOME"]) if name.startswith("careshelf-signs-") and name.endswith(".pdf")]
if len(files) != 1:
    sys.exit(f"print.py: saved {files}")
program.kill()
program.wait()
