"""待遇 in the window: what a month comes to and why; what is wanting opens its standard; grants start, stop and change."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from models.pay.dues import held_grants
from models.pay.standards import months
from models.people.person import Person
from reports.pay import held_grants as prints
from tests.models.pay.conftest import tell
from tests.ui.pay.dues.conftest import SICK, choose, row
from ui.pay.dues import grants
from ui.pay.dues.grants import GrantsPage
from ui.widgets import theme


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
    assert "《伤残抚恤管理办法》（2007年）第二十二条" in page.card.right.text()
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


def test_the_words_find_people_as_everywhere(page, granted, person, qtbot):
    granted(someone=person(name="单雄信"))
    granted(someone=person(name="李四"))
    page.refresh()
    page.line._words.setText("sxx")
    qtbot.waitUntil(lambda: page.rows.rowCount() == 1)
    assert row(page)["name"] == "单雄信"


def test_a_large_archive_is_reckoned_in_the_background(session, granted, qtbot, monkeypatch):
    granted()
    monkeypatch.setattr(grants, "AT_ONCE", 0)
    page = GrantsPage(session)
    qtbot.addWidget(page)
    assert "正在计算" in page.sentence.text()
    page.refresh()  # while it reckons: once more after it
    qtbot.waitUntil(lambda: not page.reckoning.busy and page.rows.rowCount() == 1)


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
