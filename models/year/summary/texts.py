"""The office's own texts of its summaries; until it edits one, the text that the program brings."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import resources
from models.core import journal
from models.core.record import Flag, Record, Text
from models.year.summary.template import Template, bracket_faults, read_template, words_of
from models.year.summary.usual_places import UsualPlace, usual_places

YEARLY_SUMMARY, HALF_YEARLY_SUMMARY = "年度总结", "半年总结"
BODY = "正文"
SUMMARY_KINDS = (YEARLY_SUMMARY, HALF_YEARLY_SUMMARY)


class SummaryText(Record):
    """The text of one kind of summary as the office edited it."""

    NOUN = "总结模板"
    NAMED_BY = "kind"
    TIMELESS = "本单位的设置"

    kind = Text("总结种类", unique=True)
    text = Text("模板")
    tell_zero = Flag("没有的事项也写明")

    def rules(self) -> Iterator[tuple[str, str]]:
        if self.kind not in SUMMARY_KINDS:
            yield "kind", f"总结只有{'、'.join(SUMMARY_KINDS)}两种"
        if not self.text.strip():
            yield "text", "模板是空的；要用回原来的模板，请按“恢复原模板”"
        elif found := bracket_faults(self.text):
            yield "text", "；".join(found)


def summary_text_of(kind: str) -> SummaryText:
    """The office's text of a kind, or the program's, not saved."""
    return SummaryText.get_or_none(SummaryText.kind == kind) or SummaryText(
        kind=kind, text=shipped_text(kind)
    )


def shipped_text(kind: str) -> str:
    """The text that the program brings: what both have in common stands in a file of its own."""
    read = (resources.path(f"templates/{name}.txt").read_text("utf-8") for name in (kind, BODY))
    return next(read).replace(f"{{{BODY}}}\n", next(read))


@cache
def _shipped() -> tuple[Template, ...]:
    return tuple(read_template(shipped_text(kind)) for kind in SUMMARY_KINDS)


@cache
def frame() -> frozenset[str]:
    """The sentences of the program's own texts, by which one knows what an office wrote itself."""
    return frozenset(words_of(sentence) for each in _shipped() for sentence in each.sentences())


@cache
def places() -> tuple[UsualPlace, ...]:
    """Where the program's own texts have which figure."""
    return usual_places(_shipped())


def keep_text(kind: str, text: str, tell_zero: bool, user: str) -> SummaryText:
    """Keep a text for the office; raises ``Invalid`` when its brackets do not fit."""
    kept = summary_text_of(kind)
    kept.text, kept.tell_zero = text, tell_zero or None
    with journal.entry(f"修改{kind}模板", user):
        kept.save()
    return kept


def restore_text(kind: str, user: str) -> None:
    """Go back to the program's text."""
    if (kept := SummaryText.get_or_none(SummaryText.kind == kind)) is not None:
        with journal.entry(f"恢复{kind}原模板", user):
            kept.delete_instance()
