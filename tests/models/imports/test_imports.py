"""Import of rosters as offices make them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.imports import imports
from models.payments.payment import Payment
from models.people import findings
from models.people.identity import BankAccount, Identity, IdentityState
from models.people.person import Person
from models.people.person import Remark as Note
from models.undo.undo import undo
from tests.factories import HEADING, card_number, citizen_number, combatant, roster, workbook


def counts(plan):
    return {outcome: n for outcome in ("new", "changed", "same", "refused") if (n := plan.total(outcome))}


def refusals(plan):
    return [(remark.row, remark.column, remark.words) for sheet in plan.sheets for remark in sheet.refused]


def told(plan):
    return [remark.words for sheet in plan.sheets for remark in sheet.findings]


def test_a_roster_comes_in_whole(take_in, tmp_path):
    row = combatant("张三")
    plan = take_in(roster(tmp_path / "r.xlsx", row))
    assert counts(plan) == {"new": 1}
    assert refusals(plan) == told(plan) == []
    someone, identity, account = Person.get(), Identity.get(), BankAccount.get()
    assert (someone.name, someone.number, someone.born) == ("张三", row[5], PartDate(1950, 6, 15))
    assert (someone.street, someone.community, someone.household) == ("总寨镇", "清河村", "农村")
    assert (identity.kind, identity.state, identity.battle) == ("参战退役人员", "享受待遇", "援越抗美作战")
    assert identity.approved == PartDate(2013, 7, 8)
    assert (account.bank, account.account, account.identity) == ("青海银行", row[20], identity)
    assert [state.state for state in IdentityState.select()] == ["享受待遇"]
    assert someone.file_no == "6301030600001"
    assert someone.volume == 1


def test_a_second_import_changes_nothing(take_in, tmp_path):
    file = roster(tmp_path / "r.xlsx", combatant(), combatant("李四"))
    take_in(file)
    entries = journal.Entry.select().count()
    assert counts(take_in(file)) == {"same": 2}
    assert journal.Entry.select().count() == entries


def test_a_corrected_roster_updates_and_says_each_field(take_in, tmp_path):
    row = combatant("张三")
    take_in(roster(tmp_path / "r.xlsx", row))
    better = dict(zip(HEADING, row, strict=True)) | {
        "联系方式(手机)": "13800000000",
        "退伍时间": date(1974, 1, 1),
    }
    plan = take_in(roster(tmp_path / "r2.xlsx", list(better.values())))
    assert counts(plan) == {"changed": 1}
    assert told(plan) == [
        "联系电话由“13900001234”改为“13800000000”",
        "退役时间由“1973-12-12”改为“1974-01-01”",
    ]
    assert Person.get().phone == "13800000000"
    assert Identity.get().left == PartDate(1974, 1, 1)


def test_an_empty_cell_takes_nothing_away(take_in, tmp_path):
    row = combatant("张三")
    take_in(roster(tmp_path / "r.xlsx", row))
    emptier = dict(zip(HEADING, row, strict=True)) | {"联系方式(手机)": "", "批准日期": None}
    assert counts(take_in(roster(tmp_path / "r2.xlsx", list(emptier.values())))) == {"same": 1}
    assert Person.get().phone == "13900001234"


def test_a_new_account_keeps_the_old_one_as_history(take_in, tmp_path):
    row = combatant("张三")
    take_in(roster(tmp_path / "r.xlsx", row))
    better = dict(zip(HEADING, row, strict=True)) | {"银行账号": card_number(77)}
    plan = take_in(roster(tmp_path / "r2.xlsx", list(better.values())))
    assert counts(plan) == {"changed": 1}
    assert {a.account: a.until is None for a in BankAccount.select()} == {
        row[20]: False,
        card_number(77): True,
    }


def test_a_bank_without_an_account_is_no_account_and_not_lost(take_in, tmp_path):
    plan = take_in(roster(tmp_path / "r.xlsx", combatant("张三", 银行账号="", 开户名称="")))
    assert told(plan) == ["没有银行账号，开户银行“青海银行”记为备注"]
    assert BankAccount.select().count() == 0
    assert Note.get().words == "青海银行"


def test_a_changed_state_goes_into_the_history(take_in, tmp_path):
    row = combatant("张三")
    take_in(roster(tmp_path / "r.xlsx", row))
    stopped = dict(zip(HEADING, row, strict=True)) | {"优抚对象状态": "停发"}
    take_in(roster(tmp_path / "r2.xlsx", list(stopped.values())))
    assert [state.state for state in Identity.get().history] == ["享受待遇", "停发"]


def test_one_person_in_two_sheets_has_two_identities(take_in, tmp_path):
    number = citizen_number()
    disabled = ["姓名", "身份证号", "伤残等级", "伤残性质", "优抚对象状态"]
    book = {
        "参战": [HEADING, combatant("张三", 身份证号=number)],
        "伤残人员": [disabled, ["张三", number, "7", "因战", "享受待遇"]],
    }
    plan = take_in(workbook(tmp_path / "r.xlsx", book))
    assert counts(plan) == {"new": 2}
    assert Person.select().count() == 1
    assert sorted((i.kind, i.grade) for i in Person.get().identities) == [
        ("伤残人员", "七级"),
        ("参战退役人员", ""),
    ]


def test_sheets_that_disagree_about_a_person_are_told(take_in, tmp_path):
    number = citizen_number()
    heading = ["姓名", "身份证号", "伤残等级", "伤残性质", "联系电话", "优抚对象状态"]
    book = {
        "参战": [HEADING, combatant("张三", 身份证号=number)],
        "伤残": [heading, ["张三", number, "七级", "因战", "13811112222", "享受待遇"]],
    }
    file = workbook(tmp_path / "r.xlsx", book)
    plan = take_in(file)
    assert told(plan) == ["联系电话“13811112222”与参战第2行的“13900001234”不一致，以先读到的为准，请核对"]
    assert counts(take_in(file)) == {"same": 2}


def test_the_same_identity_twice_is_told(take_in, tmp_path):
    row = combatant("张三")
    plan = take_in(roster(tmp_path / "r.xlsx", row, row))
    assert counts(plan) == {"new": 1, "same": 1}
    assert told(plan) == ["同一人的同一身份在参战第3行已有，本行重复"]


def test_the_same_identity_twice_with_other_words_is_refused(take_in, tmp_path):
    row = combatant("张三")
    other = [*row[:17], "珍宝岛自卫反击作战", *row[18:]]
    plan = take_in(roster(tmp_path / "r.xlsx", row, other))
    assert counts(plan) == {"new": 1, "refused": 1}
    assert refusals(plan) == [(4, "F", "同一人的同一身份在参战第3行已有，参战类别不一致，请核对后只留一行")]


def test_two_people_cannot_have_one_number(take_in, tmp_path):
    number = citizen_number()
    plan = take_in(
        roster(tmp_path / "r.xlsx", combatant("张三", 身份证号=number), combatant("李四", 身份证号=number))
    )
    assert counts(plan) == {"new": 1, "refused": 1}
    assert "身份证号相同而姓名不同" in refusals(plan)[0][2]


def test_a_number_of_somebody_in_the_archive_is_refused(take_in, person, tmp_path):
    someone = person(name="张三")
    plan = take_in(roster(tmp_path / "r.xlsx", combatant("李四", 身份证号=someone.number)))
    assert counts(plan) == {"refused": 1}
    assert "与档案中的“张三”身份证号相同而姓名不同" in refusals(plan)[0][2]


@pytest.mark.parametrize(
    ("cells", "column", "words"),
    [
        ({"姓名": ""}, "B", "没有姓名"),
        ({"身份证号": "　"}, "F", "没有身份证号"),
        ({"身份证号": "63010319500615997"}, "F", "身份证号应为15位或18位，这里是17位"),
        ({"身份证号": "63010319500615O971"}, "F", "身份证号中有不该有的字符“O”"),
        ({"身份证号": 630103195006159971}, "F", "号码已被表格软件改坏"),
        ({"身份证号": "6.30103E+17"}, "F", "号码已被表格软件改坏"),
        ({"身份证号": "630103195006150000"}, "F", "号码已被表格软件改坏"),
        ({"银行账号": 6228481589671632561}, "U", "号码已被表格软件改坏"),
        ({"身份证号": "=A1&B1"}, "F", "单元格是公式而没有算好的结果"),
    ],
)
def test_what_cannot_be_known_is_refused_with_the_reason(take_in, tmp_path, cells, column, words):
    """A good row beside it goes in all the same."""
    plan = take_in(roster(tmp_path / "r.xlsx", combatant("张三", **cells), combatant("李四")))
    assert counts(plan) == {"new": 1, "refused": 1}
    ((row, where, reason),) = refusals(plan)
    assert (row, where) == (3, column)
    assert words in reason
    assert [p.name for p in Person.select()] == ["李四"]


def test_impossible_things_are_refused(take_in, tmp_path):
    disabled = ["姓名", "身份证号", "伤残等级", "伤残性质", "优抚对象状态", "去世日期"]
    book = workbook(
        tmp_path / "r.xlsx",
        {
            "伤残": [
                disabled,
                ["张三", citizen_number(), "八级", "因病", "享受待遇", ""],
                ["李四", citizen_number(), "六级", "因病", "享受待遇", ""],
                ["王五", citizen_number(), "六级", "因战", "去世", "1940-01-01"],
                ["赵六", citizen_number(), "八级", "因病", "身份认定不享受待遇", ""],
            ]
        },
    )
    plan = take_in(book)
    assert [(row, column) for row, column, _ in refusals(plan)] == [(2, "C"), (4, "F")]
    assert sorted(p.name for p in Person.select()) == ["李四", "赵六"]
    assert any("因病八级不在评定范围" in words for words in told(plan))


def test_a_wrong_check_digit_comes_in_as_a_finding(take_in, tmp_path):
    number = citizen_number()
    wrong = number[:16] + ("3" if number[16] != "3" else "5") + number[17]
    plan = take_in(roster(tmp_path / "r.xlsx", combatant(身份证号=wrong)))
    assert counts(plan) == {"new": 1}
    (words,) = told(plan)
    assert f"第17位应为{number[16]}" in words
    assert Person.get().number == wrong
    assert [f.weight for f in findings.all_findings()] == [8]


def test_the_number_is_kept_as_it_was_found(take_in, tmp_path):
    take_in(roster(tmp_path / "r.xlsx", combatant("张三", 身份证号="630103 480801 123", 出生日期="1948.8.1")))
    someone = Person.get()
    assert (someone.number, someone.number_found) == ("63010319480801123X", "630103 480801 123")


@pytest.mark.parametrize(
    ("cells", "facts"),
    [
        ({"姓名": "张 三", "民族": "回"}, {"name": "张三", "ethnic": "回族"}),
        ({"联系方式(手机)": 13912345678}, {"phone": "13912345678"}),
        ({"联系方式(手机)": "１３９ １２３４ ５６７８"}, {"phone": "13912345678"}),
        ({"出生日期": "1950"}, {"born": PartDate(1950)}),
        ({"出生日期": "1950年6月"}, {"born": PartDate(1950, 6)}),
        ({"出生日期": 18429}, {"born": PartDate(1950, 6, 15)}),
        ({"医疗保障方式": "新农合"}, {"insurance": "新型农村合作医疗"}),
    ],
)
def test_cells_are_read_as_people_make_them(take_in, tmp_path, cells, facts):
    plan = take_in(roster(tmp_path / "r.xlsx", combatant(**cells)))
    assert counts(plan) == {"new": 1}
    assert {name: getattr(Person.get(), name) for name in facts} == facts


def test_columns_in_any_order_and_unknown_ones_are_kept_as_notes(take_in, tmp_path):
    order = [*reversed(HEADING), "微信号", "党费缴至"]
    row = [*reversed(combatant("张三")), "wx_123", "2020年12月"]
    plan = take_in(roster(tmp_path / "r.xlsx", row, heading=order))
    assert counts(plan) == {"new": 1}
    assert told(plan) == [
        f"档案中没有“{name}”一栏，内容作为备注记在各人名下" for name in ("微信号", "党费缴至")
    ]
    assert {note.label: note.words for note in Note.select()} == {
        "微信号": "wx_123",
        "党费缴至": "2020年12月",
    }
    assert counts(take_in(roster(tmp_path / "r.xlsx", row, heading=order))) == {"same": 1}


def test_a_column_without_a_heading_is_not_dropped(take_in, tmp_path):
    plan = take_in(workbook(tmp_path / "r.xlsx", {"参战": [HEADING, [*combatant(), "低保户"]]}))
    assert told(plan) == ["档案中没有“W列（无表头）”一栏，内容作为备注记在各人名下"]
    assert Note.get().words == "低保户"


def test_what_cannot_be_read_is_kept_as_a_note_and_told(take_in, tmp_path):
    plan = take_in(roster(tmp_path / "r.xlsx", combatant(退伍时间="不详")))
    assert told(plan) == ["“退伍时间”的内容“不详”看不懂，原样记为备注"]
    assert (Note.get().label, Note.get().words) == ("退伍时间", "不详")
    assert Identity.get().left is None


def test_titles_blanks_footers_and_repeated_headings_are_no_people(take_in, tmp_path):
    rows = [
        ["城中区花名册"], [], ["填报单位：总寨镇"], HEADING, combatant("张三"), [], combatant("李四"), [3], HEADING,
        combatant("王五"), ["小计", "", 3], ["合计：3人"], ["制表人：某某　审核人："], ["注：本表一式三份"],
    ]  # fmt: skip
    plan = take_in(workbook(tmp_path / "r.xlsx", {"参战": rows}))
    assert counts(plan) == {"new": 3}
    assert refusals(plan) == told(plan) == []
    assert [remark.row for remark in plan.sheets[0].roster.left_out] == [11, 12, 13, 14]


def test_merged_cells_hold_for_every_row_they_cover(take_in, tmp_path):
    from openpyxl import load_workbook

    file = roster(tmp_path / "r.xlsx", combatant("张三"), combatant("李四", **{"所属街道(镇)": ""}))
    book = load_workbook(file)
    book.active.merge_cells("I3:I4")
    book.active.merge_cells("A1:V1")
    book.save(file)
    take_in(file)
    assert {p.name: p.street for p in Person.select()} == {"张三": "总寨镇", "李四": "总寨镇"}


def test_a_sheet_of_unknown_kind_is_refused_and_can_be_answered(take_in, tmp_path):
    heading = ["姓名", "身份证号", "联系电话"]
    file = workbook(tmp_path / "r.xlsx", {"Sheet1": [heading, ["张三", citizen_number(), "13900000000"]]})
    plan = take_in(file)
    assert counts(plan) == {}
    assert "看不出是哪一类优抚对象" in refusals(plan)[0][2]
    assert counts(take_in(file, kinds={"Sheet1": "参战退役人员"})) == {"new": 1}
    assert Identity.get().kind == "参战退役人员"


def test_the_headings_tell_the_kind_when_the_sheets_name_does_not(take_in, tmp_path):
    take_in(roster(tmp_path / "r.xlsx", combatant(), sheet="Sheet1"))
    assert Identity.get().kind == "参战退役人员"


def test_a_mixed_roster_tells_the_kind_row_by_row(take_in, tmp_path):
    heading = ["姓名", "身份证号", "优抚对象类别", "状态"]
    rows = [
        ["张三", citizen_number(), "残疾军人", "享受待遇"],
        ["李四", citizen_number(), "烈属", "享受待遇"],
        ["王五", citizen_number(), "参战退役人员", "停发"],
        ["赵六", citizen_number(), "好人", "享受待遇"],
    ]
    plan = take_in(workbook(tmp_path / "r.xlsx", {"汇总": [heading, *rows]}))
    assert counts(plan) == {"new": 3, "refused": 1}
    assert {i.person.name: i.kind for i in Identity.select()} == {
        "张三": "伤残人员",
        "李四": "三属",
        "王五": "参战退役人员",
    }
    assert refusals(plan) == [(5, "C", "“好人”不是已知的优抚对象类别")]


def test_an_import_is_one_entry_and_turns_back_as_one(take_in, tmp_path):
    take_in(roster(tmp_path / "r.xlsx", *(combatant(f"人{n}") for n in range(30))))
    (entry,) = journal.Entry.select()
    assert entry.title == "导入r.xlsx：新增30"
    undo(entry.number, "李敏")
    for model in (Person, Identity, IdentityState, BankAccount, Note, findings.Finding):
        assert model.select().count() == 0
    assert journal.chain_faults() == []


def test_an_update_turns_back_to_what_was_before(take_in, tmp_path):
    row = combatant("张三")
    take_in(roster(tmp_path / "r.xlsx", row))
    better = dict(zip(HEADING, row, strict=True)) | {"联系方式(手机)": "13800000000", "优抚对象状态": "停发"}
    take_in(roster(tmp_path / "r2.xlsx", list(better.values())))
    undo(2, "李敏")
    assert Person.get().phone == "13900001234"
    assert Identity.get().state == "享受待遇"
    assert counts(take_in(roster(tmp_path / "r.xlsx", row))) == {"same": 1}


def test_a_plan_writes_nothing(archive, tmp_path):
    plan = finish(imports.read_workbooks([roster(tmp_path / "r.xlsx", combatant())]))
    assert counts(plan) == {"new": 1}
    assert Person.select().count() == journal.Entry.select().count() == 0


def test_a_workbook_that_cannot_be_read_keeps_the_others(take_in, tmp_path):
    (tmp_path / "坏.xlsx").write_bytes(b"not a workbook")
    plan = take_in(tmp_path / "坏.xlsx", roster(tmp_path / "r.xlsx", combatant()))
    assert [name for name, _ in plan.unread] == ["坏.xlsx"]
    assert counts(plan) == {"new": 1}


def test_file_numbers_run_on_within_a_kind(take_in, tmp_path):
    take_in(roster(tmp_path / "1.xlsx", combatant("张三"), combatant("李四")))
    take_in(roster(tmp_path / "2.xlsx", combatant("王五")))
    assert [(p.file_no, p.volume) for p in Person.select()] == [
        ("6301030600001", 1),
        ("6301030600002", 2),
        ("6301030600003", 3),
    ]


def test_registers_make_no_people(take_in, tmp_path):
    heading = ["序号", "发放日期", "姓名", "身份证号", "人员类别", "金额(元)"]
    row = [1, "2020-02-15", "张三", citizen_number(), "残疾军人", 981]
    plan = take_in(
        workbook(tmp_path / "r.xlsx", {"生活补助": [heading, row], "参战": [HEADING, combatant("李四")]})
    )
    assert counts(plan) == {"new": 2}
    assert [p.name for p in Person.select()] == ["李四"]
    assert [(p.whom, p.programme) for p in Payment.select()] == [("张三", "定期抚恤补助")]


def test_a_corrected_number_makes_somebody_new_and_is_told(take_in, tmp_path):
    """Two people may share a name and a birthday; only the officer knows."""
    row = combatant("张三", 身份证号="630103195006159971")
    take_in(roster(tmp_path / "r.xlsx", row))
    better = dict(zip(HEADING, row, strict=True)) | {
        "身份证号": citizen_number(),
        "银行账号": card_number(70),
    }
    plan = take_in(roster(tmp_path / "r2.xlsx", list(better.values())))
    assert counts(plan) == {"new": 1}
    assert told(plan) == ["档案中已有同名的“张三”（630103195006159971），可能是同一人改了身份证号，请核对"]


def test_another_character_of_a_name_is_proposed_and_another_name_is_another_person(take_in, tmp_path):
    row = dict(zip(HEADING, combatant("张三"), strict=True))
    take_in(roster(tmp_path / "r.xlsx", list(row.values())))
    corrected = row | {"姓名": "张山", "开户名称": "张山"}
    assert counts(take_in(roster(tmp_path / "r2.xlsx", list(corrected.values())))) == {"changed": 1}
    other = row | {"姓名": "李四", "开户名称": "李四"}
    plan = take_in(roster(tmp_path / "r3.xlsx", list(other.values())))
    assert counts(plan) == {"refused": 1}
    assert Person.get().name == "张三"


def test_who_lost_two_soldiers_has_two_identities(take_in, tmp_path):
    heading = ["姓名", "身份证号", "优抚对象类别", "与牺牲病故军人关系", "烈士姓名", "牺牲时间"]
    first = ["王妈", citizen_number(sex="女"), "烈士遗属", "父母", "王大", "1951"]
    second = [*first[:4], "王二", "1952"]
    file = workbook(tmp_path / "r.xlsx", {"三属": [heading, first, second]})
    assert counts(take_in(file)) == {"new": 2}
    assert counts(take_in(file)) == {"same": 2}
    corrected = [*first[:4], "王大山", "1951"]
    plan = take_in(workbook(tmp_path / "r2.xlsx", {"三属": [heading, second, corrected]}))
    assert counts(plan) == {"same": 1, "changed": 1}
    assert sorted(i.fallen_name for i in Identity.select()) == ["王二", "王大山"]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (["", "", "定1"], ["烈士遗属", "王烈", "定1"], "补记优抚对象类别“烈士遗属”"),
        (["", "", ""], ["烈士遗属", "王烈", "定1"], "补记优抚对象类别“烈士遗属”"),
        (["烈士遗属", "王烈", "定1"], ["病故军人遗属", "王烈", "定1"], "优抚对象类别由“烈士遗属”改为“病故军人遗属”"),
        (["烈士遗属", "王烈", ""], ["病故军人遗属", "王烈", ""], "优抚对象类别由“烈士遗属”改为“病故军人遗属”"),
        (["烈士遗属", "", "定1"], ["病故军人遗属", "", "定1"], "优抚对象类别由“烈士遗属”改为“病故军人遗属”"),
    ],
)  # fmt: skip
def test_a_survivors_corrected_category_is_a_change_and_no_second_identity(
    take_in, tmp_path, before, after, told
):
    heading = ["姓名", "身份证号", "三属类别", "烈士姓名", "定期抚恤证编号"]
    who = ["张三", citizen_number()]
    take_in(workbook(tmp_path / "a.xlsx", {"三属": [heading, [*who, *before]]}))
    plan = take_in(workbook(tmp_path / "a.xlsx", {"三属": [heading, [*who, *after]]}))
    assert counts(plan) == {"changed": 1}
    assert told in [remark.words for sheet in plan.sheets for remark in sheet.findings]
    assert Identity.select().count() == 1


def test_a_second_line_that_says_more_comes_back(take_in, tmp_path):
    row = dict(zip(HEADING, combatant("张三"), strict=True))
    plan = take_in(roster(tmp_path / "r.xlsx", list(row.values()), list((row | {"备注": "住院"}).values())))
    assert refusals(plan)[0][2] == "同一人的同一身份在参战第3行已有，备注不一致，请核对后只留一行"


def test_two_rosters_may_have_a_column_of_one_name_that_says_two_things(take_in, tmp_path):
    number = citizen_number()
    combat = [["姓名", "身份证号", "补助标准"], ["张三", number, 600]]
    disabled = [
        ["姓名", "身份证号", "伤残等级", "伤残性质", "补助标准"],
        ["张三", number, "七级", "因战", 1200],
    ]
    file = workbook(tmp_path / "r.xlsx", {"参战": combat, "伤残": disabled})
    take_in(file)
    assert {n.label: n.words for n in Note.select()} == {"补助标准": "600", "补助标准（伤残人员）": "1200"}
    assert counts(take_in(file)) == {"same": 2}


def test_mended_rows_come_in_from_the_sheets_that_were_given_back(take_in, tmp_path):
    from openpyxl import load_workbook

    from reports.imports import sheets_given_back

    file = roster(tmp_path / "r.xlsx", combatant("张三", 身份证号="63010319500615"), combatant("李四"))
    sheets_given_back.write_sheets_back(take_in(file), tmp_path / "back.xlsx")
    book = load_workbook(tmp_path / "back.xlsx")
    book["参战"]["F3"] = citizen_number()
    book.save(tmp_path / "mended.xlsx")
    plan = take_in(tmp_path / "mended.xlsx")
    assert counts(plan) == {"new": 1, "same": 1}
    assert refusals(plan) == told(plan) == []


CELLS = st.one_of(
    st.none(), st.booleans(), st.text(max_size=12), st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False, allow_infinity=False), st.dates(date(1900, 3, 1), date(2099, 1, 1)),
    st.sampled_from(["1953-08-01", "七级", "是", "享受待遇", "#N/A", "=1+1", "630103195006159971", "合计", "　"]),
)  # fmt: skip


@settings(max_examples=40)
@given(st.lists(st.lists(CELLS, min_size=len(HEADING), max_size=len(HEADING)), max_size=6))
def test_whatever_stands_in_the_cells_every_row_is_told(archive, tmp_path, rows):
    """No cell can stop an import: each row ends as new, changed, same, refused or a footer."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    clean = [[ILLEGAL_CHARACTERS_RE.sub("", c) if isinstance(c, str) else c for c in row] for row in rows]
    file = workbook(tmp_path / "r.xlsx", {"参战": [HEADING, combatant("张三"), *clean]})
    plan = finish(imports.read_workbooks([file]))
    (sheet,) = plan.sheets
    assert sum(sheet.counts.values()) == len(sheet.roster.lines)
    assert sheet.counts["refused"] == len(sheet.refused)
    assert sheet.counts["new"] >= 1


def test_an_import_of_many_files_names_the_first_and_counts_them(archive, tmp_path):
    files = [roster(tmp_path / f"{at}.xlsx", combatant()) for at in range(5)]
    assert finish(imports.read_workbooks(files)).title() == "导入0.xlsx、1.xlsx、2.xlsx等5个文件：新增5"
