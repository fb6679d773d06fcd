"""What a record says 栏目: words, numbers, flags, days, money; and all that is true of a field, said once, on the field."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from peewee import SQL, BooleanField, Context, Field, Function, IntegerField, ModelSelect, TextField, fn

from models.core.dates import PartDate
from models.core.masks import Secret

if TYPE_CHECKING:  # peewee's stubs know what a field holds, peewee itself takes no parameter
    Words = TextField[str]
    Number = IntegerField[int | None]
    Answer = BooleanField[bool | None]
    Date = TextField[PartDate | None]
    Money = IntegerField[Decimal | None]
else:
    Words = Date = TextField
    Number = Money = IntegerField
    Answer = BooleanField


def _take_told(field: Any, options: dict[str, Any]) -> None:
    """What is true of a field whatever it holds: a shorter label for forms, what lists call it, the key that other
    programs know it by, whether it is the office's own, so that no roster tells it, and how an officer is told what it
    holds where that is a key of the program."""
    field.short, field.listed = options.pop("short", ""), options.pop("listed", "")
    field.key = options.pop("key", "")
    field.ours = options.pop("ours", False)
    field.told = options.pop("told", None)


class Text(Words):
    """Words; never null, so that forms need not ask.

    ``codes`` is the code table that its values come from, ``suggests`` one whose names are but offered. ``secret`` says
    what a masked copy hides; a field that is called a number, phone or card and is none says ``Secret.OPEN``.
    ``digits`` and ``personal`` tell how a stranger's cell is read: as a number that is a name, as somebody's name.
    """

    def __init__(
        self,
        label: str,
        codes: str = "",
        secret: Secret | None = None,
        digits: bool = False,
        personal: bool = False,
        long: bool = False,
        suggests: str = "",
        **options: Any,
    ) -> None:
        _take_told(self, options)
        super().__init__(verbose_name=label, default="", constraints=[SQL("DEFAULT ''")], **options)
        self.codes, self.suggests = codes, suggests
        self.secret = secret or Secret.OPEN
        self.says_secret = secret is not None
        self.digits, self.personal = digits, personal
        self.long = long  # of several lines, in forms


class Sealed(Text):
    """What no officer can read, such as JSON; the journal tells that it changed, not what it says."""


class Paper(Sealed):
    """The hash that names a scanned paper or photo of the archive; empty when there is none."""


class Pointer(Sealed):
    """The uid of a record of any kind."""


class TableName(Sealed):
    """The table of a record of any kind, which a ``Pointer`` beside it names."""


class Count(Number):
    """A whole number; null when not known."""

    def __init__(self, label: str, **options: Any) -> None:
        _take_told(self, options)
        super().__init__(verbose_name=label, null=True, **options)


class Flag(Answer):
    """是 or 否; null when nobody said."""

    def __init__(self, label: str, **options: Any) -> None:
        _take_told(self, options)
        super().__init__(verbose_name=label, null=True, **options)


class Day(Date):
    """A date as far as it is known, kept as ISO text; null when not known at all."""

    def __init__(self, label: str, **options: Any) -> None:
        _take_told(self, options)
        super().__init__(verbose_name=label, null=True, **options)

    def db_value(self, value: PartDate | None) -> str | None:
        return None if value is None else str(value)

    def python_value(self, value: str | None) -> PartDate | None:
        return None if value is None else PartDate(*map(int, value.split("-")))


class Yuan(Money):
    """Money: whole fen in the file, ``Decimal`` yuan in the program; null when not known."""

    def __init__(self, label: str, **options: Any) -> None:
        _take_told(self, options)
        super().__init__(verbose_name=label, null=True, **options)

    def db_value(self, value: Decimal | int | None) -> int | None:
        return None if value is None else int(Decimal(value).scaleb(2).to_integral_exact())

    def python_value(self, value: int | None) -> Decimal | None:
        return None if value is None else Decimal(value).scaleb(-2)

    def total(self) -> Function:
        """This column's sum in yuan; peewee itself leaves SUM unconverted."""
        return fn.COALESCE(fn.SUM(self), 0).converter(self.python_value)


class Quantity(Yuan):
    """A number to two places that need be no money: a percentage, months, a multiple; kept in hundredths."""


class RowSelect(ModelSelect):
    """A selection that names the columns of rows itself.

    peewee writes each through four nodes of its own, which for the forty of a person takes longer than SQLite takes to read them.
    """

    _is_default: bool
    _returning: Sequence[Any]

    def __sql_selection__(self, context: Context, is_subquery: bool = False) -> Any:
        if self._is_default and is_subquery:
            return super().__sql_selection__(context, is_subquery)
        with context(parentheses=False):
            for number, node in enumerate(self._returning):
                if number:
                    context.literal(", ")
                if type(node).__sql__ is Field.__sql__:
                    alias = context.alias_manager[node.model._meta.table]
                    context.literal(f'"{alias}"."{node.column_name}"')
                else:
                    context.sql(node)
        return context
