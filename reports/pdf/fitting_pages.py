"""Fitting pages: whether a page of others may stand in a PDF/A-2u as it is (ISO 19005-2), and if not, why not, in an officer's words.

Asked is everything that goes along with the page: its operators and whatever its resources reach. What cannot be known without
drawing it, as the widths of letters that are seen, is believed of a file alone that says that it is PDF/A.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pypdf import PageObject
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, IndirectObject, StreamObject

KEPT_FILTERS = {
    "/DCTDecode", "/CCITTFaxDecode", "/JBIG2Decode", "/FlateDecode", "/RunLengthDecode", "/ASCII85Decode", "/ASCIIHexDecode",
}  # fmt: skip
PLAIN_COLOURS, MEASURED_COLOURS = {"/DeviceRGB", "/DeviceGray"}, {"/CalRGB", "/CalGray", "/Lab"}
CODES_WITH_MEANING = {"/WinAnsiEncoding", "/MacRomanEncoding"}
OPAQUE = {"/ca": 1, "/CA": 1, "/BM": "/Normal", "/SMask": "/None"}
STATE_OF_PRINTERS = {"/TR", "/TR2", "/HTP", "/HTO", "/HT", "/Font"}
KNOWN_OPERATORS = {
    "b", "B", "b*", "B*", "BDC", "BMC", "BT", "BX", "c", "cm", "CS", "cs", "d", "Do", "DP", "EMC", "ET", "EX", "f", "F", "f*", "G",
    "g", "gs", "h", "i", "j", "J", "l", "m", "M", "MP", "n", "q", "Q", "re", "RG", "rg", "ri", "s", "S", "SC", "sc", "SCN", "scn",
    "T*", "Tc", "Td", "TD", "Tf", "Tj", "TJ", "TL", "Tm", "Tr", "Ts", "Tw", "Tz", "v", "w", "W", "W*", "y", "'", '"',
}  # fmt: skip
NAMED_BY_OPERATOR = {
    "Do": "/XObject", "Tf": "/Font", "gs": "/ExtGState", "cs": "/ColorSpace", "CS": "/ColorSpace",
}  # fmt: skip
SHOWING, UNSEEN_MODE = {"Tj", "TJ", "'", '"'}, 3
DEEPEST_OF_PAGE = 24  # of the 28 that a reader holds (6.1.13); the sheet around the page needs some
WITHOUT_TRACE = {"/Link", "/Popup"}  # annotations that show nothing of themselves

LAYERS, TRANSPARENT, OTHER_PRESS = "有可以开关的图层", "有透明的内容", "带有印刷机的设定"
OTHER_COLOURS, SHADED = "颜色不是屏幕或灰度的", "有底纹或渐变"
OTHER_PACKING, OTHER_CONTENT = "内容的压缩方式不能长期保存", "有长期保存不允许的内容"
NOT_EMBEDDED, NO_MEANING = "字体没有嵌入", "文字没有注明是什么字，不能检索"
DRAWN_LETTERS, NOT_SAID = "字体是画出来的", "有排出的文字，而文件没有注明是PDF/A"
WRITTEN_OVER, OTHER_UNIT, ODD = "页上另有批注、印章或表单", "页的尺寸单位特别", "写法不规范"
REFUSED_OPERATORS = {"k": OTHER_COLOURS, "K": OTHER_COLOURS, "sh": SHADED}


class _Unfit(Exception):
    """Why a page cannot stand as it is."""


def why_unfit(page: PageObject, said: bool) -> str:
    """Why a page cannot stand as it is; '' where it can. ``said`` tells whether its file says that it is PDF/A."""
    try:
        _look_at_sheet(page)
        seen: set[int] = set()
        resources = at(page, "/Resources", DictionaryObject())
        contents = page.get_contents()
        if contents is not None:
            seen |= _Operators(resources).seen_in(contents)
        for each in reachable(resources):
            if at(each, "/Subtype") == "/Form":
                inner = _Operators(at(each, "/Resources", DictionaryObject()))
                seen |= inner.seen_in(ContentStream(each, page.pdf))
        for each in reachable(resources):
            _look_at(each, seen, said)
    except _Unfit as unfit:
        return str(unfit)
    return ""


def at(among: DictionaryObject, key: str, otherwise: Any = None) -> Any:
    """What stands at a key, followed to the object itself."""
    found = among.get(key, otherwise)
    return found.get_object() if isinstance(found, IndirectObject) else found


def reachable(start: DictionaryObject) -> Iterator[DictionaryObject]:
    """Every dictionary that another one reaches, itself first, each once."""
    waiting: list[Any] = [start]
    known: set[int] = set()
    while waiting:
        value = waiting.pop()
        value = value.get_object() if isinstance(value, IndirectObject) else value
        if id(value) in known:
            continue
        known.add(id(value))
        if isinstance(value, DictionaryObject):
            yield value
            waiting += [value.raw_get(key) for key in value if key != "/Parent"]
        elif isinstance(value, ArrayObject):
            waiting += list.__iter__(value)


def _look_at_sheet(page: PageObject) -> None:
    for each in at(page, "/Annots", ()) or ():
        if at(each.get_object(), "/Subtype") not in WITHOUT_TRACE:
            raise _Unfit(WRITTEN_OVER)
    if at(page, "/UserUnit", 1) != 1:
        raise _Unfit(OTHER_UNIT)


class _Operators:
    """The operators of a page or form, looked at one by one."""

    def __init__(self, resources: DictionaryObject) -> None:
        self.resources = resources
        self.font, self.mode = 0, 0
        self.kept: list[tuple[int, int]] = []
        self.seen: set[int] = set()

    def seen_in(self, content: ContentStream) -> set[int]:
        """The fonts, by id, whose letters are seen and not only found."""
        for operands, word in content.operations:
            operator = word.decode("latin-1")
            if operator not in KNOWN_OPERATORS:
                raise _Unfit(REFUSED_OPERATORS.get(operator, OTHER_CONTENT))
            self._follow(operator, operands)
        if self.kept:
            raise _Unfit(ODD)
        return self.seen

    def _follow(self, operator: str, operands: list[Any]) -> None:
        named = self._named(operator, operands)
        if operator == "q":
            self.kept.append((self.font, self.mode))
        elif operator == "Q":
            self.font, self.mode = self._popped()
        elif operator == "Tf":
            self.font = id(named)
        elif operator == "Tr":
            self.mode = int(operands[0])
        elif operator in SHOWING and self.mode != UNSEEN_MODE:
            self.seen.add(self.font)
        if len(self.kept) > DEEPEST_OF_PAGE:
            raise _Unfit(ODD)

    def _popped(self) -> tuple[int, int]:
        if not self.kept:
            raise _Unfit(ODD)
        return self.kept.pop()

    def _named(self, operator: str, operands: list[Any]) -> Any:
        """What an operator names among the resources; None of those that name nothing."""
        if operator in ("cs", "CS") and operands[0] in PLAIN_COLOURS:
            return None
        kind = NAMED_BY_OPERATOR.get(operator)
        if kind is None:
            return None
        found = at(at(self.resources, kind, DictionaryObject()), operands[0])
        if found is None:
            raise _Unfit(ODD)
        return found


def _look_at(each: DictionaryObject, seen: set[int], said: bool) -> None:
    """Look at one dictionary, whatever it is."""
    if "/OC" in each or at(each, "/Type") in ("/OCG", "/OCMD"):
        raise _Unfit(LAYERS)
    if at(each, "/Pattern") or at(each, "/Shading"):
        raise _Unfit(SHADED)
    if any(at(each, key, opaque) != opaque for key, opaque in OPAQUE.items()):
        raise _Unfit(TRANSPARENT)
    if isinstance(each, StreamObject):
        _look_at_stream(each)
    if isinstance(spaces := at(each, "/ColorSpace"), DictionaryObject):
        for space in spaces.values():
            _look_at_colours(space)
    states = at(each, "/ExtGState", DictionaryObject())
    if any(STATE_OF_PRINTERS & set(state.get_object()) for state in states.values()):
        raise _Unfit(OTHER_PRESS)
    if at(each, "/Type") == "/Font":
        _look_at_font(each, id(each) in seen, said)


def _look_at_stream(stream: StreamObject) -> None:
    filters = at(stream, "/Filter", ArrayObject())
    if not set(filters if isinstance(filters, ArrayObject) else [filters]) <= KEPT_FILTERS:
        raise _Unfit(OTHER_PACKING)
    if "/F" in stream or {"/Ref", "/PS", "/Subtype2"} & set(stream) or at(stream, "/Subtype") == "/PS":
        raise _Unfit(OTHER_CONTENT)
    if at(stream, "/Subtype") == "/Image" and not at(stream, "/ImageMask", False):
        _look_at_colours(stream.get("/ColorSpace"))


def _look_at_colours(space: Any) -> None:
    """Colours that the profile of the sheet knows, or that bring their own."""
    space = space.get_object() if isinstance(space, IndirectObject) else space
    if space in PLAIN_COLOURS:
        return
    if not isinstance(space, ArrayObject) or not space:
        raise _Unfit(OTHER_COLOURS)
    kind = space[0].get_object()
    if kind == "/Indexed":
        _look_at_colours(space[1])
    elif kind == "/ICCBased":
        if at(space[1].get_object(), "/N") not in (1, 3):
            raise _Unfit(OTHER_COLOURS)
    elif kind not in MEASURED_COLOURS:
        raise _Unfit(OTHER_COLOURS)


def _look_at_font(font: DictionaryObject, seen: bool, said: bool) -> None:
    """A font by which letters are written, or one below it, whose program alone is asked."""
    kind = at(font, "/Subtype")
    if kind == "/Type3":
        raise _Unfit(DRAWN_LETTERS)
    if kind in ("/CIDFontType0", "/CIDFontType2"):
        return
    below = at(font, "/DescendantFonts")
    inner = below[0].get_object() if below else font
    descriptor = at(inner, "/FontDescriptor", DictionaryObject())
    if seen and not {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor):
        raise _Unfit(NOT_EMBEDDED)
    if "/ToUnicode" not in font and at(font, "/Encoding") not in CODES_WITH_MEANING:
        raise _Unfit(NO_MEANING)
    if seen and not said:
        raise _Unfit(NOT_SAID)
