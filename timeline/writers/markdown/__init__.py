"""Markdown, as CommonMark and GitHub read it."""
