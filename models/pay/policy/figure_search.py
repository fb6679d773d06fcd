"""The search of figures 政策数据: those of a matter, in force in a year, with words in them, the newest of each matter first."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any

from peewee import ModelSelect

from models.pay.standards.policy_figures import PolicyFigure

FOUND_BY = ("matter", "what", "unit", "ruling", "begins", "article", "source", "notes")


def figures_found(
    matter: str = "", year: int | None = None, unconfirmed: bool = False, words: str = ""
) -> ModelSelect[Any]:
    """Each of the words must stand somewhere in what the row says of itself."""
    query: Any = PolicyFigure.select()
    for word in words.split():
        query = query.where(reduce(or_, (getattr(PolicyFigure, name).contains(word) for name in FOUND_BY)))
    if matter:
        query = query.where(PolicyFigure.matter == matter)
    if unconfirmed:
        query = query.where((PolicyFigure.confirmed == False) | PolicyFigure.confirmed.is_null())  # noqa: E712
    if year is not None:
        ends = PolicyFigure.ends.is_null() | (PolicyFigure.ends >= f"{year}")
        query = query.where(PolicyFigure.begins < f"{year + 1}", ends)
    found: ModelSelect[Any] = query.order_by(
        PolicyFigure.matter, PolicyFigure.begins.desc(), PolicyFigure.what, PolicyFigure.id
    )
    return found


def figure_matters() -> list[str]:
    """The matters of which there are figures."""
    rows = PolicyFigure.select(PolicyFigure.matter).distinct().order_by(PolicyFigure.matter)
    return [each.matter for each in rows]


def figure_years() -> list[int]:
    """The years in which some figure begins, newest first."""
    begun = PolicyFigure.select(PolicyFigure.begins).where(PolicyFigure.begins.is_null(False)).distinct()
    return sorted({each.begins.year for each in begun if each.begins is not None}, reverse=True)
