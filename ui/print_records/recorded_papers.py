"""Recorded papers: what lies in a preview, and its place in the print ledger 打印台账."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from models.archive import opened
from models.printing import kept_papers, printings, printouts
from models.printing.named_people import named_in
from models.printing.planned_sheets import PlannedSheets
from models.printing.printings import PagesWanted, Printing
from models.printing.printouts import PaperMatter, Printout
from ui.jobs.private_folder import PrivateFolder
from ui.jobs.saving import note_saved
from ui.print_records.run_records import RunRecord


class LedgerNews(QObject):
    """Says that the print ledger was written to, which no entry of the journal tells."""

    written = Signal()


ledger_news = LedgerNews()


class RecordedPaper:
    """A paper that can be printed, and what it is about; it stands in the ledger once it was printed or saved."""

    def __init__(self, file: Path, pages: int, matter: PaperMatter, printout: Printout | None = None) -> None:
        """``printout`` is told where the paper comes from the ledger itself."""
        self.file, self.pages, self.matter, self._printout = file, pages, matter, printout

    @property
    def possible(self) -> bool:
        """Whether an archive is open that has a ledger to write in; what is printed of a past day stands in none."""
        return opened.opened is not None and opened.opened.past is None

    def printout(self) -> Printout:
        """The paper in the ledger; written there when it is asked for first."""
        if self._printout is None:
            paper, named = self.file.read_bytes(), named_in(self.file)
            self._printout = printouts.keep_printout(paper, self.pages, self.matter, named)
        return self._printout

    def promise(self, place: str, wanted: PagesWanted, plan: PlannedSheets) -> RunRecord:
        """Write a run down before its first sheet."""
        printings.let_go_of_old()
        printing = printings.begin_printing(
            self.printout(), opened.opened_archive().user, place, wanted, plan
        )
        return RunRecord(printing, plan)

    def saved(self, place: Path) -> None:
        """Write down that it was saved as a PDF; of a past day, which has no ledger, among the uses."""
        if opened.opened is not None and not self.possible:
            note_saved(place, self.matter.people, self.matter.whose, named=named_in(self.file))
        elif self.possible:
            printings.saved_as(self.printout(), opened.opened_archive().user, str(place))
            ledger_news.written.emit()

    def newest(self) -> Printing | None:
        """The run of this very paper that was begun last, also before it was made again."""
        if not self.possible:
            return None
        known = self._printout or printouts.find_printout(self.file.read_bytes(), self.matter.title)
        return None if known is None else printings.newest_run(known)


def lay_out(printout: Printout) -> tuple[Path, PrivateFolder]:
    """The file of a printout, in a private folder. Raises ``Refusal`` when it was let go."""
    paper = kept_papers.read_paper(printout.uid)
    folder = PrivateFolder()
    file = folder.path / "打印.pdf"
    file.write_bytes(paper)
    return file, folder
