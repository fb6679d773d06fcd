"""A row as read: where it stands, what is kept of it as notes, and what was wrong with it, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

SPOILT_WORDS = "号码已被表格软件改坏（{}），末尾几位无法恢复，请把该列设为“文本”格式后照证件重新录入"
UNSOLVED_WORDS = "单元格是公式而没有算好的结果，请改为数值后重新导入"
UNREADABLE_WORDS = "“{}”的内容“{}”看不懂，原样记为备注"


STRUCK_ROW = "姓名或身份证号加了删除线（已划掉），没有读入；若仍有效，请去掉删除线后重新导入"
STRUCK_CELL = "“{}”的内容“{}”加了删除线（已划掉），没有读入"
PICTURES = "“{}”一栏是嵌在单元格里的图片，没有读入"
HIDDEN_ROWS = "第{}行是隐藏的行（或被筛选掉），已照样读入，请核对是否应当读入"
COLUMN_UNSEEN = "“{}”是隐藏的列，已照样读入，请核对是否应当读入"
HIDDEN_SHEET = "本表是隐藏的工作表，已照样读入，请核对是否应当读入"


class SheetRemark(NamedTuple):
    """Something to tell about a place in a sheet: row and column as the spreadsheet shows them."""

    row: int | None
    column: str | None
    value: str | None
    words: str


@dataclass(slots=True)
class ReadRow:
    """A row of any sheet as read: the notes of unknown columns, and what was wrong."""

    row: int
    kind: str
    letters: Mapping[str, str]  # field → column letters
    notes: dict[str, str] = field(default_factory=dict)
    refused: SheetRemark | None = None
    findings: list[SheetRemark] = field(default_factory=list)
    converted: dict[str, str] = field(default_factory=dict)  # field → the words of an old calendar

    def refuse(self, name: str, value: str | None, words: str) -> None:
        """Refuse the row for what stands in a field's column; the first reason stays."""
        self.refused = self.refused or SheetRemark(self.row, self.letters.get(name), value, words)

    def doubt(self, name: str, value: str | None, words: str) -> None:
        self.findings.append(SheetRemark(self.row, self.letters.get(name), value, words))


def shape_words(number: str) -> str:
    """Why a text is no citizen number by its shape alone."""
    spaceless = re.sub(r"[\s-]", "", number)
    body, last = spaceless[:-1], spaceless[-1:]
    strange = [c for c in body if not c.isdigit()] + [last] * (not last.isdigit() and last not in "xX")
    if strange:
        return f"身份证号中有不该有的字符“{''.join(dict.fromkeys(strange))}”，只应有数字，末位可为字母X"
    if len(spaceless) in (15, 18):
        return "15位的身份证号末位应为数字" if len(spaceless) == 15 else "身份证号不对，请照证件重新录入"
    return f"身份证号应为15位或18位，这里是{len(spaceless)}位"
