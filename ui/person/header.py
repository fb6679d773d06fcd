"""The header of a person's file: who it is at a glance, and what is doubtful."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from models.core.dates import this_day
from models.ledger.box_places import box_of
from models.ledger.loans import loans_of
from models.people import findings
from models.people.findings import Listed
from models.people.identity import GONE, RECEIVING
from models.people.person import Person
from models.transfers.volume_removal import removals_of
from ui.jobs.session import Session
from ui.pictures.photos import PhotoBox
from ui.widgets import theme
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.icons import icon

LOW = 440  # pixels of the window: a screen at 200 %
BIG_NAME = 12  # characters: a longer name is written smaller, and goes on in a second line
DEAD_NOT_STOPPED = "已去世，未停发"


class PersonHeader(QFrame):
    """Photo, name, age, identities with their states, file number, and how many findings."""

    findings_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.look(self, "header")
        self.findings: list[Listed] = []
        self.photo = PhotoBox(session)
        self.name, self.facts, self.numbers = QLabel(), QLabel(), QLabel()
        self.badges = QWidget()
        self._flow = FlowLayout(self.badges)
        self.doubts = QPushButton(icon("mdi6.alert-circle-outline", "doubt"), "")
        self.buttons = QHBoxLayout()
        self._lay_out()
        self.doubts.clicked.connect(self.findings_wanted)

    def show_person(self, person: Person) -> None:
        """Show a person as the archive has him or her now."""
        self.photo.show_person(person)
        self.name.setText(person.name)
        theme.look(self.name, "title" if len(person.name) <= BIG_NAME else "heading")
        self.facts.setText("　".join(_facts(person)))
        self.numbers.setText(
            "　".join(filter(None, (_file_number(person), person.phone and f"电话 {person.phone}")))
        )
        self.fit()
        self._show_badges(person)
        self.findings = findings.findings_of(person)
        self.doubts.setText(f"疑点 {len(self.findings)}")
        self.doubts.setVisible(bool(self.findings))
        self.doubts.setToolTip("\n".join(found.message for found in self.findings[:10]))

    def fit(self) -> None:
        """On a low screen who it is must do: the form below needs the room."""
        roomy = self.window().height() >= LOW
        self.photo.setVisible(roomy)
        self.numbers.setVisible(roomy and bool(self.numbers.text()))

    def _show_badges(self, person: Person) -> None:
        self._flow.empty()
        for identity in person.identities:
            named = identity.category or identity.kind
            grade = f" {identity.grade}" if identity.grade else ""
            dead_in_pay = identity.paid and person.died is not None
            state = DEAD_NOT_STOPPED if dead_in_pay else identity.state or "状态未登记"
            chip = QLabel(f"{named}{grade} · {state}")
            chip.setToolTip(f"{identity.kind}　证书编号：{identity.certificate or '（未登记）'}")
            looks: dict[str, str] = {RECEIVING: "chip", GONE: "greychip"}
            self._flow.addWidget(theme.look(chip, looks.get(state, "doubtchip")))
        for loan in loans_of(person):
            self._flow.addWidget(theme.look(QLabel(loan.told()), "doubtchip"))
        if not self._flow.count():
            self._flow.addWidget(theme.look(QLabel("还没有登记优抚身份"), "greychip"))
        for removal in removals_of(person):
            chip = QLabel(f"案卷已{removal.way}")
            chip.setToolTip(removal.words)
            self._flow.addWidget(theme.look(chip, "greychip"))

    def _lay_out(self) -> None:
        self.name.setWordWrap(True)
        self.name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.facts.setWordWrap(True)
        self.numbers.setWordWrap(True)
        theme.look(self.facts, "quiet")
        theme.look(self.numbers, "quiet")
        theme.look(self.doubts, "doubt").setCursor(Qt.CursorShape.PointingHandCursor)
        self.doubts.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        words = QVBoxLayout()
        words.setSpacing(4)
        for widget in (self.name, self.facts, self.numbers, self.badges):
            words.addWidget(widget)
        words.addStretch()
        right = QVBoxLayout()
        right.addLayout(self.buttons)
        right.addStretch()
        self.buttons.addWidget(self.doubts)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 8)
        row.setSpacing(14)
        row.addWidget(self.photo, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addLayout(right)


def _facts(person: Person) -> list[str]:
    age = person.age_on(this_day())
    alive = person.died is None
    told = [person.sex, f"{age}周岁" if age is not None and alive else "", person.ethnic, person.number]
    if not alive:
        told.insert(1, f"已去世（{person.died}）")
    return [words for words in (*told, person.street + person.community) if words]


def _file_number(person: Person) -> str:
    box = box_of(person.volume)
    where = f"，{box.place}" if box is not None else ""
    volume = f"（案卷号 {person.volume}{where}）" if person.volume else ""
    return f"档案编号 {person.file_no}{volume}" if person.file_no else ""
