"""Words that tell the kind of people a sheet is about, in names of sheets, titles and headings: ``resources/kind_words.csv``."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from functools import cache

import resources
from models.core import codes
from models.core.words import bare_heading

# Words between which two kinds are no contradiction: what stands in brackets, and who is left out.
ASIDE = re.compile(r"\([^()]*\)|不含.*|除.*外")
OWN = re.compile(r"(.{2,20}?)((公民)?身份证(件)?(号|号码)|姓名)")
THEMSELVES = re.compile(
    r"(公民|优抚|抚恤|补助|对象|人员|军人|士兵|老兵|遗属|本人|义务兵|退役|退伍|居民|第?二代|有效|新|现)+"
)
CODE_ALONE = re.compile(r"\(?[A-Z]?\d+([.-]\d+)?\)?")  # a number in a name of a sheet or a file
LIST_NUMBER = re.compile(r"^\(?[一二三四五六七八九十]{1,3}[).、,]+")
LIST_WORDS = re.compile(
    r"(基本情况|信息|情况)?(花?名[册单]|登记[册表]|统计表|明细表|一览表|汇总表|台账|表|导入模板)?(\([^()]*\))?$"
)


@cache
def _told(where: str) -> tuple[tuple[str, str], ...]:
    """The words and the kind of each line of the table about such a place: ``title``, ``field`` or ``heading``."""
    with resources.path("kind_words.csv").open(encoding="utf-8", newline="") as lines:
        return tuple((row["words"], row["kind"]) for row in csv.DictReader(lines) if row["where"] == where)


@cache
def _titles() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(words), kind) for words, kind in _told("title"))


def own_heading(heading: str) -> str:
    """The 身份证号 in 伤残身份证号, the 姓名 in 退役军人姓名; '' when it may be somebody else's."""
    found = OWN.fullmatch(heading)
    return found[2] if found and (THEMSELVES.fullmatch(found[1]) or kind_named(found[1])) else ""


def kind_named(words: str) -> str:
    """The kind that the name of a sheet or a title speaks of; '' when it speaks of none, or of several."""
    text = bare_heading(words)
    if CODE_ALONE.fullmatch(text):
        return ""  # the first sheet, January, a group's number: never the code of a kind
    if exact := codes.table("kind").read(text):
        return exact
    for part in (ASIDE.sub("", text), text):
        if found := kinds_named(part):
            return found.pop() if len(found) == 1 else ""
    return codes.table("kind").read(_without_list_words(text)) or ""


def _without_list_words(text: str) -> str:
    """烈士遗属 of 一、烈士遗属花名册."""
    return LIST_WORDS.sub("", LIST_NUMBER.sub("", text))


def kinds_named(words: str) -> set[str]:
    """All kinds of which some words speak."""
    return {kind for pattern, kind in _titles() if pattern.search(words)}


def category_named(words: str, kind: str) -> str:
    """The finer category of a kind that the name of a sheet or a title is, as 烈士遗属花名册 is; '' when it is none."""
    bare = _without_list_words(bare_heading(words))
    named = None if CODE_ALONE.fullmatch(bare) else codes.table("category").read(bare)
    return (
        named
        if named
        and named != kind
        and codes.kinds_by_category()[named] == kind
        and len(codes.categories_of(kind)) > 1
        else ""
    )


def kind_of_signs(fields: Iterable[str], headings: Iterable[str]) -> str:
    """The kind whose own columns a roster has; '' when it has none or those of several."""
    has, words = set(fields), {bare_heading(heading) for heading in headings}
    kinds = {kind for field, kind in _told("field") if field in has}
    kinds |= {kind for heading, kind in _told("heading") if heading in words}
    owners = (kind_named(own[1]) for each in words if (own := OWN.fullmatch(each)))
    kinds |= {kind for kind in owners if kind}
    return kinds.pop() if len(kinds) == 1 else ""
