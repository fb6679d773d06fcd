"""The clauses that the rules of pay rest on, as they are shown beside the settings."""

from __future__ import annotations

from models.pay.standards.clauses import pay_clauses


def test_every_rule_says_its_matter_its_clause_and_whether_a_text_was_read():
    told = {(each.matter, each.rule): each.confirmed for each in pay_clauses()}
    assert told == {
        ("伤残人员起发月份（批准在2024年9月止）", "自批准次月起"): True,
        ("伤残人员起发月份（批准在2024年10月起）", "自批准当月起"): True,
        ("三属起发月份", "自批准当月起"): True,
        ("其他各类起发月份", "自批准当月起"): False,
        ("残疾军人因病死亡后继续发放", "12个月"): True,
        ("三属死亡后继续发放", "6个月"): True,
        ("参战退役人员死亡后继续发放，2024年10月起", "6个月"): True,
        ("参试退役人员死亡后继续发放，2024年10月起", "6个月"): True,
        ("烈士子女死亡后继续发放，2025年1月起", "6个月"): True,
        ("农村籍退役士兵与其他定期抚恤补助", "不发"): True,
        ("农村籍退役士兵与城镇职工基本养老保险、机关事业单位养老保险", "不发"): True,
        ("参战退役人员与参试退役人员", "就高"): False,
        ("带病回乡退役军人与参战退役人员", "就高"): False,
        ("带病回乡退役军人与参试退役人员", "就高"): False,
        ("伤残人员与带病回乡退役军人", "就高"): False,
    }
    clauses = {each.matter: each.clause for each in pay_clauses()}
    assert clauses["三属起发月份"] == "《军人抚恤优待条例》（2024）第十九条：从审核确认其符合条件当月起"
    assert clauses["其他各类起发月份"] == "未见全国统一规定，按单位设置"
