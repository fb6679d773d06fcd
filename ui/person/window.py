"""The window of a person's file 一人一档: the header, and the tabs; to read until 修改, then to save or to leave as it was."""

from __future__ import annotations

from typing import Any

from peewee import fn
from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.core.journal import Change
from models.core.record import Invalid, Refusal
from models.desk import AFFAIRS_SECTION
from models.merging.likeness import likely_same
from models.people.person import Person
from models.uses import uses
from models.uses.uses import UseDeed
from ui.forms.file_forms import FileForm
from ui.jobs import messages
from ui.jobs.session import Session
from ui.merging.window import MergeWindow
from ui.pages.help_window import HelpWindow, show_manual
from ui.pages.page import Page
from ui.pages.past_band import PastBand
from ui.pages.status_line import PracticeBand
from ui.person.file_buttons import FileButtons
from ui.person.file_tabs import BASIC_TAB, EDITED, TAB_TITLES, FileTabs
from ui.person.findings import FindingsDialog
from ui.person.header import PersonHeader
from ui.person_forms.new_person import NewPerson
from ui.person_forms.typed_death import ask_death
from ui.printing.print_dialog import PrintDialog
from ui.tables.search_box import go_to_search
from ui.widgets import window_memory, window_size
from ui.widgets.dialogs import open_dialog, run_dialog
from ui.widgets.enter_key import press_by_enter
from ui.widgets.icons import app_icon
from ui.widgets.notice_strip import Notice

READ_AFTER = (
    3000  # milliseconds for which a file is shown until it counts as read: whoever leafs through reads none
)
MANUAL_PLACE = "一个人的档案"  # the heading of the manual's page


class PersonFile(QWidget):
    """One person's file in a window of its own; each tab is made when it is first looked at."""

    saved = Signal()
    open_other = Signal(int)  # the id of another person whose file is wanted
    section_wanted = Signal(str)  # where in the main window it goes on
    search_wanted = Signal()  # somebody else is looked for
    undo_wanted, redo_wanted = Signal(QWidget), Signal(QWidget)  # over which window it is asked

    def __init__(self, session: Session, person_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Window)
        self.session = session
        self.person: Person = Person.get_by_id(person_id)
        self.editing = False
        self.help: HelpWindow | None = None
        self._saving = False
        self._version = self._newest_change()
        self.header = PersonHeader(session, self)
        self.tabs = FileTabs(session, self.person, self)
        self.notice = Notice(self)
        self.buttons = FileButtons(self)
        self._lay_out()
        self._join()
        self._show_head()
        self.tabs.setFocus()
        window_size.resize(self, 1100, 680)
        window_memory.restore_place("person", self)
        QTimer.singleShot(READ_AFTER, self, self._note_reading)

    def _note_reading(self) -> None:
        """A file that is still shown has been read; one that was closed at once, or a window that failed, has not."""
        if self.isVisible():
            uses.note_use(UseDeed.READ, "一人一档", whose=self.person.uid)

    # --- what can be done

    @property
    def pages(self) -> dict[int, Page]:
        """The tabs made so far."""
        return self.tabs.pages

    def go_to(self, tab: int) -> None:
        """Show a tab."""
        self.tabs.setCurrentIndex(tab)

    def edit(self) -> None:
        """Let the officer change what the forms say; go to the tab of a form when another is shown."""
        if self.session.past is not None:
            return
        if self.tabs.currentIndex() not in EDITED:
            self.go_to(BASIC_TAB)
        if not self.editing:
            self._set_editing(True)
            form = self.tabs.shown_form()
            if form is not None:
                form.begin_typing()

    def search(self) -> None:
        """Go to the search box of the tab that is shown; where it has none, look for somebody else."""
        if not go_to_search(self.tabs):
            self.search_wanted.emit()

    def save(self) -> bool:
        """Save all forms as one entry; False, with the reason at its field, when that cannot be."""
        if not self.editing:
            return True
        self._take_focus()
        changed = [(tab, form) for tab, form in self.tabs.forms() if form.dirty()]
        for tab, form in changed:
            if not form.apply():
                self.tabs.bring_up(tab, form)
                return False
        if self._meanwhile():
            if self.isEnabled():  # else the person is gone, and the strip says so
                messages.tell(
                    self, "这份档案刚才在别处被改动，已重新读入，您填写的内容还在。请核对后再保存。"
                )
            return False
        died = self.tabs.newly_dead()
        goes_on = ask_death(self, self.person, died) if died is not None else False
        if goes_on is None or (changed and not self._write(changed)):
            return False
        self._set_editing(False)
        self._show()
        self.saved.emit()
        if goes_on:
            self.section_wanted.emit(AFFAIRS_SECTION)
        return True

    def leave(self) -> None:
        """Back from changing to reading, asking only when something was changed; else close the window."""
        if not self.editing:
            self.close()
        elif not self.dirty() or messages.ask_losing(
            self, "刚才的修改还没有保存，要放弃吗？", "放弃修改", "继续修改"
        ):
            for _, form in self.tabs.forms():
                form.take_back()
            self._set_editing(False)
            self._show()

    def dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.editing and any(form.dirty() for _, form in self.tabs.forms())

    def show_findings(self) -> None:
        """Show what is doubtful, to be settled or corrected."""
        dialog = FindingsDialog(self.session, self.person, self)
        dialog.correct.connect(lambda found: self.correct(found.uid, found.field))
        dialog.merge_wanted.connect(self.merge_likely)
        run_dialog(dialog)

    def correct(self, uid: str, field: str) -> None:
        """Begin to change the field of the record with that uid."""
        self.edit()
        self.tabs.go_to(uid, field)

    def merge_likely(self) -> None:
        """Lay the file beside the one that is most likely the same person's."""
        likely = likely_same(self.person.name, self.person.number, self.person.born, self.person.id)
        self.merge(likely[0][0] if likely else None)

    def merge(self, other: Person | None = None) -> None:
        """Make this file and another one of the same person one; the window that is kept shows it."""
        if self.editing:
            messages.tell(self, "正在修改，请先保存或取消，再合并档案。")
            return
        window = MergeWindow(self.session, self.person, other, self)
        window.merged.connect(self._on_merged)
        run_dialog(window)

    def _on_merged(self, kept: int) -> None:
        if kept != self.person.id:
            self.open_other.emit(kept)
            self.close()

    def add_identity(self) -> None:
        """Give the person another identity."""
        run_dialog(NewPerson(self.session, self, person=self.person))

    def print(self) -> None:
        """Print this person's file."""
        open_dialog(PrintDialog(self.session, [self.person.id], self.person.name, None, self))

    def _turn(self, wanted: SignalInstance) -> None:
        """What was saved last is turned back or done again from here too, but not while something else is typed."""
        if not self.editing and self.session.past is None:
            wanted.emit(self)

    def show_help(self) -> None:
        """Open the manual at the page about a person's file."""
        self.help = show_manual(MANUAL_PLACE, self.help)

    # --- saving, and what others write meanwhile

    def _write(self, changed: list[tuple[int, FileForm[Any]]]) -> bool:
        form = changed[0][1]
        self._saving = True
        try:
            with self.session.entry(self._title({tab for tab, _ in changed})):
                for _, form in changed:
                    form.write()
        except Invalid as refusal:
            left = form.show_problems(refusal.problems)
            self.tabs.bring_up(next(tab for tab, each in changed if each is form), form)
            if left:
                messages.explain(Refusal("；".join(left.values())), self)
            return False
        except Refusal as refusal:
            messages.explain(refusal, self)
            return False
        finally:
            self._saving = False
        return True

    def _title(self, tabs: set[int]) -> str:
        nouns = "和".join(TAB_TITLES[tab] for tab in sorted(tabs))
        return f"修改{self.person.name}的{nouns}"

    def _on_written(self) -> None:
        """Somebody wrote: show it, keeping what is being typed here."""
        if self._saving or self._newest_change() == self._version:
            return
        if self.editing:
            self._meanwhile()
        else:
            self._show()

    def _meanwhile(self) -> bool:
        """Take in what was written since this file was read; says so, and whether fields being changed are new."""
        person = Person.get_or_none(Person.id == self.person.id)
        if person is None:
            self._show()
            return True
        self.person, self._version = person, self._newest_change()
        labels = self.tabs.renew(person)
        self.header.show_person(person)
        if labels:
            named = "、".join(dict.fromkeys(labels))
            self.notice.say(
                f"这份档案刚刚在别处被改动，已重新读入：{named}。您正在填写的内容没有丢，保存前请核对。"
            )
        return bool(labels)

    def _show(self) -> None:
        """Show the file as the archive has it now."""
        person = Person.get_or_none(Person.id == self.person.id)
        if person is None:
            self._gone()
            return
        self.person, self._version = person, self._newest_change()
        self._show_head()
        self.tabs.renew(person)
        self.notice.say("")

    def _show_head(self) -> None:
        self.setWindowTitle(f"{self.person.name[:20]}　一人一档　{self.person.file_no}")
        self.header.show_person(self.person)

    def _gone(self) -> None:
        """The person was taken out of the archive, by an undo."""
        self._set_editing(False)
        self.setEnabled(False)
        self.notice.say("这份档案的登记已被撤销，档案库中不再有这个人。请关闭这个窗口。")

    def _newest_change(self) -> int:
        newest = Change.select(fn.MAX(Change.id)).where(Change.person == self.person.uid).scalar()
        return int(newest or 0)

    # --- how it looks

    def _set_editing(self, editing: bool) -> None:
        self.editing = editing
        self.tabs.read_only(not editing)
        self.buttons.show_editing(editing)

    def _take_focus(self) -> None:
        """Let the field that is being typed in settle."""
        if (field := self.focusWidget()) is not None:
            field.clearFocus()

    # --- how it is made

    def _lay_out(self) -> None:
        self.setWindowIcon(app_icon())
        self.header.buttons.addWidget(self.buttons)
        press_by_enter(self.header)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        if self.session.practice:
            layout.addWidget(PracticeBand())
        if self.session.past is not None:
            layout.addWidget(PastBand(self.session.past, way_back=False))
            self.buttons.only_read()
        for widget, stretch in ((self.header, 0), (self.notice, 0), (self.tabs, 1)):
            layout.addWidget(widget, stretch)
        self._set_editing(False)

    def _join(self) -> None:
        self.buttons.edit_wanted.connect(self.edit)
        self.buttons.save_wanted.connect(self.save)
        self.buttons.leave_wanted.connect(self.leave)
        self.buttons.print_wanted.connect(self.print)
        self.buttons.merge_wanted.connect(self.merge)
        self.header.findings_wanted.connect(self.show_findings)
        self.tabs.open_other.connect(self.open_other)
        self.tabs.identity_wanted.connect(self.add_identity)
        self.session.changed.connect(self._on_written)
        QShortcut(QKeySequence("F1"), self, self.show_help)
        QShortcut(QKeySequence.StandardKey.Find, self, self.search)
        QShortcut(QKeySequence.StandardKey.Undo, self, lambda: self._turn(self.undo_wanted))
        QShortcut(QKeySequence("Ctrl+Y"), self, lambda: self._turn(self.redo_wanted))
        for number in range(len(TAB_TITLES)):
            QShortcut(QKeySequence(f"Ctrl+{number + 1}"), self, lambda number=number: self.go_to(number))

    # --- what Qt asks for

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.header.fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.dirty():
            words = f"{self.person.name}的档案有修改还没有保存。"
            if not messages.let_go(self, words, self.save):
                event.ignore()
                return
        window_memory.keep_place("person", self)
        if self.help is not None:
            self.help.close()
        super().closeEvent(event)
