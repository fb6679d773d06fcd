"""Papers of a summary or another document of a year: previewed, printed, and saved as PDF or Word, with people named or for the public."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from models.core.jobs import Job, Step
from models.year.statistics import charts
from models.year.summary.report import Summary
from reports.paper.fonts import Missing
from reports.year import summary as document
from ui.jobs.saving import PDF, WORD, ask_place, save_aside
from ui.printing.print_button import PrintButton, file_name
from ui.widgets.icons import icon

SAVED_AS = (
    ("存为PDF", ".pdf", False),
    ("存为Word（WPS、Word都能打开）", ".docx", False),
    ("存为PDF（对外公开，不写姓名）", ".pdf", True),
    ("存为Word（对外公开，不写姓名）", ".docx", True),
)


class SummaryPapers(PrintButton):
    """The button of them; ``written`` gives the document as it stands, for the public or not."""

    def __init__(
        self, written: Callable[[bool], Summary], practice: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__("打印、另存", parent)
        self._written, self._practice = written, practice
        self.offer_paper("预览、打印", self._paper)
        self.part()
        for words, suffix, public in SAVED_AS:
            self.choices.addAction(
                icon("mdi6.file-download-outline"), words, partial(self.save, suffix, public)
            )

    def save(self, suffix: str, public: bool = False) -> None:
        """Ask where, and write the document; a copy for the public names nobody."""
        summary = self._written(public)
        name = f"{file_name(summary.title.splitlines()[-1].strip('—'))}{suffix}"
        out = ask_place(self, name, PDF if suffix == ".pdf" else WORD)
        if out is not None:
            out = out if out.suffix.lower() == suffix else out.with_name(out.name + suffix)
            save_aside(self, f"正在写{summary.kind}", self._paper(out, public), out)

    def _paper(self, file: Path, public: bool = False) -> Job[tuple[Missing, ...]]:
        return _paper_of(self._written(public), file, self._practice)


def _paper_of(summary: Summary, file: Path, practice: bool) -> Job[tuple[Missing, ...]]:
    yield Step(0, 0, "正在画统计图")
    drawn = charts.charts_of_year(summary.year, summary.day)
    yield Step(0, 0, "正在排版")
    made = document.official(summary, drawn, practice)
    return document.write_summary_document(made, file)[1]
