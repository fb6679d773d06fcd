"""The draft of a document: the text with its live figures and what is chosen beside it, as it is edited and as it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from models.core.jobs import Job
from models.year.summary import names, proposals, report, texts
from models.year.summary.proposals import ProposedSentence
from models.year.summary.report import Asked, Summary
from models.year.summary.texts import TextChoices
from ui.widgets.spoken_names import called
from ui.year.summary_text import TemplateEdit
from ui.year.text_choices import TextChoiceBoxes


class CountedDraft(NamedTuple):
    """What was asked of the archive for a document, and the office's text, figures by their names."""

    asked: Asked
    text: str
    choices: TextChoices
    names: dict[str, str]
    origin: str  # where the text comes from; empty: it is the year's own


class OfferedSentences(NamedTuple):
    """The sentences that a document may have, and what was asked of the archive for them."""

    asked: Asked
    sentences: list[ProposedSentence]


def count_draft(kind: str, year: int) -> CountedDraft:
    """Ask the archive for a document of a year."""
    kept, known = texts.summary_text_of(kind, year), names.names()
    return CountedDraft(
        report.ask_proposals(report.ask(kind, year, kept.text)),
        names.spoken(kept.text, known),
        kept.choices,
        known,
        texts.text_origin(kind, year),
    )


class SummaryDraft(QObject):
    """The editor of the text and the boxes beside it; says ``changed`` when the document reads otherwise."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.text = called(TemplateEdit(), "文稿的模板")
        self.choices = TextChoiceBoxes(self)
        self.counted: CountedDraft | None = None
        self.text.settled.connect(self.changed)
        self.choices.changed.connect(self.changed)

    def show_counted(self, counted: CountedDraft) -> None:
        """Show what was counted; what is being edited stays as it is, with what it quotes besides."""
        before = self.counted
        if before is None or not self.dirty():
            self.text.show_text(counted.text)
            self.choices.show_choices(counted.choices)
            self.counted = counted
            return
        self.counted = counted
        self._tell_also(before.asked)

    def dirty(self) -> bool:
        """Whether it differs from what the office keeps."""
        kept = self.counted
        return kept is not None and (self.text.toPlainText(), self.choices.choices()) != (
            kept.text,
            kept.choices,
        )

    def written(self, public: bool = False) -> Summary:
        """The document as the text stands now; for the public it names nobody."""
        assert self.counted is not None
        choices = self.choices.choices()
        return report.write_summary(
            self.counted.asked, self._keyed(), choices.for_public() if public else choices
        )

    def propose(self) -> Job[OfferedSentences]:
        """The sentences of what is lacking and what is planned, the money that is needed among them."""
        assert self.counted is not None
        return _offered(self.counted.asked, self._keyed())

    def take_proposals(
        self, asked: Asked, chosen: Sequence[ProposedSentence], left: Sequence[ProposedSentence]
    ) -> None:
        """Write the chosen ones into the text and take the others out of it; they quote what was ``asked``."""
        assert self.counted is not None
        self._tell_also(asked)
        changed = proposals.with_proposals(self.counted.asked.kind, self._keyed(), chosen, left)
        self.text.write_anew(names.spoken(changed, self.counted.names))
        self.changed.emit()

    def keep(self, user: str) -> None:
        """Keep the text for the office. Raises ``Invalid`` when its brackets do not fit."""
        assert self.counted is not None
        kind, year, _ = self.counted.asked
        texts.keep_text(kind, year, self._keyed(), user, self.choices.choices())
        self.give_up()
        self.counted = self.counted._replace(origin="")

    def give_up(self) -> None:
        """What is edited is no longer to be asked about."""
        if self.counted is not None:
            self.counted = self.counted._replace(text=self.text.toPlainText(), choices=self.choices.choices())

    def _tell_also(self, asked: Asked) -> None:
        """What was asked of the archive besides what is counted now."""
        assert self.counted is not None
        now = self.counted.asked
        self.counted = self.counted._replace(asked=now._replace(told=asked.told | now.told))

    def _keyed(self) -> str:
        assert self.counted is not None
        return names.keyed(self.text.toPlainText(), self.counted.names)


def _offered(asked: Asked, text: str) -> Job[OfferedSentences]:
    """Away from the window's thread: everybody's pay is reckoned for it."""
    needed = yield from report.ask_need(asked)
    return OfferedSentences(needed, proposals.proposed_sentences(needed, text))
