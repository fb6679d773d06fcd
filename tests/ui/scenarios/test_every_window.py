"""Every window can be used without a mouse and by ear: what has the keyboard has a name."""

from __future__ import annotations

import inspect
import re
from functools import partial
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QPushButton, QToolButton, QWidget

import ui
from tests.ui.every_window import every_window, made
from ui.forms.record_dialog import RecordDialog
from ui.forms.record_form import RecordForm
from ui.printing.preview import PreviewWindow
from ui.printing.print_button import paper_job, preview_paper

LOSES = re.compile("放弃|不保存|删除|覆盖|离开|不再|取出|取下")


@pytest.fixture(scope="module")
def windows(office, qapp):
    """Every window, made once."""
    return {kind.__name__: made(kind, office) for kind in every_window()}


def test_what_has_the_keyboard_has_a_name_that_a_reader_of_the_screen_says(windows):
    nameless = {
        name: found for name, window in windows.items() if (found := [*map(described, _nameless(window))])
    }
    assert nameless == {}


def test_a_form_opens_with_the_cursor_in_its_first_field(forms):
    first = {name: fields_of(dialog.form)[0] for name, dialog in forms.items()}
    assert [name for name, dialog in forms.items() if dialog.focusWidget() is not first[name]] == []


def test_tab_goes_through_a_form_as_the_eye_does(forms):
    for name, dialog in forms.items():
        fields = fields_of(dialog.form)
        seen = sorted(fields, key=lambda each: _place(each, dialog.form))
        assert (name, [*map(spoken, fields)]) == (name, [*map(spoken, seen)])


def test_a_dialog_that_asks_line_by_line_begins_at_its_first_line(dialogs):
    elsewhere = {}
    for name, dialog in dialogs.items():
        lines = [each for each in dialog.findChildren(QWidget) if _is_line(each) and each.isVisibleTo(dialog)]
        first = min(lines, key=lambda each: _place(each, dialog), default=None)
        begins = dialog.focusWidget() or fields_of(dialog)[0]  # where Qt begins when nobody says
        if first is not None and _place(begins, dialog) > _place(first, dialog):
            elsewhere[name] = (spoken(first), spoken(begins))
    assert elsewhere == {}


def test_enter_throws_nothing_away(dialogs):
    """The button that Enter presses in a dialog never gives up what was typed, nor deletes."""
    pressed = {
        name: [each.text() for each in dialog.findChildren(QPushButton) if each.isDefault()]
        for name, dialog in dialogs.items()
    }
    assert {name: words for name, words in pressed.items() if any(map(LOSES.match, words))} == {}


def test_a_question_that_loses_something_is_asked_as_one():
    """``messages.ask`` answers yes by Enter, ``ask_losing`` no."""
    asked = re.compile(r"messages\.ask\((?:[^()]|\([^()]*\))*\)")
    wrong = [
        (file.name, call)
        for file in (Path(ui.__file__).parent).rglob("*.py")
        for call in asked.findall(file.read_text("utf-8"))
        if any(map(LOSES.match, re.findall('"([^"]*)"', call)[1:2]))
    ]
    assert wrong == []


def test_esc_asks_once_in_a_form_that_was_typed_in(forms, qtbot, boxes, monkeypatch):
    monkeypatch.setattr(RecordForm, "dirty", lambda form: True)
    for name, dialog in forms.items():
        for answer in ("", "放弃"):
            boxes.clear()
            boxes.answer = answer
            qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Escape)
            assert (name, len(boxes), dialog.isVisible()) == (name, 1, not answer)


PRINTS = re.compile("PrintButton|preview_paper|make_privately|PreviewWindow")
PRINTING_DIALOGS = (
    "ApprovalDialog",
    "ComparisonDialog",
    "JournalListDialog",
    "RemovalsWindow",
    "HandoverWindow",
)


def test_a_preview_stands_before_the_dialog_that_it_comes_from(windows, office, qtbot):
    """A dialog waits for its answer and blocks all other windows: but not the paper that was asked for in it."""
    printing = [
        kind for kind in every_window() if issubclass(kind, QDialog) and _prints(windows[kind.__name__])
    ]
    assert {*PRINTING_DIALOGS} <= {kind.__name__ for kind in printing}
    for kind in printing:
        dialog = made(kind, office)
        qtbot.addWidget(dialog)
        outcome = []
        QTimer.singleShot(0, dialog, partial(_preview_in, dialog, outcome))
        dialog.exec()
        assert (kind.__name__, outcome) == (kind.__name__, ["用得上"])


def _prints(window):
    """Whether a window has a way to a preview, in its own file or in that of something that stands in it."""
    files = {
        inspect.getsourcefile(type(each)) for each in (window, *window.findChildren(QWidget)) if _ours(each)
    }
    return any(PRINTS.search(Path(file).read_text("utf-8")) for file in files)


def _ours(widget):
    return type(widget).__module__.startswith("ui.")


def _preview_in(dialog, outcome):
    """Ask for a paper in a dialog that waits, use the preview by the mouse, close both."""
    PreviewWindow.shown.clear()
    preview_paper(dialog, "目录", lambda file: paper_job(lambda: Image.new("L", (595, 842), 255).save(file)))
    watch = QTimer(dialog, interval=10)
    watch.timeout.connect(lambda: _use(dialog, watch, outcome))
    watch.start()


def _use(dialog, watch, outcome):
    if not PreviewWindow.shown:
        return
    watch.stop()
    (preview,) = PreviewWindow.shown
    before = preview.view.zoomFactor()
    larger = next(each for each in preview.findChildren(QToolButton) if each.text() == "放大")
    QTest.mouseClick(
        preview.windowHandle(), Qt.MouseButton.LeftButton, pos=larger.mapTo(preview, larger.rect().center())
    )
    outcome.append("用得上" if preview.view.zoomFactor() != before else "挡住了")
    preview.close()
    dialog.reject()


@pytest.fixture(scope="module")
def forms(office, qapp):
    """Every form, opened in its dialog as an officer meets it."""
    kinds = [kind for kind in every_window() if issubclass(kind, RecordForm)]
    opened = {kind.__name__: RecordDialog(office, made(kind, office), "登记") for kind in kinds}
    for dialog in opened.values():
        dialog.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        dialog.show()
    yield opened
    for dialog in opened.values():
        dialog.hide()


@pytest.fixture(scope="module")
def dialogs(windows):
    """Every dialog, shown."""
    some = {name: each for name, each in windows.items() if isinstance(each, QDialog)}
    for dialog in some.values():
        dialog.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        dialog.show()
    yield some
    for dialog in some.values():
        dialog.hide()


def _is_line(widget):
    """Whether it stands in a line of a dialog's form and can be filled in."""
    above = widget.parentWidget()
    inside = above.findChildren(QFormLayout) if above is not None else []
    return _has_keyboard(widget) and widget.isEnabled() and any(each.indexOf(widget) >= 0 for each in inside)


def fields_of(form):
    """What Tab stops at in a form, in its order."""
    found, each = [], form.nextInFocusChain()
    while each is not form:
        if form.isAncestorOf(each) and each.isVisibleTo(form) and each.isEnabled() and _has_keyboard(each):
            found.append(each)
        each = each.nextInFocusChain()
    return found


def _place(widget, form):
    """Its row, as near as the eye tells, and how far to the right."""
    at = widget.mapTo(form, QPoint(0, widget.height() // 2))
    return at.y() // 12, at.x()


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
