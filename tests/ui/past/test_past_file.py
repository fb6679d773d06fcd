"""One file on a past day: from its history, as sheets to read and print."""

from __future__ import annotations

from models.core import journal
from models.core.dates import this_day
from models.people.person import Person
from tests.models.past.test_past_archive import YESTERDAY, long_ago
from ui.past import past_file
from ui.person.history import HistoryPage
from ui.printing.preview import PreviewWindow


def test_the_day_of_the_chosen_change_is_offered_and_the_sheets_say_what_it_was(
    qtbot, session, person, monkeypatch
):
    someone = person(name="张三")
    long_ago(1)
    with session.entry("更名"):
        someone.name = "李四"
        someone.save()
    page = HistoryPage(session, someone)
    qtbot.addWidget(page)
    page.show()
    page.table.setCurrentIndex(page.rows.index(page.rows.rowCount() - 1, 0))
    asked = []
    monkeypatch.setattr(past_file, "run_dialog", asked.append)
    page.past_button.click()
    (dialog,) = asked
    qtbot.addWidget(dialog)
    assert dialog.values()["day"].earliest() == YESTERDAY
    dialog.was_known.click()
    dialog.accept()
    qtbot.waitUntil(lambda: PreviewWindow.shown != set(), timeout=20_000)
    (preview,) = PreviewWindow.shown
    words = preview.document.getAllText(1).text()
    assert "张三" in words
    assert f"截至{YESTERDAY}" in words
    assert "李四" not in words
    preview.close()
    assert (Person.get().name, journal.last_number()) == ("李四", 2)
    assert this_day() > YESTERDAY
