"""The forms of a new person: only what the chosen kind asks."""

from __future__ import annotations

from models.people import identity_fields
from models.people.identity import BankAccount, Identity
from models.people.person import Person
from ui.forms.editors import CodeBox, LineEdit
from ui.forms.file_forms import FileForm
from ui.person_forms.identity_form import IdentityForm
from ui.person_forms.number_step import NumberStep
from ui.person_forms.person_form import PersonForm

FIRST_STATE = "受理"  # what a new identity begins with: money follows only when somebody says so
WHO = ["name", "number", "sex", "born", "ethnic", "phone"]
WHERE = ["street", "community", "household", "household_address", "residence", "insurance"]


class NewPersonForm(PersonForm):
    """Who the person is and where he or she lives; and what the kind asks about the person."""

    def __init__(self, kind: str, known: NumberStep) -> None:
        asked = [name for name in identity_fields.person_fields(kind) if name not in (*WHO, *WHERE)]
        sections = [("身份信息", WHO), ("住址保障", WHERE)]
        super().__init__([*sections, ("生活情况", asked)] if asked else sections)
        self.edit(
            Person(
                number=known.number(), number_found=known.editor.value(), born=known.born(), sex=known.sex()
            )
        )
        self.read_only(False)
        card = known.card()
        for name, value in card.facts.items() if card is not None else ():
            self.editors[name].set_value(value)


class NewIdentityForm(IdentityForm):
    """The facts of the kind's official form, and the state to begin with."""

    COLUMNS = 3

    def __init__(self, kind: str, person: Person) -> None:
        identity = Identity(kind=kind, state=FIRST_STATE, person=person)
        super().__init__(identity)
        self.edit(identity)
        self.read_only(False)

    def begin(self) -> None:
        self.bind("state", "优抚对象状态", CodeBox("state"))


class NewAccountForm(FileForm[BankAccount]):
    """The account that the money is to be paid into; may stay empty."""

    COLUMNS = 3

    def __init__(self, person: Person) -> None:
        super().__init__()
        self.section("发放账户（可以以后再填）")
        self.bind("bank", "开户银行", CodeBox("bank", editable=True))
        self.bind("account", "银行账号", LineEdit(40))
        self.bind("holder", "开户名称", LineEdit(hint="不填就是本人"))
        self.edit(BankAccount(person=person))
        self.read_only(False)
