"""A form of a superior, people for it, and the window that fills it."""

from __future__ import annotations

import pytest

from models.people.person import Person
from tests.factories import workbook
from ui.pages.page import PrintWish
from ui.superior_forms.window import MAP_PAGE, FillingWindow


@pytest.fixture
def form(tmp_path):
    return workbook(
        tmp_path / "市局.xlsx",
        {"表": [["优抚对象名单"], ["序号", "姓名", "身份证号", "联系电话", "卡内编号"]]},
    )


@pytest.fixture
def filling(qtbot, session, person):
    for number in range(3):
        person(name=f"马{number}", phone="13900001234" if number else "", veteran_card=f"青优{number:06d}")
    ids = [each.id for each in Person.select().order_by(Person.id)]
    made = FillingWindow(session, PrintWish(ids[:1], ids, "全部优抚对象"))
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def looked_through(qtbot, filling, form):
    """The window once it has read the form."""
    filling.read(form)
    qtbot.waitUntil(lambda: filling.pages.currentIndex() == MAP_PAGE)
    return filling
