"""Outsiders 未建档人员: paid or visited by the office, kept by name and number, never counted as 优抚对象 on file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from peewee import JOIN, Expression, chunked

from models.core import citizen_number
from models.core.masks import Secret
from models.core.record import Record, Text
from models.people import search
from models.people.person import Person

NOBODY, BOTH = "请选择", "只能填一个：有档案的人，或未建档的人"
_AT_ONCE = 500  # outsiders adopted together


class Outsider(Record):
    """Somebody whom the office paid or visited and who has no file: a soldier's family, a trained veteran, a retired worker."""

    NOUN = "未建档人员"
    NAMED_BY = "name"
    TIMELESS = "只是姓名和号码，随登记的事项"

    number = Text("公民身份号码", index=True, secret=Secret.NUMBER, digits=True, listed="身份证号")
    name = Text("姓名", index=True, personal=True)
    category = Text("人员类别")
    street = Text("所属街道(镇)", listed="街道(镇)")
    address = Text("家庭住址")
    phone = Text("联系电话", secret=Secret.PHONE)
    account = Text("银行账号", secret=Secret.ACCOUNT, digits=True)
    notes = Text("备注", long=True)

    def rules(self) -> Iterator[tuple[str, str]]:
        if not self.name.strip():
            yield "name", "请填写姓名"
        if self.number and (not citizen_number.SHAPE.fullmatch(self.number) or len(self.number) != 18):
            yield "number", "身份证号应为15位或18位"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        if not self.number:
            return
        if (filed := Person.get_or_none(Person.number == self.number)) is not None:
            yield "number", f"该身份证号已有档案：{filed.name}（{filed.file_no}），请直接记在其档案里"
        other = Outsider.select().where(Outsider.number == self.number, Outsider.id != (self.id or 0)).first()
        if other is not None:
            yield "number", f"该身份证号已登记为未建档人员：{other.name}"


def recipient(record: Any) -> Person | Outsider | None:
    """Whom a payment, a visit or a case is about: the person on file, else the one without; None for a unit."""
    found: Person | Outsider | None = record.person if record.person_id is not None else record.outsider
    return found


class AboutSomebody:
    """A record about one person, on file or not (``recipient``); ``WHOSE`` is what a form calls the one."""

    WHOSE: ClassVar[str] = "对象"

    @property
    def whom(self) -> str:
        """The name of the one whom it is about; empty for nobody."""
        someone = recipient(self)
        return someone.name if someone else ""


def one_recipient(record: Any, noun: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the recipient of a record: exactly one of ``person`` and ``outsider`` is named."""
    if record.person_id is None and record.outsider_id is None:
        yield "person", f"{NOBODY}{noun}"
    elif record.person_id is not None and record.outsider_id is not None:
        yield "outsider", BOTH


def adopt(whose: Iterable[tuple[Outsider, Person]]) -> None:
    """Give people on file what was kept of the same people without one, and let the outsiders go; inside an entry.

    Every kind of record that may be about either is asked; one that only an outsider can have keeps the outsider.
    """
    for some in chunked(whose, _AT_ONCE):
        people = {outsider.id: person for outsider, person in some}
        kept: set[int] = set()
        for field, model in Outsider._meta.backrefs.items():
            having = set(model.select(field).where(field.in_(list(people))).tuples())
            if "person" not in model._meta.fields:
                kept.update(outsider for (outsider,) in having)
                continue
            for (outsider,) in having:
                told = {"person": people[outsider], field.name: None}
                model.update(**told).where(field == outsider).execute()
        for outsider in Outsider.select().where(Outsider.id.in_(people.keys() - kept)):
            outsider.delete_instance()


def take_over(person: Person) -> None:
    """Give somebody who now has a file what was kept under the same number without one; inside an entry."""
    adopt((outsider, person) for outsider in Outsider.select().where(Outsider.number == person.number))


def found_by(words: str) -> Expression:
    """The condition on an outsider that every one of these words is in the name or the number."""
    condition = Outsider.id > 0
    for word in words.split():
        condition &= Outsider.name.contains(word) | Outsider.number.contains(word.upper())
    return condition


def whom_words_name(record: Any, words: str) -> Expression:
    """The condition on a kind of record that words find the one it is about, on file or not."""
    on_file = search.find_people(words).select(Person.id).order_by()
    without = Outsider.select(Outsider.id).where(found_by(words))
    condition: Expression = record.person.in_(on_file) | record.outsider.in_(without)
    return condition


def with_recipients(record: Any) -> Any:
    """The records of a kind together with whom they are about, in one question."""
    query = record.select(record, Person, Outsider).join(Person, JOIN.LEFT_OUTER)
    return query.switch(record).join(Outsider, JOIN.LEFT_OUTER)
