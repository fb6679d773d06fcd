"""What the right to pay rests on, by the day of what happened."""

from __future__ import annotations

import pytest

from models.core import codes
from models.pay.grants import basis


@pytest.mark.parametrize(
    ("kind", "category", "day", "cited"),
    [
        ("伤残人员", "残疾军人", "2021-09", "《军人抚恤优待条例》（2011年修订，2019年修正）第二十六条"),
        ("伤残人员", "残疾军人", "2024-09", "《军人抚恤优待条例》（2011年修订，2019年修正）第二十六条"),
        ("伤残人员", "残疾军人", "2024-10", "《军人抚恤优待条例》（2024年修订）第三十条"),
        ("伤残人员", "残疾军人", "2010-10", "《军人抚恤优待条例》（2004年）"),
        ("伤残人员", "伤残民兵民工", "2021-09", "《军人抚恤优待条例》（2011年修订，2019年修正）第五十二条第二款、第二十六条"),
        ("伤残人员", "伤残人民警察", "2015-09", "《伤残抚恤管理办法》（2013年修订）第二条"),
        ("伤残人员", "", "2021-09", ""),
        ("三属", "烈士遗属", "2024-12", "《烈士褒扬条例》（2019年修订）第十六条"),
        ("三属", "烈士遗属", "2025-01", "《烈士褒扬条例》（2024年修订）第十七条"),
        ("参战退役人员", "", "2019-09", ""),
        ("参战退役人员", "", "2025-06", "《军人抚恤优待条例》（2024年修订）第六十二条第一款"),
        ("农村籍退役士兵", "", "2019-09", "民发〔2011〕110号"),
        ("烈士子女", "", "2019-09", "民政部、财政部《关于给部分烈士子女发放定期生活补助的通知》"),
        ("烈士子女", "", "2024-11", "《军人抚恤优待条例》（2024年修订）第六十二条第一款"),
        ("在乡退伍红军老战士", "", "2025-06", ""),
    ],
)  # fmt: skip
def test_a_month_rests_on_the_clause_as_it_stood_then(kind, category, day, cited):
    assert basis.right_to_pay(kind, category, day) == cited


def test_every_kind_that_is_paid_by_a_text_is_one_of_the_kinds():
    assert set(basis.RIGHTS_TO_PAY) <= set(codes.table("kind").names())


def test_a_citation_stands_in_brackets_and_what_was_not_read_leaves_none():
    assert (
        basis.cited("恢复待遇", "2021-07-02", "伤残人员", "残疾军人")
        == "（《伤残抚恤管理办法》（2019年修订）第二十五条第二款）"
    )
    assert basis.cited("恢复待遇", "2021-07-02", "三属", "烈士遗属") == ""
    assert basis.cited("恢复待遇", None, "伤残人员", "残疾军人") == ""
