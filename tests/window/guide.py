"""An overdose, through the accessibility bus alone: every step, the timer, a hidden window, a clock set back, and crashes."""
import os
import random
import signal
import subprocess
import sys
import time

import pyatspi
from bus import button, find, hear, nodes, press, says, viewer, wait_for

WORK = os.environ["WORK"]
KILLS = int(os.environ.get("KILLS", "6"))
FAKETIME = os.path.join(WORK, "faketime")
heard = []


def start():
    """Starts the viewer, with a clock on the wall that this script can set."""
    environment = dict(os.environ, FAKETIME_TIMESTAMP_FILE=FAKETIME, FAKETIME_NO_CACHE="1", FAKETIME_DONT_FAKE_MONOTONIC="1")
    environment["LD_PRELOAD"] = os.environ["FAKETIME_LIBRARY"]
    # Where no program is found, none plays sound.
    environment["PATH"] = WORK
    log = open(os.path.join(WORK, "careshelf.log"), "a", encoding="utf-8")
    return subprocess.Popen([os.environ["CARESHELF"], "--renderer", os.environ["RENDERER"]], env=environment, stdout=log, stderr=log)


def set_wall_clock(offset):
    with open(FAKETIME, "w", encoding="ascii") as file:
        file.write(offset + "\n")


def card(title):
    return wait_for(f"the card {title!r}", lambda: find("heading", title))


def step(choice, title):
    """Takes a choice. A moment passes before it, as with anybody; the guide takes a faster touch for a slip."""
    time.sleep(0.4)
    press(choice)
    card(title)


def age_secs(number):
    """How long ago a dose was, as the screen says it."""
    line = next(n.name for n in nodes(viewer()) if (n.name or "").startswith(f"Dose {number}: "))
    minutes, secs = line.split(": ")[1].split(" ago")[0].split(":")
    return int(minutes) * 60 + int(secs)


def check_age(number, began, what):
    """The time on screen is the time since `began`, by a clock that nobody set."""
    def is_right():
        passed = time.monotonic() - began
        return passed - 2 <= age_secs(number) <= passed + 1
    wait_for(f"the right age of dose {number} {what}", is_right)


set_wall_clock("+0")
pyatspi.Registry.registerEventListener(lambda event: heard.append(str(event.any_data)), "object:announcement")
program = start()
wait_for("the first screen", lambda: button("Overdose? Act now"))

press("Overdose? Act now")
card("Check and wake them")
step("No", "Call 911 and give naloxone")
if not says("Where are you? Look for a street sign"):
    sys.exit("guide.py: nothing says how to find out where one is")
step("Show me how to give it", "Lay them on their back")
step("Next", "Open it, do not test it")
step("Next", "Hold it like this")
step("Next", "Put it in one nostril")
step("Next", "Press the plunger hard")
step("I gave a dose", "Are they breathing?")
first_dose = time.monotonic()
step("No, or only gasps", "CPR: push hard and fast")
wait_for("a line that there is no sound", lambda: says("No sound on this machine"))
step("Give naloxone", "Help them breathe, then check again")
wait_for("what to wait for", lambda: says("Dose 1 given. Help them breathe. Check again after 2 to 3 minutes."))
hear()
for words in ["Step 2 of 6: Call 911 and give naloxone", "Step 3 of 6: Are they breathing?", "Dose 1 given."]:
    if not any(words in line for line in heard):
        sys.exit(f"guide.py: {words!r} was not announced, only {heard}")
check_age(1, first_dose, "after some steps")

# The clock on the wall goes back an hour, and then forward a day.
for offset in ["-1h", "+1d"]:
    set_wall_clock(offset)
    time.sleep(1.5)
    check_age(1, first_dose, f"with the wall clock at {offset}")
set_wall_clock("+0")

# Hidden, it goes on.
window = subprocess.run(["xdotool", "search", "--name", "Careshelf"], capture_output=True, text=True, check=True).stdout.split()[-1]
subprocess.run(["xdotool", "windowminimize", window], check=True)
time.sleep(4)
subprocess.run(["wmctrl", "-a", "Careshelf"], check=True)
check_age(1, first_dose, "after a while in the background")

# Killed at any moment, it comes back on the same card with the same doses.
longest = 0.0
for kill in range(KILLS):
    time.sleep(random.random() * 0.7)
    program.send_signal(signal.SIGKILL)
    program.wait()
    if kill == 1:
        set_wall_clock("-1h")
    again = time.monotonic()
    program = start()
    card("Help them breathe, then check again")
    longest = max(longest, time.monotonic() - again)
    check_age(1, first_dose, f"after kill {kill + 1}")
print(f"guide.py: killed {KILLS} times, back on the bus after {longest:.2f} s at most")

# Time is up: the question comes by itself.
wait = 121 - (time.monotonic() - first_dose)
time.sleep(max(0.0, wait))
wait_for("the question", lambda: says("2 minutes have passed. Awake and breathing well?"))
hear()
if not any("2 minutes have passed." in line for line in heard):
    sys.exit(f"guide.py: that time is up was not announced, only {heard}")
step("No, or not sure", "Give a dose now")
step("I gave a dose", "Are they breathing?")
wait_for("the second dose", lambda: says("Dose 2 given."))

# Left, a bar leads back; and the end leaves nothing behind.
kept = os.path.join(WORK, "careshelf", "emergency")
if not os.path.exists(kept):
    sys.exit("guide.py: nothing would outlast a crash")
press("Leave, all is safe")
wait_for("the bar", lambda: says("Overdose help is still on."))
find("page tab", "Treatment").queryAction().doAction(0)
wait_for("the bar on another page", lambda: says("Treatment helps") and says("Overdose help is still on."))
press("Back to the steps")
card("Are they breathing?")

# The six keys, without the bus.
def keys(*names):
    for name in names:
        time.sleep(0.5)
        subprocess.run(["xdotool", "key", name], check=True)


keys("F1")
card("Check and wake them")
keys("Return")
card("Call 911 and give naloxone")
keys("Right", "Right", "space")
card("Are they breathing?")
keys("BackSpace")
card("Call 911 and give naloxone")

press("Leave, all is safe")
press("All is safe: finish")
press("Forget the doses? Yes")
wait_for("the end of the bar", lambda: not says("Overdose help is still on."))
if os.path.exists(kept):
    sys.exit("guide.py: the file of the emergency is still there")
program.terminate()
program.wait()
print("guide.py: done")
