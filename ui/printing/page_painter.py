"""The painter of a page: text as text in the faces of the file, lines as lines, so that a printer draws them itself."""

from __future__ import annotations

import struct

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGlyphRun,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QRawFont,
    QTransform,
)

from reports.pdf.font_files import installable
from reports.pdf.page_content import FontProgram, Operation, OtherHand, PageContents, Things

UPSIDE_DOWN = QTransform(1, 0, 0, -1, 0, 1)  # a picture's first row is its highest
STRAIGHT = 1e-6


class Faces:
    """The faces of a file, installed for this program as long as it prints, in the sizes in which they are painted."""

    def __init__(self) -> None:
        self._families: dict[bytes, str] = {}
        self._installed: list[int] = []
        self._made: dict[tuple[bytes, float], QRawFont] = {}

    def raw(self, program: FontProgram, size: float) -> QRawFont:
        """A face so many dots high. Raises ``OtherHand`` when this system does not take it."""
        key = (program.data, round(size, 2))
        if key not in self._made:
            font = QFont(self._family(program.data))
            font.setPixelSize(max(1, round(size)))
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            made = QRawFont.fromFont(font)
            if not made.isValid() or made.familyName() != self._family(program.data):
                raise OtherHand("a face that this system does not take")
            self._made[key] = made
        return self._made[key]

    def _family(self, data: bytes) -> str:
        if data not in self._families:
            family, file = installable(data)
            number = QFontDatabase.addApplicationFontFromData(QByteArray(file))
            if number < 0 or family not in QFontDatabase.applicationFontFamilies(number):
                raise OtherHand("a face that this system does not take")
            self._installed.append(number)
            self._families[data] = family
        return self._families[data]

    def forget(self) -> None:
        """Let go of what was installed."""
        self._made.clear()
        self._families.clear()
        while self._installed:
            QFontDatabase.removeApplicationFont(self._installed.pop())


class PagePainter:
    """Paints pages of one file; what is not our own raises ``OtherHand``, and what was painted is to be painted over."""

    def __init__(self, contents: PageContents) -> None:
        self.contents, self.faces = contents, Faces()

    def paint(self, number: int, painter: QPainter, onto: QTransform) -> None:
        """Paint a page, counted from 0; ``onto`` leads from its points, upwards, to the painter's dots."""
        operations, things = self.contents.page(number)
        _check(operations, things)
        painter.save()
        try:
            _Run(painter, things, self.faces, onto).follow(operations)
        finally:
            painter.restore()


def _check(operations: list[Operation], things: Things) -> None:
    """Ask for everything that will be drawn, so that half a page is never painted."""
    for operator, operands in operations:
        if operator == "Tf":
            things.font(str(operands[0]))
        elif operator == "Do":
            form = things.form(str(operands[0]))
            if form is None:
                things.picture(str(operands[0]))
            else:
                _check(form, things)


class _State:
    """What q keeps and Q brings back."""

    def __init__(self, onto: QTransform) -> None:
        self.onto, self.ink, self.weight = onto, QColor(Qt.GlobalColor.black), 1.0

    def copy(self) -> _State:
        made = _State(self.onto)
        made.ink, made.weight = self.ink, self.weight
        return made


class _Run:
    """The operations of one page being followed."""

    def __init__(self, painter: QPainter, things: Things, faces: Faces, onto: QTransform) -> None:
        self.painter, self.things, self.faces = painter, things, faces
        self.state, self.kept = _State(onto), list[_State]()
        self.path, self.at = QPainterPath(), QPointF()
        self.program: FontProgram | None = None
        self.size = self.space = 0.0
        self.place = (0.0, 0.0)

    def follow(self, operations: list[Operation]) -> None:
        for operator, operands in operations:
            getattr(self, f"_do_{operator}")(*operands)

    def _do_q(self) -> None:
        self.kept.append(self.state)
        self.state = self.state.copy()

    def _do_Q(self) -> None:
        self.state = self.kept.pop()

    def _do_cm(self, *matrix: float) -> None:
        self.state.onto = QTransform(*matrix) * self.state.onto

    def _do_w(self, weight: float) -> None:
        self.state.weight = weight

    def _do_g(self, grey: float) -> None:
        self.state.ink = QColor.fromRgbF(grey, grey, grey)

    def _do_rg(self, red: float, green: float, blue: float) -> None:
        self.state.ink = QColor.fromRgbF(red, green, blue)

    def _do_m(self, x: float, y: float) -> None:
        self.path.moveTo(x, y)

    def _do_l(self, x: float, y: float) -> None:
        self.path.lineTo(x, y)

    def _do_re(self, x: float, y: float, width: float, height: float) -> None:
        self.path.addRect(x, y, width, height)

    def _do_S(self) -> None:
        """Lines are always black: our writer sets no other ink for them."""
        pen = QPen(Qt.GlobalColor.black, self.state.weight)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        self.painter.setTransform(self.state.onto)
        self.painter.strokePath(self.path, pen)
        self.path = QPainterPath()

    def _do_f(self) -> None:
        self.painter.setTransform(self.state.onto)
        self.painter.fillPath(self.path, self.state.ink)
        self.path = QPainterPath()

    def _do_Do(self, name: str) -> None:
        form = self.things.form(name)
        if form is not None:
            self._do_q()
            self.follow(form)
            self._do_Q()
            return
        self.painter.setTransform(UPSIDE_DOWN * self.state.onto)
        image = QImage.fromData(QByteArray(self.things.picture(name)))
        self.painter.drawImage(QRectF(0, 0, 1, 1), image)

    def _do_BT(self) -> None:
        self.program = None

    def _do_ET(self) -> None:
        self.program = None

    def _do_Tf(self, name: str, size: float) -> None:
        self.program, self.size = self.things.font(name), size

    def _do_Tc(self, space: float) -> None:
        self.space = space

    def _do_Tm(self, a: float, b: float, c: float, d: float, x: float, y: float) -> None:
        if (a, b, c, d) != (1, 0, 0, 1):
            raise OtherHand("text that does not stand upright")
        self.place = (x, y)

    def _do_Tj(self, codes: bytes) -> None:
        onto, program = self.state.onto, self.program
        if (
            program is None
            or abs(onto.m12()) + abs(onto.m21()) > STRAIGHT
            or abs(onto.m11() + onto.m22()) > STRAIGHT
        ):
            raise OtherHand("text that does not stand upright")
        scale, start = onto.m11(), onto.map(QPointF(*self.place))
        run = QGlyphRun()
        run.setRawFont(self.faces.raw(program, self.size * scale))
        glyphs, positions, along = [], [], 0.0
        for (code,) in struct.iter_unpack(">H", codes):
            glyphs.append(program.glyphs[code])
            positions.append(QPointF(along, 0.0))
            along += (program.widths[code] * self.size / 1000 + self.space) * scale
        run.setGlyphIndexes(glyphs)
        run.setPositions(positions)
        self.painter.resetTransform()
        self.painter.setPen(self.state.ink)
        self.painter.drawGlyphRun(start, run)
