"""The command `timeline`, and `python -m timeline`."""

import gc
import sys

# Collecting garbage among the objects created at start-up would take a tenth of that time.
gc.set_threshold(100_000, 20, 20)


def main() -> None:
    """Run the command line, and exit with its code."""
    try:
        from timeline.cli import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    # The process is about to end: another garbage collection would cost as much again.
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
