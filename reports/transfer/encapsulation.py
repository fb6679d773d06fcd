"""Encapsulation 封装: the metadata of a volume as XML, by the elements of DA/T 46-2009 in the order of DA/T 48-2009's package (电子文件封装包).

The names and their order are those that public implementations of DA/T 48 write; the text of the standard itself was not to be
had, and no official schema. The files stay outside the package: 编码数据 is the SHA-256 of each, in Base64. What the office does
not know, as the receiver's own numbers, is an empty element.
"""

from __future__ import annotations

import base64
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from typing import NamedTuple

from models.office.settings import Office
from reports.person.volume_papers import VolumePiece
from reports.volumes.volume_facts import VolumeFacts

NAMESPACE = "http://www.saac.gov.cn/standards/ERM/encapsulation"
VERSION = "2009"
FORMAT = "本EEP根据中华人民共和国档案行业标准DA/T 48-2009《基于XML的电子文件封装规范》生成"
ORIGINAL, ORIGINAL_MEANS = "原始型", "本封装包包含电子文件数据及其元数据，原始封装，未经修改"
OUTSIDE = "编码数据是计算机文件的SHA-256摘要（Base64编码）；计算机文件在封装包外，名称见“计算机文件名”"
DIGEST_KEY = "sha256-base64Binary"
PDF_A = "PDF/A-2u（ISO 19005-2）"


class PackagedFile(NamedTuple):
    """A file of the volume: its title, its path from the folder handed over, its size in bytes, and its SHA-256."""

    title: str
    path: str
    size: int
    sha256: str
    format: str = PDF_A


class Handing(NamedTuple):
    """The handing over: when (ISO, with its offset), by whom, of which office, with which program."""

    at: str
    user: str
    office: Office
    receiver: str
    program: str


class PackagedVolume(NamedTuple):
    """The volume to be described: its number in the office, what lists say of it, its papers, its sides, its files."""

    record: str  # 一人一档编号
    facts: VolumeFacts
    pieces: Sequence[VolumePiece]
    pages: int
    files: Sequence[PackagedFile]


def package(volume: PackagedVolume, handing: Handing) -> bytes:
    """The XML of a volume, in UTF-8."""
    ET.register_namespace("", NAMESPACE)
    root = ET.Element(_tag("电子文件封装包"))
    _add(root, "封装包格式描述", FORMAT)
    _add(root, "版本", VERSION)
    signed = _add(root, "被签名对象")
    signed.set("eep版本", VERSION)
    _add(signed, "封装包类型", ORIGINAL)
    _add(signed, "封装包类型描述", ORIGINAL_MEANS)
    _add(signed, "封装包创建时间", handing.at)
    _add(signed, "封装包创建单位", handing.office.name)
    content = _add(signed, "封装内容")
    _describe(_add(_add(content, "文件实体块"), "文件实体"), volume, handing)
    _tell_business(_add(content, "业务实体块"), volume, handing)
    _tell_agents(_add(content, "机构人员实体块"), handing)
    ET.indent(root)
    told: bytes = ET.tostring(root, "utf-8", xml_declaration=True)
    return told


def _describe(entity: ET.Element, volume: PackagedVolume, handing: Handing) -> None:
    facts, office = volume.facts, handing.office
    _add(entity, "聚合层次", "文件")
    source = _add(entity, "来源")
    _add(source, "档案馆名称", handing.receiver)
    _add(source, "全宗名称", office.fonds_name)
    _add(source, "立档单位名称", office.name)
    _add(entity, "电子文件号", volume.record)
    _tell_number(_add(entity, "档号", facts.number), volume, office)
    _tell_content(_add(entity, "内容描述"), facts, office)
    form = _add(entity, "形式特征")
    _add(form, "文件组合类型", "组合文件")
    _add(form, "页数", str(volume.pages))
    _add(form, "语种", "汉语")
    _add(_add(entity, "存储位置"), "脱机载体编号")
    _add(entity, "权限管理")
    _add(entity, "信息系统描述", handing.program)
    for piece in volume.pieces:
        _add(entity, "附注", _piece_words(piece))
    files = _add(entity, "文件数据")
    for number, file in enumerate(volume.files, start=1):
        _tell_file(_add(files, "文档"), number, file, handing)


def _tell_number(number: ET.Element, volume: PackagedVolume, office: Office) -> None:
    """档号 and its parts; the year is that of the last paper, and the whole volume is the one file in it."""
    _add(number, "全宗号", office.fonds_number)
    _add(number, "目录号", office.catalogue_number)
    _add(number, "年度", volume.facts.last[:4])
    _add(number, "保管期限", volume.facts.retention)
    _add(number, "室编案卷号", volume.facts.volume)
    _add(number, "室编件号", "1")
    if volume.facts.pages:
        _add(number, "页号", f"1-{volume.facts.pages}")


def _tell_content(content: ET.Element, facts: VolumeFacts, office: Office) -> None:
    _add(content, "题名", facts.subject)
    _add(content, "人名", facts.name)
    _add(content, "文件编号", facts.certificate)
    _add(content, "责任者", office.name)
    _add(content, "日期", facts.span)
    _add(content, "密级", facts.security)


def _piece_words(piece: VolumePiece) -> str:
    """A paper of the volume in one line, as the catalogue names it."""
    said = piece.paper.document_no, piece.paper.author, piece.paper.title, piece.paper.day
    words = "；".join(filter(None, said))
    return f"件号{piece.number}：{words}" + (f"；页号{piece.pages}" if piece.pages else "")


def _tell_file(document: ET.Element, number: int, file: PackagedFile, handing: Handing) -> None:
    name = f"修改0-文档{number}"
    _add(document, "文档标识符", name)
    _add(document, "文档序号", str(number))
    _add(document, "文档主从声明", "主文档" if number == 1 else "附属文档")
    _add(document, "题名", file.title)
    data = _add(document, "文档数据")
    data.set("文档数据ID", f"{name}-文档数据1")
    code = _add(data, "编码")
    code.set("编码ID", f"{name}-文档数据1-编码1")
    properties = _add(code, "电子属性")
    _add(properties, "格式信息", file.format)
    _add(properties, "计算机文件名", file.path)
    _add(properties, "计算机文件大小", str(file.size))
    _add(properties, "文档创建程序", handing.program)
    _add(code, "编码描述", OUTSIDE)
    _add(code, "反编码关键字", DIGEST_KEY)
    digest = _add(code, "编码数据", base64.b64encode(bytes.fromhex(file.sha256)).decode("ascii"))
    digest.set("编码数据ID", f"{name}-文档数据1-编码1-编码数据")


def _tell_business(block: ET.Element, volume: PackagedVolume, handing: Handing) -> None:
    deed = _add(block, "业务实体")
    _add(deed, "业务标识符", "业务1")
    _add(deed, "机构人员标识符", "机构人员2")
    _add(deed, "文件标识符", volume.record)
    _add(deed, "业务状态", "历史行为")
    _add(deed, "业务行为", "移交")
    _add(deed, "行为时间", handing.at)
    _add(deed, "行为描述", f"移交给{handing.receiver}" if handing.receiver else "移交")


def _tell_agents(block: ET.Element, handing: Handing) -> None:
    for number, (kind, name) in enumerate((("单位", handing.office.name), ("个人", handing.user)), start=1):
        agent = _add(block, "机构人员实体")
        _add(agent, "机构人员标识符", f"机构人员{number}")
        _add(agent, "机构人员类型", kind)
        _add(agent, "机构人员名称", name)


def _add(parent: ET.Element, name: str, words: str = "") -> ET.Element:
    made = ET.SubElement(parent, _tag(name))
    made.text = words or None
    return made


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
