"""Sources 数据来源: of each register how many of its records the figures of a year rest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from peewee import Expression, ModelSelect

from models.year.figures.definitions import Definition, StandingOn
from models.year.figures.period import LAST_MONTH

SOURCES_SECTION = "数据来源"


def source_definitions(
    definitions: Iterable[Definition], year: int, until: int = LAST_MONTH
) -> Iterator[Definition]:
    """A figure for each kind of record that some figures count."""
    asked: dict[Any, list[ModelSelect[Any]]] = defaultdict(list)
    for definition in definitions:
        for query in definition.all_rows(year, until):
            asked[query.model].append(query)
    for number, (model, queries) in enumerate(asked.items(), start=1):
        key, counted = _source_key(model), _any_of(model, queries)
        yield Definition(key, f"S{number}", SOURCES_SECTION, _register(model), "条", model, standing=counted, kept_by_all=False)  # fmt: skip


def source_names(definitions: Iterable[Definition]) -> dict[str, str]:
    """The name of each register by its key, in the order of the report, without a look at its records."""
    models = (source.model for definition in definitions for source in definition.sources)
    return {_source_key(model): _register(model) for model in models}


def _source_key(model: Any) -> str:
    return f"sources.{model._meta.table_name}"


def _register(model: Any) -> str:
    name: str = model.REGISTER or model.COUNTED
    return name


def _any_of(model: Any, queries: list[ModelSelect[Any]]) -> StandingOn:
    """The condition that a record is counted by one of them, however the day is said once more."""
    counted = reduce(or_, (model.id.in_(query.select(model.id)) for query in queries))

    def where(_: date) -> Iterator[Expression]:
        yield counted

    return where
