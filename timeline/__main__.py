"""The command `timeline`, and `python -m timeline`."""

import gc
import sys

# Starting makes many objects that stay: to look for garbage among them costs a tenth of a start.
gc.set_threshold(100_000, 20, 20)


def main() -> None:
    """Run the command line, and exit with its code."""
    try:
        from timeline.cli import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    # The memory goes with the process: to look for garbage once more costs as much again.
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
