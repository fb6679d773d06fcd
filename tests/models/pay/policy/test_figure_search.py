"""Figures found by matter, year and words."""

from __future__ import annotations

from models.core import journal
from models.pay.policy import figure_search
from models.pay.standards.policy_figures import PolicyFigure

USER = "王芳"


def test_figures_are_found_by_matter_by_year_and_by_words(archive):
    care = list(figure_search.figures_found("护理费", 2025))
    assert {each.said() for each in care} == {"50%", "40%", "30%", "25%"}
    assert {str(each.begins) for each in care} == {"2024-10"}
    assert [each.what for each in figure_search.figures_found(words="褒扬条例 2011 第十七条")] == [
        "烈士遗属死亡"
    ]
    assert "护理费" in figure_search.figure_matters()
    assert figure_search.figure_years()[0] == 2026


def test_what_is_not_confirmed_is_listed_apart(archive):
    every = PolicyFigure.select().count()
    with journal.entry("确认", USER):
        PolicyFigure.update(confirmed=True).where(PolicyFigure.matter == "护理费").execute()
    assert figure_search.figures_found(unconfirmed=True).count() == every - 10
