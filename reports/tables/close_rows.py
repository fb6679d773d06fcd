"""Close rows 密排行 of long lists: words that need more than one line are set in smaller type, so that every row is as high as any."""

from __future__ import annotations

from collections.abc import Sequence

from reports.paper.layout import PAD, Box, Gaps, Row, Strip, fit, place_lines
from reports.paper.sheet import Style


class CloseRow(Row):
    """A row of which each cell takes the first of ``styles`` whose lines find room in its height.

    What finds none even in the last of them makes the row higher: nothing is lost.
    """

    def __init__(
        self, boxes: Sequence[Box], height: float, styles: Sequence[Style], across: float, tallest: float
    ) -> None:
        super().__init__(boxes, (), height, styles[-1], across=across, tallest=tallest)
        self.styles = tuple(styles)

    def strips(
        self, texts: Sequence[str], gaps: Gaps, table: object, heads: tuple[Strip, ...] = ()
    ) -> list[Strip]:
        cells = [self._cell(text, box, gaps) for box, text in zip(self.boxes, texts, strict=True)]
        if None in cells:
            return super().strips(texts, gaps, table, heads)
        set_lines = [each for each in cells if each is not None]
        marks = [
            mark
            for box, (style, lines) in zip(self.boxes, set_lines, strict=True)
            if lines
            for mark in place_lines(lines, style, box, self.height)
        ]
        blanks = self._blanks([lines for _, lines in set_lines], self.height)
        return [Strip(self.height, self.print(self.height), tuple(marks), table, heads, blanks=blanks)]

    def _cell(self, text: str, box: Box, gaps: Gaps) -> tuple[Style, Sequence[str]] | None:
        """The lines of a cell and their type; None when no type finds room for them."""
        for style in self.styles:
            lines = fit(text, style, box.width - 2 * PAD, gaps) if text else ()
            if (len(lines) - 1) * style.leading + style.size <= self.height:
                return style, lines
        return None
