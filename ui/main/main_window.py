"""The main window: pages on the left edge, what can be done above, and what is the matter below."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from models.core.dates import this_day
from models.core.journal import Entry
from models.core.past_day import PastDay
from models.desk import PRINT_LEDGER_SECTION
from models.filters.filters import Filter
from ui.backups.backup_watch import BackupWatch
from ui.backups.closing_backup import back_up_then, backup_due
from ui.disclosure.screen_mask import KEY, ScreenMask
from ui.jobs import messages, undoing
from ui.jobs.session import Session
from ui.main.help_menu import HelpMenu
from ui.main.more_menu import MoreMenu
from ui.main.pages import DESK, PAGE_OF_SECTION, PAGES, PAYMENTS, PEOPLE, PRINT_LEDGER
from ui.pages.help_window import HelpWindow, show_manual
from ui.pages.navigation import Navigation
from ui.pages.page import Page, PrintWish
from ui.pages.page_stack import PageStack
from ui.pages.past_band import PastBand
from ui.pages.status_line import COPY_LOOKED_AT, PracticeBand, StatusLine
from ui.pages.tool_line import Act, ToolLine
from ui.person.open_files import PersonFiles
from ui.tables.search_box import go_to_search
from ui.widgets import window_memory, window_size
from ui.widgets.dialogs import open_dialog
from ui.widgets.icons import app_icon
from ui.widgets.scrolling import ScrolledColumn

if TYPE_CHECKING:
    from ui.desk.page import DeskPage
    from ui.main.tour_panel import TourPanel
    from ui.pages.sections import SectionsPage
    from ui.people.page import PeoplePage

TOUR_ELSEWHERE = (
    "五步入门在演练库里进行，里面的人都是编造的，您的档案库一点也不动。\n\n离开这个档案库，打开演练库吗？"
)
WRITING_KEYS = ("Ctrl+N", "Ctrl+I", "Ctrl+Z", "Ctrl+Y")  # of tools that a past day does not offer


def day_of(entry: Entry) -> str:
    """The day of an action of another day, in brackets."""
    day = date.fromisoformat(str(entry.at)[:10])
    return "" if day == this_day() else f"（{day.month}月{day.day}日）"


class MainWindow(QMainWindow):
    """Everything about one open archive; says ``closed`` when the officer leaves it."""

    closed = Signal()
    past_wanted = Signal()  # another day is to be looked at, and every open file was let go of
    back_wanted = Signal()  # today is
    change_wanted = Signal()  # the officer wants another archive, and everything was let go of
    other_user_wanted = Signal()  # another officer wants the same archive, and everything was let go of
    restore_wanted = Signal()  # a backup is to be brought back, and everything was let go of
    tour_wanted = Signal()  # the first tour is, in the practice archive

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.files = PersonFiles(session, self)
        self.help: HelpWindow | None = None
        self.tour: TourPanel | None = None  # in the practice archive
        self.navigation = Navigation([(page.words, page.picture) for page in PAGES])
        self.pages = PageStack(session, [page.make for page in PAGES])
        self.status = StatusLine(session)
        self.more = MoreMenu(session)
        self.screen_mask = ScreenMask(self)
        self.backups = BackupWatch(session, self)
        self._leaving = False  # the day's end was backed up
        self.tools = ToolLine(self._acts(), self.more)
        self.tools.open_menu("F1", HelpMenu(self))
        self._lay_out()
        self._join()
        self.go_to(DESK)
        self._say_undo()
        window_size.resize(self, 1180, 720)
        if not window_memory.restore_place("main", self):
            self.setWindowState(Qt.WindowState.WindowMaximized)

    # --- what can be done

    def go_to(self, page: int) -> None:
        """Show a page."""
        shown = self.pages.show_page(page)
        self.navigation.show_chosen(page)
        shown.focus()

    def page(self) -> Page:
        """The page that is shown."""
        return self.pages.shown()

    @property
    def desk(self) -> DeskPage:
        return cast("DeskPage", self.pages.page(DESK))

    @property
    def people(self) -> PeoplePage:
        return cast("PeoplePage", self.pages.page(PEOPLE))

    def show_list(self, wanted: Filter) -> None:
        """Show the people of a filter."""
        self.go_to(PEOPLE)
        self.people.show_filter(wanted)
        if wanted.words:
            self.people.go_to_first()

    def show_section(self, section: str) -> None:
        """Show where something is done: the page 打印台账, or a section of another page, mostly of 补助发放."""
        if section == PRINT_LEDGER_SECTION:
            self.go_to(PRINT_LEDGER)
            return
        self.go_to(PAGE_OF_SECTION.get(section, PAYMENTS))
        cast("SectionsPage", self.page()).show_section(section)

    def show_listed(self, text: str) -> None:
        """Show the people whom a pasted list names."""
        self.go_to(PEOPLE)
        self.people.show_listed(text)

    def search(self) -> None:
        """Put the cursor into the search box of the page that is shown; where it has none, look for people."""
        if not go_to_search(self.page().shown()):
            self.look_for_people()

    def look_for_people(self) -> None:
        """Come to the front with the cursor in the search box of 优抚对象."""
        self.activateWindow()
        self.go_to(PEOPLE)
        go_to_search(self.people)

    def open_person(self, person: int) -> None:
        """Open somebody's file, or bring the window that shows it to the front."""
        self.files.open(person)

    # The dialogs' sources are read when they are first wanted, so that the window is there at once.

    def new_person(self) -> None:
        from ui.person_forms.new_person import NewPerson

        made = NewPerson(self.session, self)
        made.opened.connect(self.open_person)
        open_dialog(made)

    def import_files(self) -> None:
        from ui.imports.wizard import ImportWizard

        open_dialog(ImportWizard(self.session, parent=self))

    def print(self) -> None:
        """Print what the present page shows: by its own menu where it has one, else the people that it lists."""
        from ui.printing.print_button import PrintButton

        here = self.page().shown()
        for button in cast("list[PrintButton]", here.findChildren(PrintButton)):
            if button.isVisible() and button.isEnabled():
                button.showMenu()
                return
        self.print_people(here.wish() or self.people.wish())

    def print_people(self, wish: PrintWish) -> None:
        from ui.printing.print_dialog import PrintDialog

        if not wish.listed:
            messages.tell(self, "列表中没有人，没有可以打印的。请先清除筛选")
            return
        open_dialog(PrintDialog(self.session, wish.chosen, wish.sentence, wish.listed, self, wish.columns))

    def fill_form(self) -> None:
        """Fill a superior's form for the people of the present page, else for those of the list."""
        from ui.superior_forms.window import FillingWindow

        wish = self.page().shown().wish() or self.people.wish()
        if not wish.listed:
            messages.tell(self, "列表中没有人，没有可以填的。请先清除筛选")
            return
        open_dialog(FillingWindow(self.session, wish, self))

    def hand_over(self) -> None:
        """Hand volumes over to the archive bureau: of those whom the present page shows, else of the list, or of all."""
        from ui.transfer.window import TransferWindow

        wish = self.page().shown().wish() or self.people.wish()
        open_dialog(TransferWindow(self.session, wish, self))

    def undo(self) -> None:
        """Turn the last saved action back, after naming it."""
        self._undo_over(self)

    def _undo_over(self, window: QWidget) -> None:
        entry = self.session.last_undoable()
        if entry is None:
            messages.tell(window, "没有可以撤销的操作。别人的操作可以到“操作日志”里撤销")
        elif messages.ask(window, f"撤销“{entry.title}”{day_of(entry)}？", "撤销", "不撤销"):
            undoing.undo(window, self.session, entry.number, lambda _: self._say_undo())

    def redo(self) -> None:
        """Do again what was undone last."""
        self._redo_over(self)

    def _redo_over(self, window: QWidget) -> None:
        entry = self.session.last_redoable()
        if entry is not None:
            undoing.redo(window, self.session, entry.number, lambda _: self._say_undo())

    def show_help(self) -> None:
        """Open the manual at the page for this place."""
        self.show_manual_at(PAGES[self.pages.currentIndex()].words)

    def show_manual_at(self, place: str) -> None:
        """Open the manual at the section whose heading speaks of a place."""
        self.help = show_manual(place, self.help)

    def begin_tour(self) -> None:
        """Begin the first tour; elsewhere than in the practice archive, ask and leave for it."""
        if self.tour is not None:
            self.tour.begin_anew()
        elif messages.ask(self, TOUR_ELSEWHERE, "打开演练库", "不打开") and self.files.close():
            self.tour_wanted.emit()

    def change(self) -> None:
        """Leave this archive for another one, when every open file lets go."""
        if self.files.close():
            back_up_then(self, self.change_wanted.emit)

    def look_back(self) -> None:
        """Look at a past day instead, when every open file lets go."""
        if self.files.close():
            self.past_wanted.emit()

    def change_user(self) -> None:
        """Let another officer sign in to this archive, when every open file lets go."""
        if self.files.close():
            back_up_then(self, self.other_user_wanted.emit)

    def restore(self) -> None:
        """Leave this archive for the choice of a backup; what it holds is backed up first."""
        if self.files.close():
            back_up_then(self, self.restore_wanted.emit)

    def put_away(self) -> None:
        """Close everything without asking; what was not saved is given up."""
        self.files.give_up()
        self.screen_mask.take_off()
        if self.help is not None:
            self.help.close()
        window_memory.keep_place("main", self)
        self.hide()
        self.deleteLater()

    # --- how it is made

    def _lay_out(self) -> None:
        practice = "　演练" if self.session.practice else ""
        past = f"　{self.session.past.title()}" if self.session.past else ""
        self.setWindowTitle(f"优抚一人一档{practice}{past}　{self.session.folder.name}")
        self.setWindowIcon(app_icon())
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self.session.practice:
            column.addWidget(PracticeBand())
        if self.session.archive.only_looked_at:
            column.addWidget(PracticeBand(words=COPY_LOOKED_AT))
            self._offer_no_writing()
        if self.session.past is not None:
            column.addWidget(self._past_band(self.session.past))
        row = QHBoxLayout()
        row.setSpacing(0)
        rail = ScrolledColumn()
        rail.setWidget(self.navigation)
        row.addWidget(rail)
        row.addWidget(self.pages, 1)
        if self.session.practice and self.session.past is None:
            from ui.main.tour_panel import TourPanel  # when wanted: only practising needs it

            self.tour = TourPanel(self)
            row.addWidget(self.tour, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row, 1)
        self.setCentralWidget(middle)
        self.setStatusBar(self.status)
        self.addToolBar(self.tools)

    def _past_band(self, day: PastDay) -> PastBand:
        self._offer_no_writing()
        band = PastBand(day)
        band.back_wanted.connect(self.back_wanted)
        return band

    def _offer_no_writing(self) -> None:
        for key in WRITING_KEYS:
            self.tools.by_key[key].setEnabled(False)

    def _acts(self) -> list[Act]:
        return [
            ("mdi6.account-plus-outline", "新建", "Ctrl+N", self.new_person),
            ("mdi6.file-import-outline", "导入", "Ctrl+I", self.import_files),
            ("mdi6.printer-outline", "打印", "Ctrl+P", self.print),
            ("mdi6.file-table-outline", "填表", "Ctrl+T", self.fill_form),
            ("mdi6.undo", "撤销", "Ctrl+Z", self.undo),
            ("mdi6.redo", "重做", "Ctrl+Y", self.redo),
            ("mdi6.refresh", "刷新", "F5", lambda: self.page().refresh()),
            ("mdi6.eye-off-outline", "遮屏", KEY, self.screen_mask.turn),
            ("mdi6.help-circle-outline", "帮助", "F1", self.show_help),
        ]

    def _join(self) -> None:
        QShortcut(QKeySequence.StandardKey.Find, self, self.search)
        self.files.search_wanted.connect(self.look_for_people)
        self.files.undo_wanted.connect(self._undo_over)
        self.files.redo_wanted.connect(self._redo_over)
        self.navigation.chosen.connect(self.go_to)
        self.pages.made.connect(self._join_page)
        self.pages.count_said.connect(self.status.say_count)
        self.session.changed.connect(self._say_undo)
        self.screen_mask.changed.connect(self.status.say_mask)
        self.files.section_wanted.connect(self._go_on_in)
        self.more.change_wanted.connect(self.change)
        self.more.past_wanted.connect(self.look_back)
        self.more.other_user_wanted.connect(self.change_user)
        self.more.transfer_wanted.connect(self.hand_over)
        self.more.restore_wanted.connect(self.restore)
        self.more.backed_up.connect(self.status.say_backup)
        self.backups.backed_up.connect(self.status.say_backup)

    def _go_on_in(self, section: str) -> None:
        """Come to the front, for what goes on here."""
        self.show_section(section)
        self.raise_()
        self.activateWindow()

    def _join_page(self, page: Page) -> None:
        page.person_wanted.connect(self.open_person)
        page.list_wanted.connect(self.show_list)
        page.names_wanted.connect(self.show_listed)
        page.section_wanted.connect(self.show_section)
        page.print_wanted.connect(self.print_people)
        page.import_wanted.connect(self.import_files)
        page.new_wanted.connect(self.new_person)

    def _say_undo(self) -> None:
        """Name what the two tools would do."""
        if self.session.past is not None:  # nothing is done there, nor undone
            return
        last, undone = self.session.last_undoable(), self.session.last_redoable()
        self.tools.name("Ctrl+Z", day_of(last) if last else "", last.title if last else "")
        self.tools.name("Ctrl+Y", "", undone.title.partition("：")[2] if undone else "")

    def _leave(self) -> None:
        self._leaving = True
        self.close()

    # --- what Qt asks for

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave the archive only when every open file has let go of what was typed in it."""
        if not self.files.close():
            event.ignore()
            return
        window_memory.keep_place("main", self)
        if self.session.past is not None:  # closing the past leads back to today
            event.ignore()
            self.back_wanted.emit()
            return
        if not self._leaving and backup_due():
            event.ignore()
            back_up_then(self, self._leave)
            return
        self.screen_mask.take_off()
        self.closed.emit()
        super().closeEvent(event)
