"""Workbooks as other offices keep them: the same facts in many shapes, and what a careful person would count in them.

Nothing here asks the program: the sums are made beside the rows as they are invented.
"""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from openpyxl import Workbook

from models.core.citizen_number import check_digit

SURNAMES, GIVEN = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨", "明芳建国秀英海军桂兰志强玉珍永福"
FULL = str.maketrans("0123456789", "０１２３４５６７８９")
NOISE = ["经办人", "审核人签字", "领取人签字", "联系人电话", "录入时间戳"]
FOOTERS = [
    ["合计", None, None],
    ["制表人：某某", None, "审核人：某某"],
    ["备注：本表一式三份"],
    ["小计"],
    ["总 计"],
    [None, "合计："],
]
FORMS = {"双拥宣传牌": ("signs", "块"), "横幅": ("banners", "条"), "LED屏": ("banners", "条"), "悬挂横幅": ("banners", "条"),
         "订阅《中国双拥》": ("magazine_shuangyong", "份"), "《中国退役军人》杂志": ("magazine_veterans", "份"),
         "订阅《中国退役军人》": ("magazine_veterans", "份"), "宣传牌": ("signs", "块"), "宣传折页": (None, "份")}  # fmt: skip
BRIEFS = {"双拥信息": "publicity.reports_to_city", "报刊刊登": "publicity.newspapers", "电视播报": "publicity.television",
          "新媒体发布": "publicity.toutiao", "活动简报": "honours.memorial_briefs"}  # fmt: skip
CHANNELS = {
    "双拥信息": "市双拥办",
    "报刊刊登": "省级报刊",
    "电视播报": "市电视台",
    "新媒体发布": "今日头条",
    "活动简报": "区局",
}
PROGRAMMES = {
    "定期抚恤补助": (["定期抚恤补助", "生活补助", "定期补助金"], ("subsidies.living_and_price_yuan", None)),
    "物价补贴": (["物价补贴", "价格临时补贴"], ("subsidies.living_and_price_yuan", None)),
    "自主就业": (["技能培训费", "培训期间生活补助费"], ("subsidies.training_yuan", "subsidies.trained_soldiers")),
    "立功奖励": (["三等功慰问金", "立功受奖慰问金"], ("subsidies.merit_yuan", "subsidies.merit_families")),
    "二次医疗": (["二次医疗费报销"], ("medical.second_yuan", "medical.second_persons")),
    "代缴医保": (["职工医疗保险代缴", "代缴医疗保险"], ("medical.premium_yuan", "medical.premium_persons")),
    "门诊补助": (["门诊医疗补助", "门诊补助费"], ("medical.outpatient_yuan", None)),
    "体检": (["体检卡", "健康体检费"], ("medical.exam_yuan", "medical.exam_persons")),
    "参保补助": (["居民医保参保金", "参保金报销"], ("medical.enrolment_yuan", "medical.enrolment_persons")),
    "优待金": (["义务兵家属优待金"], (None, None)),
}  # fmt: skip
RURAL = ["年满60周岁农村籍退役士兵", "农村籍退役士兵", "60周岁以上农村籍退役士兵"]
OTHERS = ["残疾军人", "参战退役人员", "病故军人遗属", "烈士子女", "带病回乡退役军人"]


@dataclass
class Office:
    """Somebody's registers of some years: sheets of rows by heading, and the sums of each year."""

    chance: random.Random
    years: list[int]
    sums: dict[int, dict[str, Any]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(Decimal)))
    people: dict[int, dict[str, set[str]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(set))
    )
    serial: int = 0
    bad: int = 0  # rows that nobody can place or believe

    def spoil(self, kind: str, row: dict[str, Any]) -> dict[str, Any]:
        """A row that must be refused, made of a good one."""
        self.bad += 1
        faults: list[dict[str, Any]] = [{"day": "不详"}] if "day" in row else []
        for name in ("amount", "money", "gift_value", "cost"):
            if row.get(name):
                faults += [{name: each} for each in (-5, "若干", "#REF!", "12元3", 60_000_000)]
        if "number" in row:
            faults += [
                {"number": each}
                for each in ("6.30103E+17", "63010319500101", None, "630103195001010000", "身份证丢失")
            ]
            faults += [{"name": None}]
        if "quantity" in row:
            faults += [{"quantity": each} for each in ("若干", 0, -3, None)]
        if kind in ("services", "honours"):
            faults += [{"name": None}]
        if kind == "rates":
            faults += [{"done": 9999}, {"due": "很多"}]
        return row | self.chance.choice(faults)

    def add(self, year: int, key: str | None, amount: Any) -> None:
        if key:
            self.sums[year][key] += Decimal(str(amount))

    def count(self, year: int, key: str | None, who: str) -> None:
        if key:
            self.people[year][key].add(who)

    def expected(self, year: int) -> dict[str, Decimal]:
        return dict(self.sums[year]) | {key: Decimal(len(who)) for key, who in self.people[year].items()}

    def someone(self) -> tuple[str, str]:
        self.serial += 1
        born = date(1940, 1, 1) + timedelta(days=self.chance.randrange(20000))
        body = f"630103{born:%Y%m%d}{self.serial % 1000:03d}"
        if body.endswith("000"):
            return self.someone()
        name = self.chance.choice(SURNAMES) + "".join(self.chance.choices(GIVEN, k=2))
        return name, body + check_digit(body)

    # --- cells as people write them

    def day(self, year: int) -> date:
        return date(year, 1, 1) + timedelta(days=self.chance.randrange(360))

    def day_cell(self, day: date) -> Any:
        habits = [day, f"{day:%Y-%m-%d}", f"{day.year}.{day.month}.{day.day}", f"{day.year}年{day.month}月{day.day}日",
                  f"{day:%Y%m%d}", int(f"{day:%Y%m%d}"), f"{day:%Y/%m/%d}", f"{day.year}/{day.month}/{day.day}".translate(FULL)]  # fmt: skip
        return self.chance.choice(habits)

    def money(self) -> tuple[Decimal, Any]:
        whole = self.chance.random() < 0.6
        amount = (
            Decimal(self.chance.randrange(1, 9000))
            if whole
            else Decimal(self.chance.randrange(100, 900000)).scaleb(-2)
        )
        ways = [
            float(amount),
            f"¥{amount:,.2f}",
            f"{amount}元",
            f" {amount} ",
            f"{amount}".translate(FULL),
            f"￥{amount}",
            f"{amount:,}",
        ]
        return amount, self.chance.choice([int(amount) if whole else float(amount), self.chance.choice(ways)])

    def amount_of(self, n: int, measure: str = "") -> Any:
        return self.chance.choice([n, n, f"{n}{measure}", str(n), str(n).translate(FULL), float(n)])

    def number_cell(self, number: str) -> str:
        spaced = f"{number[:6]} {number[6:14]} {number[14:]}"
        return self.chance.choice(
            [number, number, number.lower(), spaced, number.translate(FULL), f"'{number}"]
        )

    def one(self, *ways: str) -> str:
        way = self.chance.choice(ways)
        return self.chance.choice(
            [way, way, f"{way}*", f" {way} ", way.replace("(", "（").replace(")", "）")]
        )

    # --- registers: (name, titles, heading by field, rows by field)

    def payments(self, programmes: list[str]) -> list[dict[str, Any]]:
        rows = []
        for _ in range(self.chance.randrange(4, 25)):
            year, programme = self.chance.choice(self.years), self.chance.choice(programmes)
            items, (yuan, persons) = PROGRAMMES[programme]
            name, number = self.someone()
            rural = self.chance.random() < 0.5
            day, (amount, cell) = self.day(year), self.money()
            for _ in range(self.chance.choice([1, 1, 1, 2])):
                rows.append({"day": self.day_cell(day), "item": self.chance.choice(items), "name": name, "number": self.number_cell(number),
                             "category": self.chance.choice(RURAL if rural else OTHERS), "amount": cell, "month": f"{day:%Y-%m}"})  # fmt: skip
                self.add(year, yuan, amount)
                self.count(year, persons, number)
                if programme == "门诊补助":
                    self.count(
                        year, "medical.outpatient_rural" if rural else "medical.outpatient_residents", number
                    )
        return rows

    def cases(self) -> list[dict[str, Any]]:
        rows = []
        keys = {
            "大病救助": "medical.serious_paid_yuan",
            "异地就医": "medical.away_yuan",
            "医疗费报销": "medical.militia_yuan",
        }
        for _ in range(self.chance.randrange(1, 6)):
            year, kind = self.chance.choice(self.years), self.chance.choice(list(keys))
            (name, number), cost = self.someone(), self.money()
            for part in range(self.chance.choice([1, 2, 3])):
                day, (amount, cell) = self.day(year), self.money()
                rows.append({"day": self.day_cell(day), "name": name, "number": self.number_cell(number), "kind": kind, "cause": "住院手术",
                             "cost": None if part else cost[1], "amount": cell, "fund": f"来源{part}"})  # fmt: skip
                self.add(year, keys[kind], amount)
            if kind == "大病救助":
                self.add(year, "medical.serious_cost_yuan", cost[0])
        return rows

    def units(self) -> list[dict[str, Any]]:
        rows = []
        for year in self.years:
            for occasion in self.chance.sample(["春节", "八一", "国庆"], self.chance.choice([1, 2, 3])):
                day = self.day_cell(self.day(year))
                for unit in self.chance.sample(
                    ["驻区某部一分队", "驻区某部二分队", "警卫连", "某消防救援站"],
                    self.chance.choice([1, 2, 4]),
                ):
                    value, cell = self.money()
                    rows.append(
                        {
                            "day": day,
                            "occasion": occasion,
                            "unit": unit,
                            "gifts": "米面油",
                            "gift_count": self.amount_of(12, "份"),
                            "gift_value": cell,
                        }
                    )
                    self.count(year, "visits.unit_rounds", occasion)
                    self.count(year, "visits.units", unit)
                    self.add(year, "visits.gifts_yuan", value)
        return rows

    def visits(self) -> list[dict[str, Any]]:
        rows = []
        keys = {"困难退役军人": "visits.persons_yuan", "复员干部": "visits.persons_yuan", "其他优抚对象": "visits.persons_yuan",
                "无军籍退休职工": "visits.persons_yuan", "企业军转干部": "visits.cadres_yuan", "见义勇为退役军人": "visits.bravery_yuan",
                "现役军人家属": None}  # fmt: skip
        for _ in range(self.chance.randrange(5, 30)):
            year, category = self.chance.choice(self.years), self.chance.choice(list(keys))
            (name, number), (amount, cell) = self.someone(), self.money()
            notes = (
                self.chance.choice(["执行特殊任务", "荣立三等功", ""]) if category == "现役军人家属" else ""
            )
            rows.append({"day": self.day_cell(self.day(year)), "occasion": self.chance.choice(["春节", "八一"]), "category": category, "name": name,
                         "number": self.number_cell(number), "form": "慰问金", "money": cell, "wishes": "", "notes": notes})  # fmt: skip
            self.add(year, keys[category], amount)
            self.count(
                year,
                {"执行特殊任务": "visits.special_duty_families", "荣立三等功": "visits.merit_families"}.get(
                    notes
                ),
                number,
            )
        return rows

    def publicity(self) -> list[dict[str, Any]]:
        rows = []
        for _ in range(self.chance.randrange(3, 20)):
            year, form, n = (
                self.chance.choice(self.years),
                self.chance.choice(list(FORMS)),
                self.chance.randrange(1, 60),
            )
            key, measure = FORMS[form]
            rows.append(
                {
                    "day": self.day_cell(self.day(year)),
                    "form": form,
                    "unit": "区某局",
                    "quantity": self.amount_of(n, measure),
                    "measure": measure,
                }
            )
            self.add(year, key and f"publicity.{key}", n)
        return rows

    def briefs(self) -> list[dict[str, Any]]:
        rows = []
        for number in range(self.chance.randrange(3, 30)):
            year, kind = self.chance.choice(self.years), self.chance.choice(list(BRIEFS))
            title = self.chance.choice([f"{kind}第{number}期", kind])
            rows.append(
                {
                    "day": self.day_cell(self.day(year)),
                    "kind": kind,
                    "channel": CHANNELS[kind],
                    "unit": "区某局",
                    "title": title,
                }
            )
            self.add(year, BRIEFS[kind], 1)
        return rows

    def activities(self) -> list[dict[str, Any]]:
        rows = []
        for _ in range(self.chance.randrange(3, 20)):
            year, n = self.chance.choice(self.years), self.chance.randrange(1, 300)
            theme, kind = self.chance.choice([("迎春", "茶话会"), ("春节", "慰问活动"), ("端午", "社区文化慰问"), ("建军节", "社区文化慰问"),
                                              ("七一", "主题党日"), ("八一", "拥军联谊"), ("八一", "慰问演出"), ("清明", "网上祭英烈")])  # fmt: skip
            row = {
                "day": self.day_cell(self.day(year)),
                "theme": theme,
                "kind": kind,
                "organiser": "区某局",
                "people": self.amount_of(n, "人"),
            }
            if kind == "茶话会":
                row["scrolls"] = self.amount_of(n + 1, "幅")
                self.add(year, "activities.scrolls", n + 1)
            if kind in ("慰问活动", "社区文化慰问"):
                group = "spring" if kind == "慰问活动" else "community"
                row["books"] = self.amount_of(n + 2, "册")
                self.add(year, f"activities.{group}_books", n + 2)
                self.add(year, f"activities.{group}_events", 1)
            if kind == "主题党日":
                self.add(year, "activities.party_day_people", n)
            if theme == "八一":
                self.add(year, "activities.august_events", 1)
            if kind == "网上祭英烈":
                row |= {"units": self.amount_of(7, "家"), "stations": self.amount_of(8, "个")}
                self.add(year, "honours.memorial_units", 7)
                self.add(year, "honours.memorial_stations", 8)
                self.add(year, "honours.memorial_people", n)
            rows.append(row)
        return rows

    def services(self) -> list[dict[str, Any]]:
        rows = []
        for _ in range(self.chance.randrange(2, 12)):
            year, matter = (
                self.chance.choice(self.years),
                self.chance.choice(["军人子女入学", "接收安置退役军人"]),
            )
            rows.append(
                {
                    "day": self.day_cell(self.day(year)),
                    "matter": matter,
                    "name": self.someone()[0],
                    "result": "已办理",
                }
            )
            self.add(year, "services.school_places" if matter == "军人子女入学" else "services.settled", 1)
        return rows

    def honours(self, year: int) -> list[dict[str, Any]]:
        rows = []
        for _ in range(self.chance.randrange(2, 9)):
            stage = self.chance.choice(["初选", "初选", "复选"])
            rows.append(
                {
                    "name": self.someone()[0],
                    "unit": "某街道",
                    "stage": stage,
                    "politics": "进行中",
                    "deeds": "进行中",
                }
            )
            self.add(year, "honours.model_candidates", 1)
        return rows

    def rates(self) -> list[dict[str, Any]]:
        names = ["优抚政策落实率", "义务兵家属优待金按标准发放率（城市）", "优抚对象参保率"]
        return [
            {"name": name, "done": self.amount_of(n := self.chance.randrange(1, 600)), "due": n + 3}
            for name in names
        ]


HEADINGS: dict[str, dict[str, tuple[str, ...]]] = {
    "payments": {"day": ("发放日期", "发放时间", "日期", "打卡日期"), "item": ("项目", "发放项目", "补助项目"), "name": ("姓名", "领取人姓名"),
                 "number": ("身份证号", "身份证号码", "公民身份号码", "身份证件号码"), "category": ("人员类别", "优抚对象类别", "类别"),
                 "month": ("所属月份", "发放月份"), "amount": ("金额(元)", "发放金额", "实发金额（元）", "补助金额", "金额\n(元)")},
    "cases": {"day": ("日期", "救助日期", "报销时间"), "name": ("姓名", "救助对象"), "number": ("身份证号", "居民身份证号码"), "kind": ("类型", "救助类型"),
              "cause": ("事由", "病种"), "cost": ("总费用(元)", "医疗总费用", "费用总额（元）"),
              "amount": ("报销/补助金额(元)", "补助金额", "救助金额（元）"), "fund": ("资金来源", "资金渠道")},
    "units": {"day": ("走访日期", "慰问时间", "日期"), "occasion": ("节点", "走访节点", "节日"), "unit": ("部队名称", "驻区部队", "慰问部队"),
              "gifts": ("慰问品", "慰问物资"), "gift_count": ("数量", "件数"), "gift_value": ("折价(元)", "慰问品折价", "折合金额（元）")},
    "visits": {"day": ("走访日期", "慰问日期"), "occasion": ("节点", "慰问节点"), "category": ("对象类别", "人员类别", "慰问对象类别"), "name": ("姓名", "慰问对象"),
               "number": ("身份证号", "身份证号码"), "form": ("慰问形式", "慰问方式"), "money": ("慰问金(元)", "慰问金额", "慰问金"),
               "wishes": ("反映诉求", "困难诉求"), "notes": ("备注", "说明")},
    "publicity": {"day": ("日期", "宣传日期"), "form": ("宣传形式", "形式", "宣传方式"), "unit": ("单位", "责任单位"), "quantity": ("数量", "宣传数量"), "measure": ("计量单位",)},
    "briefs": {"day": ("日期", "报送日期"), "kind": ("类型", "信息类型"), "channel": ("报送/刊发渠道", "刊发媒体", "渠道"), "unit": ("报送单位", "供稿单位"), "title": ("标题", "信息标题")},
    "activities": {"day": ("日期", "活动时间"), "theme": ("主题", "活动主题"), "kind": ("活动类型", "活动形式"), "organiser": ("组织单位", "主办单位"), "people": ("参加人数", "参与人数", "人数"),
                   "units": ("参与单位数", "参加单位数"), "stations": ("参与服务站数", "服务站数"), "books": ("赠书(册)", "赠送图书（册）"), "scrolls": ("赠春联书画(幅)", "春联书画")},
    "services": {"day": ("日期", "办理时间"), "matter": ("事项", "优待事项"), "name": ("姓名", "对象姓名"), "result": ("结果", "办理情况")},
    "honours": {"name": ("姓名", "候选人姓名"), "unit": ("推荐单位",), "stage": ("阶段", "评选阶段"), "politics": ("政审", "政审情况"), "deeds": ("事迹审核",)},
    "rates": {"name": ("指标", "指标名称"), "done": ("已落实人数", "落实人数", "已落实"), "due": ("应落实人数", "应落实")},
}  # fmt: skip
TITLES = {
    "cases": "医疗救助登记表", "units": "走访慰问驻区部队登记表", "visits": "走访慰问优抚对象登记表", "publicity": "双拥宣传登记表", "briefs": "双拥信息报送登记表",
    "activities": "双拥活动登记表", "services": "优待办理登记表", "honours": "“最美退役军人”评选表", "rates": "五个100%指标表",
}  # fmt: skip


def sheet(page: Any, office: Office, kind: str, rows: list[dict[str, Any]], title: str) -> None:
    """Write rows in some shape: titles, columns in any order, blank rows, strange columns, footers."""
    chance = office.chance
    columns = [name for name in HEADINGS[kind] if any(name in row for row in rows) or chance.random() < 0.5]
    if (
        kind == "payments"
        and "item" in columns
        and chance.random() < 0.2
        and len({row["item"] for row in rows}) == 1
    ):
        columns.remove("item")
    extra = chance.sample(NOISE, chance.choice([0, 0, 1]))
    order = ["序号"] * chance.choice([0, 1]) + chance.sample(columns, len(columns)) + extra
    for _ in range(chance.choice([0, 0, 1])):
        page.append([])
    page.append([title])
    if chance.random() < 0.4:
        page.append([f"填报单位：某区退役军人事务局　　{chance.choice(['单位：元', '填报人：某某', ''])}"])
    page.append([office.one(*HEADINGS[kind][c]) if c in HEADINGS[kind] else c for c in order])
    for number, row in enumerate(rows, start=1):
        if chance.random() < 0.05:
            page.append([])
        page.append([number if c == "序号" else row.get(c) if c in HEADINGS[kind] else None for c in order])
        if chance.random() < 0.1 and kind not in ("briefs", "activities"):
            spoilt = office.spoil(kind, row)
            page.append(
                [number if c == "序号" else spoilt.get(c) if c in HEADINGS[kind] else None for c in order]
            )
    for footer in chance.sample(FOOTERS, chance.choice([0, 1, 2])):
        page.append(footer)


def workbooks(folder: Any, seed: int) -> tuple[list[Any], Office]:
    """Some files of an office of one or two years, and the office that knows their sums."""
    chance = random.Random(seed)
    years = chance.choice([[2019], [2021], [2019, 2021], [2018]])
    office = Office(chance, years)
    pages: list[tuple[str, list[dict[str, Any]], str]] = []
    span = "、".join(f"{year}" for year in years) + "年"
    if chance.random() < 0.5:
        pages.append(("payments", office.payments(list(PROGRAMMES)), f"{span}优抚资金发放登记表"))
    else:
        for programme in chance.sample(list(PROGRAMMES), 4):
            pages.append(("payments", office.payments([programme]), f"{span}{programme}发放表"))
    for kind in ("cases", "units", "visits", "publicity", "briefs", "activities", "services"):
        pages.append((kind, getattr(office, kind)(), chance.choice(["", span]) + TITLES[kind]))
    year = years[0]
    pages.append(("honours", office.honours(year), f"{year}年{TITLES['honours']}"))
    pages.append(("rates", office.rates(), f"{year}年{TITLES['rates']}"))
    chance.shuffle(pages)
    books = [Workbook() for _ in range(chance.choice([1, 2, 3]))]
    for number, (kind, rows, title) in enumerate(pages):
        book = chance.choice(books)
        page = book.create_sheet(
            chance.choice([f"Sheet{number}", title[:20].replace("%", ""), f"表{number}"])
        )
        sheet(page, office, kind, rows, title)
    files = []
    for number, book in enumerate(books):
        book.remove(book.worksheets[0])
        if book.worksheets:
            files.append(folder / f"登记{number}.xlsx")
            book.save(files[-1])
    return files, office
