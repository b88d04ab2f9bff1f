"""Standard output and error, colour, the pager and the progress bar."""
