"""A person 人员: who somebody is, apart from the right by which he or she is entitled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from peewee import ForeignKeyField, ModelSelect

from models.core import citizen_number, codes
from models.core.dates import PartDate, age_on, this_day
from models.core.masks import Secret
from models.core.record import Count, Day, Doubt, Flag, Paper, Pointer, Record, Sealed, Text, Yuan
from models.core.words import half_width

if TYPE_CHECKING:  # they hang on the person and import this file
    from models.people.identity import BankAccount, Identity
    from models.people.materials import Material

PHONE = re.compile(r"1\d{10}|0\d{2,3}-?\d{7,8}(-\d{1,6})?|\d{7,8}")
OLDEST = 115  # years; older people on a list have usually died unnoticed


class Person(Record):
    """One human being, counted once however many identities he or she has."""

    NOUN = "人员信息"
    NAMED_BY = "name"
    COUNTED = "优抚对象"
    REGISTER = "优抚对象档案"
    EXPORTED = "particulars"
    TIMELESS = "身份决定何时在册，见 models/past/true_then.py"
    LATER = {"died": {}}

    number = Text(
        "公民身份号码", unique=True, secret=Secret.NUMBER, digits=True, short="身份证号", listed="身份证号"
    )
    number_found = Text("身份证号原文", secret=Secret.NUMBER, ours=True)
    name = Text("姓名", index=True, personal=True)
    former_names = Text("曾用名")
    sex = Text("性别", "sex")
    born = Day("出生日期")
    ethnic = Text("民族", "ethnic")
    head_relation = Text("与户主关系", suggests="family_relation")
    household = Text("户籍类别", "household")
    household_area = Text("户口簿行政区划代码", digits=True, secret=Secret.OPEN, short="户籍区划代码")
    household_address = Text("户口簿住址")
    residence_area = Text("实际居住地行政区划代码", digits=True, secret=Secret.OPEN, short="居住地区划代码")
    residence = Text("实际居住地址")
    street = Text("所属街道(镇)", index=True, listed="街道(镇)")
    community = Text("村(社区)")
    phone = Text("联系电话", secret=Secret.PHONE)
    other_phone = Text("其他联系方式", secret=Secret.PHONE)
    postcode = Text("邮政编码", digits=True, secret=Secret.OPEN)
    insurance = Text("医疗保障方式", "insurance")
    insurance_no = Text("医疗保险号", secret=Secret.ACCOUNT, digits=True)
    pension = Text("养老保障方式", suggests="pension")
    pension_no = Text("养老保险号", secret=Secret.ACCOUNT, digits=True)
    marital = Text("婚姻状况", "marital")
    education = Text("文化程度", "education")
    health = Text("健康状况", "health")
    politics = Text("政治面貌", "politics")
    employment = Text("就业状况", "employment")
    income = Yuan("年收入")
    employer = Text("工作单位名称", short="工作单位")
    employer_nature = Text("工作单位性质", suggests="employer_nature", short="单位性质")
    employer_phone = Text("工作单位电话", secret=Secret.PHONE, short="单位电话")
    employer_address = Text("工作单位地址", short="单位地址")
    owns_house = Flag("是否有房")
    house_ownership = Text("住房性质")
    house_state = Text("住房状况")
    house_type = Text("房屋类型")
    house_structure = Text("房屋结构")
    rooms = Count("房屋间数")
    house_built = Day("住房建筑时间", short="建筑时间")
    family_size = Count("家庭人口数")
    floor_area = Text("总建筑面积")
    area_each = Text("人均建筑面积")
    alone = Flag("是否孤老")
    orphan = Flag("是否孤儿")
    mental = Flag("是否精神病")
    labour = Text("劳动能力", "labour")
    selfcare = Text("生活能力", "selfcare")
    support = Text("供养方式", "support")
    living = Text("生活状况", suggests="living")
    body = Text("身体状况", suggests="body")
    economy = Text("家庭经济状况", suggests="economy")
    at_school = Flag("是否正在上学", index=True, short="是否在学")
    disabled = Flag("是否残疾")
    abroad_since = Day("出国(境)时间")
    sentenced_from = Day("服刑开始时间")
    sentenced_to = Day("服刑结束时间")
    low_income = Flag("是否享受低保待遇", short="享受低保")
    five_guarantees = Flag("是否享受五保待遇", short="享受五保")
    veteran_card = Text("优待证号", secret=Secret.ACCOUNT, digits=True)
    photo = Paper("照片")
    died = Day("去世日期")
    file_no = Text("一人一档编号", index=True, secret=Secret.OPEN, ours=True)
    volume = Count("案卷号", ours=True)
    notes = Text("备注", long=True)

    identities: ModelSelect[Identity]
    accounts: ModelSelect[BankAccount]
    materials: ModelSelect[Material]
    family: ModelSelect[FamilyMember]
    remarks: ModelSelect[Remark]
    merged: ModelSelect[MergedFile]

    @property
    def birthday(self) -> PartDate | None:
        """The birth date, as far as the file or else the citizen number knows it."""
        numbered = citizen_number.birth_in(self.number) if self.number else None
        if self.born is None:
            return numbered
        better = numbered is not None and numbered.known > self.born.known and numbered.agrees(self.born)
        return numbered if better else self.born

    def age_on(self, day: date) -> int | None:
        return age_on(born, day) if (born := self.birthday) else None

    class Meta:
        indexes = ((("community", "street"), False),)  # in which street most files have a community

    @classmethod
    def numbered(cls, number: str) -> Person | None:
        """The person with that citizen number, in whatever way it is written."""
        try:
            number = citizen_number.CitizenNumber.read(number).number
        except ValueError:
            return None
        found: Person | None = cls.get_or_none(cls.number == number)
        if found is None and (merged := MergedFile.get_or_none(MergedFile.number == number)) is not None:
            return cls.get_or_none(cls.id == merged.person_id)
        return found

    def rules(self) -> Iterator[tuple[str, str]]:
        if not self.name.strip():
            yield "name", "请填写姓名"
        if not citizen_number.SHAPE.fullmatch(self.number) or len(self.number) != 18:
            yield "number", "身份证号应为15位或18位"
        if self.died and self.birthday and self.died.before(self.birthday):
            yield "died", f"去世日期{self.died.chinese()}早于出生日期{self.birthday.chinese()}"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        told = Person.select(Person.id, Person.name, Person.file_no)
        other = told.where(Person.number == self.number, Person.id != self.id).first()
        if other is not None:
            yield "number", f"该身份证号已有档案：{other.name}（{other.file_no}）"
        merged = MergedFile.get_or_none(MergedFile.number == self.number)
        if merged is not None and merged.person_id != self.id:
            kept = merged.person
            yield "number", f"该身份证号的档案已并入：{kept.name}（{kept.file_no}）"

    def doubts(self) -> Iterator[Doubt]:
        if words := citizen_number.doubt(self.number, self.born, self.sex):
            yield Doubt("number", words, 8)
        else:
            yield from self._doubts_against_number()
        if self.phone and not PHONE.fullmatch(half_width(self.phone).replace(" ", "")):
            yield Doubt("phone", f"{self.labels()['phone']}“{self.phone}”不像电话号码", 2)
        if self.died is None and (age := self.age_on(this_day())) is not None and age > OLDEST:
            yield Doubt("born", f"已{age}周岁而未登记去世，请核实", 7)
        if self.died and self.died.earliest() > this_day():
            yield Doubt("died", f"去世日期{self.died.chinese()}晚于今天", 7)
        yield from unknown_words(self)

    def _doubts_against_number(self) -> Iterator[Doubt]:
        birth, sex = citizen_number.birth_in(self.number), citizen_number.sex_in(self.number)
        if birth and self.born and not birth.agrees(self.born):
            yield Doubt("born", f"出生日期{self.born.chinese()}与身份证号中的{birth.chinese()}不一致", 6)
        if self.sex and self.sex != sex:
            yield Doubt("sex", f"性别“{self.sex}”与身份证号中的“{sex}”不一致", 6)


def unknown_words(record: Record) -> Iterator[Doubt]:
    """A doubt for each field whose words are not in its code table; they are kept as they are."""
    for name, label, table in coded_fields(type(record)):
        words = record.__data__[name]
        if words and codes.table(table).read(words) is None:
            yield Doubt(name, f"{label}“{words}”不在代码表中", 3)


CODED: dict[type[Record], list[tuple[str, str, str]]] = {}


def coded_fields(model: type[Record]) -> list[tuple[str, str, str]]:
    """``(field, label, code table)`` of each field that has a code table."""
    if model not in CODED:
        CODED[model] = [
            (field.name, field.verbose_name, field.codes)
            for field in model._meta.sorted_fields
            if isinstance(field, Text) and field.codes
        ]
    return CODED[model]


class FamilyMember(Record):
    """A member of the family 家庭成员."""

    NOUN = "家庭成员"
    NAMED_BY = "name"
    TIMELESS = "随本人档案"

    person_id: int
    person = ForeignKeyField(Person, backref="family", on_delete="RESTRICT")
    relation = Text("关系", "family_relation")
    name = Text("姓名", personal=True, key="member_name")
    sex = Text("性别", "sex")
    born = Day("出生日期")
    number = Text("身份证号", secret=Secret.NUMBER, digits=True, key="member_number")
    employer = Text("工作单位")
    phone = Text("联系电话", secret=Secret.PHONE)
    notes = Text("备注", long=True)

    def rules(self) -> Iterator[tuple[str, str]]:
        if not self.name.strip():
            yield "name", "请填写家庭成员的姓名"


class Remark(Record):
    """What a roster said in a column that the archive does not know: its heading and its words."""

    NOUN = "其他事项"
    NAMED_BY = "label"
    EXPORTED = "notes"
    TIMELESS = "随本人档案"

    person_id: int
    person = ForeignKeyField(Person, backref="remarks", on_delete="RESTRICT")
    label = Text("栏目", key="source")
    words = Text("内容")


class MergedFile(Record):
    """A file that was found to be the same person's and became part of this one 并入的档案: its number and name are remembered.

    ``was`` is the uid of the person who is no more, ``was_id`` the id, and ``identities`` names (as a JSON list of ids)
    what came along: the lines of older runs vouch for them under it.
    """

    NOUN = "并入的档案"
    NAMED_BY = "name"
    EXPORTED = "merged_files"
    TIMELESS = "随本人档案"

    person_id: int
    person = ForeignKeyField(Person, backref="merged", on_delete="RESTRICT")
    number = Text(
        "并入档案的身份证号",
        index=True,
        secret=Secret.NUMBER,
        digits=True,
        ours=True,
        listed="身份证号",
        key="merged_number",
    )
    name = Text("并入档案的姓名", personal=True, ours=True, listed="姓名", key="merged_name")
    file_no = Text("并入档案的编号", secret=Secret.OPEN, ours=True, listed="档案编号")
    was = Pointer("并入的人")
    was_id = Count("并入档案的内部号", ours=True)
    identities = Sealed("并入的身份")
