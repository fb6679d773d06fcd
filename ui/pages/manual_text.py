"""The manual's text: pictures no wider than the text, and sharp on a fine screen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QTextBrowser

WIDEST = 560  # pixels, whatever the screen's scale


class ManualText(QTextBrowser):
    """Shows the manual; it opens no other page and asks no network."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        if kind == QTextDocument.ResourceType.ImageResource.value:
            url = self.document().baseUrl().resolved(QUrl(name))
            picture = QImage(url.toLocalFile())
            if picture.width() > WIDEST:
                picture.setDevicePixelRatio(picture.width() / WIDEST)
            return picture
        return super().loadResource(kind, name)
