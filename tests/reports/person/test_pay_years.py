"""A line for each year, item and standard."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from reports.person.pay_years import month_words, pay_years
from reports.person.person_file import Payment

ITEM = "伤残抚恤金"


def pay(month, amount="1912.50", standard="22950元/年", account="6228", notes="", year=2020, item=ITEM):
    return Payment(f"{year}年{month}月", item, standard, amount, account, notes)


def test_a_year_of_one_standard_is_one_line():
    (line,) = pay_years([pay(month) for month in range(1, 13)])
    assert line[:4] == ("2020", ITEM, "22950元/年", "1—12月")
    assert (line.due, line.back, line.paid) == ("22950.00", "", "22950.00")
    assert line.notes == "每月1912.50元"
    assert line.accounts == "2020年1月起6228"


def test_another_standard_is_another_line_and_what_was_made_good_stands_in_its_own_column():
    rows = [pay(month) for month in range(1, 10)] + [
        pay(8, "153.34", "24790元/年", notes="2020年12月20日发放；202010-1 补发"),
        pay(9, "153.33", "24790元/年", notes="2020年12月20日发放；202010-1 补发"),
        *(
            pay(month, "2065.83", "24790元/年", notes="2020年12月20日发放；202010-1")
            for month in (10, 11, 12)
        ),
    ]
    old, new = pay_years(rows)
    assert (old.months, new.months) == ("1—9月", "10—12月")
    assert (new.due, new.back, new.paid) == ("6197.49", "306.67", "6504.16")
    assert new.notes == "每月2065.83元；补发8、9月；2020年12月20日发放"
    assert new.accounts == ""  # it was told already


def test_a_month_that_differs_is_told_and_a_fen_of_division_is_not_a_difference():
    (line,) = pay_years([pay(1, "7114.16"), pay(2, "7114.17"), pay(3, "7114.17"), pay(4, "3000.00")])
    assert line.notes == "每月7114.16或7114.17元；4月3000.00元"


def test_an_account_that_changed_in_the_year_is_told_from_its_month():
    (line,) = pay_years([pay(1), pay(2), pay(3, account="9999"), pay(4, account="9999")])
    assert line.accounts == "2020年1月起6228，2020年3月起9999"


def test_what_was_taken_back_is_part_of_what_was_due():
    (line,) = pay_years([pay(1), pay(2, "1000.00", notes="202001-1，应发1912.50元，扣回多发912.50元")])
    assert (line.due, line.paid) == ("3825.00", "2912.50")
    assert "扣回多发912.50元" in line.notes


def test_what_has_no_month_stands_in_the_year_in_which_it_was_paid():
    (line,) = pay_years([Payment("", "体检卡", "", "1139.00", "", "2020年9月20日发放；演练数据")])
    assert (line.year, line.months, line.paid) == ("2020", "", "1139.00")
    assert line.notes == "2020年9月20日发放；演练数据"


def test_days_of_payment_are_told_once_with_their_year():
    (line,) = pay_years(
        [pay(1, notes="2020年3月25日发放；中央财政"), pay(2, notes="2020年7月10日发放；中央财政")]
    )
    assert line.notes == "每月1912.50元；2020年3月25日、7月10日发放；中央财政"


def test_months_in_words():
    assert month_words([1, 2, 3, 5]) == "1—3、5月"
    assert month_words([8, 9]) == "8、9月"
    assert month_words([0]) == ""


@given(
    st.lists(
        st.tuples(
            st.integers(2015, 2024), st.integers(1, 12), st.integers(1, 10**7), st.sampled_from(["甲", "乙"]),
            st.sampled_from(["", "补发"]),
        ),
        max_size=40,
    )
)  # fmt: skip
def test_no_fen_is_lost(rows):
    paid = [pay(m, f"{fen / 100:.2f}", notes=note, year=y, standard=s) for y, m, fen, s, note in rows]
    lines = pay_years(paid)
    assert sum(Decimal(line.paid) for line in lines) == sum(Decimal(each.amount) for each in paid)
    assert all(Decimal(line.due or 0) + Decimal(line.back or 0) == Decimal(line.paid) for line in lines)
