"""家庭成员: the family of one person."""

from __future__ import annotations

from typing import Any

from models.core.dates import PartDate
from models.people.person import FamilyMember, Person
from reports.tables.list_columns import ListColumn, Listing
from ui.forms.editors import CodeBox, NumberEdit
from ui.forms.file_forms import FileForm
from ui.jobs.session import Session
from ui.tables.small_tables import SmallTable

FAMILY_LIST = Listing(
    FamilyMember,
    (
        ListColumn("relation", 70),
        ListColumn("name", 80),
        ListColumn("sex", 45),
        ListColumn("born", 95),
        ListColumn("number", 160),
        ListColumn("employer", 170),
        ListColumn("phone", 115),
        ListColumn("notes", 150),
    ),
)


class FamilyMemberForm(FileForm[FamilyMember]):
    """One member of the family."""

    def __init__(self) -> None:
        super().__init__()
        self.bind("relation", "关系", CodeBox("family_relation", editable=True))
        self.for_fields(
            FamilyMember,
            ["name", "number", "sex", "born", "phone", "employer", "notes"],
            ["name"],
            ["number", "employer"],
        )
        number = self.editors["number"]
        assert isinstance(number, NumberEdit)
        number.understood.connect(self._fill)

    def _fill(self, born: PartDate | None, sex: str) -> None:
        for name, told in (("born", born), ("sex", sex)):
            if self.editors[name].value() in (None, ""):
                self.editors[name].set_value(told)


class Family(SmallTable):
    """The family of one person."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "家庭成员", FAMILY_LIST, "family", "还没有登记家庭成员")
        self._person: Person | None = None

    def show_person(self, person: Person) -> None:
        self._person = person
        self.show_rows(FamilyMember.select().where(FamilyMember.person == person).order_by(FamilyMember.id))

    def form(self) -> FamilyMemberForm:
        return FamilyMemberForm()

    def new(self) -> FamilyMember:
        return FamilyMember(person=self._person)

    def whose(self) -> str:
        assert self._person is not None
        return self._person.name

    def named(self, record: Any) -> str:
        return f"家庭成员“{record.name}”"
