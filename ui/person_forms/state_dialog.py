"""The dialog 变更状态: an identity comes into another state, with its date, the month paid to and the reason."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from models.core.dates import PartDate, this_day
from models.people import state_changes
from models.people.identity import GONE, EntitlementState, Identity, IdentityState
from ui.forms.editors import CodeBox, DateEdit
from ui.forms.file_forms import FileForm
from ui.forms.record_dialog import RecordDialog
from ui.jobs.session import Session


class StateForm(FileForm[IdentityState]):
    """One change of state; it asks what the new state needs."""

    COLUMNS = 1

    def __init__(self, moving: bool = False) -> None:
        """``moving``: somebody comes from another office, and its place is asked for."""
        super().__init__()
        self._moving = moving
        self.bind("state", "变更为", CodeBox("state"), required=True)
        self.for_fields(IdentityState, ["since"], ["since"])
        self.for_fields(IdentityState, ["died_on"], ["died_on"])
        self.bind("paid_to", "已发至月份", DateEdit())
        self.for_fields(IdentityState, ["place", "reason"])
        self.every = QCheckBox("这个人的其他身份一起变更")
        self.add_wide(self.every)
        self.editors["state"].changed.connect(self._ask_what_is_needed)

    def edit(self, record: IdentityState) -> None:
        super().edit(record)
        others = sum(1 for identity in record.person.identities if identity.id != record.identity_id)
        self.every.setText(f"这个人的其他{others}个身份一起变更")
        self.every.setVisible(others > 0)
        self._ask_what_is_needed()

    def check(self) -> dict[str, str]:
        """The change's own rules are the model's; here they are shown as one types."""
        if self.record is None:
            return {}
        problems = {name: words for name, editor in self.editors.items() if (words := editor.fault())}
        problems = {**state_changes.state_problems(self.record), **problems}
        self.complain(problems)
        return problems

    def _ask_what_is_needed(self) -> None:
        state = self.editors["state"].value()
        for name, asked in (
            ("died_on", state == GONE),
            ("since", state != GONE),  # the day of death is the day
            ("place", state == EntitlementState.MOVED or self._moving),
        ):
            for widget in (self.editors[name], self.labels[name]):
                widget.setVisible(asked)  # type: ignore[union-attr]
            if not asked and name != "since":
                self.editors[name].set_value(None if name == "died_on" else "")
        if state == GONE:
            self.every.setChecked(True)
        self.check()


class StateDialog(RecordDialog):
    """Changes the state of one identity, or of all identities of the person."""

    def __init__(
        self,
        session: Session,
        identity: Identity,
        parent: QWidget | None = None,
        state: str = "",
        moving: bool = False,
    ) -> None:
        """``state`` is the new one, where that is known before it is asked."""
        self.state_form = StateForm(moving)
        fresh = Identity.get_by_id(identity.id)
        change = IdentityState(
            identity=fresh, person=fresh.person, state=state, since=PartDate.of(this_day())
        )
        self.state_form.edit(change)
        title = f"变更{fresh.person.name}的{fresh.kind}状态"
        super().__init__(session, self.state_form, title, self._change, parent)
        self.setMinimumWidth(460)
        self.resize(480, 380)

    def _change(self, change: IdentityState) -> None:
        if self.state_form.every.isChecked() and not self.state_form.every.isHidden():
            state_changes.change_all(change)
        else:
            state_changes.change_state(change)
