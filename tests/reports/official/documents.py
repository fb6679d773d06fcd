"""An official document as the tests need one."""

from __future__ import annotations

from datetime import date

from reports.charts.drawing import Fact
from reports.official import Annex, Column, Diagram, Official, Table

SENTENCE = "春节、“八一”期间走访驻军部队2次，慰问驻军部队11支，送去慰问品折价7万余元。"
TABLE = Table((Column("序号", 12), Column("指标", 70), Column("数值", 30)), (("1", "驻军部队", "11支"),))
CHART = Diagram("各类优抚对象人数", (Fact("a", "伤残人员", 80), Fact("b", "三属", 30)), "人")


def document(*paragraphs: str, annexes: int = 0, signed: str = "某区退役军人事务局", practice: bool = False):
    made = (Annex("指标数据来源表", (TABLE,)), Annex("统计图", (CHART, CHART._replace(lying=True))))[:annexes]
    text = paragraphs or ("一、走访慰问", SENTENCE)
    return Official("2020年双拥优抚工作总结", tuple(text), signed, date(2020, 12, 31), made, practice)
