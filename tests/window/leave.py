"""An administrator leaves a kiosk: a wrong PIN opens nothing, the right one leads to the panel, and the exit code says what it was."""
import os
import subprocess
import sys
import time

from bus import button, find, press, says, wait_for

WORK = os.environ["WORK"]
PIN = "730" + "5196"
SITE = os.path.join(WORK, "site.ron")
with open(SITE, "w", encoding="utf-8") as file:
    file.write('site(name: "Riverside Clinic", idle_secs: 600)')
subprocess.run([os.environ["CARESHELF"], "set-pin", "--site", SITE], input=PIN, text=True, check=True, capture_output=True)
log = open(os.path.join(WORK, "careshelf.log"), "w", encoding="utf-8")
program = subprocess.Popen([os.environ["CARESHELF"], "--kiosk", "--site", SITE], stdout=log, stderr=log)


def keys(*names):
    for name in names:
        subprocess.run(["xdotool", "key", name], check=True)
        time.sleep(0.15)


wait_for("the welcome", lambda: button("Touch to start"))
press("Touch to start")
wait_for("the page", lambda: find("heading", "Act now"))
keys("Up", "Up", "Down", "Down", "Left", "Right", "Left", "Right")
wait_for("the pad", lambda: find("heading", "Administrator"))
keys(*"482914", "Return")
wait_for("what is said of a wrong PIN", lambda: says("That was not the PIN."))
if button("Leave kiosk mode…"):
    sys.exit("leave.py: a wrong PIN leads inside")
keys(*PIN, "Return")
press("Leave kiosk mode…")
press("Close the program? Yes")
code = program.wait(timeout=20)
if code != 3:
    sys.exit(f"leave.py: the program ended with {code}, not 3")
print("leave.py: done")
