"""到期事项 in the window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit

from models.pay.standards import months
from ui.forecast.events import MATTER, EventsSection


@pytest.fixture
def section(session, qtbot):
    made = EventsSection(session)
    qtbot.addWidget(made)
    made.span.first.set_month(months.month(2020, 1))
    made.show()
    qtbot.waitUntil(lambda: not made.counting.busy and made.sentence != "正在清点……", timeout=10_000)
    return made


def test_events_are_listed_by_day_and_open_the_file(paid, section):
    assert [(str(e.day), e.matter) for e in section.rows.facts()] == [
        ("2020-03-04", "满80周岁"), ("2020-05-31", "证件到期"), ("2020-05-31", "证件到期"),
    ]  # fmt: skip
    opened = []
    section.person_wanted.connect(opened.append)
    section.table.selectRow(0)
    section.open_person()
    assert opened == [section.rows.facts()[0].person]


def test_one_matter_is_looked_at_alone_and_printed(paid, section):
    section.line.choose(MATTER, "满80周岁")
    section.narrow()
    assert section.how_much() == "2020年1月至2022年12月：到期事项1件"
    register = section._register()()
    assert register.title == "2020年1月至2022年12月到期事项清单"
    assert register.above == ("范围：满80周岁",)
    assert len(register.rows) == 1


def test_words_narrow_the_list(paid, section):
    section.line.findChild(QLineEdit).setText("李四")
    section.narrow()
    assert [e.name for e in section.rows.facts()] == ["李四"]


def test_without_events_it_says_so(section):
    assert section.how_much().endswith("到期事项0件")
