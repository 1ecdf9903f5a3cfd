"""The rhythm of the guide, through a player that only writes down what it is given."""
import array
import os
import subprocess
import sys
import time

from bus import find, press, wait_for

WORK = os.environ["WORK"]
HEARD = os.path.join(WORK, "heard")
RATE_HERTZ = 48000
PUSHES_A_MINUTE = 110

player = os.path.join(WORK, "player")
with open(player, "w", encoding="ascii") as file:
    file.write(f"#!/bin/sh\nexec /bin/cat >>'{HEARD}'\n")
os.chmod(player, 0o700)


def players():
    """How many players run."""
    found = subprocess.run(["pgrep", "--full", "--count", "/bin/cat$"], capture_output=True, text=True, check=False)
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
press("Next")
wait_for("the end of the player on another card", lambda: players() == 0)
press("Back")
wait_for("the player again", lambda: players() == 1)

# Whatever becomes of the viewer, nothing goes on beating.
program.kill()
program.wait()
wait_for("the end of the player after a kill", lambda: players() == 0)
print(f"beat.py: {len(beats)} beats, the worst gap {worst * 1000:.2f} ms off")
