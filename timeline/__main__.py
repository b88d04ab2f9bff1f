"""The command `timeline`, and `python -m timeline`."""

import sys


def main() -> None:
    """Run the command line, and exit with its code."""
    try:
        from timeline.cli.app import run

        sys.exit(run(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
