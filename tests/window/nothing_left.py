"""A visit in which somebody types words that stand nowhere else, and what the disk holds of them afterwards: nothing."""
import os
import subprocess
import sys
import time

from bus import button, find, press, says, wait_for

WORK = os.environ["WORK"]
# Together only while this runs, so that this file is not found itself.
WORDS = ["zyx" + "wandelstern", "qwo" + "blaubeere"]
STAMP = os.path.join(WORK, "stamp")
# What is no file, or is written by what tests rather than by what is tested.
NOT_LOOKED_AT = ("/proc/", "/sys/", "/dev/pts/")


def key(*names):
    subprocess.run(["xdotool", "key", *names], check=True)
    time.sleep(0.2)


def changed_files():
    """Every file on this machine that changed since the visit began, whoever owns it."""
    found = subprocess.run(
        ["find", "/", "-newer", STAMP, "-type", "f", "-not", "-path", "/proc/*", "-not", "-path", "/sys/*"],
        capture_output=True, text=True, check=False,
    ).stdout.splitlines()
    return [path for path in found if not path.startswith(NOT_LOOKED_AT)]


def holds_a_word(path):
    """Whether a file holds one of the words, in any of the ways in which text is kept."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError:  # it went meanwhile
        return False
    forms = [word.encode(code) for word in WORDS for code in ("utf-8", "utf-16-le", "utf-32-le")]
    return any(form in data for form in forms)


def found():
    return [path for path in changed_files() if holds_a_word(path)]


with open(STAMP, "w", encoding="ascii"):
    pass
os.utime(STAMP, (time.time() - 2, time.time() - 2))
# The control: a file that holds a word is found, wherever it lies.
for folder in [WORK, "/tmp", "/dev/shm"]:
    control = os.path.join(folder, f"careshelf-control-{os.getpid()}")
    with open(control, "w", encoding="utf-8") as file:
        file.write(f"somebody typed {WORDS[0]} here")
    if control not in found():
        sys.exit(f"nothing_left.py: a word in {control} is not found")
    os.remove(control)

site = os.path.join(WORK, "site.ron")
with open(site, "w", encoding="utf-8") as file:
    file.write('site(name: "Riverside Clinic", kiosk: true, idle_secs: 20, warning_secs: 20)')
# What is heard is written down by this player.
heard, player = os.path.join(WORK, "heard"), os.path.join(WORK, "player")
with open(player, "w", encoding="ascii") as file:
    file.write(f"#!/bin/sh\nexec /bin/cat >>'{heard}'\n")
os.chmod(player, 0o700)
log = open(os.path.join(WORK, "careshelf.log"), "w", encoding="utf-8")
program = subprocess.Popen(
    [os.environ["CARESHELF"], "--renderer", "cpu", "--site", site], stdout=log, stderr=log,
    env=dict(os.environ, PATH=WORK, CARESHELF_PLAYER=player),
)
wait_for("the welcome", lambda: button("Touch to start"))
press("Touch to start")
wait_for("the page", lambda: find("heading", "Act now"))
for word in WORDS:
    # Wherever the keyboard is, and in the middle of everything.
    subprocess.run(["xdotool", "type", "--delay", "20", word], check=True)
    find("page tab", "Treatment").queryAction().doAction(0)
    wait_for("the tab", lambda: says("Treatment helps"))
press("Text and colors")
wait_for("the choices", lambda: find("radio button", "Largest")).queryAction().doAction(0)
press("Close")
press("Add to my pages")
key("F1")
wait_for("the guide", lambda: find("heading", "Check and wake them"))
subprocess.run(["xdotool", "type", "--delay", "20", WORDS[0]], check=True)
press("Leave, all is safe")
wait_for("the page", lambda: button("I’m done"))
press("I’m done")
wait_for("the welcome again", lambda: button("Touch to start"))
held = found()
if held:
    sys.exit(f"nothing_left.py: these hold what was typed: {held}")

# Somebody who only goes away leaves nothing either.
press("Touch to start")
wait_for("the page", lambda: find("heading", "Act now"))
subprocess.run(["xdotool", "type", "--delay", "20", " ".join(WORDS)], check=True)
if os.path.exists(heard) and os.path.getsize(heard):
    sys.exit("nothing_left.py: something is heard before anything is asked")
wait_for("the question", lambda: says("Are you still there?"))
wait_for("two notes with the question", lambda: os.path.getsize(heard) and any(open(heard, "rb").read()))
wait_for("the welcome after that", lambda: button("Touch to start"))
held = found()
program.terminate()
program.wait()
held += found()
if held:
    sys.exit(f"nothing_left.py: these hold what was typed: {held}")
print(f"nothing_left.py: {len(changed_files())} files changed on this machine, none holds a word")
