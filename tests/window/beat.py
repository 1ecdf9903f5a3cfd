"""The rhythm of the guide, through a player that only writes down what it is given."""
import array
import os
import shutil
import subprocess
import sys
import time

from bus import button, find, press, wait_for

WORK = os.environ["WORK"]
HEARD = os.path.join(WORK, "heard")
RATE_HERTZ = 48000
PUSHES_A_MINUTE = 110

# A name of its own: other tests may run the same program at the same time.
listener = os.path.join(WORK, "listen")
shutil.copy("/bin/cat", listener)
player = os.path.join(WORK, "player")
with open(player, "w", encoding="ascii") as file:
    file.write(f"#!/bin/sh\nexec '{listener}' >>'{HEARD}'\n")
os.chmod(player, 0o700)


def players():
    """How many players run."""
    found = subprocess.run(["pgrep", "--full", "--count", f"^{listener}$"], capture_output=True, text=True, check=False)
    return int(found.stdout or 0)


def onsets():
    """When a blow begins, in seconds of what was heard: the first loud sample after a while of silence."""
    samples = array.array("h")
    with open(HEARD, "rb") as file:
        data = file.read()
    samples.frombytes(data[: len(data) // 2 * 2])
    found, quiet = [], RATE_HERTZ
    for at, sample in enumerate(samples):
        if abs(sample) > 300:
            if quiet > RATE_HERTZ // 20:
                found.append(at / RATE_HERTZ)
            quiet = 0
        else:
            quiet += 1
    return found


environment = dict(os.environ, CARESHELF_PLAYER=player, PATH=WORK)
program = subprocess.Popen([os.environ["CARESHELF"], "--renderer", "cpu", "--guide", "check"], env=environment)
wait_for("the guide", lambda: find("heading", "Check and wake them"))
if players():
    sys.exit("beat.py: a player runs before there is anything to hear")
program.kill()
program.wait()
os.remove(os.path.join(WORK, "careshelf", "emergency"))

program = subprocess.Popen([os.environ["CARESHELF"], "--renderer", "cpu", "--guide", "cpr"], env=environment)
wait_for("the card", lambda: find("heading", "CPR: push hard and fast"))
time.sleep(8)
if players() != 1:
    sys.exit(f"beat.py: {players()} players for one rhythm")
beats = onsets()
gaps = [later - earlier for earlier, later in zip(beats, beats[1:])]
worst = max(abs(gap - 60 / PUSHES_A_MINUTE) for gap in gaps)
if len(beats) < 10 or 0.02 < worst:
    sys.exit(f"beat.py: {len(beats)} beats, the worst gap is {worst * 1000:.1f} ms off: {beats}")

wait_for("the choice", lambda: find("radio button", "Sound off")).queryAction().doAction(0)
wait_for("the end of the player", lambda: players() == 0)
wait_for("the choice", lambda: find("radio button", "Quiet")).queryAction().doAction(0)
wait_for("another player", lambda: players() == 1)
time.sleep(0.5)
press("They breathe again")
wait_for("the end of the player on another card", lambda: players() == 0)
press("Back")
wait_for("the player again", lambda: players() == 1)

# The alert of the next dose comes while nobody sees the window, in which no frame is drawn then.
program.kill()
program.wait()
os.remove(os.path.join(WORK, "careshelf", "emergency"))
content = os.path.join(WORK, "content")
shutil.copytree(os.path.join(os.environ["HERE"], "..", "..", "resources"), content)
protocol = os.path.join(content, "protocols", "us.ron")
with open(protocol, encoding="utf-8") as file:
    text = file.read()
usual = '"dose-interval", least: "2", most: "3", unit: minutes'
assert usual in text
with open(protocol, "w", encoding="utf-8") as file:
    file.write(text.replace(usual, '"dose-interval", least: "6", most: "9", unit: seconds'))
os.remove(HEARD)
program = subprocess.Popen([os.environ["CARESHELF"], "--renderer", "cpu", "--guide", "again", "--content", content], env=environment)
wait_for("the card", lambda: find("heading", "Give a dose now"))
time.sleep(0.5)
press("I gave a dose")
wait_for("the next card", lambda: find("heading", "Are they breathing?"))
given = time.monotonic()
window = subprocess.run(["xdotool", "search", "--name", "Careshelf"], capture_output=True, text=True, check=True).stdout.split()[-1]
subprocess.run(["xdotool", "windowminimize", window], check=True)
wait_for("the alert", lambda: os.path.exists(HEARD) and os.path.getsize(HEARD) > 0)
passed = time.monotonic() - given
if not 4.5 < passed < 8:
    sys.exit(f"beat.py: the alert came after {passed:.1f} s instead of 6")
wait_for("the end of the alert", lambda: players() == 0)
subprocess.run(["wmctrl", "-a", "Careshelf"], check=True)
wait_for("the question", lambda: button("Check them now"))
press("Check them now")
wait_for("its card", lambda: find("heading", "Help them breathe, then check again"))
time.sleep(0.5)
press("Not breathing")
wait_for("the player of the rhythm", lambda: players() == 1)

# Whatever becomes of the viewer, nothing goes on beating.
program.kill()
program.wait()
wait_for("the end of the player after a kill", lambda: players() == 0)
print(f"beat.py: {len(beats)} beats, the worst gap {worst * 1000:.2f} ms off")
