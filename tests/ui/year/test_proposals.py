"""Sentences on what is lacking and what is planned, taken into a document in the window; and documents of other kinds."""

from __future__ import annotations

import docx
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QDialog

from models.core.dates import PartDate
from models.visits.visit import Visit
from models.year.proposals.expected_need import NEED_KEY
from models.year.summary import texts
from tests.ui.year.conftest import keep
from ui.year.proposals import NOTHING_TO_TELL, ProposalsDialog


@pytest.fixture
def tick(monkeypatch):
    """Put or take away the ticks of the sentences that are offered next."""

    def run(state):
        def shown(dialog):
            for row in range(dialog.list.count()):
                if dialog.list.item(row).data(Qt.ItemDataRole.UserRole) is not None:
                    dialog.list.item(row).setCheckState(state)
            return QDialog.DialogCode.Accepted

        monkeypatch.setattr(ProposalsDialog, "exec", shown)

    return run


def test_a_sentence_is_taken_opened_and_left_out_again(page, rows, tick, qtbot):
    keep(Visit(unit="某部", day=PartDate(2020, 8, 1), wishes="反映场地不足"))
    section = page("年度总结")
    tick(Qt.CheckState.Checked)
    section.propose()
    qtbot.waitUntil(lambda: "还有1件没有办结" in section.view.toPlainText(), timeout=10_000)
    assert section.draft.dirty()
    section.view.anchorClicked.emit(QUrl("problems.open_wishes"))
    assert [window.rows.rowCount() for window in rows] == [1]
    tick(Qt.CheckState.Unchecked)
    section.propose()
    qtbot.waitUntil(lambda: "没有办结" not in section.view.toPlainText(), timeout=10_000)


def test_what_the_edited_text_quotes_is_still_known_when_the_year_is_counted_again(page, tick, qtbot):
    section = page("年度总结")
    tick(Qt.CheckState.Checked)
    section.propose()
    qtbot.waitUntil(lambda: NEED_KEY in section.draft.counted.asked.told, timeout=10_000)
    section.text.insertPlainText("又")
    section.refresh()
    qtbot.waitUntil(lambda: not section.counting.busy, timeout=10_000)
    assert NEED_KEY in section.draft.counted.asked.told


def test_where_nothing_is_lacking_the_window_says_so(qtbot):
    dialog = ProposalsDialog([])
    qtbot.addWidget(dialog)
    assert dialog.findChild(type(dialog.layout().itemAt(0).widget())).text() == NOTHING_TO_TELL
    assert not dialog.take_button.isEnabled()


def test_news_is_chosen_read_and_saved(page, place, qtbot, boxes):
    section = page("年度总结")
    section.kinds.setCurrentText("简报")
    qtbot.waitUntil(lambda: "工作综述" in section.view.toPlainText(), timeout=10_000)
    section.print_button.save(".docx")
    (out,) = [place / f"{section.summary.title.splitlines()[-1].strip('—')}.docx"]
    qtbot.waitUntil(out.exists, timeout=10_000)
    qtbot.waitUntil(lambda: len(boxes) == 1, timeout=5_000)
    made = docx.Document(str(out))
    heading = next(each for each in made.paragraphs if each.text.startswith("■"))
    assert heading.style.name == "Heading 1"
    assert made.tables == []
    assert [section.kinds.itemText(n) for n in range(section.kinds.count())] == list(texts.SUMMARY_KINDS)
