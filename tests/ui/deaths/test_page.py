"""身后止付 in the window: nobody is stopped without a yes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent

from models.core import journal
from models.core.dates import PartDate
from models.deaths.looking import Looked
from models.deaths.sentinel import DeathMatch
from models.payments.payment import Payment
from models.people.identity import Identity
from tests import factories
from ui.deaths.page import DeathsPage
from ui.jobs import messages

USER = "王芳"


@pytest.fixture
def deaths(session, qtbot, identity, person):
    """A page, and somebody who was paid from June to August 2020."""
    made = identity(person(name="故某"))
    with journal.entry("发放", USER):
        for month in (6, 7, 8):
            Payment(person=made.person, programme="定期抚恤补助", item="两参人员生活补助费", month=PartDate(2020, month), amount=Decimal(650)).save()  # fmt: skip
    page = DeathsPage(session)
    qtbot.addWidget(page)
    page.show()
    return page, made.person


def test_a_list_that_is_dropped_in_stops_nobody_until_the_yes(
    deaths, answers, boxes, monkeypatch, tmp_path, qtbot
):
    page, someone = deaths
    led = []
    page.section_wanted.connect(led.append)
    monkeypatch.setattr(messages, "ask", lambda *words: True)
    heading = ("死者姓名", "死者身份证号", "死亡日期")
    file = factories.workbook(
        tmp_path / "火化.xlsx", {"表": [heading, ("故某", someone.number, date(2020, 6, 10))]}
    )
    page.look([file])
    qtbot.waitUntil(lambda: bool(boxes))
    assert "新列入核查1条" in boxes[-1]
    assert Identity.get().state == "享受待遇"
    assert page.rows.text(0, 8) == "1,300.00"
    page.table.selectRow(0)
    answers["died"] = PartDate(2020, 6, 10)
    page.stop()
    assert Identity.get().state == "去世"
    assert led == ["身后事"], "what is still to be done for him"
    assert DeathMatch.get().amount == 1300
    assert "已停发1人，多发1,300.00元，还要追回1,300.00元" in page.sentence.text()
    page.table.selectRow(0)
    answers.update(recovered=Decimal(2000), day=PartDate(2020, 10, 1))
    page.recover()
    assert "多于多发" in answers.said
    answers["recovered"] = Decimal(1300)
    page.recover()
    assert DeathMatch.get().left == 0


def test_a_no_says_how_it_was_found_out(deaths, answers):
    page, someone = deaths
    with journal.entry("核查", USER):
        DeathMatch(person=someone, file="名单.xlsx", how="姓名和出生日期一致", state="待核实").save()
    page.refresh()
    page.table.selectRow(0)
    page.dismiss()
    assert answers.said == "请填写怎样核实的"
    answers["reason"] = "同名，本人健在"
    page.dismiss()
    assert DeathMatch.get().state == "已排除"


def test_the_dead_on_file_who_were_paid_are_noted_without_a_list(deaths, boxes):
    page, someone = deaths
    page.look_on_file()
    assert "都没有发放" in boxes[-1]
    someone.died = PartDate(2020, 6, 10)
    with journal.entry("去世", USER):
        someone.save()
    page.refresh()
    assert "另有1人档案已登记去世" in page.sentence.text()
    page.look_on_file()
    assert DeathMatch.get().file == "本档案库"
    page.refresh()
    assert "另有" not in page.sentence.text()
    page.note(Looked())
    assert "新列入核查0条" in boxes[-1]


def test_files_are_taken_from_what_is_dragged_and_words_are_not(deaths, tmp_path):
    page, _ = deaths
    for given, taken in ((QUrl.fromLocalFile(str(tmp_path / "火化.xlsx")), True), (None, False)):
        mime = QMimeData()
        mime.setText("故某")
        if given is not None:
            mime.setUrls([given])
        event = QDragEnterEvent(
            QPoint(),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        event.ignore()
        page.dragEnterEvent(event)
        assert event.isAccepted() is taken


def test_of_whom_nothing_was_overpaid_nothing_is_recovered(deaths, boxes):
    page, someone = deaths
    with journal.entry("核查", USER):
        DeathMatch(person=someone, file="名单.xlsx", how="姓名和出生日期一致", state="已停发", amount=Decimal(0)).save()  # fmt: skip
    page.refresh()
    page.table.selectRow(0)
    page.recover()
    assert boxes == ["故某没有多发，不用登记追回。"]
