"""Filters that the office keeps under a name."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.record import Invalid
from models.filters import saved_filters
from models.filters.filters import Filter

USER = "王芳"


def test_a_filter_is_kept_under_a_name(archive):
    chosen = Filter(kind="三属", grade=("一级",), age_to=22, ids=(3, 4), with_findings=True)
    saved_filters.keep_filter("三属子女", chosen, USER)
    (kept,) = saved_filters.saved()
    assert (kept.name, kept.chosen) == ("三属子女", chosen)
    saved_filters.keep_filter("三属子女", Filter(kind="三属"), USER)
    assert [each.chosen for each in saved_filters.saved()] == [Filter(kind="三属")]
    saved_filters.forget(saved_filters.saved()[0], USER)
    assert saved_filters.saved() == []


def test_a_kept_filter_needs_a_name(archive):
    with pytest.raises(Invalid, match="名称"):
        saved_filters.keep_filter("  ", Filter(), USER)


def test_a_kept_filter_of_a_later_program_is_read_as_far_as_it_is_understood(archive):
    with journal.entry("保存筛选", USER):
        saved_filters.SavedFilter(name="新", facts='{"kind": "三属", "moon": 1}').save()
    assert saved_filters.saved()[0].chosen == Filter(kind="三属")
