"""HTML: one self-contained page, which needs neither a server nor JavaScript to be read."""

from timeline.writers.html.page import write as write
