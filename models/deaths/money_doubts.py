"""Doubts about money and visits, found when findings are listed: after a death, twice, too much."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from models.core.record import db
from models.payments.payment import REGULAR
from models.people.findings import Listed
from models.people.person import Person

NO_FILE = 0  # the person of a doubt about somebody without a file
TWICE_TOLD = "{0}的{1}有{3}笔相同的{2}元，请核对是否重复"
MOST_OF_A_MONTH = 50_000  # yuan: half a year of the highest grade; regular pay of one month never comes to it
# CROSS JOIN: the few who died are looked at first, not every payment.
# Each question gives: person, uid of the record, what to say of it (values), and restricts to persons by {who}.
AFTER_DEATH = """
 SELECT p.id, p.number, p.name, x.uid, p.died, x.month, x.amount FROM person p CROSS JOIN payment x ON p.id = x.person_id
 WHERE p.died IS NOT NULL AND x.month > substr(p.died, 1, 7) AND length(p.died) >= 7
   AND x.programme IN ('', ?) AND x.item NOT LIKE '%一次性%' AND x.notes NOT LIKE '%遗属%' {who}"""
VISITED_AFTER_DEATH = """
 SELECT p.id, p.number, p.name, x.uid, p.died, x.day FROM visit x JOIN person p ON p.id = x.person_id
 WHERE p.died IS NOT NULL AND length(p.died) = 10 AND length(x.day) = 10 AND x.day > p.died {who}"""
PAID_TWICE = """
 SELECT p.id, p.number, p.name, max(x.uid), x.month, x.item, x.amount, count(*)
 FROM payment x JOIN person p ON p.id = x.person_id
 WHERE x.month IS NOT NULL AND x.item <> '' AND x.programme IN ('', ?) {who}
 GROUP BY p.id, coalesce(x.identity_id, 0), x.category, x.month, x.item, x.amount, coalesce(x.paid_on, '')
 HAVING count(*) > 1"""
OUTSIDER_PAID_TWICE = """
 SELECT 0, coalesce(o.number, ''), o.name, max(x.uid), x.month, x.item, x.amount, count(*)
 FROM payment x JOIN outsider o ON o.id = x.outsider_id
 WHERE x.month IS NOT NULL AND x.item <> ''
 GROUP BY o.id, x.programme, x.category, x.month, x.item, x.amount, coalesce(x.paid_on, ''), coalesce(x.case_id, 0)
 HAVING count(*) > 1"""
TOO_MUCH = """
 SELECT p.id, p.number, p.name, max(x.uid), x.month, sum(x.amount) FROM payment x JOIN person p ON p.id = x.person_id
 WHERE x.month IS NOT NULL AND x.programme IN ('', ?) {who}
 GROUP BY p.id, x.month HAVING sum(x.amount) > ?"""
ABOVE_THE_BILL = """
 SELECT p.id, p.number, p.name, c.uid, c.cost, coalesce(c.insured, 0), sum(x.amount)
 FROM medical_case c JOIN payment x ON x.case_id = c.id JOIN person p ON p.id = c.person_id
 WHERE c.cost IS NOT NULL {who} GROUP BY c.id HAVING sum(x.amount) > c.cost - coalesce(c.insured, 0)"""
OWN_NUMBER = """
 SELECT p.id, p.number, p.name, x.uid, x.relation, x.name FROM family_member x JOIN person p ON p.id = x.person_id
 WHERE x.number = p.number AND x.relation NOT IN ('本人', '户主') {who}"""


class MoneyQuestion(NamedTuple):
    """A question of SQL with its parameters, and how its answers are told."""

    sql: str
    parameters: tuple[Any, ...]
    field: str
    label: str
    weight: int
    words: str  # with the places of the values


QUESTIONS = (
    MoneyQuestion(AFTER_DEATH, (REGULAR,), "month", "发放月份", 9, "已于{0}去世，{1}仍登记发放{2}元，请核对"),
    MoneyQuestion(VISITED_AFTER_DEATH, (), "day", "走访日期", 4, "已于{0}去世，{1}仍登记走访本人，请核对"),
    MoneyQuestion(PAID_TWICE, (REGULAR,), "amount", "发放金额", 8, TWICE_TOLD),
    MoneyQuestion(TOO_MUCH, (REGULAR, MOST_OF_A_MONTH * 100), "amount", "发放金额", 8, "{0}一个月登记发放{1}元，请核对"),
    MoneyQuestion(ABOVE_THE_BILL, (), "cost", "总费用", 8, "费用{0}元，医保报销{1}元，补助{2}元，补助多于个人负担，请核对"),
    MoneyQuestion(OWN_NUMBER, (), "family", "家庭成员", 6, "{0}{1}的身份证号与本人相同，请核对"),
)  # fmt: skip
MONEY = {
    AFTER_DEATH: (2,),
    PAID_TWICE: (2,),
    TOO_MUCH: (1,),
    ABOVE_THE_BILL: (0, 1, 2),
}  # which values are fen


def doubts_of_money(person: Person | None) -> Iterator[Listed]:
    """The doubts of everybody, those without a file included (their ``person`` is 0), or of one person."""
    if person is None:
        for _, number, name, uid, month, item, fen, count in db.execute_sql(OUTSIDER_PAID_TWICE).fetchall():
            words = TWICE_TOLD.format(month, item, f"{Decimal(fen).scaleb(-2):.2f}", count)
            yield Listed(NO_FILE, number, name, "", "amount", "发放金额", words, 8, uid)
    who, asked = ("", ()) if person is None else ("AND p.id = ?", (person.id,))
    for each in QUESTIONS:
        before, after = (
            (each.parameters[:1], each.parameters[1:]) if "HAVING" in each.sql else (each.parameters, ())
        )
        rows = db.execute_sql(each.sql.format(who=who), (*before, *asked, *after))
        for id_, number, name, uid, *values in rows.fetchall():
            said = [
                f"{Decimal(value).scaleb(-2):.2f}" if at in MONEY.get(each.sql, ()) else value
                for at, value in enumerate(values)
            ]
            words = each.words.format(*said)
            yield Listed(id_, number, name, "", each.field, each.label, words, each.weight, uid)
