"""What is done with each piece of work, in this process or in another."""

from typing import Protocol, TypeVar


class Text(Protocol):
    """A piece of work: a text, with all that a job must know about it."""

    @property
    def text(self) -> bytes:
        """The text."""


Work = TypeVar("Work", bound=Text)
Work_contra = TypeVar("Work_contra", bound=Text, contravariant=True)
Result = TypeVar("Result")
Result_co = TypeVar("Result_co", covariant=True)


class Job(Protocol[Work_contra, Result_co]):
    """Something to do with many pieces of work. Job, work and results can be pickled."""

    def do(self, work: Work_contra, /) -> Result_co:
        """Return the result for a piece of work."""
