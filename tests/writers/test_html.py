"""The page as a browser sees it: whole, safe, and usable by everyone."""

import base64
import hashlib
import json
import os
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given

import timeline
from tests.conftest import ROOT
from tests.writers.conftest import Open
from tests.writers.markdown.test_document import chronologies
from tests.writers.programs import browse, needs_chromium, needs_validator, validate
from timeline import Timeline
from timeline.dates import Day
from timeline.text import visible, visible_lines
from timeline.writers import ExportOptions, Format, write

SCREENSHOT = ROOT / "tests" / "golden" / "page.png"
OPTIONS = ExportOptions(today=Day(2026, 11, 28))
HOSTILE: dict[str, Any] = {
    "title": "</title><script>alert(1)</script>",
    "description": '"><img src=x onerror=alert(1)>',
    "tags": {"<b>": {"description": "'\"<>&"}, "a b": {}, "c  d\n\u202ee": {}},
    "actors": {"</select>": {"name": "</option><script>alert(2)</script>"}, "ok": {"name": "Ok"}},
    "events": [
        {
            "id": "</li>' \" &",
            "date": "2014-03-18",
            "title": "</h3><script>alert(3)</script>{{ 1 + 1 }}",
            "summary": "</script><!-- ]]> &lt; javascript:alert(4)\n\nשלום عليكم",
            "actors": ["</select>", "ok"],
            "places": ["<i>"],
            "tags": ["<b>", "a b", "c  d\n\u202ee"],
            "sources": [{"title": "</a>", "url": "https://e.org/?\"onclick='x'&<b>"}, "plain"],
        },
        {"date": "1580~", "title": "circa", "follows": "</li>' \" &"},
        {"date": "2014/..", "title": "open", "tags": ["a b"]},
    ],
}


class Page(HTMLParser):
    """The elements of a page, its text, and the addresses of its links."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in self.raw:
            self.raw[self.open[-1]].append(data)
        else:
            self.text += data

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def page_of(one: Timeline) -> str:
    return "".join(write(one, one.select(), Format.HTML, OPTIONS))


@given(content=chronologies)
@example(content=HOSTILE)
def test_no_text_is_markup_and_every_text_is_shown(
    opened: Open, content: Mapping[str, Any]
) -> None:
    one = opened(content)
    page = Page(page_of(one))
    events = list(one.select())
    assert [one.get("type") for one in page.of("script")] == ["application/ld+json", None]
    assert len(page.of("style")) == 1
    assert not {name for name, _ in page.elements} & {"img", "iframe", "object", "link", "b", "i"}
    for _, attributes in page.elements:
        assert not any(name.startswith("on") or name == "style" for name in attributes)
        address = attributes.get("href") or "#"
        assert address.startswith(("#", "?", "http://", "https://"))
    shown = " ".join(page.text.split())
    for event in events:
        for line in [event.title, *visible_lines(event.summary)]:
            assert visible(line) in shown
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(set(ids)) == len(ids)
    assert not any(re.search(r"\s", one or " ") for one in ids)
    choices = {choice["value"] for choice in page.of("option")}
    assert choices >= {link["data-value"] for link in page.of("a") if "data-field" in link}
    for item in page.of("li"):
        for names in (item.get("data-actors"), item.get("data-tags")):
            assert not names or choices >= {*names.split("\n")}
    data = json.loads(page.raw["script"][0])
    assert [one["name"] for one in data["itemListElement"]] == [
        visible(event.title) for event in events
    ]


def test_the_policy_allows_its_own_script_and_style_only(opened: Open) -> None:
    page = Page(page_of(opened(HOSTILE)))
    policy = page.of("meta")[1]["content"] or ""
    for kind, text in (("style", page.raw["style"][0]), ("script", page.raw["script"][1])):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none'; ")


def test_without_events_it_is_small(opened: Open) -> None:
    text = page_of(opened({"title": "T", "events": []}))
    assert len(text.encode()) < 60_000
    assert "<ol" not in text


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        pytest.param("2014-03-18", '<time datetime="2014-03-18">18 March 2014</time>', id="day"),
        pytest.param("2014-03", '<time datetime="2014-03">March 2014</time>', id="month"),
        pytest.param("2014-03~", "c. March 2014", id="approximate"),
        pytest.param("2014-03-18?", "18 March 2014 (uncertain)", id="uncertain"),
        pytest.param("2014/2016", "2014 to 2016", id="interval"),
        pytest.param("201X", "2010s", id="decade"),
        pytest.param("-0043", "44 BCE", id="BCE"),
    ],
)
def test_a_date_is_never_more_precise_than_it_is(opened: Open, edtf: str, shown: str) -> None:
    one = opened({"events": [{"id": "x", "date": edtf, "title": "x"}]})
    assert f'<span class="date"><a href="#x">{shown}</a></span>' in page_of(one)


@pytest.mark.parametrize(
    ("edtf", "dates"),
    [
        pytest.param("2014-05-01", {"startDate": "2014-05-01", "endDate": "2014-05-01"}, id="day"),
        pytest.param("2014-05-01~", {}, id="approximate"),
        pytest.param("2016-05-01?", {}, id="uncertain"),
        pytest.param("2014-05", {}, id="month"),
        pytest.param("2014-05-01~/2016-05-01", {"endDate": "2016-05-01"}, id="one side in doubt"),
        pytest.param("2014-05-01/..", {"startDate": "2014-05-01"}, id="open"),
    ],
)
def test_search_engines_get_only_days_that_are_certain(
    opened: Open, edtf: str, dates: dict[str, str]
) -> None:
    text = page_of(opened({"events": [{"id": "x", "date": edtf, "title": "x"}]}))
    data = json.loads(
        text.partition('<script type="application/ld+json">')[2].split("</script>")[0]
    )
    (item,) = data["itemListElement"]
    assert {key: value for key, value in item.items() if key.endswith("Date")} == dates


@needs_chromium
def test_in_a_browser(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    one = timeline.open(ROOT / "events.yaml")
    path.write_text(page_of(one), encoding="utf-8")
    seen = browse(path, tmp_path)
    assert [seen[key] for key in ("errors", "requests", "violations", "overflow")] == [[]] * 4
    everything = [event.id for event in one.select()]
    assert seen["all"] == everything
    assert seen["withoutScript"] == len(everything)
    assert not seen["formWithoutScript"]
    assert set(seen["words"]) >= {event.id for event in one.select("new start")}
    assert len(seen["words"]) < len(everything)
    assert seen["output"] == f"{len(seen['words'])} of {len(everything)} events"
    assert seen["search"] == "?words=new+start"
    assert seen["reset"] == len(everything)
    tagged = {event.id for event in one.select() if seen["tagName"] in event.tags}
    assert set(seen["tag"]) == set(seen["tagAgain"]) == tagged
    sources = [source for event in one.select() for source in event.sources]
    numbers = {source: f"source:{n}" for n, source in enumerate(dict.fromkeys(sources), 1)}
    cited = {numbers[s] for event in one.select() if event.id in tagged for s in event.sources}
    assert set(seen["sources"]) == cited
    assert len(cited) < len(numbers)
    if "UPDATE_GOLDEN" in os.environ:
        SCREENSHOT.write_bytes((tmp_path / "800-light.png").read_bytes())


@needs_chromium
def test_hostile_text_in_a_browser(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(page_of(opened(HOSTILE)), encoding="utf-8")
    seen = browse(path, tmp_path)
    assert [seen[key] for key in ("errors", "requests", "violations", "overflow")] == [[]] * 4
    assert len(seen["all"]) == len(HOSTILE["events"])


@needs_validator
def test_the_validator_finds_nothing(opened: Open, tmp_path: Path) -> None:
    for name, one in (
        ("shipped", timeline.open(ROOT / "events.yaml")),
        ("hostile", opened(HOSTILE)),
        ("empty", opened({"events": []})),
    ):
        path = tmp_path / f"{name}.html"
        path.write_text(page_of(one), encoding="utf-8")
        assert validate(path) == []
