"""Rows of a form that are penned 手写: the cells for opinions, signatures, seals and days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from reportlab.lib.units import mm

from reports.paper import fonts
from reports.paper.fonts import SERIF
from reports.paper.layout import BODY, FINE, VALUE, Box, Gaps, Strip, breadth, fit, label_marks
from reports.paper.line_breaks import clean, wrap
from reports.paper.sheet import MIDDLE_OF_CHARACTER, Mark, Print, Rule

WORDS_IN, WORDS_DOWN, WORDS_STEP = (
    4 * mm,
    4 * mm,
    16.0,
)  # words of an opinion: from the left, from the top, apart
FIRST_SIGN, SIGN_STEP = 3 * mm, 7.2 * mm  # lines to sign: above the foot, apart


class StaticRow:
    """A cell of a form that is filled in by hand: a label, words at the top, and lines to sign at the foot."""

    def __init__(
        self,
        label: str,
        words: str = "",
        sign: Sequence[str] = (),
        height: float = 20 * mm,
        label_width: float = 22 * mm,
    ) -> None:
        self.label, self.words, self.sign = label, words, tuple(sign)
        self.lowest = height
        self.label_width = label_width if label else 0.0
        self.prints: dict[float, Print] = {}

    @cached_property
    def height(self) -> float:
        """The least height, at which the words do not run into the lines to sign."""
        words = len(self._lines()) * WORDS_STEP
        signed = FIRST_SIGN + (len(self.sign) - 1) * SIGN_STEP + VALUE.size if self.sign else FIRST_SIGN
        return max(self.lowest, WORDS_DOWN + words + signed)

    def _lines(self) -> list[str]:
        room = BODY - self.label_width - 2 * WORDS_IN
        return wrap(self.words, fonts.face(SERIF), VALUE.size, room) if self.words else []

    def filled(self, facts: Mapping[str, str], table: object, gaps: Gaps) -> Strip:
        """The cell with what is known of it; with nothing, for the pen."""
        return self.strip(table)

    def strip(self, table: object) -> Strip:
        return Strip(self.height, self.print(self.height), (), table, stretch=self.print)

    def print(self, height: float) -> Print:
        height = round(height, 1)
        if height not in self.prints:
            x = self.label_width
            rules = (
                (Rule(0, 0, BODY, 0, FINE), Rule(x, 0, x, height, FINE))
                if self.label
                else (Rule(0, 0, BODY, 0, FINE),)
            )
            marks = label_marks(self.label, Box(0, x), height) if self.label else []
            first = height - WORDS_DOWN - MIDDLE_OF_CHARACTER * VALUE.size
            marks += [
                Mark(x + WORDS_IN, first - n * WORDS_STEP, VALUE, line, x)
                for n, line in enumerate(self._lines())
            ]
            marks += self._signatures()
            self.prints[height] = Print(BODY, height, rules, tuple(marks))
        return self.prints[height]

    def _signatures(self) -> list[Mark]:
        """The lines to sign, from the foot upwards, all ending at the same place."""
        marks = []
        for number, line in enumerate(reversed(self.sign)):
            x = BODY - 8 * mm - breadth(line, VALUE)
            marks.append(Mark(x, FIRST_SIGN + number * SIGN_STEP, VALUE, line, self.label_width))
        return marks


class OpinionRow(StaticRow):
    """A level's cell of a form: for the pen as long as it has not signed, then with its opinion, signer and day.

    The facts are ``opinion:LEVEL``, ``signer:LEVEL`` and ``signed:LEVEL``. What is filled in is set as marks, for it
    differs from person to person, while label and rules are printed once.
    """

    def __init__(
        self, label: str, level: str, words: str = "", sign: Sequence[str] = (), height: float = 20 * mm
    ) -> None:
        super().__init__(label, words, sign, height)
        self.level = level
        self.bare = StaticRow(label, "", (), 0)

    def filled(self, facts: Mapping[str, str], table: object, gaps: Gaps) -> Strip:
        words, day = facts.get(f"opinion:{self.level}", ""), facts.get(f"signed:{self.level}", "")
        if not words and not day:
            return self.strip(table)
        room = BODY - self.label_width - 2 * WORDS_IN
        lines = fit(clean(words), VALUE, room, gaps) if words else ()
        signer = facts.get(f"signer:{self.level}", "")
        foot = [f"负责人：{clean(signer)}　　　（盖章）"] if signer else list(self.sign[:-1])
        foot += [day] if day else []
        signed_down = FIRST_SIGN + max(0, len(foot) - 1) * SIGN_STEP + VALUE.size
        height = WORDS_DOWN + len(lines) * WORDS_STEP + signed_down
        height = round(max(self.lowest, height), 1)
        return Strip(height, self.bare.print(height), tuple(self._marks(lines, foot, height)), table)

    def _marks(self, lines: Sequence[str], foot: Sequence[str], height: float) -> list[Mark]:
        first = height - WORDS_DOWN - MIDDLE_OF_CHARACTER * VALUE.size
        left = self.label_width + WORDS_IN
        marks = [
            Mark(left, first - n * WORDS_STEP, VALUE, line, self.label_width) for n, line in enumerate(lines)
        ]
        for number, line in enumerate(reversed(foot)):
            x = BODY - 8 * mm - breadth(line, VALUE)
            marks.append(Mark(x, FIRST_SIGN + number * SIGN_STEP, VALUE, line, self.label_width))
        return marks
