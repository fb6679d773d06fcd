"""Differences 不一致: one thing that two books say differently of somebody, in which of them the error probably is, and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from models.checkups.check_items import EFFORTS, CheckedBook, CheckItem, Effort

UNSURE = ""
NOT_SURE = "看不出哪边错"
WRONG_WORDS = {
    CheckedBook.ARCHIVE: "档案库可能有误",
    CheckedBook.SUPERIOR: "上级系统可能有误",
    CheckedBook.PAPER: "纸质档案要补",
    CheckedBook.BANK: "银行还没有答复",
    UNSURE: NOT_SURE,
}


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody of whom books speak: on file (``person`` is the id), or on the superior's list alone."""

    key: str  # uid of the person, or where the list has the row
    person: int | None
    name: str
    number: str
    street: str = ""
    community: str = ""
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Where the superior's list says something: file, sheet, row, and the heading of the column in its own words."""

    file: str
    sheet: str
    row: int
    heading: str = ""

    def words(self, with_file: bool = True) -> str:
        """Where it is, in words."""
        return f"{f'{self.file} ' if with_file else ''}{self.sheet}第{self.row}行"


@dataclass(frozen=True, slots=True)
class Difference:
    """What the archive says (``here``), what the other book says (``there``), and which of them is probably wrong.

    ``wrong`` is '' where nothing tells which; ``about`` says of what it is: the kind of identity, the paper, the run.
    ``gap`` is the money by which the other book says more than the archive, in yuan.
    """

    subject: Subject
    item: CheckItem
    other: CheckedBook
    here: str
    there: str
    wrong: CheckedBook | str = UNSURE
    why: str = ""
    about: str = ""
    place: ListPlace | None = None
    gap: Decimal = field(default=Decimal(0))
    weight: int = 0  # where it is not the item's

    @property
    def grave(self) -> int:
        return self.weight or self.item.weight

    @property
    def effort(self) -> Effort:
        """What mending it takes: where it is known which book is wrong, only the typing."""
        if self.wrong == CheckedBook.SUPERIOR:
            return Effort.THERE
        if self.wrong == CheckedBook.ARCHIVE and self.item.of_field:
            return Effort.HERE
        return self.item.asks

    @property
    def label(self) -> str:
        return f"{self.item.words}（{self.about}）" if self.about else self.item.words

    def wrong_words(self) -> str:
        """Which book is to be mended, in words."""
        return WRONG_WORDS[self.wrong]


def by_effort(differences: list[Difference]) -> list[Difference]:
    """A worklist: the least effort first, of one effort the gravest, then person by person."""
    return sorted(
        differences,
        key=lambda each: (
            EFFORTS.index(each.effort),
            -each.grave,
            each.subject.street,
            each.subject.community,
            each.subject.number,
            each.subject.key,
            each.item.key,
        ),
    )
