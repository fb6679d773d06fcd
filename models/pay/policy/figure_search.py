"""The search of figures 政策数据: those of a matter, in force in a year, with words in them, the newest of each matter first."""

from __future__ import annotations

from typing import Any

from peewee import ModelSelect

from models.pay.policy.policy_search import rows_found
from models.pay.standards.policy_figures import PolicyFigure


def figures_found(
    matter: str = "", year: int | None = None, unconfirmed: bool = False, words: str = ""
) -> ModelSelect[Any]:
    """Each of the words must stand somewhere in what the row says of itself."""
    query = rows_found(PolicyFigure, words, unconfirmed)
    if matter:
        query = query.where(PolicyFigure.matter == matter)
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
