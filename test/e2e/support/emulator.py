"""Runs the emulator in a temporary folder of its own, for as long as whoever started it lives.

Our standard input is a pipe that nobody writes to: it ends when the other end does, however that died. What is left
then, the functions' processes among it, goes with us: we lead a process group.
"""

import os
import shutil
import signal
import sys
import tempfile
import threading
import time

folder = tempfile.mkdtemp(prefix="briefing-emulator-")
tempfile.tempdir = folder
os.environ.update(TMPDIR=folder, STATE_DIR=f"{folder}/state", S3_DATA_DIR=f"{folder}/s3")
sys.argv = ["ministack"]


def end_with_parent():
    while os.read(0, 1024):
        pass
    os.killpg(0, signal.SIGTERM)
    time.sleep(5)
    shutil.rmtree(folder, ignore_errors=True)
    os.killpg(0, signal.SIGKILL)


threading.Thread(target=end_with_parent, daemon=True).start()
try:
    from ministack.app import main

    main()
finally:
    shutil.rmtree(folder, ignore_errors=True)
