"""Colours: neighbours have different ones."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from timeline.model import Color
from timeline.views.layout import theme

styles = st.lists(st.sampled_from([Style(), *(Style(color=str(one)) for one in Color)]))


def hue(style: Style) -> str:
    return style.color.name.removeprefix("bright_") if style.color else ""


@given(before=styles)
def test_neighbours_have_different_colours(before: list[Style]) -> None:
    after = list(theme.apart(before, always=True))
    assert len(after) == len(before)
    assert not any(hue(one) and hue(one) == hue(other) for one, other in pairwise(after))


@given(before=styles, ours=st.lists(st.sampled_from(theme.PALETTE)))
def test_only_colours_of_our_own_give_way_to_those_of_the_file(
    before: list[Style], ours: list[Style]
) -> None:
    assert list(theme.apart(before)) == before
    mixed = [*before, *ours, *before]
    after = list(theme.apart(mixed))
    assert [*after[: len(before)], *after[len(before) + len(ours) :]] == [*before, *before]
    assert not any(
        hue(one) == hue(other)
        for one, other in pairwise(after[len(before) : len(before) + len(ours)])
    )


@given(before=styles)
def test_those_that_differ_keep_their_colours(before: list[Style]) -> None:
    if all(hue(one) != hue(other) for one, other in pairwise(before)):
        assert list(theme.apart(before)) == before


def test_no_date_has_a_colour_that_a_tag_can_have() -> None:
    assert theme.DATE.color is None
    assert theme.HEADING.color is None
