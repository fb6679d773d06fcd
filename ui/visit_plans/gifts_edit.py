"""The edit of gifts in words 慰问品: what nobody has registered yet is asked about where it is first missed, and added."""

from __future__ import annotations

from models.visits.gifts import unregistered_gifts
from ui.forms.editors import LineEdit
from ui.jobs import messages
from ui.jobs.session import Session

GIFTS_HINT = "如：大米×1、食用油×2"


class GiftsEdit(LineEdit):
    """Gifts with their numbers, as plans have them."""

    def __init__(self, session: Session) -> None:
        super().__init__(255, GIFTS_HINT)
        self._session = session

    def settle(self) -> None:
        """Add the gifts that are missed, each when the officer agrees; the record refuses the others."""
        for gift in unregistered_gifts(self.value()):
            if messages.ask(self, f"没有登记过慰问品“{gift.name}”，要新增吗？", "新增", "重新填写"):
                with self._session.entry(f"登记慰问品：{gift.name}"):
                    gift.save()
