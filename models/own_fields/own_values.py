"""Values of the office's own fields 自设栏目的内容: what each says of somebody, one row for each person and field that says something."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from peewee import SQL, Case, ForeignKeyField, fn

from models.core.masks import Secret
from models.core.name_order import in_name_order
from models.core.record import Record, Refusal, Text, among
from models.own_fields.own_fields import OwnField, OwnType, all_own_fields, own_field
from models.people.findings import Listed
from models.people.person import Person

FIELD_GONE = "有一个自设栏目已被删除，请关上这份档案再打开"
STILL_SAID = "已有{:,}人登记了“{}”，不能删除；不再用的，请改为停用，登记的内容会留着"
MISFIT_WEIGHT = 3


class OwnValue(Record):
    """One value, as words; those of a field that is 保密 lie in a column of their own, which is masked like an account."""

    NOUN = "自设栏目内容"
    NAMED_BY = "field"
    TIMELESS = "随本人档案"

    person_id: int
    field_id: int
    person = ForeignKeyField(Person, backref="own_values", on_delete="RESTRICT")
    field = ForeignKeyField(OwnField, backref="values", on_delete="RESTRICT")
    words = Text("内容")
    secret_words = Text("保密的内容", secret=Secret.ACCOUNT)

    class Meta:
        indexes = ((("person", "field"), True),)

    @property
    def said(self) -> str:
        return self.words or self.secret_words

    def say(self, words: str, secret: bool) -> None:
        """Put words where the field's own lie."""
        self.words, self.secret_words = ("", words) if secret else (words, "")


OwnSaid = Mapping[str, str]  # by the keys of fields, the words kept


def said_of(people: Iterable[int]) -> dict[int, dict[str, str]]:
    """What the fields say of each of these people, by their ids."""
    found: dict[int, dict[str, str]] = defaultdict(dict)
    keys = {each.id: each.key for each in all_own_fields()}
    if not keys:
        return found
    for each in OwnValue.select().where(among(OwnValue.person, people)):
        if each.field_id in keys:
            found[each.person_id][keys[each.field_id]] = each.said
    return found


def keep_own(person: int, said: OwnSaid) -> None:
    """Keep what is said of a person in these fields, inside an entry; nothing, where a field is emptied.

    Raises ``Refusal`` where a field is no more.
    """
    for key, words in said.items():
        if (field := own_field(key)) is None:
            raise Refusal(FIELD_GONE)
        kept = OwnValue.get_or_none(OwnValue.person == person, OwnValue.field == field)
        if not words:
            if kept is not None:
                kept.delete_instance()
            continue
        kept = kept or OwnValue(person=person, field=field)
        kept.say(words, bool(field.secret))
        kept.save()


def define(field: OwnField) -> None:
    """Save a definition, inside an entry, and lay its values where its secrecy wants them."""
    if field.id is None and field.place is None:
        field.place = (OwnField.select(fn.MAX(OwnField.place)).scalar() or 0) + 1
    field.save()
    other = OwnValue.words if field.secret else OwnValue.secret_words
    for each in OwnValue.select().where(OwnValue.field == field, other != ""):
        each.say(each.said, bool(field.secret))
        each.save()


def drop_field(field: OwnField) -> None:
    """Delete a definition, inside an entry; ``Refusal`` while it says something of somebody."""
    if count := OwnValue.select().where(OwnValue.field == field).count():
        raise Refusal(STILL_SAID.format(count, field.name))
    field.delete_instance()


def misfit(field: OwnField, words: str) -> str:
    """Why words do not fit their field any more; empty when they do."""
    try:
        field.value(words)
    except ValueError as why:
        return str(why)
    return ""


def doubts_of_own_values(person: Person | None) -> Iterator[Listed]:
    """What does not fit its field's type any more: of everybody or of one."""
    for field in all_own_fields():
        wanted = (OwnValue.field == field) & ((OwnValue.person == person) if person is not None else SQL("1"))
        for each in (
            OwnValue.select(OwnValue, Person).join(Person).where(wanted)
            if field.type != OwnType.WORDS
            else ()
        ):
            if words := misfit(field, each.said):
                who = each.person
                yield Listed(
                    who.id, who.number, who.name, "", field.key, field.name, words, MISFIT_WEIGHT, each.uid
                )


def words_found(people: Iterable[int]) -> dict[int, list[str]]:
    """The words by which the search finds these people: of text that is no secret."""
    fields = {
        each.key
        for each in all_own_fields()
        if each.type in (OwnType.WORDS, OwnType.CHOICE) and not each.secret
    }
    if not fields:
        return {}
    return {
        person: [words for key, words in said.items() if key in fields]
        for person, said in said_of(people).items()
    }


def told(field: OwnField) -> Any:
    """What a field says of each person of a query, as an expression for the database; empty where it says nothing."""
    return _of_person(field, _column(field), "")


def own_order(field: OwnField) -> Any:
    """By what people are put in order and compared for a field: numbers as numbers (money in fen), words by pinyin."""
    column = _column(field)
    by: Any = column
    if field.type == OwnType.COUNT:
        by = column.cast("INTEGER")
    elif field.type == OwnType.MONEY:
        by = fn.REPLACE(column, ".", "").cast("INTEGER")
    elif field.type == OwnType.CHOICE:
        by = Case(column, [(word, place) for place, word in enumerate(field.offered)], len(field.offered))
    elif field.type == OwnType.WORDS:
        by = in_name_order(column)
    return _of_person(field, by, SQL("NULL"))


def _column(field: OwnField) -> Any:
    return OwnValue.secret_words if field.secret else OwnValue.words


def _of_person(field: OwnField, asked: Any, nothing: Any) -> Any:
    """An expression of one person's row."""
    query = OwnValue.select(asked).where(OwnValue.person == Person.id, OwnValue.field == field)
    return fn.COALESCE(query, nothing)
