from __future__ import annotations

import pytest

from models.core.dates import PartDate
from models.core.record import Refusal
from ui.journal.journal_list import JournalListDialog, uses_of


@pytest.fixture
def dialog(qtbot, session, person):
    person(name="张三")
    made = JournalListDialog(session)
    qtbot.addWidget(made)
    return made


def test_a_month_means_all_its_days(dialog):
    dialog.first.set_value(PartDate(2020, 2))
    dialog.last.set_value(PartDate(2020, 2))
    asked = dialog.asked()
    assert (str(asked.first), str(asked.last)) == ("2020-02-01", "2020-02-29")


def test_the_chosen_part_is_saved_as_a_workbook(qtbot, dialog, tmp_path, monkeypatch, boxes):
    out = tmp_path / "日志.xlsx"
    monkeypatch.setattr("ui.jobs.saving.QFileDialog.getSaveFileName", lambda *_: (str(out), ""))
    dialog.person.set_value("张三")
    dialog.save()
    qtbot.waitUntil(lambda: bool(boxes))
    assert out.exists()


def test_a_wrong_day_is_told(dialog, boxes):
    dialog.first.setText("二月")
    dialog.save()
    assert boxes[0].startswith("“自”")


def test_uses_of_a_person_are_a_register(dialog):
    dialog.person.set_value("张三")
    assert uses_of(dialog.asked()).rows == ()
    dialog.person.set_value("没有这人")
    with pytest.raises(Refusal, match="档案里没有"):
        uses_of(dialog.asked())
