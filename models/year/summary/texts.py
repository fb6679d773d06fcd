"""The office's own texts of its summaries, one for each year; until it edits one, that of the year before, or the program's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

import resources
from models.core import journal
from models.core.record import Count, Flag, Record, Text
from models.year import figures
from models.year.figures.sources import source_names
from models.year.proposals.plans import PLANS_SECTION
from models.year.proposals.problems import PROBLEMS_SECTION
from models.year.summary.document_kinds import DOCUMENT_KINDS
from models.year.summary.template import Template, bracket_faults, read_template, template_words
from models.year.summary.told_words import BY_UNITS, PEOPLES_NAMES
from models.year.summary.usual_places import UsualPlace, usual_places

SUMMARY_KINDS = tuple(DOCUMENT_KINDS)
YEARLY_SUMMARY, HALF_YEARLY_SUMMARY = SUMMARY_KINDS[:2]
BODY = "正文"  # all sections, in this order
PROPOSALS = (PROBLEMS_SECTION, PLANS_SECTION)  # whose sentences an officer takes or leaves
REGISTERS = "登记表"  # all registers that the figures rest on
SECTIONS = ("组织", "宣传", "基层", "优抚", "褒扬")


class TextChoices(NamedTuple):
    """What an officer chooses for one document besides its words."""

    tell_zero: bool = False
    names_people: bool = False
    names_units: bool = True

    def for_public(self) -> TextChoices:
        """The same for a copy for the public, which names nobody."""
        return self._replace(names_people=False)

    @property
    def unsaid(self) -> tuple[str, ...]:
        """The forms that the document does without."""
        said = {PEOPLES_NAMES: self.names_people, BY_UNITS: self.names_units}
        return tuple(form for form, chosen in said.items() if not chosen)


AS_USUAL = TextChoices()


class SummaryText(Record):
    """The text of one kind of summary as the office edited it, for a year; without one for all years that have none."""

    NOUN = "总结模板"
    NAMED_BY = ("kind", "year")
    TIMELESS = "本单位的设置"

    kind = Text("总结种类")
    year = Count("年度")
    text = Text("模板")
    tell_zero = Flag("没有的事项也写明")
    names_people = Flag("写出个人姓名")
    leaves_units = Flag("不写组织单位")

    class Meta:
        indexes = ((("kind", "year"), True),)

    def rules(self) -> Iterator[tuple[str, str]]:
        if self.kind not in SUMMARY_KINDS:
            yield "kind", f"文种只有{'、'.join(SUMMARY_KINDS)}"
        if not self.text.strip():
            yield "text", "模板是空的；要用回原来的模板，请按“恢复原模板”"
        elif found := bracket_faults(self.text):
            yield "text", "；".join(found)

    @property
    def choices(self) -> TextChoices:
        return TextChoices(bool(self.tell_zero), bool(self.names_people), not self.leaves_units)


def summary_text_of(kind: str, year: int) -> SummaryText:
    """The office's text of a kind for a year; where it has none, that of the last year before, or the program's, not saved."""
    found = _nearest(kind, year)
    if found is not None and found.year == year:
        return found
    if found is None:
        return SummaryText(kind=kind, year=year, text=shipped_text(kind))
    return SummaryText(
        kind=kind, year=year, text=found.text, tell_zero=found.tell_zero, leaves_units=found.leaves_units
    )


def text_origin(kind: str, year: int) -> str:
    """Where the text of a year comes from, in words; nothing where it is the year's own."""
    found = _nearest(kind, year)
    if found is None:
        return "程序自带的文字"
    if found.year == year:
        return ""
    return f"沿用{found.year}年的文字" if found.year else "沿用以前的文字"


def _nearest(kind: str, year: int) -> SummaryText | None:
    fitting = SummaryText.year.is_null(True) | (SummaryText.year <= year)
    found = SummaryText.select().where(SummaryText.kind == kind, fitting).order_by(SummaryText.year.desc())
    nearest: SummaryText | None = found.first()  # the one without a year is the last
    return nearest


def shipped_text(kind: str) -> str:
    """The text that the program brings; a line ``{正文}`` stands for all sections, ``{宣传}`` for one of them."""
    sections = {name: _text_file(f"sections/{name}") for name in SECTIONS}
    text = _text_file(kind).replace(f"{{{BODY}}}\n", "".join(sections.values()))
    for name, section in sections.items():
        text = text.replace(f"{{{name}}}\n", section)
    text = text.replace(f"{{{REGISTERS}}}", "|".join(_registers()))
    return DOCUMENT_KINDS[kind].styled(text)


@cache
def proposed_lines(section: str) -> tuple[str, ...]:
    """The paragraphs that a document may have in 存在问题 or in 下一步打算."""
    return tuple(_text_file(section).splitlines())


def _registers() -> Iterator[str]:
    """Each register that figures rest on, with its figure, as an item of a list."""
    for key, name in source_names(figures.DEFINITIONS.values()).items():
        yield f"{name}{{{key}}}"


def _text_file(name: str) -> str:
    return resources.path(f"templates/{name}.txt").read_text("utf-8")


@cache
def _shipped() -> tuple[Template, ...]:
    proposed = ("\n".join(("", *proposed_lines(section))) for section in PROPOSALS)
    return tuple(read_template(text) for text in (*map(shipped_text, SUMMARY_KINDS), *_both_ways(proposed)))


def _both_ways(texts: Iterable[str]) -> Iterator[str]:
    """Texts with each way of headings."""
    for text in texts:
        yield from {kind.styled(text) for kind in DOCUMENT_KINDS.values()}


@cache
def frame() -> frozenset[str]:
    """The sentences of the program's own texts, by which one knows what an office wrote itself."""
    return frozenset(template_words(sentence) for each in _shipped() for sentence in each.sentences())


@cache
def places() -> tuple[UsualPlace, ...]:
    """Where the program's own texts have which figure."""
    return usual_places(_shipped())


def keep_text(kind: str, year: int, text: str, user: str, choices: TextChoices = AS_USUAL) -> SummaryText:
    """Keep a text for a year; raises ``Invalid`` when its brackets do not fit.

    Whether people are named is chosen for each document anew: a text that is taken over from the year before names nobody.
    """
    kept = summary_text_of(kind, year)
    kept.text, kept.tell_zero = text, choices.tell_zero or None
    kept.names_people, kept.leaves_units = choices.names_people or None, not choices.names_units or None
    with journal.entry(f"修改{year}年{kind}", user):
        kept.save()
    return kept


def restore_text(kind: str, year: int, user: str) -> None:
    """Go back to the program's text for a year, whatever the years before had."""
    kept = summary_text_of(kind, year)
    with journal.entry(f"恢复{year}年{kind}原模板", user):
        if kept.id is not None:
            kept.delete_instance()
        if _nearest(kind, year) is not None:
            SummaryText(kind=kind, year=year, text=shipped_text(kind)).save()
