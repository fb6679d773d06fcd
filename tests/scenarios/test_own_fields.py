"""A field of the office's own the whole way round: typed, kept, written into a workbook, read from it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.core import journal
from models.core.dates import PartDate
from models.own_fields.own_values import OwnValue, keep_own, said_of
from models.people.person import Person
from reports.person.people_roster import Roster, write_roster_workbook

USER = "王芳"
WRITTEN = st.text("高炮步兵ABC甲乙（）、3", min_size=1, max_size=12)
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31)).map(PartDate.of) | st.builds(
    PartDate, st.integers(1900, 2099), st.integers(1, 12)
)


@pytest.fixture
def fields_of_all_types(identity, define):
    fields = [
        define("兵种", "文字"), define("入会日期", "日期"), define("子女人数", "整数"), define("互助金", "金额"),
        define("是否志愿者", "是/否"), define("联络等次", "选项", choices="优、良"),
    ]  # fmt: skip
    return fields, identity().person


@settings(max_examples=6)
@given(
    said=st.tuples(
        WRITTEN, DAYS, st.integers(0, 10**9 - 1), st.integers(0, 10**11).map(lambda fen: Decimal(fen).scaleb(-2)),
        st.booleans(), st.sampled_from(["优", "良"]),
    )
)  # fmt: skip
def test_what_a_list_exports_is_read_again_as_it_was(said, fields_of_all_types, take_in, tmp_path):
    fields, who = fields_of_all_types
    words = {field.key: field.says(value) for field, value in zip(fields, said, strict=True)}
    with journal.entry("修改", USER):
        keep_own(who.id, words)
    out = tmp_path / "r.xlsx"
    write_roster_workbook(Roster.of([Person.get()], columns=["name", "number", "kind", *words]), out)
    with journal.entry("清空", USER):
        OwnValue.delete().execute()
    plan = take_in(out)
    assert [each.words for sheet in plan.sheets for each in sheet.findings if "自设" in each.words] == []
    assert said_of([who.id])[who.id] == words
