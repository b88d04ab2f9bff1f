"""Exported tables and JSON Lines read in parts give what they give in one piece."""

from pathlib import Path

import pytest

from tests.index.reading.test_parts import facts, read_by, small_parts
from timeline.readers.tables.cells import COLUMNS

__all__ = ["small_parts"]

MANY = 120


def row(number: int, summary: str = "", date: str = "2014-03-18") -> str:
    start = f"e{number},{date},2014-03-18,2014-03-18,false,false,Event {number},{summary},"
    return f"{start}anna; bea,Riga,peace,,A paper,https://example.org/{number},Paper,2014,\n"


def line(number: int, more: str = "") -> str:
    return f'{{"id":"e{number}","date":"2014-03-18","title":"Event {number}"{more}}}\n'


TABLES = {
    "none": {},
    "a row of several lines": {7: row(7, '"One, ""two""\n\nthree"')},
    "many rows of several lines": {n: row(n, '"One\nand, ""two"""') for n in range(0, MANY, 3)},
    "a quote within a cell": {n: row(n, 'a 5" pipe') for n in (20, 50)},
    "a quote that is never closed": {33: row(33, '"open')},
    "a date that is none": {41: row(41, date="2014-02-30")},
    "another date than is repeated": {41: row(41, date="2014-03-19")},
    "too many cells": {50: row(50, ",,")},
    "an empty row": {51: "\n\n" + row(51)},
    "old line ends": {60: row(60).replace("\n", "\r")},
    "a control character": {61: row(61, "\x01")},
    "invalid UTF-8": {62: row(62, "\udcff")},
    "an id twice": {63: row(62)},
    "an actor with a comma": {64: row(64).replace("anna; bea", '"anna, bea"')},
}


@pytest.mark.usefixtures("small_parts")
@pytest.mark.parametrize("fault", TABLES)
def test_a_table_in_parts_is_the_table_in_one_piece(
    fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [TABLES[fault].get(number, row(number)) for number in range(MANY)]
    text = ",".join(COLUMNS) + "\n" + "".join(rows)
    same(tmp_path / "events.csv", text, monkeypatch)


LINES = {
    "none": {},
    "a comma after each": {n: line(n).replace("\n", ",\n") for n in range(MANY)},
    "other keys": {n: line(n, ',"colour":"red"') for n in range(9, MANY)},
    "no JSON": {70: "{\n"},
    "a key twice": {71: line(71, ',"id":"other"')},
    "a list": {72: "[1, 2]\n"},
    "an empty line": {73: "\n\n"},
    "Windows line ends": {n: line(n).replace("\n", "\r\n") for n in range(MANY)},
    "invalid UTF-8": {75: line(75, ',"summary":"\udcff"')},
    "actors": {n: line(n, f',"actors":["a{n}"],"follows":["e{n - 1}"]') for n in range(1, MANY)},
}


@pytest.mark.usefixtures("small_parts")
@pytest.mark.parametrize("fault", LINES)
def test_json_lines_in_parts_are_those_in_one_piece(
    fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "".join(LINES[fault].get(number, line(number)) for number in range(MANY))
    same(tmp_path / "events.jsonl", text, monkeypatch)


def same(path: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes(text.encode(errors="surrogateescape"))
    whole, in_parts = (read_by(count, path, monkeypatch) for count in (None, 0))
    assert in_parts[1] == whole[1]
    assert facts(in_parts[0]) == facts(whole[0])
