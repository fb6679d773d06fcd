"""Whose a column is: the person's whom the rows are about, or a helper's, a payee's, a guardian's beside him.

Who stands beside a person on a list is an open set (帮扶责任人, 网格员, 村干部 …). So what decides is which group of columns has
the name and the number that the rest is about; of other groups nothing becomes the person's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from models.core.words import bare_heading
from models.imports.sheets.dictionary import GUESSED, Dictionary, Meaning, Reason
from models.imports.words.heading_forms import TRAILING
from models.imports.words.kind_words import OWN, own_heading

NAMES, NUMBERS = frozenset(["person.name", "name"]), frozenset(["person.number", "number"])
OWN_GROUP = re.compile(
    r"基本|本人|优抚|对象|受助|享受|被|个人|人员|军人|士兵|退役|退伍|遗属|基本|学员|义务兵|户籍|居住|身份"
)
# care that is paid or graded is the person's own: 护理费, 照料护理等级
NO_CARER = "(?!(?:护理)?(?:费|补|津|等级|级别|程度|依赖|标准|待遇|金|情况))"
ROLE = re.compile(
    r"责任人|负责人|干部|网格|专干|书记|主任|[村组站所镇局]长|领导|监护|代(发(?!银行|机构|行|网点)|[领理办])|经办|帮扶|帮[困教]|包[联户村保片抓]|联络|联系人|"
    r"结对|挂[联钩点]|走访人|慰问人|户主|担保|见证|证明人|亲属|家属|家庭成员|配偶|子女|父|母|妻|丈夫|收款人|领[款取]人|志愿者|医生|"
    rf"护理{NO_CARER}|"
    rf"照[护料看]{NO_CARER}|委托|受托|继承|紧急|介绍人|管理员|工作人员|服务站人员"
)
ROLE_ALONE = re.compile(
    r"(.{0,6})(责任人|负责人|干部|网格员|网格长|专干|书记|主任|[村组站所]长|领导|监护人|代[发领理办]人|经办人|帮扶人|联络员|联系人|"
    r"结对人|[包帮]户人|担保人|见证人|证明人|户主|亲属|家属|配偶|志愿者|护理员|照[护料]人|受托人|委托人|管理员)(姓名)?"
)
BEHIND_NAME = re.compile(
    r"(所在|工作)?(单位|部门)|职务|职级|(单位)?及?职务|单位职务|与.{0,8}关系|关系|性别|年龄"
)
CONTACT = re.compile(
    r"(联系|手机|办公|本人)?(电话|手机|方式)(号码|号)?|联系方式|手机号?码?|身份证(件)?(号|号码)?|公民身份号码|住址|地址|家庭住址"
)
OWN_FACTS = NAMES | NUMBERS | {"phone", "address", "street"}
NOBODYS = Meaning("", 0, Reason.OTHERS)
PERHAPS_OWN = re.compile(r"领[取款]人|收款人|受益人|本人|享受人|受助人")


class OthersHeading(str):
    """A heading together with the group above it, which is somebody else's: 帮教组 above 电话."""


NamedColumn = tuple[int, str, Meaning]  # index, heading as written, meaning


@dataclass(slots=True)
class ColumnGroup:
    """Columns below one word of an upper row: their indexes and what each is about."""

    words: str
    indexes: list[int] = field(default_factory=list)
    fields: set[str] = field(default_factory=set)

    def names_somebody(self) -> bool:
        return bool(self.fields & (NAMES | NUMBERS))


def strangers_columns(
    overs: Sequence[str], lower: Sequence[Any], dictionary: Dictionary, kind: str = ""
) -> set[int]:
    """The indexes of the columns below groups that are about somebody else.

    ``overs`` has the group's word above each column, '' where a column stands alone.
    """
    groups: list[ColumnGroup] = []
    for index, (over, below) in enumerate(zip(overs, lower, strict=False)):
        if not groups or groups[-1].words != over:
            groups.append(ColumnGroup(over))
        groups[-1].indexes.append(index)
        if isinstance(below, str) and below:
            groups[-1].fields.add(dictionary.meaning(below, kind).field)
    own = _own_group(groups, dictionary)
    if own is None:
        return set()
    others = [
        g for g in groups if g.words and g.words != own.words and (g.names_somebody() or _is_role(g.words))
    ]
    return {index for group in others for index in group.indexes}


def _own_group(groups: Iterable[ColumnGroup], dictionary: Dictionary) -> ColumnGroup | None:
    """The group of the one whom the rows are about: it has the number, or where none has it, the name.

    Where only a helper's group has them, it is the one that says so: what the person's name and number are called there
    nobody foresaw.
    """
    some = list(groups)
    for fields in (NUMBERS, NAMES):
        if named := [group for group in some if group.fields & fields]:
            best = min(named, key=lambda g: (_is_others_group(g, dictionary), not _says_own(g.words)))
            if not _is_others_group(best, dictionary):
                return best
            return next((g for g in some if g.words and OWN_GROUP.search(g.words)), best)
    return None


def _is_others_group(group: ColumnGroup, dictionary: Dictionary) -> bool:
    return bool(group.words) and _is_role(group.words, dictionary)


def _says_own(words: str) -> bool:
    return not words or OWN_GROUP.search(words) is not None


def _is_role(words: str, dictionary: Dictionary | None = None) -> bool:
    """Whether a group's word names somebody beside the person; 退役军人 is himself, 家属 is not."""
    told = ROLE.search(words) or (dictionary is not None and dictionary.strangers.search(words))
    return bool(told) and not own_heading(f"{bare_heading(words)}姓名")


def is_of_stranger(heading: str) -> bool:
    """Whether a heading says by itself that it is about somebody beside the person: 包户干部联系方式."""
    return ROLE.search(heading) is not None


def own_columns(named: Sequence[NamedColumn]) -> list[NamedColumn]:
    """The columns with those of strangers marked as unknown, their headings saying whose they are."""
    owners = tuple(bare_heading(words) for _, words, meaning in named if meaning.field in NAMES)
    sure = [
        (
            i,
            words,
            NOBODYS if _is_others(words, meaning) and not _is_owners(words, meaning, owners) else meaning,
        )
        for i, words, meaning in named
    ]
    return _of_one_owner(_behind_roles(sure))


def _is_others(words: str, meaning: Meaning) -> bool:
    """包户干部联系方式 where nothing but 联系方式 was recognised, or a heading of which nothing was and that names another."""
    if not meaning.field:
        return isinstance(words, OthersHeading) or is_of_stranger(words)
    return meaning.rank >= GUESSED and meaning.field in OWN_FACTS and is_of_stranger(words)


def _is_owners(words: str, meaning: Meaning, owners: tuple[str, ...]) -> bool:
    """Whether a number is his by whose name the rows go: 领取人身份证 beside 领取人."""
    return meaning.field in NUMBERS and bool(owners) and bare_heading(words).startswith(owners)


def _behind_roles(named: Sequence[NamedColumn]) -> list[NamedColumn]:
    """包联干部, 单位, 职务, 联系电话: what follows somebody's name on the list is his, up to the next fact of another kind."""
    found: list[NamedColumn] = []
    role, last = "", -1
    numbers = sum(meaning.field in NUMBERS for _, _, meaning in named)
    for index, words, meaning in named:
        name = bare_heading(words)
        if ROLE_ALONE.fullmatch(TRAILING.sub("", name)) and (not meaning.field or meaning.rank >= GUESSED):
            role, meaning = words, NOBODYS
        elif (role and index == last + 1 and BEHIND_NAME.fullmatch(name)) or (
            role
            and index == last + 1
            and CONTACT.fullmatch(name)
            and not (meaning.field in NUMBERS and numbers == 1)
        ):
            words, meaning = f"{role}{words}", NOBODYS
        else:
            role = ""
        last = index
        found.append((index, words, meaning))
    return found


def _of_one_owner(named: list[NamedColumn]) -> list[NamedColumn]:
    """家属姓名 and 家属身份证号 beside 姓名: name and number are those of one, or there is no number."""
    numbers = sorted((c for c in named if c[2].field in NUMBERS), key=lambda column: column[2].rank)
    if not numbers or not (owner := _owner(numbers[0][1])):
        return named
    names = [column for column in named if column[2].field in NAMES]
    its_own = [c for c in names if bare_heading(c[1]) in (owner, f"{owner}姓名")]
    if its_own:
        unmeant = [column for column in names if column not in its_own]
    elif names and _is_anothers(numbers[0][1]) and not PERHAPS_OWN.search(owner):
        unmeant = [column for column in numbers if _is_anothers(column[1])]
    else:
        return named
    return [
        (index, words, NOBODYS) if (index, words, m) in unmeant else (index, words, m)
        for index, words, m in named
    ]


def _owner(heading: str) -> str:
    """Whose a number is by its heading: 家属 of 家属身份证号, 遗属 of 遗属身份证号; '' where it does not say."""
    found = OWN.fullmatch(bare_heading(heading))
    return "" if found is None else found[1]


def _is_anothers(heading: str) -> bool:
    """Whether a number's heading says that it is not the person's own: 家属身份证号, and not 退役军人身份证号."""
    return bool(_owner(heading)) and not own_heading(bare_heading(heading))
