"""医疗救助 in the window: an illness, its payment, its approval, its paper."""

from __future__ import annotations

from decimal import Decimal

from models.aid.amounts import set_rule
from models.aid.oneoffs import OneOff
from models.approvals.approval import Approval
from models.core import journal
from models.core.dates import PartDate
from models.payments.medical_case import MedicalCase
from ui.aid import medical
from ui.aid.medical import MedicalPage, MedicalTab

USER = "王芳"


def test_an_illness_its_payment_its_approval_and_its_paper(
    session, person, filled, answers, monkeypatch, shown
):
    someone = person(name="甲某")
    with journal.entry("标准", USER):
        set_rule("serious.share", 2020, Decimal(50), "某文件")
    page = shown(MedicalPage(session))

    def fill(dialog):
        editors = dialog.form.editors
        editors["person"].set_value(someone)
        for name, value in (
            ("kind", "大病救助"),
            ("day", PartDate(2020, 5, 6)),
            ("cost", Decimal(10000)),
            ("insured", Decimal(6000)),
        ):
            editors[name].set_value(value)
            editors[name].changed.emit() if name == "kind" else None

    filled(fill)
    page.add()
    case = MedicalCase.get()
    assert (case.whom, case.left) == ("甲某", 4000)
    page.refresh()
    page.table.selectRow(0)
    filled(lambda dialog: None)
    page.apply()
    assert OneOff.get().amount == 2000
    assert OneOff.get().case_id == case.id
    papers = []
    monkeypatch.setattr(medical, "preview_paper", lambda *about: papers.append(about[1]))
    answers.update(day=PartDate(2020, 5, 8), asked=Decimal(2000), cause="住院")
    page.send()
    assert papers == ["优抚对象医疗救助审批表"]
    assert Approval.get().matter == "医疗救助"


def test_a_persons_tab_shows_that_persons_illnesses_only(session, person, save, shown):
    zhang, li = person(name="张三"), person(name="李四")
    save(MedicalCase(person=zhang, kind="大病救助"), MedicalCase(person=li, kind="大病救助"))
    tab = shown(MedicalTab(session, zhang))
    assert [tab.rows.record(row).whom for row in range(tab.rows.rowCount())] == ["张三"]
    assert shown(MedicalPage(session)).rows.rowCount() == 2


def test_what_the_insurance_left_is_what_is_asked_for(session, person, save, shown, answers, monkeypatch):
    monkeypatch.setattr(medical, "preview_paper", lambda *about: None)
    save(MedicalCase(person=person(), kind="大病救助", cost=Decimal(10000), insured=Decimal(6000)))
    page = shown(MedicalPage(session))
    page.table.selectRow(0)
    answers.update(day=PartDate(2020, 5, 8), cause="住院")
    page.send()
    assert Approval.get().asked == 4000


def test_without_a_chosen_illness_nothing_is_applied_for(session, archive, shown, boxes):
    page = shown(MedicalPage(session))
    for act in (page.apply, page.send, page.show_papers):
        act()
    assert boxes == ["请先选一件医疗救助"] * 3
