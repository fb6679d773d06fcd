"""What goes to the family on paper: the notice, the slip and the form name the relative who is paid."""

from __future__ import annotations

import pytest

from models.approvals.approval import Approval
from models.core import journal
from models.core.dates import PartDate
from models.core.record import Refusal
from models.deaths.after_death import after_death
from models.pay.runs import following_runs, runs
from reports.approvals.forms import approval_form
from reports.death_affairs import affairs_register, write_family_notice
from reports.pay.slips import write_slips
from tests.models.deaths.test_after_death import caused, dead, draw, granted, heir, paid, payee
from tests.models.pay.conftest import USER
from tests.reports.papers import text_of

__all__ = ["dead", "draw", "granted", "paid", "payee"]


def test_the_notice_tells_the_family_what_goes_to_whom(dead, tmp_path):
    someone = dead()
    caused(someone, "因病")
    with pytest.raises(Refusal, match="还没有登记领取的遗属"):
        write_family_notice(after_death(someone), tmp_path / "通知.pdf")
    heir(someone, share=40)
    heir(someone, "王五", relation="子", share=60)
    write_family_notice(after_death(someone), tmp_path / "通知.pdf")
    words = text_of(tmp_path / "通知.pdf")
    for told in ("李四、王五", "106,670.00", "42,668.00", "64,002.00", "第二十八条第二款"):
        assert told in words
    assert len(affairs_register([after_death(someone)]).rows) == 1


def test_the_notice_names_each_payee_with_account_and_sum_in_one_row_and_who_waived(dead, tmp_path):
    someone = dead()
    caused(someone, "因病")
    first = heir(someone, share=40, bank="青海银行")
    heir(someone, "王五", relation="子", share=60, account="", holder="王大五")
    heir(someone, "赵六", relation="女", waived=True)
    write_family_notice(after_death(someone), tmp_path / "通知.pdf")
    words = text_of(tmp_path / "通知.pdf")
    assert f"李四配偶40%青海银行{first.account}42,668.00" in words
    assert "王大五子60%没有登记，请提供64,002.00" in words
    assert "合计106,670.00元（大写：壹拾万陆仟陆佰柒拾元整）" in words
    assert "赵六已书面放弃领取" in words


def test_each_relative_has_a_slip_with_payee_and_account(dead, tmp_path):
    someone = dead()
    caused(someone, "因病")
    first = heir(someone, share=40)
    heir(someone, "王五", relation="子", share=60, account="6228480000000000083")
    run = following_runs.pay_once(runs.months.month(2021, 10), USER)
    assert write_slips(run, tmp_path / "单.pdf") == 2
    words = text_of(tmp_path / "单.pdf")
    for told in ("收款人", "李四", "配偶", first.account, "王五", "6228480000000000083", "逝者姓名"):
        assert told in words


def test_the_relative_is_the_applicant_of_the_funeral_money(dead):
    someone = dead()
    widow = heir(someone)
    asked = Approval(
        person=someone,
        matter="丧葬补助",
        accepted_on=PartDate(2021, 10, 8),
        state="办理中",
        cause="申请丧葬补助",
    )
    with journal.entry("受理", USER):
        asked.save()
    facts = approval_form(asked).facts
    assert (facts["name"], facts["number"]) == ("李四", widow.number)
    assert facts["categories"] == "甲（残疾军人，2021年9月3日去世）的配偶"
