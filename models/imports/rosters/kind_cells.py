"""The kind of somebody in the words of a cell: 七级残疾军人, 60岁老兵, 两参; what does not say one kind is a question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from models.core import codes
from models.core.words import bare_heading
from models.imports.sheets.cells import shown
from models.imports.sheets.columns import FoundColumn
from models.imports.words.kind_words import kinds_named

KIND_FIELDS = frozenset(["row.kind", "identity.category"])
GRADE = re.compile(r"([一二三四五六七八九十]|10|[1-9])级")
NATURE = re.compile(r"因[战公病](致残)?")
FAMILY = re.compile(r"遗孀|遗属|遗孤|家属|军属|配偶|妻子|丈夫|寡妇|子女|父母|亲属")
OF_FAMILIES = frozenset(["三属", "烈士子女"])
BOTH_KINDS = re.compile(r"两参|双参|参战参[试核]")
NOTE = re.compile(r"\([^()]*\)")
SEVERAL_KINDS = "“{}”里有{}几种身份，请每种身份写一行后重新导入"
EITHER = "“{}”可能是参战，也可能是参试，请写明是哪一种后重新导入"
OF_FAMILY = "“{}”说的是家属，不是本人，看不出家属是哪一类优抚对象，请核对后重新导入"
UNKNOWN_KIND = "“{}”不是已知的优抚对象类别"


@dataclass(frozen=True, slots=True)
class KindSaid:
    """What a cell says of somebody's kind; ``exact`` when a code table has its words, ``problem`` why it says none."""

    kind: str = ""
    category: str = ""
    grade: str = ""
    nature: str = ""
    exact: bool = False
    problem: str = ""
    of_family: bool = False  # whether it speaks of somebody's family, and not of him

    def words(self) -> str:
        """As what it was read."""
        return "、".join(filter(None, (self.category or self.kind, self.nature, self.grade)))


def names_other_kinds(columns: Sequence[FoundColumn], rows: Sequence[Sequence[Any]], kind: str) -> bool:
    """Whether a column of kinds names another than that one, somewhere."""
    indexes = [column.index for column in columns if column.field in KIND_FIELDS]
    words = {shown(row[index]) for row in rows for index in indexes if kind and index < len(row)}
    return any((said := kind_in_cell(each).kind) and said != kind for each in words if each)


def kind_in_cell(words: str) -> KindSaid:
    """The kind that a cell's words mean."""
    if exact := _exact(words):
        return exact
    text = bare_heading(words)
    if BOTH_KINDS.search(text):
        return KindSaid(problem=EITHER.format(words))
    bare = NOTE.sub("", text)
    kinds = kinds_named(bare) or kinds_named(text)
    grade, nature = GRADE.search(text), NATURE.search(text)
    if grade and not kinds:
        kinds = {"伤残人员"}
    if FAMILY.search(bare) and kinds - OF_FAMILIES:
        return KindSaid(problem=OF_FAMILY.format(words), of_family=True)
    if len(kinds) != 1:
        several = SEVERAL_KINDS.format(words, "、".join(sorted(kinds)))
        return KindSaid(problem=several if kinds else UNKNOWN_KIND.format(words))
    kind = kinds.pop()
    return KindSaid(
        kind,
        _category(GRADE.sub("", bare), kind),
        (codes.table("grade").read(grade[0]) or "") if grade and kind == "伤残人员" else "",
        nature[0][:2] if nature and kind == "伤残人员" else "",
    )


def _exact(words: str) -> KindSaid | None:
    if kind := codes.table("kind").read(words):
        return KindSaid(kind, codes.table("category").read(words) or "", exact=True)
    if kind := codes.kind_of_category(words):
        return KindSaid(kind, codes.table("category").read(words) or "", exact=True)
    return None


def _category(words: str, kind: str) -> str:
    """The finer category of a kind in what is left without grade and notes; '' when none is said."""
    named = codes.table("category").read(NATURE.sub("", words)) or ""
    return named if codes.kinds_by_category().get(named) == kind else ""
