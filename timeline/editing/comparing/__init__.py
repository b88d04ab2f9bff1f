"""Comparing two versions of a chronology by event, and finding them in git."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.editing.comparing.commits import Commit as Commit
    from timeline.editing.comparing.differences import Comparison as Comparison
    from timeline.editing.comparing.differences import Difference as Difference
    from timeline.editing.comparing.differences import Edit as Edit
    from timeline.editing.comparing.differences import Listed as Listed
    from timeline.editing.comparing.differences import ListEdit as ListEdit
    from timeline.editing.comparing.differences import TextEdit as TextEdit
    from timeline.editing.comparing.differences import compare as compare
    from timeline.editing.comparing.git import GitError as GitError
    from timeline.editing.comparing.git import Repository as Repository
    from timeline.editing.comparing.git import merge_lines as merge_lines
    from timeline.editing.comparing.history import Revision as Revision
    from timeline.editing.comparing.history import history_of as history_of
    from timeline.editing.comparing.history import revisions_of_event as revisions_of_event
    from timeline.editing.comparing.matching import paired_events as paired_events
    from timeline.editing.comparing.versions import Versions as Versions
    from timeline.editing.comparing.versions import from_git as from_git
    from timeline.editing.comparing.versions import of_two_files as of_two_files
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "commits": ("Commit",),
            "differences": (
                "Comparison",
                "Difference",
                "Edit",
                "ListEdit",
                "Listed",
                "TextEdit",
                "compare",
            ),
            "git": ("GitError", "Repository", "merge_lines"),
            "history": ("Revision", "history_of", "revisions_of_event"),
            "matching": ("paired_events",),
            "versions": ("Versions", "from_git", "of_two_files"),
        },
    )
