"""Values that several formats of other programs share: times in zones, HTML, exported dates."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.readers.interchange.exported_dates import differs as differs
    from timeline.readers.interchange.exported_dates import is_shown_as as is_shown_as
    from timeline.readers.interchange.html import is_html as is_html
    from timeline.readers.interchange.html import text_of_html as text_of_html
    from timeline.readers.interchange.zones import UnknownZoneError as UnknownZoneError
    from timeline.readers.interchange.zones import edtf_of_day as edtf_of_day
    from timeline.readers.interchange.zones import edtf_of_moment as edtf_of_moment
    from timeline.readers.interchange.zones import zone_named as zone_named
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "exported_dates": ("differs", "is_shown_as"),
            "html": ("is_html", "text_of_html"),
            "zones": ("UnknownZoneError", "edtf_of_day", "edtf_of_moment", "zone_named"),
        },
    )
