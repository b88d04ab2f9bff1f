"""The formats of `timeline check` for other programs: each yields problems as text."""
