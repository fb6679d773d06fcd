"""The clauses that the rules of pay rest on, as they are shown beside the settings."""

from __future__ import annotations

from models.pay.standards.clauses import pay_clauses


def test_every_rule_says_its_matter_its_clause_and_whether_a_text_was_read():
    told = {(each.matter, each.rule): each.confirmed for each in pay_clauses()}
    assert told == {
        ("伤残人员起发月份（批准在2024年9月止）", "自批准次月起"): True,
        ("伤残人员起发月份（批准在2024年10月起）", "自批准当月起"): True,
        ("三属起发月份（批准在2024年9月止）", "自批准当月起"): False,
        ("三属起发月份（批准在2024年10月起）", "自批准当月起"): True,
        ("烈士子女起发月份（批准在2025年1月起）", "自批准当月起"): True,
        ("其他各类起发月份", "自批准当月起"): False,
        ("残疾军人因病死亡后继续发放", "12个月"): True,
        ("伤残民兵民工因病死亡后继续发放", "12个月"): True,
        ("伤残预备役人员和民兵民工因病死亡后继续发放", "12个月"): True,
        ("其他伤残人员因病死亡后继续发放", "12个月"): False,
        ("三属死亡后继续发放", "6个月"): True,
        ("参战退役人员死亡后继续发放，2024年10月起", "6个月"): True,
        ("参试退役人员死亡后继续发放，2024年10月起", "6个月"): True,
        ("烈士子女死亡后继续发放，2025年1月起", "6个月"): True,
        ("农村籍退役士兵与其他定期抚恤补助", "不发"): True,
        ("农村籍退役士兵与城镇职工基本养老保险、机关事业单位养老保险", "不发"): True,
        ("参战退役人员与参试退役人员", "就高"): False,
        ("带病回乡退役军人与参战退役人员", "就高"): False,
        ("带病回乡退役军人与参试退役人员", "就高"): False,
        ("参试退役人员与带病回乡退役军人", "不发"): False,
        ("参试退役人员与伤残人员", "不发"): False,
        ("伤残人员与带病回乡退役军人", "就高"): False,
    }
    clauses = {each.matter: each.clause for each in pay_clauses()}
    assert clauses["三属起发月份（批准在2024年10月起）"] == (
        "《军人抚恤优待条例》（2024年修订）第十九条：在审核确认其符合条件当月起发"
    )
    assert clauses["三属起发月份（批准在2024年9月止）"] == "没有读到全国规定，按单位设置"
    assert clauses["其他各类起发月份"] == "没有读到全国规定，按单位设置"


def test_a_number_that_was_reckoned_from_another_text_is_not_shown_as_read():
    clauses = {each.matter: each.clause for each in pay_clauses()}
    assert clauses["三属死亡后继续发放"].endswith(
        "《军人抚恤优待条例》（2004年）：增发6个月其原享受的定期抚恤金，作为丧葬补助费（条号由别的文本推算，未读原文）"
    )
