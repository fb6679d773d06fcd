"""年度确认 and 身后止付 in the window: nobody is stopped without being named and a yes being said."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PIL import Image
from PySide6.QtWidgets import QDialog, QFileDialog

from models.approvals import confirmations
from models.approvals.confirmations import Confirmation
from models.core import journal
from models.core.dates import PartDate
from models.deaths.sentinel import DeathMatch, Looked
from models.payments.payment import Payment
from models.people.identity import Identity
from tests import factories
from ui.approvals.confirmations import ConfirmationsPage
from ui.deaths.page import DeathsPage
from ui.forms.small_question import Asking
from ui.pictures.photo_strip import PhotoStripDialog

USER = "王芳"


@pytest.fixture
def answers(monkeypatch):
    class Answers(dict):
        said = ""

    given = Answers()

    def run(dialog):
        dialog.show()
        for name, value in given.items():
            if name in dialog.editors:
                dialog.editors[name].set_value(value)
        dialog.accept()
        given.said = dialog.problem.text()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(Asking, "exec", run)
    return given


@pytest.fixture
def page(session, qtbot, identity, person):
    identity(person(name="甲某", street="总寨镇", community="清河村"))
    made = ConfirmationsPage(session)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_year_from_the_list_to_the_stop_and_back(page, answers, boxes):
    answers["year"] = "2020"
    page.begin()
    assert page.sentence.text() == "2020年度应确认1人：已确认0，已通知0，未确认1，逾期停发0"
    page.table.selectRow(0)
    answers.update(day=PartDate(2020, 6, 1), how="电话")
    page.notify()
    assert page.rows.text(0, 0) == "逾期未停发"
    boxes.answer = "不停发"
    page.stop()
    assert "停发1人的待遇：甲某" in boxes[-1]
    assert Identity.get().state == "享受待遇"
    boxes.answer = "停发"
    page.stop()
    assert Identity.get().state == "停发"
    page.table.selectRow(0)
    answers.update(day=PartDate(2020, 11, 3), way="见面", handler="王芳")
    page.confirm()
    assert Identity.get().state == "享受待遇"
    assert Confirmation.get().state == "恢复"
    page.confirm()
    assert "都已经确认过" in boxes[-1]


def test_a_day_that_cannot_be_is_told_in_the_question(page, answers):
    answers["year"] = "2020"
    page.begin()
    page.table.selectRow(0)
    answers.update(day=PartDate(2190, 1, 1), way="见面", handler="王芳")
    page.confirm()
    assert "晚于今天" in answers.said
    assert Confirmation.get().state == "未确认"


def test_the_photo_of_the_year_stands_beside_the_older_ones(page, answers, monkeypatch, tmp_path, qtbot):
    answers["year"] = "2020"
    page.begin()
    Image.new("RGB", (400, 600), "white").save(tmp_path / "照片.png")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "照片.png"), ""))
    dialog = PhotoStripDialog(Confirmation.get(), page.take_photo)
    qtbot.addWidget(dialog)
    dialog.take()
    assert Confirmation.get().photo
    assert [each.year for each in confirmations.photos_of(Confirmation.get().person)] == [2020]


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


def test_a_list_that_is_dropped_in_stops_nobody_until_the_yes(deaths, answers, boxes, tmp_path, qtbot):
    page, someone = deaths
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
