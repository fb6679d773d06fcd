"""抽查 in the window: people are drawn, what each lacks is told, and the paper is made."""

from __future__ import annotations

import pytest

from ui.spot_checks.samples import NOT_DRAWN, SamplesSection


@pytest.fixture
def section(qtbot, session, person):
    for number in range(5):
        person(name=f"张{number}")
    made = SamplesSection(session)
    qtbot.addWidget(made)
    made.show()
    return made


def draw(qtbot, section, number=3, seed=7):
    section.number.setValue(number)
    section.seed.setValue(seed)
    section.drawn = None
    section.draw_button.click()
    qtbot.waitUntil(lambda: section.drawn is not None)


def test_nothing_is_printed_before_it_was_drawn(section):
    assert section.how_much() == NOT_DRAWN
    assert not section.prints.isEnabled()


def test_the_same_seed_shows_the_same_people(qtbot, section):
    draw(qtbot, section)
    first = section.grid.words.rows
    assert len(first) == 3
    draw(qtbot, section, seed=8)
    draw(qtbot, section)
    assert section.grid.words.rows == first
    assert section.how_much() == "从全部5人中抽取3人，种子7；3人有缺的。"


def test_what_the_chosen_one_lacks_is_told_and_the_file_opens(qtbot, section):
    draw(qtbot, section)
    section.grid.setCurrentIndex(section.grid.words.index(1, 1))
    assert section.gaps.toPlainText().startswith(section.grid.words.rows[1][1])
    assert "缺：本人签字的页没有扫描归档" in section.gaps.toPlainText()
    opened = []
    section.person_wanted.connect(opened.append)
    section.open_button.click()
    assert opened == [section.drawn.sample.people[1]]


def test_the_paper_is_previewed(qtbot, section, monkeypatch):
    draw(qtbot, section)
    shown = []
    monkeypatch.setattr(
        "ui.printing.print_button.PreviewWindow.open", lambda file, title, *_, **__: shown.append(title)
    )
    section.prints.choices.actions()[0].trigger()
    qtbot.waitUntil(lambda: shown == ["抽查证据链"])


def test_nobody_who_fits_is_said(section, boxes):
    section.words.setText("没有这样的人")
    section.draw_button.click()
    assert "没有符合条件的人" in boxes[-1]
