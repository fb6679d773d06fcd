"""Weighed columns: what a heading says of a column against what its values say, with the neighbours as witnesses.

Where heading and values disagree, or a column that would matter is not certain, it becomes a question to the officer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from models.imports.evidence.taught import OF_REGISTER, OF_ROSTER
from models.imports.evidence.value_sorts import (
    NUMBER_SORTS,
    WORD_SORTS,
    ValueSort,
    sort_of_field,
)
from models.imports.sheets.columns import ColumnCandidate, FoundColumn
from models.imports.sheets.contents import ColumnScales, sample_rows
from models.imports.sheets.dictionary import Dictionary, Reason
from models.imports.sheets.money import summing_columns
from models.imports.sheets.read_rows import SheetRemark
from models.imports.workbooks.sheet import Sheet

OWN_LEFT = 0.2  # the share of a column's own sort below which another one contradicts its heading
PERHAPS_CERTAINTY = 50  # of what most values say, or of one of several fields
ASKING = frozenset([OF_ROSTER, OF_REGISTER])  # tables of which an officer can be asked
MATTERING_SORTS = frozenset(
    {ValueSort.NUMBER, ValueSort.ACCOUNT, ValueSort.PHONE, ValueSort.STATE, ValueSort.KIND}
)
SAYS_OTHER_DAY = re.compile(
    r"日期|时间|年月|期限|[年月日时]$"
)  # a heading that says which day it is, if not one of ours
ONE_DAY_ALONE = frozenset(["dead", OF_REGISTER])  # tables whose only day is that of what they are about


def weighed(
    columns: Sequence[FoundColumn], rows: Sequence[Sequence[Any]], dictionary: Dictionary, kind: str = ""
) -> tuple[FoundColumn, ...]:
    """The columns of a heading weighed against the rows below it; such as have no heading are added where values tell them."""
    weighing = _Weighing(columns, sample_rows(rows), dictionary, kind)
    weighing.rows = rows
    weighing.contradict()
    weighing.understand()
    return weighing.columns()


QUESTION = "“{}”一栏（如{}）不能确定存到哪里，可能是{}，这一栏没有读入；请在导入窗口的“核对读法”里指明，或改好表头后重新导入"
BY_VALUES = "“{}”一栏（如{}）按内容当作“{}”读入，请核对"


class _Weighing(ColumnScales):
    """The columns of one table being weighed; ``rows`` are all below the heading, for what a total says."""

    rows: Sequence[Sequence[Any]] = ()

    def columns(self) -> tuple[FoundColumn, ...]:
        """The columns as they were weighed; of those without heading only what was understood."""
        found = (self.by_index[index] for index in self.order)
        return tuple(each for each in found if each.written or each.field or each.asked or each.looks)

    # --- headings that values contradict

    def contradict(self) -> None:
        """Make a question of each heading that its values clearly contradict."""
        if self.dictionary.name not in ASKING:
            return
        for index in self.order:
            column, values = self.by_index[index], self.values[index]
            own = sort_of_field(self.dictionary.name, column.field)
            if own is None or column.again or column.reason is Reason.OFFICE or len(values.texts) < 2:
                continue
            other = next((sort for sort in values.clear() if self._contradicts(own, sort)), None)
            if other is not None and values.share(own) < OWN_LEFT:
                said = ColumnCandidate(column.field, column.reason, PERHAPS_CERTAINTY)
                fields = (self.candidate(field) for field in self.free_fields(other))
                self.by_index[index] = replace(column, field="", candidates=(*fields, said))

    @staticmethod
    def _contradicts(own: ValueSort, other: ValueSort) -> bool:
        if other in NUMBER_SORTS:
            return own is not other
        return (
            other in WORD_SORTS
            and own in WORD_SORTS | NUMBER_SORTS
            and {own, other}
            != {
                ValueSort.KIND,
                ValueSort.GRADE,
            }
        )

    # --- columns that no heading tells

    def understand(self) -> None:
        """Give a field to each unknown column whose values clearly tell it; ask of those that are not certain and matter."""
        for sorts in (
            {ValueSort.NUMBER},
            set(ValueSort) - {ValueSort.NUMBER, ValueSort.MONEY, ValueSort.DAY},
        ):
            told = {index: self._told(index, sorts) for index in self.unknown()}
            for index, fields in told.items():
                self._give(index, fields, told)
            if ValueSort.NUMBER in sorts and not self.births:
                self.know_births()
        self._understand_days()
        self._understand_money()
        self._ask_of_doubtful()

    def _give(self, index: int, fields: list[str], told: dict[int, list[str]]) -> None:
        """The field, where it is one and no other column claims it; a question else."""
        claiming = [other for other, some in told.items() if set(some) & set(fields)]
        if any(other < index and self._says_the_same(other, index) for other in claiming):
            return  # the holder of an account beside the name: the first one is it
        rivals = [other for other in claiming if other != index and not self._says_the_same(index, other)]
        if len(fields) == 1 and not rivals:
            column = replace(self.by_index[index], field=fields[0], reason=Reason.CONTENT)
            self.by_index[index] = column
        elif fields:
            self._ask(index, fields)

    def _says_the_same(self, one: int, other: int) -> bool:
        return self.values[one].texts == self.values[other].texts

    def _told(self, index: int, sorts: Iterable[ValueSort]) -> list[str]:
        """The free fields that a column's values clearly tell."""
        clear = [sort for sort in self.values[index].clear() if sort in sorts]
        return list(dict.fromkeys(field for sort in clear for field in self.free_fields(sort)))

    def _understand_days(self) -> None:
        unknown = [index for index in self.unknown() if ValueSort.DAY in self.values[index].clear()]
        fields = self.free_fields(ValueSort.DAY)
        for index in unknown:
            heading = self.by_index[index].written
            if self.dictionary.name in ONE_DAY_ALONE:
                if (
                    len(unknown) == 1
                    and not self._day_known()
                    and not self.dictionary.unguessed.search(heading)
                ):
                    self._give(index, fields, {})
            elif fields and self.values[index].full and heading and not SAYS_OTHER_DAY.search(heading):
                self._ask(index, fields)

    def _day_known(self) -> bool:
        """Whether some column with a heading is of days already, of death or of its cancelling."""
        return any(
            (line := self.dictionary.line_of(column.field, self.kind)) is not None and line.reads == "day"
            for column in self.by_index.values()
        )

    def _understand_money(self) -> None:
        fields = self.free_fields(ValueSort.MONEY)[:1]
        unknown = [index for index in self.unknown() if self._is_money(index)]
        if fields and len(unknown) == 1 and self.dictionary.name not in ASKING:
            self._give(unknown[0], fields, {})
        elif fields and self.index_of_sort(ValueSort.MONEY) is None:
            summing = summing_columns(self.rows) if unknown else frozenset()
            if len(sure := [index for index in unknown if index in summing]) == 1:
                self._give(sure[0], fields, {})
                return
            for index in unknown:
                if self.values[index].full:
                    self._ask(index, fields)

    def _is_money(self, index: int) -> bool:
        """Whether a column holds amounts, and neither years nor running numbers."""
        texts = self.values[index].texts
        if ValueSort.MONEY not in self.values[index].clear():
            return False
        whole = [int(text) for text in texts if text.isdecimal()]
        running = len(whole) == len(texts) and all(b - a == 1 for a, b in pairwise(whole))
        return not running and not all(1900 < each < 2100 for each in whole or [0])

    def _ask_of_doubtful(self) -> None:
        """A column that most values, or the length of its numbers, speak for, and that would matter."""
        if self.dictionary.name not in ASKING:
            return
        for index in self.unknown():
            values = self.values[index]
            sorts = [sort for sort in values.perhaps() if sort in MATTERING_SORTS]
            if values.long_numbers and not values.clear():
                sorts.append(ValueSort.ACCOUNT)
            fields = [field for sort in sorts for field in self.free_fields(sort)]
            if fields and values.full:
                self._ask(index, list(dict.fromkeys(fields)))

    # --- what each of these asks

    def _ask(self, index: int, fields: Sequence[str]) -> None:
        if self.dictionary.name in ASKING:
            found = tuple(ColumnCandidate(field, Reason.CONTENT, PERHAPS_CERTAINTY) for field in fields)
            self.by_index[index] = replace(self.by_index[index], candidates=found)


def told_of_columns(
    columns: Iterable[FoundColumn], sheet: Sheet, row: int | None, label: Callable[[str], str]
) -> Iterator[SheetRemark]:
    """What is to be told of the columns of a table: those that only their values told, and those that are questions.

    ``label`` is what an officer calls a field.
    """
    for column in columns:
        letters = sheet.letters(column.index)
        heading = column.written or f"{letters}列"
        samples = "、".join(column.samples)
        if column.asked:
            labels = "、".join(dict.fromkeys(f"“{label(each.field)}”" for each in column.candidates))
            words = QUESTION.format(heading, samples, labels)
            yield SheetRemark(row, letters, samples, words)
        elif column.reason is Reason.CONTENT:
            yield SheetRemark(row, letters, samples, BY_VALUES.format(heading, samples, label(column.field)))
