"""待遇 in the window: what a month comes to and why; what is wanting opens its standard; grants start, stop and change."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from models.core.dates import PartDate
from models.pay.dues import held_grants
from models.pay.dues.grants import GradeChange, Grant
from models.pay.standards import months
from models.people.identity import Identity, IdentityState
from models.people.person import Person
from reports.pay import held_grants as prints
from tests.models.pay.conftest import tell
from ui.pay.dues import grants
from ui.pay.dues.grants import GrantsPage
from ui.pay.dues.month_box import MonthBox
from ui.pay.tab import PayingPage
from ui.widgets import theme

SICK = {"kind": "带病回乡退役军人", "category": "", "grade": "", "nature": ""}


@pytest.fixture
def page(session, qtbot):
    made = GrantsPage(session)
    qtbot.addWidget(made)
    made.show()
    made.month.set_month(months.month(2019, 9))
    return made


def row(page, number=0):
    return {column.key: page.rows.text(number, place) for place, column in enumerate(page.rows.columns)}


def choose(page, number, qtbot):
    page.table.setCurrentIndex(page.rows.index(number, 0))
    qtbot.waitUntil(lambda: page.card.shown is page.table.record())


def test_a_grant_says_by_what_right_and_what_the_month_comes_to(page, granted, qtbot):
    granted()
    page.refresh()
    QAbstractItemModelTester(page.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    told = row(page)
    assert (told["title"], told["state"], told["first"], told["last"]) == (
        "残疾军人 一级因战", "享受待遇", "2013-08", "",
    )  # fmt: skip
    assert (told["due"], told["condition"]) == ("7,345.83", "应发")
    choose(page, 0, qtbot)
    assert page.card.amount.text() == "2019年9月应发 7,345.83元"
    assert "《伤残抚恤管理办法》第二十三条" in page.card.right.text()
    assert page.sentence.text() == "2019年9月：应发1项，合计7,345.83元"


def test_what_is_not_paid_says_why_and_is_seen(page, granted, person, qtbot):
    granted(someone=person(name="甲"), grade="二级")
    ended = granted(someone=person(name="乙"), **SICK)
    tell(ended, "停发", since="2019-05-03")
    granted(someone=person(name="丙"), state="受理", approved=None, **SICK)
    page.refresh()
    conditions = [row(page, n)["condition"] for n in range(3)]
    assert conditions[:2] == ["未计算", "不在享受期"]
    assert page.rows.data(page.rows.index(0, 0), Qt.ItemDataRole.ForegroundRole) == theme.colour("problem")
    assert row(page, 1)["last"] == "2019-05"
    page.line.choose("情况", "不在享受期")
    qtbot.waitUntil(lambda: page.rows.rowCount() == 1)
    choose(page, 0, qtbot)
    assert page.card.amount.text() == "2019年9月：不发"


def test_an_exclusion_is_shown_with_its_clause(page, granted, person, qtbot):
    someone = person(pension="城镇职工基本养老保险")
    granted(
        someone=someone, kind="农村籍退役士兵", category="", grade="", nature="", service_years=3,
        approved="2012-01-01",
    )  # fmt: skip
    page.refresh()
    choose(page, 0, qtbot)
    assert row(page)["condition"] == "不重复享受"
    assert "民发〔2011〕110号" in page.card.why.text()


def test_the_words_find_people_as_everywhere(page, granted, person, qtbot):
    granted(someone=person(name="单雄信"))
    granted(someone=person(name="李四"))
    page.refresh()
    page.line._words.setText("sxx")
    qtbot.waitUntil(lambda: page.rows.rowCount() == 1)
    assert row(page)["name"] == "单雄信"


def test_what_is_missing_opens_the_standard(session, qtbot, granted, dialogs):
    granted(**SICK)
    whole = PayingPage(session)
    qtbot.addWidget(whole)
    page = whole.show_section("待遇")
    page.month.set_month(months.month(2020, 9))
    choose(page, 0, qtbot)
    assert page.card.button.text() == "打开这条标准"
    page.card.button.click()
    shown = whole.shown()
    assert shown.table.record().whom() == "带病回乡退役军人"
    assert not shown.table.record().confirmed


def test_a_standard_that_there_is_none_of_is_asked_for_with_what_is_known(session, qtbot, granted, dialogs):
    granted(grade="二级")
    whole = PayingPage(session)
    qtbot.addWidget(whole)
    page = whole.show_section("待遇")
    page.month.set_month(months.month(2019, 9))
    choose(page, 0, qtbot)
    asked = []
    dialogs.fill = lambda dialog: asked.append(
        [dialog.form.editors[name].value() for name in ("kind", "grade", "nature", "unit", "begins")]
    )
    assert page.card.button.text() == "登记这条标准"
    page.card.button.click()
    assert asked == [["伤残人员", "二级", "因战", "年", PartDate(2019, 9)]]


def test_what_is_missing_in_the_file_is_no_matter_of_standards(page, granted, qtbot):
    granted(approved=None)
    page.refresh()
    choose(page, 0, qtbot)
    assert row(page)["condition"] == "未计算"
    assert page.card.button.isHidden()


def test_a_stop_is_entered_with_its_day_and_reason(page, granted, qtbot, dialogs):
    identity = granted()
    page.refresh()
    choose(page, 0, qtbot)
    page.act.offer()
    words = [action.text() for action in page.act.choices.actions() if action.text()]
    assert words == [
        "停发…", "中止…", "取消…", "迁出…", "去世…", "调整伤残等级…", "核定起止月份、死亡原因…",
    ]  # fmt: skip

    def fill(dialog):
        assert dialog.form.editors["state"].value() == "停发"
        dialog.form.editors["since"].set_value(PartDate(2019, 8, 3))
        dialog.save()
        assert dialog.form.messages["reason"].text() == "请写明停发的原因"
        dialog.form.editors["reason"].set_value("判处有期徒刑")
        dialog.save()

    dialogs.fill = fill
    page.act.choices.actions()[0].trigger()
    assert Identity.get_by_id(identity.id).state == "停发"
    assert row(page)["last"] == "2019-08"
    page.act.offer()
    assert page.act.choices.actions()[0].text() == "恢复享受…"


def test_who_moves_in_is_paid_after_the_month_paid_to(page, identity, qtbot, dialogs):
    identity(kind="伤残人员", grade="一级", nature="因战", state="受理")
    page.refresh()
    choose(page, 0, qtbot)

    def fill(dialog):
        editors = dialog.form.editors
        assert not editors["place"].isHidden()
        for name, value in (("since", PartDate(2019, 6, 3)), ("paid_to", PartDate(2019, 8))):
            editors[name].set_value(value)
        editors["place"].set_value("海东市")
        dialog.save()

    dialogs.fill = fill
    page.act.change("享受待遇", moving=True)
    assert IdentityState.select().where(IdentityState.place == "海东市").exists()
    assert row(page)["first"] == "2019-09"


def test_a_grade_is_changed_and_the_old_one_kept(page, granted, qtbot, dialogs):
    identity = granted()
    page.refresh()
    choose(page, 0, qtbot)

    def fill(dialog):
        dialog.form.editors["grade"].set_value("三级")
        dialog.form.editors["approved"].set_value(PartDate(2019, 8, 20))
        dialog.save()

    dialogs.fill = fill
    page.act.grade()
    assert Identity.get_by_id(identity.id).grade == "三级"
    assert GradeChange.get().grade_before == "一级"
    assert row(page)["title"] == "残疾军人 三级因战"


def test_the_office_decides_with_its_ground(page, granted, qtbot, dialogs):
    granted()
    page.refresh()
    choose(page, 0, qtbot)

    def fill(dialog):
        dialog.form.editors["ends"].set_value(PartDate(2019, 8))
        dialog.save()
        assert dialog.form.messages["basis"].text() == "请写明核定起止月份的依据"
        dialog.form.editors["basis"].set_value("局党组会议纪要")
        dialog.save()

    dialogs.fill = fill
    page.act.decide()
    assert Grant.get().ends == PartDate(2019, 8)
    assert row(page)["last"] == "2019-08"


def test_a_large_archive_is_reckoned_in_the_background(session, granted, qtbot, monkeypatch):
    granted()
    monkeypatch.setattr(grants, "AT_ONCE", 0)
    page = GrantsPage(session)
    qtbot.addWidget(page)
    assert "正在计算" in page.sentence.text()
    page.refresh()  # while it reckons: once more after it
    qtbot.waitUntil(lambda: not page.reckoning.busy and page.rows.rowCount() == 1)


def test_months_are_chosen_by_arrows_and_by_typing(qtbot):
    box = MonthBox(months.month(2020, 12))
    qtbot.addWidget(box)
    heard = []
    box.changed.connect(lambda: heard.append(box.month()))
    box._arrow("mdi6.chevron-right", 1, "").click()
    box.edit.setText("2019年3月")
    box.edit.editingFinished.emit()
    box.edit.setText("去年")
    box.edit.editingFinished.emit()
    assert heard == [months.month(2021, 1), months.month(2019, 3)]
    assert box.edit.property("state") == "problem"


def test_the_print_sums_what_is_due(granted, person):
    granted(someone=person(name="甲"))
    granted(someone=person(name="乙"), grade="二级")
    found = held_grants.held_grants(months.month(2019, 9))
    register = prints.grants_register(found, months.month(2019, 9))
    assert register.title == "2019年9月定期抚恤补助应发明细表"
    assert [line[7] for line in register.rows] == ["7,345.83", ""]
    assert found[0].due is not None
    assert found[0].due.yuan == Decimal("7345.83")
    assert (
        held_grants.grants_of_person(Person.get(Person.name == "乙"), months.month(2019, 9))[0].condition
        == "未计算"
    )
