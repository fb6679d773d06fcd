"""The card of a grant: what, why, and what is wanting."""

from __future__ import annotations

from tests.ui.pay.dues.conftest import choose, row


def test_an_exclusion_is_shown_with_its_clause(page, granted, person, qtbot):
    someone = person(pension="城镇职工基本养老保险")
    granted(
        someone=someone, kind="农村籍退役士兵", category="", grade="", nature="", service_years=3,
        approved="2012-01-01",
    )  # fmt: skip
    page.refresh()
    choose(page, 0, qtbot)
    assert row(page)["condition"] == "不重复享受"
    assert "民发〔2011〕110号" in page.card.why.text()


def test_what_is_missing_in_the_file_is_no_matter_of_standards(page, granted, qtbot):
    granted(approved=None)
    page.refresh()
    choose(page, 0, qtbot)
    assert row(page)["condition"] == "未计算"
    assert page.card.button.isHidden()
