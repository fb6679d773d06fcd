"""Every window can be used without a mouse and by ear: what has the keyboard has a name."""

from __future__ import annotations

import shutil

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QWidget

from models import store
from models.approvals.approval import Approval, accept
from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.pay.runs import drawing_up
from models.people import attachments
from models.people.person import Person
from models.practice import filling
from tests.ui.every_window import every_window, made
from ui.jobs.session import Session

USER = "王芳"


@pytest.fixture(scope="module")
def office(tmp_path_factory, new_archive):
    """A small office: some people, a run, an approval, a scan."""
    folder = shutil.copytree(new_archive, tmp_path_factory.mktemp("每个窗口") / "档案库")
    with store.practice_session(folder, USER):
        finish(filling.fill_archive(24, USER))
        month = PartDate(2020, 8)
        finish(drawing_up.draw_up_run(month, month, USER))
        someone, picture = Person.get(), folder.parent / "证.png"
        Image.new("L", (600, 800), 255).save(picture)
        with journal.entry("附件", USER):
            attachments.attach_file(someone, picture)
            accept(
                Approval(
                    person=someone,
                    matter="临时救助",
                    applied_on=PartDate(2020, 8, 1),
                    accepted_on=PartDate(2020, 8, 1),
                )
            )
        yield Session()


@pytest.fixture(scope="module")
def windows(office):
    """Every window, made once."""
    return {kind.__name__: made(kind, office) for kind in every_window()}


def test_what_has_the_keyboard_has_a_name_that_a_reader_of_the_screen_says(windows):
    nameless = {
        name: found for name, window in windows.items() if (found := [*map(described, _nameless(window))])
    }
    assert nameless == {}


def _nameless(window: QWidget) -> list[QWidget]:
    inside = [each for each in window.findChildren(QWidget) if each.window() is window.window()]
    return [each for each in inside if _has_keyboard(each) and not spoken(each)]


def _has_keyboard(widget: QWidget) -> bool:
    """Whether Tab leads there, sooner or later; what hands the keyboard on is told by whom it hands it to."""
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.focusProxy() is None and not widget.isWindow()


def spoken(widget: QWidget) -> str:
    """What a reader of the screen calls it. Of a box to choose from Linux says the choice, Windows the name."""
    seen = QAccessible.queryAccessibleInterface(widget)
    if isinstance(widget, QComboBox):
        labels = [other for other, how in seen.relations() if how == QAccessible.RelationFlag.Label]
        return widget.accessibleName() or "".join(label.text(QAccessible.Text.Name) for label in labels)
    return seen.text(QAccessible.Text.Name)


def described(widget: QWidget) -> str:
    owner = widget
    while owner is not None and not type(owner).__module__.startswith("ui."):
        owner = owner.parentWidget()
    return f"{type(widget).__name__} in {type(owner).__name__} {widget.objectName()}"
