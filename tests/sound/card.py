#!/usr/bin/python3
"""A sound card for tests: takes samples from standard input at exactly real time and writes down what would be heard.

usage: card.py FOLDER [SECONDS_PER_SECOND]

FOLDER/heard      the samples as they were heard; where none had come in time there is silence
FOLDER/missing    when samples were missing
FOLDER/started    when the first of them was heard, in seconds since 1970

Like a card it has a buffer of 100 ms, is filled in periods of 20 ms, and begins when the buffer is full. The second argument
makes its clock run faster or slower than the machine's.
"""

import os
import select
import sys
import time

RATE = 48_000
PERIOD = RATE // 50
BUFFER = 5 * PERIOD

folder = sys.argv[1]
try:
    # A card does not wait for the processor, and a sound server has precedence over other programs where it may.
    os.setpriority(os.PRIO_PROCESS, 0, -15)
except PermissionError:
    pass
pace = float(sys.argv[2]) if len(sys.argv) > 2 else 1.0
missing = open(os.path.join(folder, "missing"), "w")
heard = open(os.path.join(folder, "heard"), "wb", buffering=0)

held = bytearray()
is_open = True


def take(until_bytes, seconds):
    """Reads until so many bytes are held, but not longer than so many seconds."""
    global is_open
    until = time.monotonic() + seconds
    while is_open and len(held) < until_bytes:
        left = max(0.0, until - time.monotonic())
        if not select.select([0], [], [], left)[0]:
            return
        got = os.read(0, until_bytes - len(held))
        is_open = bool(got)
        held.extend(got)


take(2 * BUFFER, 60.0)
started = time.monotonic()
with open(os.path.join(folder, "started"), "w") as file:
    file.write(repr(time.time()))

played = 0
while is_open or held:
    played += PERIOD
    due = started + played / RATE / pace
    # The card plays on whether or not this program is given the processor, so the time is looked at again after each wait.
    while True:
        left = due - time.monotonic()
        if left <= 0:
            break
        if is_open and len(held) < 2 * BUFFER:
            take(2 * BUFFER, left)
        else:
            time.sleep(left)
    sound = bytes(held[: 2 * PERIOD])
    if is_open and len(sound) < 2 * PERIOD:
        print(f"{played / RATE:.2f} s: {len(held)} bytes of {2 * PERIOD}, {-1000 * left:.0f} ms late", file=missing, flush=True)
    del held[: 2 * PERIOD]
    heard.write(sound.ljust(2 * PERIOD, b"\0"))
