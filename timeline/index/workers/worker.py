"""A process that gets a job, then pieces of work, and answers each with its result.

All are pickled. The length of an answer comes first, so that it can be read as bytes. The process
ends when its input does, as it also does when the process that started it is killed.
"""

import gc
import os
import pickle
import signal
import sys
from queue import SimpleQueue
from threading import Thread
from typing import Any, BinaryIO

LENGTH = 8
"""The number of bytes before an answer that hold its length, the lowest first."""


def main() -> None:
    """Read the job and the work from standard input, and write the answers to standard output."""
    # Ctrl-C reaches every process of a terminal; the one that started this one ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Parsing creates millions of objects but no cycles.
    gc.disable()
    source = sys.stdin.buffer
    job = pickle.load(source)
    waiting: SimpleQueue[Any] = SimpleQueue()
    # The next piece is read in advance; otherwise each side might wait for the other to read.
    Thread(target=_receive, args=(source, waiting), daemon=True).start()
    try:
        while (work := waiting.get()) is not None:
            answer = pickle.dumps(job.do(work), pickle.HIGHEST_PROTOCOL)
            sys.stdout.buffer.write(len(answer).to_bytes(LENGTH, "little"))
            sys.stdout.buffer.write(answer)
            sys.stdout.buffer.flush()
    except OSError:
        # Nobody reads the answers any more; flushing them at exit would fail again.
        os._exit(1)


def _receive(source: BinaryIO, waiting: "SimpleQueue[Any]") -> None:
    try:
        while True:
            waiting.put(pickle.load(source))
    except EOFError:
        pass
    finally:
        # Whatever this process cannot read, the one that started it does itself.
        waiting.put(None)
