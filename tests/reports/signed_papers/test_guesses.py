"""Guesses: what a page says of itself comes first, then what is missing of those that lay beside it."""

from __future__ import annotations

from PIL import Image

from models.core import journal
from models.signed_papers.waiting_page import WaitingReason, waiting_pages
from reports.signed_papers.guesses import guesses
from tests.reports.signed_papers.printed_pages import LONG, USER, scanned

BLANK = Image.new("L", (300, 400), 255)


def told(waiting):
    return [(guess.person.name, guess.form_words, guess.sheet.sheet) for guess in guesses(waiting)]


def test_an_unread_page_between_two_of_a_form_is_likely_the_one_that_is_missing(on_file, printed_pages, pile):
    one, two = on_file(name="张三", notes=LONG), on_file(name="李四", notes=LONG)
    first = printed_pages(one, sections=["登记表"])
    second = printed_pages(two, sections=["登记表"])
    scanned(pile(first[0], BLANK, *first[2:], *second[1:]))
    (waiting,) = waiting_pages()
    assert told(waiting) == [("张三", "登记表", 2), ("李四", "登记表", 1)]


def test_an_older_page_is_first_of_all_what_its_code_says(on_file, printed_pages, pile):
    someone = on_file(name="张三")
    pages = printed_pages(someone, sections=["封面"])
    with journal.entry("更正", USER):
        someone.name = "张山"
        someone.save()
    scanned(pile(*pages))
    assert told(waiting_pages()[0]) == [("张山", "封面", 1)]


def test_where_nothing_is_known_nothing_is_guessed(on_file, pile):
    scanned(pile(BLANK))
    assert guesses(waiting_pages()[0]) == []


def test_a_page_of_another_archive_is_never_taken_for_the_one_that_is_missing(on_file, printed_pages, pile):
    pages = printed_pages(on_file(name="张三", notes=LONG), sections=["登记表"])
    scanned(pile(pages[0], BLANK, *pages[2:]))
    (waiting,) = waiting_pages()
    assert guesses(waiting)
    waiting.reason = WaitingReason.FOREIGN
    assert guesses(waiting) == []
