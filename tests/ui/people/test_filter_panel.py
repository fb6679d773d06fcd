from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from models.filters.filters import Filter
from ui.people import filter_panel
from ui.people.filter_panel import FilterPanel


@pytest.fixture
def panel(qtbot, session, person):
    person(street="总寨镇", community="清河村")
    person(street="南滩街道", community="红光社区")
    made = FilterPanel()
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: not made.asking.busy)
    return made


def offered(box):
    return [box.itemText(row) for row in range(box.count())]


def test_what_is_chosen_is_said_at_once(qtbot, panel):
    with qtbot.waitSignal(panel.changed) as said:
        panel.kind.setCurrentText("三属")
    assert said.args == [Filter(kind="三属")]
    with qtbot.waitSignal(panel.changed) as said:
        panel.missing.setChecked(True)
    assert said.args == [Filter(kind="三属", missing_papers=True)]


def test_communities_are_those_of_the_street(panel):
    assert offered(panel.community) == ["不限", "红光社区", "清河村", "未登记"]
    panel.street.setCurrentText("总寨镇")
    assert offered(panel.community) == ["不限", "清河村", "未登记"]


def test_ages_are_taken_when_they_are_whole(qtbot, panel):
    qtbot.keyClicks(panel.age_from, "60")
    with qtbot.waitSignal(panel.changed) as said:
        panel.age_from.editingFinished.emit()
    assert said.args[0].age_from == 60


@pytest.mark.parametrize(
    "wanted",
    [
        Filter(),
        Filter(kind="伤残人员", grade=("一级", "二级", "三级", "四级", "五级", "六级")),
        Filter(street="没人住的街道", community="某村", age_to=18, with_findings=True),
        Filter(words="张", turning=60, soldiers=True),
    ],
)
def test_a_filter_that_is_shown_is_the_filter_that_is_read(qtbot, panel, wanted):
    with qtbot.assertNotEmitted(panel.changed):
        panel.set_value(wanted)
    assert panel.value() == wanted


def test_clearing_keeps_the_words_that_are_searched(qtbot, panel):
    panel.set_value(Filter(words="张", kind="三属", age_from=60))
    with qtbot.waitSignal(panel.changed) as said:
        panel.nothing.click()
    assert said.args == [Filter(words="张")]


def test_several_streets_are_chosen_at_once(qtbot, panel, monkeypatch):
    def tick(dialog):
        for row in range(dialog.list.count()):
            dialog.list.item(row).setCheckState(Qt.CheckState.Checked)
        return True

    monkeypatch.setattr(filter_panel, "run_dialog", tick)
    with qtbot.waitSignal(panel.changed) as said:
        panel.street.setCurrentText("选几个…")
    (wanted,) = said.args
    assert set(wanted.street.split("、")) == {"总寨镇", "南滩街道"}
    assert wanted.query().count() == 2
    assert "或" in wanted.sentence()
    assert {"清河村", "红光社区"} < set(offered(panel.community))
    monkeypatch.setattr(filter_panel, "run_dialog", lambda dialog: False)
    panel.street.setCurrentText("选几个…")
    assert panel.value() == wanted
