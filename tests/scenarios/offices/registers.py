"""Registers: what the people of an office were paid and given in a year, on paper in the shapes in which offices keep them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from tests.scenarios.offices.hands import Hand
from tests.scenarios.offices.office import GIFTS, OCCASIONS, Somebody
from tests.scenarios.offices.papers import MoneyClaim, Page

NAMES = ["姓名", "姓  名", "优抚对象姓名", "领取人"]
NUMBERS = ["身份证号", "公民身份号码", "身份证号码", "证件号码"]
AMOUNTS = ["金额", "发放金额", "实发金额", "金额(元)", "补助金额（元）", "实发合计"]
ITEMS = ["补助项目", "项目", "发放项目"]
DAYS = ["发放日期", "发放时间", "打卡日期"]
ITEM = "优抚对象生活补助"
MONTHS = ["{m}月", "{m}月份", "{y}年{m}月", "{c}月", "{y}.{m:02}"]
CHINESE = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
TITLE = "优抚对象定期补助发放表"


class Register:
    """A register in the making: its page, the hand that writes it, the month that each row is about."""

    def __init__(self, name: str, hand: Hand, merging: bool) -> None:
        self.page, self.hand, self.merging = Page(name), hand, merging

    def title(self, words: str, width: int) -> None:
        """The title over the whole width."""
        self.page.grid.append([words] + [""] * (width - 1))
        self.page.merge(0, 0, 0, width - 1)

    def person(self, someone: Somebody) -> list[Any]:
        """Name and number, as every row begins."""
        return [self.hand.write("name", someone.name), self.hand.write("number", someone.number)]

    def claim(self, someone: Somebody, amount: Decimal, month: str = "", **more: Any) -> None:
        """That the row written next pays somebody so much."""
        self.page.money.append(MoneyClaim(someone.number, amount, self.page.next_row, month, **more))

    def total(self, amounts: Sequence[Decimal], places: Sequence[int], width: int) -> None:
        """The total below; sometimes it is another than the sum, which must be told."""
        chance = self.hand.chance
        if chance.random() < 0.3:
            return
        row: list[Any] = ["合计"] + [""] * (width - 1)
        wrong = Decimal(100) if len(places) == 1 and chance.random() < 0.15 else Decimal(0)
        for amount, place in zip(amounts, places, strict=True):
            row[place] = self.hand.money(amount + wrong)
        if wrong:
            self.page.told.append((self.page.next_row, "合计|相差"))
        self.page.grid.append(row)


def month_words(hand: Hand, month: int) -> str:
    """How this hand writes a month of 2020."""
    form = hand.habit("month", *MONTHS)
    return form.format(m=month, y=2020, c=CHINESE[month])


def by_columns(people: Sequence[Somebody], hand: Hand, months: Sequence[int], merging: bool) -> Page:
    """A column for each month, and perhaps one of their sum."""
    register, total = Register("发放", hand, merging), hand.chance.random() < 0.6
    heading = [
        "序号",
        hand.chance.choice(NAMES),
        hand.chance.choice(NUMBERS),
        *(month_words(hand, m) for m in months),
    ]
    heading += ["合计"] * total
    register.title(f"2020年{TITLE}", len(heading))
    register.page.grid.append(heading)
    sums = [Decimal(0)] * len(months)
    for serial, someone in enumerate(people, start=1):
        paid = [someone.pay if hand.chance.random() < 0.9 else Decimal(0) for _ in months]
        for at, (month, amount) in enumerate(zip(months, paid, strict=True)):
            sums[at] += amount
            if amount:
                register.claim(someone, amount, f"2020-{month:02}")
        cells = [hand.money(amount) if amount else "" for amount in paid]
        register.page.grid.append(
            [serial, *register.person(someone), *cells, *[hand.money(sum(paid, Decimal(0)))] * total]
        )
    places = list(range(3, 3 + len(months) + total))
    register.total([*sums, *[sum(sums, Decimal(0))] * total], places, len(heading))
    return register.page


def by_sheets(
    people: Sequence[Somebody], hand: Hand, months: Sequence[int], merging: bool, named: bool
) -> list[Page]:
    """A sheet for each month, whose name or title alone tells it."""
    in_name, found = named and hand.chance.random() < 0.5, []
    names, numbers, amounts = (hand.chance.choice(words) for words in (NAMES, NUMBERS, AMOUNTS))
    for month in months:
        register = Register(f"{month}月" if in_name else f"Sheet{month}", hand, merging)
        heading = ["序号", names, numbers, amounts, "备注"]
        register.title(f"2020年{'' if in_name else f'{month}月'}{TITLE}", len(heading))
        register.page.grid.append(heading)
        _rows(register, people, f"2020-{month:02}", len(heading))
        found.append(register.page)
    return found


def _rows(register: Register, people: Sequence[Somebody], month: str, width: int) -> None:
    """The people's rows; sometimes two have one amount together in a merged cell, or a village has its subtotal."""
    hand, page, sums, serial = register.hand, register.page, Decimal(0), 0
    subtotals, part = hand.habit("subtotal", "", "", "小计"), Decimal(0)
    rest = list(people)
    while rest:
        together = register.merging and len(rest) > 1 and hand.chance.random() < 0.06
        some = [rest.pop(0) for _ in range(2 if together else 1)]
        amount = some[0].pay * len(some)
        first = page.next_row
        register.claim(some[0], amount, month)
        for someone in some:
            serial += 1
            page.grid.append(
                [serial, *register.person(someone), hand.money(amount) if someone is some[0] else "", ""]
            )
        if together:
            page.merge(first - 1, 3, first, 3)
            page.told.append((first, "合并"))
        sums, part = sums + amount, part + amount
        if subtotals and serial % 7 == 0:
            page.grid.append([subtotals, "", "", hand.money(part), ""])
            part = Decimal(0)
    register.total([sums], [3], width)


def by_rows(people: Sequence[Somebody], hand: Hand, months: Sequence[int], merging: bool) -> Page:
    """A row for each payment with its day, its month and what it is for; what is as above has a ditto mark."""
    register = Register("补助发放登记", hand, merging)
    heading = [hand.chance.choice(words) for words in (NAMES, NUMBERS, ITEMS, AMOUNTS, DAYS)] + ["所属月份"]
    register.title("2020年补助发放登记", len(heading))
    register.page.grid.append(heading)
    mark, sums = hand.habit("ditto", "", "同上", "〃", "″"), Decimal(0)
    for month in months:
        for at, someone in enumerate(people):
            register.claim(someone, someone.pay, f"2020-{month:02}")
            sums += someone.pay
            same = bool(mark) and at > 0
            day = mark if same else hand.day("day", date(2020, month, 25))
            item = mark if same else ITEM
            register.page.grid.append(
                [
                    *register.person(someone),
                    item,
                    hand.money(someone.pay),
                    day,
                    mark if same else month_words(hand, month),
                ]
            )
    register.total([sums], [3], len(heading))
    return register.page


def one_month(people: Sequence[Somebody], hand: Hand, month: int, merging: bool) -> Page:
    """The payments of the month that the file's name alone tells: what was due, what was kept back, what was paid.

    A payment may have come back, which its remark says: it was not made.
    """
    register = Register("发放", hand, merging)
    heading = [
        "序号",
        hand.chance.choice(NAMES),
        hand.chance.choice(NUMBERS),
        "应发金额",
        "扣款",
        "实发金额",
        "备注",
    ]
    register.title(f"2020年{TITLE}", len(heading))
    register.page.grid.append(heading)
    sums = [Decimal(0)] * 3
    for serial, someone in enumerate(people, start=1):
        kept = hand.chance.choice([Decimal(0), Decimal(0), Decimal(50)])
        paid, back = someone.pay - kept, hand.chance.random() < 0.05
        if back:
            register.page.told.append((register.page.next_row, "没有登记为已发放"))
        else:
            register.claim(someone, paid, f"2020-{month:02}")
        sums = [one + other for one, other in zip(sums, (someone.pay, kept, paid), strict=True)]
        cells = [hand.money(amount) if amount else "" for amount in (someone.pay, kept, paid)]
        register.page.grid.append([serial, *register.person(someone), *cells, "账号错误退回" if back else ""])
    return register.page


def visits(people: Sequence[Somebody], hand: Hand, merging: bool) -> Page:
    """Who was visited on an occasion, with money and gifts; a payee or visitor may stand beside."""
    chance, occasion = hand.chance, hand.chance.choice(list(OCCASIONS))
    register, own = Register("走访", hand, merging), chance.random() < 0.5
    heading = ["序号", chance.choice(["慰问对象", "姓名", "走访对象"]), chance.choice(NUMBERS)]
    heading += [chance.choice(["慰问金", "慰问金额(元)", "慰问金（元）"]), "慰问品"]
    heading += ["走访日期", "节点", "走访人员"] if own else ["走访时间", "走访人", "联系电话"]
    register.title(f"2020年{occasion}走访慰问优抚对象登记表", len(heading))
    register.page.grid.append(heading)
    sums = Decimal(0)
    for serial, someone in enumerate(people, start=1):
        money, gifts = chance.choice([Decimal(300), Decimal(500), Decimal(1000)]), chance.choice(GIFTS)
        sums += money
        register.claim(someone, money, occasion, visit=True, gifts=gifts)
        day = hand.day("day", OCCASIONS[occasion])
        rest = [day, occasion, "王芳"] if own else [day, "王芳", "13900000000"]
        register.page.grid.append([serial, *register.person(someone), hand.money(money), gifts, *rest])
    register.total([sums], [3], len(heading))
    return register.page
