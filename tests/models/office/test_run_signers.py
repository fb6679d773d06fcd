"""Whether the accounts there are can carry a run to its end."""

from __future__ import annotations

import pytest

from models.office.officer import Officer
from models.office.run_signers import run_signers_told
from tests.models.office.test_accounts import WU, add, code, keys  # noqa: F401
from tests.ui.archives import USER


@pytest.mark.usefixtures("keys")
def test_drawing_up_and_signing_take_two_people():
    alone = run_signers_told({USER: "管理员"})
    assert alone == "批次办不到底：编制以后没有另一个人能复核、审批。请给另一位同事“审批”或“管理员”的角色。"
    assert run_signers_told({USER: "管理员", "李": "录入"}).startswith("一个批次能办到底：李编制，")
    assert run_signers_told({"李": "审核", "张": "审核"}).startswith(
        "批次办不到底：编制以后没有另一个人能审批。"
    )
    assert run_signers_told({"李": "查阅"}) == "批次办不了：没有人能编制，请给一个用户“录入”以上的角色。"


@pytest.mark.usefixtures("keys")
def test_each_step_goes_to_whoever_has_it_for_his_task():
    given = {"王": "管理员", "李": "录入", "张": "审核", "陈": "审批"}
    assert (
        run_signers_told({each: given[each] for each in "李张陈王"})
        == "一个批次能办到底：李编制，张复核，陈审批。"
    )


def test_an_account_that_waits_for_its_confirmation_is_no_second_person(keys):  # noqa: F811
    add(keys, WU, "审批", officer=Officer(name=WU))
    assert "以后才另算一个人" in run_signers_told({USER: "管理员", WU: "审批"})
