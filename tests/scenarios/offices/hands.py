"""Hand: how one writer words headings and writes values; every page has one of its own."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

HEADINGS = {
    "name": ["姓名", "姓  名", "姓\n名", "优抚对象姓名", "对象姓名", "人员姓名", "姓名*"],
    "number": ["身份证号", "身份证号码", "公民身份号码", "居民身份证号码", "身份证号码(18位)", "身份证"],
    "sex": ["性别", "性 别"],
    "ethnic": ["民族", "民 族"],
    "born": ["出生日期", "出生年月日", "出生年月"],
    "phone": ["联系电话", "手机号码", "联系方式", "电话", "本人电话"],
    "street": ["所属街道(镇)", "街道", "乡镇", "镇(街道)", "所属乡镇"],
    "community": ["村(社区)", "社区", "村居", "所属社区", "村（居）委会"],
    "residence": ["家庭住址", "现住址", "居住地址", "详细住址"],
    "state": ["优抚对象状态", "状态", "待遇状态", "享受待遇情况"],
    "account": ["银行账号", "卡号", "一卡通账号", "银行卡号", "账号"],
    "bank": ["开户银行", "开户行", "银行名称"],
    "joined": ["入伍时间", "入伍年月", "参军时间", "入伍日期"],
    "left": ["退伍时间", "退役时间", "退伍日期"],
    "approved": ["批准日期", "批准时间", "认定时间"],
    "grade": ["伤残等级", "残疾等级"],
    "nature": ["伤残性质", "残疾性质"],
    "kind": ["优抚对象类别", "人员类别", "对象类别", "优抚类别"],
}
UNFORESEEN = {  # headings that nobody foresaw, whose values speak
    "name": ["何人", "谁"],
    "number": ["证上的号", "18位"],
    "phone": ["能打通的号", "怎么找他"],
    "state": ["当前状态", "目前情况", "在册情况", "现在怎样"],
    "account": ["打到哪里", "惠民一折通"],
    "street": ["归哪里管", "片区"],
    "sex": ["男/女", "Q2"],
    "ethnic": ["族别", "何族"],
    "bank": ["哪家行", "代发机构"],
}
KIND_WORDS = {
    "参战退役人员": ["参战退役人员", "参战退役军人", "参战", "参战人员"],
    "伤残人员": ["伤残人员", "残疾军人", "伤残"],
    "农村籍退役士兵": ["农村籍退役士兵", "60周岁以上农村籍退役士兵", "60岁老兵"],
    "带病回乡退役军人": ["带病回乡退役军人", "带病回乡退伍军人", "带病回乡"],
    "参试退役人员": ["参试退役人员", "参试退役军人", "参试"],
}
STATE_WORDS = {
    "享受待遇": ["享受待遇", "享受", "正常享受", "享受中"],
    "停发": ["停发", "已停发", "停止发放"],
    "迁移": ["迁移", "迁出", "已迁出"],
    "去世": ["去世", "已去世", "病故", "死亡"],
    "取消": ["取消", "取消待遇"],
}
STREET_WORDS = {
    "总寨镇": ["总寨镇", "总寨"],
    "南滩街道": ["南滩街道", "南滩", "南滩街道办事处"],
}
FULL = str.maketrans("0123456789", "０１２３４５６７８９")
DAYS = ["cell", "{y}-{m:02}-{d:02}", "{y}.{m}.{d}", "{y}年{m}月{d}日", "{y}{m:02}{d:02}", "{y}/{m}/{d}"]
ROMAN = "一二三四五六七八九十"
DAY_FIELDS = ("born", "joined", "left", "approved", "day")


@dataclass
class Hand:
    """The habits of one writer; ``plain`` where the file can hold nothing but text."""

    chance: random.Random
    plain: bool
    nameless: bool = False  # no sheet of his file has a name
    habits: dict[str, str] = field(default_factory=dict)
    unforeseen: set[str] = field(default_factory=set)  # fields under a heading of his own

    def heading(self, name: str, own: bool = False) -> str:
        """His word over a column, the same each time."""
        if name not in self.habits:
            words = UNFORESEEN[name] if own and name in UNFORESEEN else HEADINGS[name]
            self.habits[name] = self.chance.choice(words)
            if own and name in UNFORESEEN:
                self.unforeseen.add(name)
        return self.habits[name]

    def habit(self, what: str, *ways: str) -> str:
        """What he always does the same way."""
        return self.habits.setdefault(f"habit.{what}", self.chance.choice(ways))

    def write(self, name: str, value: Any) -> Any:
        """A fact as this writer puts it into a cell."""
        if value == "":
            return ""
        if isinstance(value, date):
            return self.day(name, value)
        if name == "number":
            return self._number(value)
        if name == "account":
            way = self.habit(name, "plain", "plain", "grouped", "formula", "apostrophe")
            grouped = " ".join(value[at : at + 4] for at in range(0, len(value), 4))
            return {"grouped": grouped, "formula": f'="{value}"', "apostrophe": "'" + value}.get(way, value)
        if name == "phone":
            way = self.habit(name, "plain", "plain", "dashed", "number", "full")
            dashed = f"{value[:3]}-{value[3:7]}-{value[7:]}"
            number = int(value) if not self.plain else value
            return {"dashed": dashed, "number": number, "full": value.translate(FULL)}.get(way, value)
        return self._word(name, value)

    def _number(self, value: str) -> str:
        way = self.habit("number", "plain", "plain", "plain", "blanks", "lower", "full", "formula")
        blanks = f" {value[:6]} {value[6:14]} {value[14:]}"
        full = value.translate(FULL)
        return {"blanks": blanks, "lower": value.lower(), "full": full, "formula": f'="{value}"'}.get(
            way, value
        )

    def _word(self, name: str, value: str) -> str:
        if name == "street":
            return self.habit(value, *STREET_WORDS.get(value, [value]))
        tables = {"kind": KIND_WORDS, "state": STATE_WORDS}
        if name in tables:
            return self.chance.choice(tables[name].get(value, [value]))
        if name == "name" and self.habit(name, "plain", "plain", "spread") == "spread" and len(value) == 2:
            return f"{value[0]}  {value[1]}"
        if name == "grade":
            way = self.habit(name, "words", "digits", "digit and word")
            digit = str(ROMAN.index(value[0]) + 1)
            return {"digits": digit, "digit and word": digit + "级"}.get(way, value)
        if name == "ethnic" and self.habit(name, "whole", "short") == "short":
            return value.removesuffix("族")
        return value

    def day(self, name: str, value: date) -> Any:
        """A day as he writes it; a month alone only where the archive shall know no more."""
        way = self.habit("day", *DAYS)
        if way == "cell" and not self.plain:
            return value
        way = DAYS[1] if way == "cell" else way
        return way.format(y=value.year, m=value.month, d=value.day)

    def money(self, amount: Decimal) -> Any:
        """An amount as he writes it."""
        way = self.habit("money", "number", "number", "comma", "yuan", "sign", "two places")
        whole = amount.normalize()
        if way == "number" and not self.plain:
            return float(amount)
        words = {
            "comma": f"{amount:,.2f}",
            "yuan": f"{whole:f}元",
            "sign": f"￥{amount:,.2f}",
            "two places": f"{amount:.2f}",
        }
        return words.get(way, f"{whole:f}")
