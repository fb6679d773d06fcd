"""Metadata of a volume, in the order of the standard's package."""

from __future__ import annotations

import base64
import xml.etree.ElementTree as ET

from models.office.settings import Office
from reports.person.person_file import Material
from reports.person.volume_papers import numbered_papers
from reports.transfer.encapsulation import NAMESPACE, Handing, PackagedFile, PackagedVolume, package
from tests.reports.volumes.volumes import volume

PIECES = numbered_papers([Material("民字1号", "区民政局", "评残审批表", "19990101", "2", "")])
FILE = PackagedFile("马建国优抚档案", "档案/0001.pdf", 1234, "ab" * 32)
HANDING = Handing(
    "2026-01-02T03:04:05+08:00", "王芳", Office(name="某局", fonds_number="Z109"), "区档案馆", "优抚一人一档"
)


def told(**more):
    whole = PackagedVolume("6301", volume(**more), PIECES, 9, [FILE])
    return ET.fromstring(package(whole, HANDING))


def words(root, name):
    return [each.text for each in root.iter(f"{{{NAMESPACE}}}{name}")]


def names(element):
    return [each.tag.partition("}")[2] for each in element]


def test_the_elements_stand_in_the_order_of_the_standard():
    (entity,) = told().iter(f"{{{NAMESPACE}}}文件实体")
    assert names(entity) == [
        "聚合层次", "来源", "电子文件号", "档号", "内容描述", "形式特征", "存储位置", "权限管理", "信息系统描述", "附注", "文件数据",
    ]  # fmt: skip
    (number,) = told().iter(f"{{{NAMESPACE}}}档号")
    assert names(number) == ["全宗号", "目录号", "年度", "保管期限", "室编案卷号", "室编件号", "页号"]


def test_a_file_is_known_by_its_hash():
    (digest,) = words(told(), "编码数据")
    assert base64.b64decode(digest).hex() == FILE.sha256
    assert words(told(), "计算机文件名") == ["档案/0001.pdf"]


def test_every_paper_is_named_with_its_pages():
    assert words(told(), "附注") == ["件号1：民字1号；区民政局；评残审批表；19990101；页号1-2"]


def test_what_the_office_does_not_know_is_empty_and_not_invented():
    assert words(told(security=""), "密级") == [None]
    assert words(told(), "目录号") == [None]
