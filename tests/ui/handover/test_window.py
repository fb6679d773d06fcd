"""The window of the handover: counted, looked at, kept; the signed page comes back, and the book is printed again."""

from __future__ import annotations

import pytest
from PIL import Image

from models.core import journal
from models.core.dates import PartDate
from models.handover.handover import Handover, HandoverLine
from models.ledger.promises import Promise
from models.people import attachments
from tests.conftest import USER
from ui.handover.window import HandoverWindow


@pytest.fixture
def window(qtbot, session, person):
    someone = person()
    with journal.entry("登记", USER):
        Promise(person=someone, day=PartDate(2020, 8, 1), words="送轮椅").save()
    made = HandoverWindow(session)
    qtbot.addWidget(made)
    made.show()
    made.new.count()
    qtbot.waitUntil(lambda: bool(made.new.lines))
    return made


def keep(window, taker="李明"):
    window.new.form.editors["taker"].set_value(taker)
    window.new.keep_button.click()


def test_nothing_is_kept_before_it_was_counted(qtbot, session):
    made = HandoverWindow(session)
    qtbot.addWidget(made)
    assert not made.new.keep_button.isEnabled()
    assert not made.earlier.sign_button.isEnabled()


def test_what_was_counted_is_kept_and_listed(window, session, boxes):
    assert "承诺1件" in window.new.sentence.text()
    keep(window)
    kept = Handover.get()
    assert (kept.giver, kept.taker, kept.kind) == (session.user, "李明", "离岗")
    assert HandoverLine.select().where(HandoverLine.subject == "承诺").get().words.startswith("送轮椅")
    assert "请打印两份，双方签字" in boxes[-1]
    assert window.tabs.currentWidget() is window.earlier
    assert window.earlier.rows.rowCount() == 1
    assert session.last_undoable().title == f"交接：{kept.title()}"


def test_who_takes_over_must_be_said(window):
    keep(window, "")
    assert not Handover.select().exists()
    assert "请填写接手人" in window.new.form.messages["taker"].text()


def test_the_signed_page_comes_back(window, session, boxes, tmp_path):
    keep(window)
    file = tmp_path / "签字页.png"
    Image.new("RGB", (200, 200), "white").save(file)
    with session.entry("签字页"):
        attachments.attach_file(Handover.get(), file)
    model = window.earlier.rows
    column = [each.key for each in model.columns].index("signed")
    assert model.index(0, column).data() == "1"


def test_an_earlier_one_is_printed_again(qtbot, window, boxes, monkeypatch):
    keep(window)
    shown = []
    monkeypatch.setattr(
        "ui.printing.print_button.PreviewWindow.open", lambda file, title, *_, **__: shown.append(title)
    )
    window.earlier.table.selectRow(0)
    window.earlier.print_again()
    qtbot.waitUntil(lambda: shown == ["工作交接册"])
