"""Keys and fingers of somebody who does not exist, for an X server with its `inputtest` driver."""
import socket
import struct

# What the driver's protocol calls these (xf86-input-inputtest-protocol.h, version 1.1).
VERSION, WAIT, KEY, TOUCH = 0, 1, 5, 6
BEGIN, MOVE, END = 18, 19, 20
MOST_VALUATORS = 64
# The touch screen counts from 0 to this in both directions.
FULL = 65535


class Device:
    """One device; the server reads what it does from a socket."""

    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.socket.connect(path)
        self.send(VERSION, struct.pack("=HH", 1, 1))
        self.socket.recv(12)

    def send(self, kind, rest=b""):
        self.socket.sendall(struct.pack("=II", 8 + len(rest), kind) + rest)

    def wait(self):
        """Until the server has taken all of it in."""
        self.send(WAIT)
        self.socket.recv(8)

    def key(self, code, is_press):
        self.send(KEY, struct.pack("=iI", code, is_press))

    def touch(self, finger, kind, x, y):
        """A finger at a place between 0 and 1 in both directions."""
        places = struct.pack(f"={MOST_VALUATORS}d", x * FULL, y * FULL, *[0] * (MOST_VALUATORS - 2))
        # Which valuators are given: the first two. Four bytes stand between the mask and the numbers.
        valuators = struct.pack("=IQ4x", 0, 0b11) + places + places
        self.send(TOUCH, struct.pack("=II", finger, kind) + valuators)

    def stroke(self, paths, steps=8, pause=lambda: None):
        """As many fingers as there are paths, each from its first place to its second, all at once."""
        for finger, (begin, _) in enumerate(paths):
            self.touch(finger, BEGIN, *begin)
        self.wait()
        pause()
        for step in range(1, steps + 1):
            for finger, (begin, end) in enumerate(paths):
                x, y = (a + (b - a) * step / steps for a, b in zip(begin, end))
                self.touch(finger, MOVE, x, y)
            self.wait()
        for finger, (_, end) in enumerate(paths):
            self.touch(finger, END, *end)
        self.wait()
