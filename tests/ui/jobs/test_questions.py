from __future__ import annotations

import time

from ui.jobs.questions import Question


def test_a_question_asked_again_meanwhile_is_answered_once_and_newly(qtbot, session):
    said = []
    answers = iter((1, 2, 3))

    def work():
        time.sleep(0.05)
        return next(answers)

    question = Question(work, session)
    question.answered.connect(said.append)
    for _ in range(3):
        question.ask()
    qtbot.waitUntil(lambda: not question.busy)
    assert said == [2]


def test_nothing_is_asked_of_an_archive_that_is_closed(qtbot, session, monkeypatch):
    question = Question(lambda: 1 / 0, session)
    with monkeypatch.context() as closed:
        closed.setattr("models.archive.opened.opened", None)
        question.ask()
    assert not question.busy
