"""The time zones of a calendar: those that it defines itself, and those of the IANA database."""

import re
from collections.abc import Sequence
from datetime import tzinfo
from typing import Any

from icalendar import Timezone
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from timeline.readers.ics.lines import Property
from timeline.readers.interchange import UnknownZoneError, zone_named
from timeline.text import visible

# It has no type hints.
_timezone: Any = Timezone
_EVERY_YEAR = re.compile(
    r"RRULE:FREQ=YEARLY(?:;(?:BYMONTH|BYDAY|BYMONTHDAY|UNTIL|COUNT|INTERVAL|WKST)=[^;:]*)*"
)


class Zones:
    """The time zones of a calendar, by their `TZID`."""

    def __init__(self) -> None:
        self._defined: dict[str, list[str]] = {}
        self._known: dict[str, tzinfo] = {}

    def define(self, component: Sequence[Property]) -> None:
        """Add a zone that the calendar defines, in the properties of a VTIMEZONE."""
        for one in component:
            if one.name == "TZID":
                self._defined[one.value] = [_written(line) for line in component]

    def named(self, name: str) -> tzinfo:
        """Return a zone. Raises UnknownZoneError.

        A name of the database, or one that Windows uses, means that zone, whatever the calendar
        defines, because calendars often define only the current rules of a zone.
        """
        if name not in self._known:
            self._known[name] = self._found(name)
        return self._known[name]

    def _found(self, name: str) -> tzinfo:
        try:
            return zone_named(WINDOWS_TO_OLSON.get(name, name))
        except UnknownZoneError:
            if name not in self._defined:
                raise
        lines = self._defined[name]
        wrong = UnknownZoneError(
            f"the time zone '{visible(name)}' cannot be read from its VTIMEZONE"
        )
        # Other rules would have to be followed for too long.
        if any(line.startswith("RRULE") and not _EVERY_YEAR.fullmatch(line) for line in lines):
            raise wrong
        try:
            zone = _timezone.from_ical("\r\n".join(lines)).to_tz(lookup_tzid=False)
        except Exception:
            raise wrong from None
        assert isinstance(zone, tzinfo)
        return zone


def _written(one: Property) -> str:
    parameters = [f";{key}={value}" for key, value in one.parameters.items()]
    return f"{one.name}{''.join(parameters)}:{one.value}"
