"""Writing all events of a file as most of them are written, without changing what they say."""

from collections.abc import Iterator, Sequence

from timeline.editing.contents import Contents
from timeline.editing.document import Change, Document, EditError
from timeline.editing.tidying.indentation import indented
from timeline.editing.tidying.keys import can_be_ordered, have_one_order, ordered
from timeline.editing.yaml import Item, Splice, Style, TextRange, common_style, extents_of
from timeline.text import visible


def formatted(document: Document) -> Change | None:
    """Return the change that gives all events the style of most, None if they have it.

    The style is the order of keys, the spaces before keys and before the items of lists, and the
    empty lines between events. Events in braces remain as they are. Raises EditError.
    """
    text, structure = document.text, document.structure
    if document.contents is None:
        raise EditError(f"{visible(document.name)} has errors: see timeline check")
    if structure.indent is None:
        raise EditError(
            f"{visible(document.name)} has its events in brackets, and only events on lines of "
            "their own can be formatted"
        )
    items = [document.item(number) for number in range(len(structure.bounds))]
    style = common_style(text, structure, items)
    movable = [can_be_ordered(item) for item in items]
    known = [item for item, can in zip(items, movable, strict=True) if can]
    order = None if have_one_order(known) else common_style(text, structure, known).order
    splices = [*_between(document, items, style)]
    for item, can in zip(items, movable, strict=True):
        if item.node.is_flow:
            continue
        new = ordered(item, order) if can and order else item.text
        new = indented(item, new, style)
        if new != item.text:
            splices.append(Splice(item.span, new))
    if not splices:
        return None

    def intended(before: Contents, first: int) -> Contents:
        return before

    return Change(tuple(splices), intended, verbatim=True)


def _between(document: Document, items: Sequence[Item], style: Style) -> Iterator[Splice]:
    """Yield the splices that leave as many empty lines between events as there mostly are."""
    text = document.text
    lines = document.line_end * style.between.count("\n")
    extents = extents_of(text, document.structure)
    for item, following, extent in zip(items, items[1:], extents[1:], strict=False):
        gap = TextRange(item.span.end, extent.start)
        has_comments = extent.start < following.span.start
        # Without an empty line, a comment could seem to belong to the event above it.
        if gap.of(text) != lines and not gap.of(text).strip() and not (has_comments and not lines):
            yield Splice(gap, lines)
