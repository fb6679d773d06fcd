"""The form of one material, a paper of the file, with the facts that the contents list 卷内文件目录 prints."""

from __future__ import annotations

from models.people import materials
from models.people.materials import Material
from ui.forms.editors import CodeBox
from ui.forms.file_forms import FileForm


class MaterialForm(FileForm[Material]):
    """One paper; its title is one of the catalogue's or the officer's own."""

    COLUMNS = 1

    def __init__(self) -> None:
        super().__init__()
        titles = [line.title for line in materials.catalogue()]
        self.bind("title", "题名", CodeBox(names=titles, editable=True, free=True), required=True)
        self.for_fields(Material, ["author", "document_no", "day", "pages", "notes"])
