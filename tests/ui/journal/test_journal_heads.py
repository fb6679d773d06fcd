from __future__ import annotations

import pytest
from PySide6.QtWidgets import QInputDialog, QWidget

from models.archive import seen_heads
from models.core.journal import Entry
from models.heads import journal_heads
from models.heads.journal_heads import JournalHead
from models.office import head_checks, roles
from ui.journal.journal_heads import JournalHeadsDialog, tell_head_doubt


@pytest.fixture
def in_doubt(session, person, monkeypatch):
    """The archive is other than this PC has seen it."""
    person()
    doubt = seen_heads.HeadDoubt(
        JournalHead(9, "2026-01-01T08:00:00", "a" * 64), journal_heads.head_now(), "换成了旧的。"
    )
    monkeypatch.setattr(seen_heads, "head_doubt", lambda _: doubt)
    return session


def test_a_code_from_a_paper_is_compared(qtbot, session, person):
    person()
    dialog = JournalHeadsDialog()
    qtbot.addWidget(dialog)
    code = journal_heads.head_now().code
    assert code in dialog.now.text()
    dialog.typed.setText(code.lower())
    dialog.compare()
    assert dialog.verdict.text().startswith("一致：第1条")
    dialog.typed.setText("7-" + code.partition("-")[2])
    dialog.compare()
    assert dialog.verdict.text().startswith("不一致")


def test_who_opens_a_doubtful_archive_is_asked_for_the_reason(qtbot, in_doubt, monkeypatch):
    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("换了硬盘", True))
    tell_head_doubt(in_doubt, window)
    assert "换了硬盘" in Entry.select().order_by(Entry.number.desc()).first().title
    assert head_checks.HeadCheck.get().seen == "9-AAAA-AAAA-AAAA-AAAA"


def test_who_may_not_explain_it_is_told_to_call_the_administrator(qtbot, in_doubt, boxes):
    roles.give("小李", "录入", in_doubt.user)
    in_doubt.user = "小李"
    window = QWidget()
    qtbot.addWidget(window)
    tell_head_doubt(in_doubt, window)
    assert "请告诉管理员" in boxes[0]
    assert head_checks.HeadCheck.select().count() == 0
