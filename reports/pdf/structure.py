"""The structure of a PDF for those who cannot see it (ISO 32000-1, 14.7 and 14.8): headings, paragraphs, tables, pictures.

A page's content stands in pieces that are numbered page by page; each belongs to an element of the tree. The elements of
a page are written together with it, and only their numbers are kept. A section is what a bookmark leads to, as the file of
one person.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import NamedTuple

from reports.pdf.pdf_file import PdfFile, text_string

PARAGRAPH, TITLE_ROLE, HEADING_ROLE, FIGURE = "P", "H1", "H2", "Figure"
REPEATED = "Artifact"  # what stood on the page before and is said once
LABEL_CELL, VALUE_CELL = "TH", "TD"
# A reader holds no more than four million objects (PDFium); tables of still longer files are told as paragraphs of a row.
MOST_ELEMENTS = 1_000_000
ENTRIES_OF_NODE = 64  # pages under one node of the number tree


class SaidPiece(NamedTuple):
    """What a page says in its order: its role, and of a table's row the table and the roles of its cells."""

    role: str
    table: object = None
    cells: tuple[str, ...] = ()
    more: str = ""  # entries of the element besides
    chapter: int = 0  # a table does not go on beyond the next heading


class StructureTree:
    """The elements of a document, written page by page."""

    def __init__(self, pdf: PdfFile) -> None:
        self.pdf = pdf
        self.root, self.document, self.section = pdf.reserve(), pdf.reserve(), pdf.reserve()
        self.sections = array("L")
        self.kids = array("L")  # of the section: blocks and tables
        # of the section: by id, which stays for the table is held, and by chapter
        self.tables: dict[tuple[int, int], tuple[object, int, array[int]]] = {}
        self.chapter = 0
        self.named = ""
        self.pages = array("L")  # of each page that says something: who owns its pieces
        self.waiting: list[SaidPiece] = []
        self.counted = 0  # pieces of this page
        self.elements = 0

    def block(self, role: str, more: str = "") -> int:
        """The number of the piece of a paragraph, heading or picture."""
        self.chapter += role in (TITLE_ROLE, HEADING_ROLE)
        self.waiting.append(SaidPiece(role, more=more))
        self.counted += 1
        return self.counted - 1

    def row(self, table: object, cells: tuple[str, ...]) -> int:
        """The number of the first piece of a table's row; each cell has one, in this order."""
        self.waiting.append(SaidPiece("TR", table, cells, "", self.chapter))
        self.counted += len(cells)
        return self.counted - len(cells)

    def turn(self, page: int, bookmark: str = "") -> str:
        """Write the elements of a page, whose object has that number; returns the entry that the page needs."""
        if bookmark:
            self._close_section(bookmark)
        if not self.waiting:
            return ""
        made = _PageElements(self, page)
        made.add_pieces()
        owners = " ".join([f"{number} 0 R" for number in made.owners])
        self.pages.append(made.number())
        made.bodies.append(f"[{owners}]")
        self.elements += len(made.bodies)
        self.pdf.add_group(made.bodies)
        self.waiting.clear()
        self.counted = 0
        return f" /StructParents {len(self.pages) - 1}"

    def table(self, table: object, chapter: int) -> tuple[int, array[int]]:
        """The number of a table's element in this section, and its rows so far."""
        key = (id(table), chapter)
        known = self.tables.get(key)
        if known is None:
            known = self.tables[key] = (table, self.pdf.reserve(), array("L"))
        return known[1], known[2]

    def _close_section(self, following: str) -> None:
        if self.kids:
            for _, number, rows in self.tables.values():
                self._add(f"/S /Table /P {self.section} 0 R", rows, number)
            self._add(f"/S /Sect /P {self.document} 0 R{self.named}", self.kids, self.section)
            self.sections.append(self.section)
            self.section, self.kids = self.pdf.reserve(), array("L")
            self.tables.clear()
        self.named = f" /T {text_string(following)}" if following else ""

    def _add(self, words: str, kids: Sequence[int], number: int) -> None:
        below = " ".join([f"{kid} 0 R" for kid in kids])
        self.pdf.add(f"<< /Type /StructElem {words} /K [{below}] >>", number)

    def close(self) -> str:
        """Write what is left of the tree; returns its entries for the catalog."""
        self._close_section("")
        self.pdf.add("null", self.section)
        self._add(f"/S /Document /P {self.root} 0 R", self.sections, self.document)
        parents = self._number_tree()
        self.pdf.add(
            f"<< /Type /StructTreeRoot /K [{self.document} 0 R] /ParentTree {parents} /ParentTreeNextKey {len(self.pages)} >>",
            self.root,
        )
        return f"/MarkInfo << /Marked true >> /StructTreeRoot {self.root} 0 R"

    def _number_tree(self) -> str:
        """Who owns the pieces of each page, by the page's number (7.9.7)."""
        nodes = []
        for first in range(0, len(self.pages), ENTRIES_OF_NODE):
            owners = self.pages[first : first + ENTRIES_OF_NODE]
            pairs = " ".join([f"{key} {owner} 0 R" for key, owner in enumerate(owners, first)])
            limits = f"{first} {first + len(owners) - 1}"
            nodes.append(self.pdf.add(f"<< /Limits [{limits}] /Nums [{pairs}] >>"))
        return self.pdf.add(f"<< /Kids [{' '.join(nodes)}] >>" if nodes else "<< /Nums [] >>")


class _PageElements:
    """The elements of one page as they will be numbered."""

    def __init__(self, tree: StructureTree, page: int) -> None:
        self.tree, self.page = tree, page
        self.bodies: list[str] = []
        self.owners: list[int] = []  # of each piece
        # before anything is numbered: a new table takes a number of its own
        self.tables = [tree.table(each.table, each.chapter) for each in tree.waiting if each.cells]
        self.first = tree.pdf.next_number()

    def number(self) -> int:
        return self.first + len(self.bodies)

    def add_pieces(self) -> None:
        tables = iter(self.tables)
        for role, _, cells, more, _ in self.tree.waiting:
            if not cells:
                self._block(role, 1, more)
            elif self.tree.elements > MOST_ELEMENTS:
                self._block(PARAGRAPH, len(cells), "")
            else:
                self._row(cells, *next(tables))

    def _block(self, role: str, pieces: int, more: str) -> None:
        number, first = self.number(), len(self.owners)
        kids = " ".join(map(str, range(first, first + pieces)))
        self.tree.kids.append(number)
        self.owners += [number] * pieces
        self.bodies.append(f"<</S/{role}/P {self.tree.section} 0 R/Pg {self.page} 0 R/K[{kids}]{more}>>")

    def _row(self, cells: Sequence[str], above: int, rows: array[int]) -> None:
        """A row of the table ``above``, whose rows so far are given."""
        number, first = self.number(), len(self.owners)
        if not rows:
            self.tree.kids.append(above)
        rows.append(number)
        numbers = range(number + 1, number + 1 + len(cells))
        below = " ".join([f"{cell} 0 R" for cell in numbers])
        self.bodies.append(f"<</S/TR/P {above} 0 R/K[{below}]>>")
        tail = f"/P {number} 0 R/Pg {self.page} 0 R/K "
        self.bodies += [f"<</S/{role}{tail}{place}>>" for place, role in enumerate(cells, first)]
        self.owners += numbers
