"""What the addresses of archived copies say, and where to look for a copy."""

import pytest

from timeline.archives import archived_on, copy_near


@pytest.mark.parametrize(
    ("address", "date"),
    [
        pytest.param(
            "https://web.archive.org/web/20140319120000/https://a.org/b", "2014-03-19", id="wayback"
        ),
        pytest.param(
            "http://web.archive.org/web/20140319120000if_/http://a.org", "2014-03-19", id="frame"
        ),
        pytest.param(
            "https://arquivo.pt/wayback/20140319120000/http://a.org",
            "2014-03-19",
            id="its software",
        ),
        pytest.param(
            "https://archive.ph/2014.03.19-120000/https://a.org", "2014-03-19", id="archive.today"
        ),
        pytest.param(
            "https://web.archive.org/web/20140319/https://a.org", "", id="asked for a day"
        ),
        pytest.param("https://web.archive.org/web/2014*/https://a.org", "", id="all of a year"),
        pytest.param("https://web.archive.org/web/20140231120000/https://a.org", "", id="no date"),
        pytest.param("https://archive.ph/AbC12", "", id="short"),
        pytest.param("https://a.org/20140319120000/b", "", id="a number in another address"),
    ],
)
def test_the_day_of_a_copy(address: str, date: str) -> None:
    day = archived_on(address)
    assert (day.text if day else "") == date


@pytest.mark.parametrize(
    ("date", "where"),
    [
        pytest.param("2014-03-18", "20140318", id="day"),
        pytest.param("2014-03", "20140301", id="month"),
        pytest.param("0033", "00330101", id="early"),
        pytest.param("", "*", id="none"),
        pytest.param("../2014", "*", id="no first day"),
        pytest.param("-0043", "*", id="before the first year"),
    ],
)
def test_where_to_look_for_a_copy(date: str, where: str) -> None:
    assert (
        copy_near("https://a.org/b", date) == f"https://web.archive.org/web/{where}/https://a.org/b"
    )
