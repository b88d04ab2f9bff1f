"""Turning bytes into events and problems: one module or package per format.

A reader makes records, and `records` turns them into items (`items`) and problems (`report`).
`formats` lists the readers. `files` chooses the files that `reading` reads, as streams from `text`.
"""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.readers.files import BUNDLED as BUNDLED
    from timeline.readers.files import STANDARD_INPUT as STANDARD_INPUT
    from timeline.readers.files import ChosenFile as ChosenFile
    from timeline.readers.files import cannot_read as cannot_read
    from timeline.readers.files import chosen_files as chosen_files
    from timeline.readers.files import is_chosen as is_chosen
    from timeline.readers.files import refuse_empty_folders as refuse_empty_folders
    from timeline.readers.formats import AS_USUAL as AS_USUAL
    from timeline.readers.formats import ENDINGS as ENDINGS
    from timeline.readers.formats import FORMAT_NAMES as FORMAT_NAMES
    from timeline.readers.formats import Dates as Dates
    from timeline.readers.formats import InputFormat as InputFormat
    from timeline.readers.formats import ReadingOptions as ReadingOptions
    from timeline.readers.items import Entry as Entry
    from timeline.readers.items import Heading as Heading
    from timeline.readers.items import Item as Item
    from timeline.readers.items import Layout as Layout
    from timeline.readers.items import ListedActor as ListedActor
    from timeline.readers.items import ListedTag as ListedTag
    from timeline.readers.items import Place as Place
    from timeline.readers.items import Refused as Refused
    from timeline.readers.items import Registry as Registry
    from timeline.readers.items import RuleChoice as RuleChoice
    from timeline.readers.items import SavedQuestion as SavedQuestion
    from timeline.readers.json_schema import schema as schema
    from timeline.readers.parts import Divisible as Divisible
    from timeline.readers.parts import Part as Part
    from timeline.readers.parts import PartsRead as PartsRead
    from timeline.readers.parts import ReadParts as ReadParts
    from timeline.readers.parts import Rest as Rest
    from timeline.readers.reading import read as read
    from timeline.readers.records import ACTOR_KEYS as ACTOR_KEYS
    from timeline.readers.records import CHECK_KEYS as CHECK_KEYS
    from timeline.readers.records import CHRONOLOGY_KEYS as CHRONOLOGY_KEYS
    from timeline.readers.records import EVENT_KEYS as EVENT_KEYS
    from timeline.readers.records import MEMBERSHIP_KEYS as MEMBERSHIP_KEYS
    from timeline.readers.records import ROLE_KEYS as ROLE_KEYS
    from timeline.readers.records import SOURCE_KEYS as SOURCE_KEYS
    from timeline.readers.records import TAG_KEYS as TAG_KEYS
    from timeline.readers.records import Keys as Keys
    from timeline.readers.report import Report as Report
    from timeline.readers.text import ByteStream as ByteStream
    from timeline.readers.text import Progress as Progress
    from timeline.readers.text import Stream as Stream
    from timeline.readers.text import opened as opened
    from timeline.readers.text import watch_all as watch_all
    from timeline.readers.text import with_excerpts as with_excerpts
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "files": (
                "BUNDLED",
                "ChosenFile",
                "STANDARD_INPUT",
                "cannot_read",
                "chosen_files",
                "is_chosen",
                "refuse_empty_folders",
            ),
            "formats": (
                "AS_USUAL",
                "Dates",
                "ENDINGS",
                "FORMAT_NAMES",
                "InputFormat",
                "ReadingOptions",
            ),
            "items": (
                "Entry",
                "Heading",
                "Item",
                "Layout",
                "ListedActor",
                "ListedTag",
                "Place",
                "Refused",
                "Registry",
                "RuleChoice",
                "SavedQuestion",
            ),
            "json_schema": ("schema",),
            "parts": ("Divisible", "Part", "PartsRead", "ReadParts", "Rest"),
            "reading": ("read",),
            "records": (
                "ACTOR_KEYS",
                "CHECK_KEYS",
                "CHRONOLOGY_KEYS",
                "EVENT_KEYS",
                "Keys",
                "MEMBERSHIP_KEYS",
                "ROLE_KEYS",
                "SOURCE_KEYS",
                "TAG_KEYS",
            ),
            "report": ("Report",),
            "text": ("ByteStream", "Progress", "Stream", "opened", "watch_all", "with_excerpts"),
        },
    )
