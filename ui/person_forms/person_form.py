"""The form 基本信息: who a person is, where and how the person lives; the family; what old rosters said besides."""

from __future__ import annotations

from html import escape
from typing import cast

from peewee import Field
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.core import citizen_number, codes
from models.core.dates import PartDate
from models.core.record import Invalid
from models.people import places_lived
from models.people.person import Person
from models.people.state_changes import living_rights, register_death
from ui.forms.editors import CodeBox, Editor, NumberEdit
from ui.forms.file_forms import FileForm
from ui.forms.record_form import editor_for
from ui.person_forms.own_field_editors import OwnFieldEditors
from ui.widgets import theme

SECTIONS: list[tuple[str, list[str]]] = [
    ("身份信息", ["name", "number", "former_names", "sex", "born", "ethnic", "marital", "education", "politics",
                 "veteran_card", "died", "volume"]),
    ("住址联系", ["phone", "other_phone", "postcode", "street", "community", "head_relation", "household_address",
                 "residence", "household", "household_area", "residence_area"]),
    ("保障", ["insurance", "insurance_no", "low_income", "pension", "pension_no", "five_guarantees"]),
    ("身体与生活", ["health", "body", "living", "labour", "selfcare", "support", "disabled", "mental", "at_school", "alone",
                  "orphan"]),
    ("家庭与住房", ["family_size", "economy", "owns_house", "house_ownership", "house_state", "house_type",
                  "house_structure", "rooms", "house_built", "floor_area", "area_each"]),
    ("其他", ["employment", "income", "employer_nature", "employer", "employer_phone", "employer_address", "abroad_since",
             "sentenced_from", "sentenced_to", "notes"]),
]  # fmt: skip
WIDE_PERSON_FIELDS = {
    "household_address": 3,
    "residence": 3,
    "employer": 2,
    "employer_address": 3,
    "notes": 3,
}
REQUIRED = ("name", "number")


class PersonForm(FileForm[Person]):
    """The fields of a person; the number explains itself and tells birth and sex."""

    open_other = Signal(int)  # the id of the person who has this number already

    COLUMNS = 3

    def __init__(
        self,
        sections: list[tuple[str, list[str]]] | None = None,
        parent: QWidget | None = None,
        reading: bool = False,
    ) -> None:
        super().__init__(parent, reading)
        self._filled: dict[str, object] = {}  # what the number told, as long as nobody wrote over it
        for title, names in sections if sections is not None else SECTIONS:
            self.section(title)
            for name in names:
                self.add(name)
        self._own = OwnFieldEditors(self)

    def add(self, name: str) -> None:
        """Bind one field, with the editor that suits it."""
        field = Person._meta.fields[name]
        editor = self._editor(name, field)
        self.bind(
            name, field.short or field.verbose_name, editor, WIDE_PERSON_FIELDS.get(name, 1), name in REQUIRED
        )
        if isinstance(editor, NumberEdit):
            editor.understood.connect(self._fill)
            self.messages[name].linkActivated.connect(lambda link: self.open_other.emit(int(link)))
        if name == "street":
            editor.changed.connect(self._offer_communities)

    def newly_dead(self) -> PartDate | None:
        """The day of death that was typed of somebody whom no death has ended yet; None where nobody died newly."""
        if self.record is None or self.changes().get("died") is None or not living_rights(self.record):
            return None
        died: PartDate = self.changes()["died"]
        return died

    def write(self) -> None:
        """Save what was changed, inside an entry; a day of death that was typed is a death."""
        died = self.newly_dead()
        super().write()
        self.write_own()
        if died is not None:
            assert self.record is not None
            try:
                register_death(Person.get_by_id(self.record.id), died)
            except Invalid as refusal:
                raise Invalid({"died": "；".join(refusal.problems.values())}) from refusal

    def write_own(self) -> None:
        """Save what was typed into the office's own fields of somebody on file, inside an entry."""
        assert self.record is not None
        self._own.write(self.record, self.changes())

    def read_only(self, read_only: bool) -> None:
        if not read_only and "street" in self.editors:
            cast(CodeBox, self.editors["street"]).offer(_streets())
            self._offer_communities()
        super().read_only(read_only)

    def edit(self, record: Person) -> None:
        self._filled = {}
        self._own.read(record)
        super().edit(record)

    def renewed(self, record: Person) -> list[str]:
        self._own.read(record)
        return super().renewed(record)

    def complain(self, problems: dict[str, str], doubts: dict[str, str] | None = None) -> None:
        own = self._own.still_misfits(self.editors)
        super().complain(problems, {**(doubts or {}), **own})
        if (other := self._other()) is not None:
            words = f"该身份证号已有档案：{escape(other.name)}（{other.file_no}）"
            message = self.messages["number"]
            message.setText(
                f'{words}　<a href="{other.id}" style="color:{theme.colour("accent").name()}">打开</a>'
            )
            theme.look(message, "problem").setVisible(True)
            theme.marked(cast(QWidget, self.editors["number"]), "state", "problem")

    def _other(self) -> Person | None:
        """Who has the number that is being typed; asked whatever else is still wrong."""
        if self.record is None or "number" not in self.editors or len(self.record.number) != 18:
            return None
        return duplicate(self.record) if self.record.number != self._before["number"] else None

    def _fill(self, born: PartDate | None, sex: str) -> None:
        """What a right number tells, where nothing was written or only what it told before."""
        number = self.editors["number"].value()
        if len(number) != 18 or not citizen_number.plausible(number):
            return
        for name, told in (("born", born), ("sex", sex)):
            editor = self.editors.get(name)
            if editor is not None and editor.value() in (None, "", self._filled.get(name)):
                self._filled[name] = told
                editor.set_value(told)

    def _offer_communities(self) -> None:
        """The villages and communities of the chosen street."""
        box = self.editors.get("community")
        if isinstance(box, CodeBox) and "street" in self.editors:
            street = self.editors["street"].value()
            box.offer(places_lived.communities(places_lived.places_lived(), street) if street else ())

    @staticmethod
    def _editor(name: str, field: Field) -> Editor:
        if name in ("street", "community"):
            return CodeBox(editable=True, names=())
        return editor_for(field)


def duplicate(person: Person) -> Person | None:
    """Who else has this person's number."""
    found: Person | None = Person.get_or_none(Person.number == person.number, Person.id != person.id)
    return found


def _streets() -> list[str]:
    """The streets and towns of the code table, and after them whatever else the archive says."""
    table = codes.table("place")
    known = [name for name in table.names() if len(table.code(name)) == 9]
    return list(dict.fromkeys([*known, *places_lived.streets()]))
