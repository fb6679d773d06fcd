"""Kinds of document 文种 that tell of a year: which months, how headings stand, and what is annexed."""

from __future__ import annotations

import re
from typing import NamedTuple

from models.year.figures.period import LAST_MONTH
from models.year.summary.template import BULLET, FIRST_LEVEL, SECOND_LEVEL, SMALL_HEADING

HALF_YEAR = 6  # the last month of a half-yearly report


class DocumentKind(NamedTuple):
    """What sets one kind apart from the others; its text is a file of ``resources/templates``."""

    until: int = LAST_MONTH  # the last month that it tells of
    is_news: bool = (
        False  # with small headings and points, as a newspaper has them, in place of 一、 and （一）
    )
    has_table: bool = True  # of the figures with their sources
    has_charts: bool = True

    def styled(self, text: str) -> str:
        """A text with its headings as this kind has them."""
        if not self.is_news:
            return text
        return re.sub(
            rf"^(?:({FIRST_LEVEL.pattern})|{SECOND_LEVEL.pattern})",
            lambda found: SMALL_HEADING if found[1] else BULLET,
            text,
            flags=re.MULTILINE,
        )


DOCUMENT_KINDS = {
    "年度总结": DocumentKind(),
    "半年总结": DocumentKind(until=HALF_YEAR),
    "简报": DocumentKind(is_news=True, has_table=False, has_charts=False),
    "述职数据": DocumentKind(has_charts=False),
    "统计说明": DocumentKind(),
}
