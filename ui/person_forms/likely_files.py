"""Likely files 疑似已有的档案: who on file may be the new person, asked before a second file is made, and what was answered."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.merging.likeness import likely_same
from models.people.person import Person
from models.people.two_people import keep_apart
from ui.jobs import messages
from ui.jobs.operations import attempt_write
from ui.jobs.session import Session
from ui.merging.window import MergeWindow
from ui.widgets.dialogs import run_dialog

SAME_ON_FILE = "档案中已有“{}”（{}，档案编号{}），{}。"
MOST_NAMED = 3
OPEN, MERGE, APART = "打开那份档案", "新建后对照合并", "确是两人，新建"


class LikelyFiles:
    """What the officer said of those who look like the person being typed."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        self._session, self._parent = session, parent
        self.likely: list[Person] = []
        self.answer: str | None = None

    def ask(self, person: Person) -> bool:
        """Whether the new file is to be made; asked only when somebody on file is likely the same person."""
        found = likely_same(person.name, person.number, person.born)
        self.likely, self.answer = [known for known, _ in found], None
        if not found:
            return True
        said = (
            SAME_ON_FILE.format(each.name, each.number, each.file_no, why) for each, why in found[:MOST_NAMED]
        )
        words = "\n".join([*said, "", "请核对是不是同一个人。"])
        self.answer = messages.choose(
            self._parent, words, {each: each for each in (OPEN, MERGE, APART)}, "继续填写"
        )
        return self.answer in (MERGE, APART)

    def to_open(self) -> Person | None:
        """The file that the officer would rather open."""
        return self.likely[0] if self.answer == OPEN else None

    def settle(self, person: Person) -> int:
        """Do what was answered, now that the file is made; returns the id of the person whose file is to be shown."""
        if self.answer == APART:
            for known in self.likely:
                self._keep_apart(person, known)
        elif self.answer == MERGE:
            window = MergeWindow(self._session, self.likely[0], person, self._parent)
            kept: list[int] = []
            window.merged.connect(kept.append)
            run_dialog(window)
            return kept[0] if kept else person.id
        return person.id

    def _keep_apart(self, person: Person, known: Person) -> None:
        attempt_write(
            self._parent, self._session, lambda: keep_apart(person, known, self._session.user, "登记时确认")
        )
