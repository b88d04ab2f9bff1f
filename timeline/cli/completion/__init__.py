"""Completion in the shell: its scripts, and the words that it offers."""
