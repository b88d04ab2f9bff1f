"""What the program costs, measured as whole processes: `python -m tests.benchmarks`."""
