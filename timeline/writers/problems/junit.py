"""Problems as JUnit XML, the format of test reports: each problem is a test that failed."""

import re
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from timeline.errors import Problem
from timeline.text import visible

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SUITE = "timeline check"


def text_of(problems: Sequence[Problem]) -> Iterator[str]:
    """Yield the document. Without problems, it has one test that passed."""
    counts = f'tests="{len(problems) or 1}" failures="{len(problems)}" errors="0"'
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites {counts}>\n<testsuite name="{_SUITE}" {counts}>\n'
    if not problems:
        yield f'<testcase classname="{_SUITE}" name="no errors or warnings"/>\n'
    for problem in problems:
        name, message = _attribute(problem.place), _attribute(problem.message)
        kind = _attribute(problem.rule or str(problem.severity))
        line = f' line="{problem.line}"' if problem.line else ""
        yield f"<testcase classname={kind} name={name} file={_attribute(problem.file)}{line}>"
        text = escape(_NOT_XML.sub("\ufffd", str(problem)))
        yield f"<failure type={kind} message={message}>{text}</failure></testcase>\n"
    yield "</testsuite>\n</testsuites>\n"


def _attribute(text: str) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", visible(text)))
