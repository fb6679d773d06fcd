"""Whose roster it is: what the names of sheets, the titles and the headings tell of the kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from models.core import codes
from models.core.words import bare
from models.people.identity import (
    COMBATANTS,
    DEMOBILISED,
    DISABLED,
    MARTYRS_CHILDREN,
    RED_ARMY,
    RURAL_VETERANS,
    SICK_VETERANS,
    SURVIVORS,
    TEST_VETERANS,
)

if TYPE_CHECKING:  # headings ask here whose number they speak of
    from models.imports.sheets.headings import Heading

# Headings that only one kind's roster has.
SIGNS: list[tuple[str, str]] = [
    ("identity.battle", COMBATANTS),
    ("identity.test", TEST_VETERANS),
    ("identity.service_from", RURAL_VETERANS),
    ("identity.service_to", RURAL_VETERANS),
    ("identity.illness", SICK_VETERANS),
    ("identity.nature", DISABLED),
    ("identity.standing", DISABLED),
    ("identity.disability", DISABLED),
]
# What the names of sheets and the titles above them say.
TITLES: list[tuple[str, str]] = [
    (r"(烈士?|平反人员)[^,;]*子女|烈子女", MARTYRS_CHILDREN),
    (r"带病", SICK_VETERANS),
    (r"复员(军人|人员|$)|在乡复员|老复员", DEMOBILISED),
    (r"农村籍|老年生活补助|义务兵老年|老兵|(60|六十)(周)?岁.*(退[役伍]|士兵|军人)", RURAL_VETERANS),
    (r"参[试核]|涉核|8023|铀矿|核试验", TEST_VETERANS),
    (r"参战", COMBATANTS),
    (r"三属|烈属|遗属|定期抚恤金|(烈士|牺牲|病故).*家属", SURVIVORS),
    (r"红军|三红", RED_ARMY),
    (r"伤残|残疾", DISABLED),
]


# Words between which two kinds are no contradiction: what stands in brackets, and who is left out.
ASIDE = re.compile(r"\([^()]*\)|不含.*|除.*外")
OWN = re.compile(r"(.{2,20}?)((公民)?身份证(件)?(号|号码)|姓名)")
THEMSELVES = re.compile(
    r"(优抚|抚恤|补助|对象|人员|军人|士兵|老兵|遗属|本人|义务兵|退役|退伍|居民|第?二代|有效|新|现)+"
)


COUNT = re.compile(r"^\(?[一二三四五六七八九十]{1,3}[).、,]+")
LISTED = re.compile(
    r"(基本情况|信息|情况)?(花?名[册单]|登记[册表]|统计表|明细表|一览表|汇总表|台账|表|导入模板)?(\([^()]*\))?$"
)


def own_heading(heading: str) -> str:
    """The 身份证号 in 伤残身份证号, the 姓名 in 退役军人姓名; '' when it may be somebody else's."""
    found = OWN.fullmatch(heading)
    return found[2] if found and (THEMSELVES.fullmatch(found[1]) or kind_named(found[1])) else ""


def kind_named(words: str) -> str:
    """The kind that the name of a sheet or a title speaks of; '' when it speaks of none, or of several."""
    text = bare(words)
    if exact := codes.table("kind").read(text):
        return exact
    for part in (ASIDE.sub("", text), text):
        found = {kind for pattern, kind in TITLES if re.search(pattern, part)}
        if found:
            return found.pop() if len(found) == 1 else ""
    return ""


def category_named(words: str, kind: str) -> str:
    """The finer category of a kind that the name of a sheet or a title is, as 烈士遗属花名册 is; '' when it is none."""
    named = codes.table("category").read(LISTED.sub("", COUNT.sub("", bare(words))))
    return (
        named
        if named and named != kind and codes.kinds()[named] == kind and len(codes.categories_of(kind)) > 1
        else ""
    )


def kind_signed(heading: Heading) -> str:
    """The kind whose own headings the roster has; '' when it has none or those of several."""
    fields = heading.fields()
    kinds = {kind for field, kind in SIGNS if field in fields} | set(_signs_in_words(heading))
    return kinds.pop() if len(kinds) == 1 else ""


def _signs_in_words(heading: Heading) -> Iterator[str]:
    """Headings whose very words tell the kind, though several kinds have the field."""
    for column in heading.columns:
        match bare(column.heading):
            case "与牺牲病故军人关系" | "牺牲病故原因" | "定期抚恤证编号" | "三属类别":
                yield SURVIVORS
            case "牺牲者姓名" | "批准烈士(平反)时间" | "与牺牲者关系" | "批烈(平反)时间":
                yield MARTYRS_CHILDREN
            case "复员时间" | "复员证号" | "属于时期" | "定期定量补助证编号":
                yield DEMOBILISED
            case "伤残类别" | "伤残等级" | "残疾证号":
                yield DISABLED
            case words if (own := OWN.fullmatch(words)) and (kind := kind_named(own[1])):
                yield kind
