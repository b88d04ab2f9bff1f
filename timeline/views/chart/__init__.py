"""The chart of lanes over time, drawn in the terminal."""
