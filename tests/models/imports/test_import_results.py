"""How an import ends: people, payments, visits each for themselves, what is open, what to do next."""

from __future__ import annotations

from models.core.jobs import finish
from models.imports import imports
from models.imports.import_results import (
    CORRECT_AND_REPEAT,
    LOOK_INTO_MONEY,
    PRINT_FILES,
    SAY_STATES,
    result_of,
)
from tests import factories
from tests.conftest import USER


def result(*files):
    plan = finish(imports.read_workbooks(files))
    finish(imports.apply(plan, USER))
    return result_of(plan)


def test_people_payments_and_visits_are_counted_apart(archive, tmp_path):
    number = factories.citizen_number()
    roster = factories.roster(tmp_path / "花名册.xlsx", factories.combatant("张三", 身份证号=number))
    assert result(roster)[:1] == (("优抚对象：新增1人", "优抚身份：新增1个", "发放账户：新增1个"),)
    paid = factories.workbook(
        tmp_path / "发放.xlsx",
        {"发放登记": [["姓名", "身份证号", "发放项目", "所属月份", "金额", "发放日期"],
                  ["张三", number, "临时救助", "2020-07", 500, "2020-07-10"],
                  ["张三", number, "临时救助", "2020-08", 700, "2020-08-10"]]},
    )  # fmt: skip
    visited = factories.workbook(
        tmp_path / "走访.xlsx",
        {
            "走访个人登记": [
                ["姓名", "身份证号", "走访日期", "走访形式", "慰问金"],
                ["张三", number, "2020-08-01", "入户", 300],
            ]
        },
    )
    told = result(paid, visited)
    assert told.written == ("发放记录：新增2笔，共1,200.00元", "走访记录：新增1次")
    assert told.next == LOOK_INTO_MONEY


def test_what_is_open_is_named_and_the_gravest_is_the_next_step(archive, tmp_path):
    good, bad = factories.combatant("张三"), factories.combatant("李四", 身份证号="12345")
    told = result(factories.roster(tmp_path / "花名册.xlsx", good, bad))
    assert ("1行没有导入" in told.open, told.next) == (True, CORRECT_AND_REPEAT)
    stateless = [["姓名", "身份证号"], ["王五", factories.citizen_number()]]
    told = result(factories.workbook(tmp_path / "无状态.xlsx", {"参战": stateless}))
    assert ("1人没有登记状态，发放待核定" in told.open, told.next) == (True, SAY_STATES)


def test_with_nothing_open_the_files_are_printed(archive, tmp_path):
    told = result(factories.roster(tmp_path / "花名册.xlsx", factories.combatant("张三")))
    assert (told.open, told.next) == ((), PRINT_FILES)
