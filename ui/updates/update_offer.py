"""The offer of an update 升级: looks for a newer setup on the sticks, and says so in a line that opens it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget

from models.updates.update_pack import UpdatePack, newest_pack
from ui.jobs.one_thread import Aside
from ui.updates.update_window import show_update
from ui.widgets.theme import colour

LOOK_FOR_UPDATES = 60_000  # milliseconds
OFFER = "<a href='update' style='color:{}'>U盘上有新版本 {}，升级…</a>"


class UpdateOffer(QLabel):
    """Hidden until a stick with a newer setup is there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pack: UpdatePack | None = None
        self.hide()
        self.linkActivated.connect(lambda _: self._open())
        self._looking = False
        self._timer = QTimer(self, interval=LOOK_FOR_UPDATES)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Look now, aside: a slow stick keeps nobody waiting."""
        if not self._looking:
            self._looking = True
            Aside(self, newest_pack).then(self.offer, lambda _: self.offer(None)).begin()

    def offer(self, pack: UpdatePack | None) -> None:
        """Offer that pack, or none when the stick has gone."""
        self._looking, self.pack = False, pack
        self.setText(OFFER.format(colour("accent").name(), pack.version) if pack else "")
        self.setVisible(pack is not None)

    def _open(self) -> None:
        if self.pack is not None:
            show_update(self.pack, self.window())
