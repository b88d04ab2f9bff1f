"""What the screens in front of the main one have in common."""

from abc import abstractmethod

from rich.segment import Segment
from textual import events
from textual.screen import ModalScreen

from timeline.explorer.panes import Line, chosen_line
from timeline.explorer.screen.widgets import Lines, SafeInput


class Front(ModalScreen[str | None], inherit_bindings=False):
    """A screen in front of the main one. It returns None if it is left without a choice."""

    CSS = """
    Front { background: ansi_default; }
    Front Vertical { height: 100%; width: 100%; }
    #title, #label { height: 1; width: 100%; }
    #choices, #text { height: 1fr; width: 100%; }
    """

    @abstractmethod
    def press(self, event: events.Key) -> bool:
        """Do what a key does; return whether it does anything."""

    def on_mount(self) -> None:
        """Show the content once the size is known."""
        self.call_after_refresh(self.draw)

    def on_resize(self) -> None:
        """Show the content at the new size."""
        self.call_after_refresh(self.draw)

    @abstractmethod
    def draw(self) -> None:
        """Show the content."""

    def on_key(self, event: events.Key) -> None:
        """Do what a key does, once there are widgets."""
        if not self.query(Lines):
            event.stop()
            self.call_later(self.on_key, event)
        elif self.press(event) or self._typed(event):
            event.stop()

    def _typed(self, event: events.Key) -> bool:
        """Give a letter to the line to type, which has no focus yet; return whether it took it."""
        line = next(iter(self.query(SafeInput)), None)
        if line is None or not event.is_printable or event.character is None:
            return False
        line.insert_text_at_cursor(event.character)
        return True


def title_line(text: str, width: int) -> Line:
    """Return the first line of a screen in front."""
    return chosen_line([Segment(text)], width)
