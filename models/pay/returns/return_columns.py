"""Return columns, those of result in a bank's file: which of them says whether the payment was made, decided by what they hold.

Banks write several: 受理结果 beside 入账结果, 处理状态 beside 失败原因. Taking a file in is no payment, so the latest stage
decides; a column that says one thing of everybody decides nothing where another tells people apart; and where two of one
stage contradict each other it is a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from models.imports.sheets.cells import shown
from models.imports.sheets.lists import ListRow, ReadList
from models.imports.words.return_words import BankAnswer, answer_in, meaning_of, says_nothing

CONTRADICTING = "；"  # between two words that contradict each other
NO_REASON = "银行退回，未写原因"
EMPTY = "结果一栏是空的"
TOLD = frozenset(["result", "reason", "message"])  # fields that tell who was paid
RESULT_LIKE = re.compile(r"结果|状态|状况|标志|标识|是否.{0,4}(成功|到账|入账)|成功否|返回码|响应码")
OTHER_THINGS = re.compile(
    r"账[户号]状|帐[户号]状|卡状|证件|人员|客户|享受|优抚|在职|婚姻|生存|核[实对]|开户|签约"
)
EARLY = re.compile(r"受理|提交|接收|导入|上传|校验|检[查验]|审[核批]|复核|录入|发送|登记|预处理")
LATE = re.compile(r"入[账帐]|到[账帐]|支付|付款|发放|代发|转[账帐]|交易|打[款卡]|清算|扣款|最终|核心")
SURE_WORD = re.compile(r"成功|失败|入账|到账|退[票回汇]|处理中|受理")
Said = tuple[BankAnswer, str]


class ResultStage(IntEnum):
    """How far a payment has come that a column speaks of."""

    TAKEN_IN = 0
    TREATED = 1
    PAID = 2


@dataclass(frozen=True, slots=True)
class ResultColumn:
    """A column with a word of result in each row."""

    index: int
    heading: str
    stage: ResultStage

    def words(self, row: ListRow) -> str:
        words = shown(row.cells[self.index]) if self.index < len(row.cells) else ""
        return "" if says_nothing(words) else words

    def said(self, row: ListRow) -> Said | None:
        """What the row's word means here; None where it is empty."""
        words = self.words(row)
        return (answer_in(words, self.heading), words) if words else None


@dataclass(slots=True)
class ResultColumns:
    """The columns of one table that tell results."""

    columns: list[ResultColumn] = field(default_factory=list)
    idle: set[int] = field(default_factory=set)  # indexes of those that say one thing of everybody
    fields: frozenset[str] = frozenset()
    idle_fields: frozenset[str] = (
        frozenset()
    )  # reason, message: where they say the same of everybody, as a title would

    @classmethod
    def of(cls, table: ReadList) -> ResultColumns:
        """Those of a table that was read; without any where nothing in it tells results."""
        named = [c for c in table.columns if c.field == "result" or _is_result_like(c.heading, c.field)]
        found = [ResultColumn(c.index, c.heading, _stage(c.heading)) for c in named]
        known = [column for column in found if any(_known(column, table.rows))]
        made = cls(known or found, fields=frozenset(table.fields & TOLD))
        if not made.tells:
            other = [
                c for c in table.columns if c.field in ("", "batch") and not OTHER_THINGS.search(c.heading)
            ]
            columns = [ResultColumn(c.index, c.heading, ResultStage.TREATED) for c in other]
            made.columns = [column for column in columns if _is_by_content(column, table.rows)][:1]
        made.idle = made._idle(table.rows)
        made.idle_fields = made._idle_fields(table.rows)
        return made

    @property
    def tells(self) -> bool:
        """Whether the table says who was paid."""
        return bool(self.columns or self.fields)

    def said(self, row: ListRow, rest_paid: bool) -> Said:
        """What a row says of its payment, and in which words."""
        reason, message = (_field(row, name) for name in ("reason", "message"))
        result = self._result(row)
        if result is not None:
            return self._with_reason(row, result, reason, message)
        if reason:  # a reason is one for failing, unless its words say otherwise
            return meaning_of(reason) or BankAnswer.FAILED, reason
        if message:
            return answer_in(message), message
        if rest_paid:
            return BankAnswer.FAILED, NO_REASON
        if self.columns or "message" in self.fields:
            return BankAnswer.UNKNOWN, EMPTY
        return BankAnswer.PAID, ""

    def _result(self, row: ListRow) -> Said | None:
        """What the columns of result say together; None when they say nothing."""
        deciding = [column for column in self.columns if column.index not in self.idle] or self.columns
        last = max((column.stage for column in deciding), default=ResultStage.TAKEN_IN)
        late = _together(column.said(row) for column in deciding if column.stage == last)
        early = _together(column.said(row) for column in self.columns if column.stage < last)
        if late is None:
            return early if early and early[0] != BankAnswer.PAID else None
        if early and (late[0], early[0]) == (BankAnswer.PAID, BankAnswer.FAILED):
            return BankAnswer.UNKNOWN, f"{early[1]}{CONTRADICTING}{late[1]}"
        return late

    def _with_reason(self, row: ListRow, result: Said, reason: str, message: str) -> Said:
        """A result beside its reason, which explains a code that nobody knows, and contradicts a success."""
        answer, words = result
        named = (("reason", reason), ("message", message))
        failing = {name: each for name, each in named if each and answer_in(each) == BankAnswer.FAILED}
        why = next(iter(failing.values()), "")
        if answer == BankAnswer.FAILED:
            return answer, reason or message or words
        if answer == BankAnswer.UNKNOWN and why and CONTRADICTING not in words:
            return BankAnswer.FAILED, why
        if answer == BankAnswer.PAID and failing.keys() - self.idle_fields:
            idle = bool(self.columns) and self.idle.issuperset(column.index for column in self.columns)
            return (BankAnswer.FAILED, why) if idle else (BankAnswer.UNKNOWN, f"{words}{CONTRADICTING}{why}")
        return result

    def _idle(self, rows: Sequence[ListRow]) -> set[int]:
        """The columns that say one and the same of everybody, where something else tells people apart."""
        if len(rows) < 2:
            return set()
        answers = {c.index: {said[0] for row in rows if (said := c.said(row))} for c in self.columns}
        reasons = [bool(_field(row, "reason") or _field(row, "message")) for row in rows]
        told_apart = any(len(each) > 1 for each in answers.values()) or len(set(reasons)) > 1
        return {index for index, each in answers.items() if len(each) <= 1} if told_apart else set()

    def _idle_fields(self, rows: Sequence[ListRow]) -> frozenset[str]:
        """The fields beside the results that say the same words of everybody, where the results tell people apart."""
        answers = {said[0] for column in self.columns for row in rows if (said := column.said(row))}
        if len(answers) < 2:
            return frozenset()
        return frozenset(
            name for name in ("reason", "message") if len({_field(row, name) for row in rows}) == 1
        )


def _together(each_said: Iterable[Said | None]) -> Said | None:
    """What several words of one stage say: what all say, what waits, or a question; None when there is none."""
    said = [each for each in each_said if each]
    if not said:
        return None
    answers = {answer for answer, _ in said}
    if len(answers) == 1:
        return said[0]
    if BankAnswer.PENDING in answers:
        return next(each for each in said if each[0] == BankAnswer.PENDING)
    return BankAnswer.UNKNOWN, CONTRADICTING.join(dict.fromkeys(each for _, each in said))


def _field(row: ListRow, name: str) -> str:
    words = row.said.get(name, "")
    return "" if says_nothing(words) else words


def _is_result_like(heading: str, name: str) -> bool:
    return (
        name in ("", "batch") and RESULT_LIKE.search(heading) is not None and not OTHER_THINGS.search(heading)
    )


def _stage(heading: str) -> ResultStage:
    if LATE.search(heading):
        return ResultStage.PAID
    return ResultStage.TAKEN_IN if EARLY.search(heading) else ResultStage.TREATED


def _known(column: ResultColumn, rows: Sequence[ListRow]) -> list[str]:
    """The words of a column that mean something."""
    return [words for row in rows if (words := column.words(row)) and meaning_of(words) is not None]


def _is_by_content(column: ResultColumn, rows: Sequence[ListRow]) -> bool:
    """Whether a column of whatever heading holds nothing but words of result, in at least half of the rows."""
    filled = [words for row in rows if (words := column.words(row))]
    known = _known(column, rows)
    return len(filled) * 2 >= len(rows) > 0 and filled == known and any(map(SURE_WORD.search, known))
