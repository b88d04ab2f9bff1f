"""What the tests of views share."""

from typing import TYPE_CHECKING

import pytest

from tests.conftest import Expect
from tests.views.looking import ExpectLook, look, terminal
from timeline.width import cells

if TYPE_CHECKING:
    from timeline.cli.terminal.output import View


@pytest.fixture
def expect_look(expect: Expect) -> ExpectLook:
    """Expect that a view fits a terminal, and looks there as `NAME-WIDTH.txt` says.

    With colour it is also to look as `NAME-WIDTH.ansi` says.
    """

    def compared(name: str, view: "View", width: int, *, colour: bool = False) -> None:
        shown = look(view, terminal(width, colour=False))
        assert max(map(cells, shown.splitlines())) <= width
        expect(f"views/{name}-{width}.txt", shown)
        if colour:
            expect(f"views/{name}-{width}.ansi", look(view, terminal(width, colour=True)))

    return compared
