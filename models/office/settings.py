"""The office's own settings, kept in the archive: what no law says and every office must."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from models.core import journal
from models.core.journal import Change
from models.core.record import Record, Sealed, Text
from models.core.rights import SET_UP
from models.office import roles

OWN_HEADINGS, NUMBER_WRITING = "own_headings", "number_writing"
# Beginnings of the names of what is learnt in passing while one enters, not decided by the office.
EVERYDAY = (OWN_HEADINGS, NUMBER_WRITING, "own_return_words")
OFFICE_WORDS = {
    "name": "单位名称", "area_code": "行政区划代码", "fonds_name": "全宗名称", "fonds_number": "全宗号", "catalogue_number": "目录号",
    "retention": "保管期限", "security": "密级", "founded": "挂牌日期", "predecessor": "原主管机关",
}  # fmt: skip
LEARNT_WORDS = {
    OWN_HEADINGS: "记住的表头", NUMBER_WRITING: "副本的证件号码写法", "own_return_words": "记住的回盘说法", "pay.": "发放规则",
}  # fmt: skip


def _setting_words(name: str) -> str:
    """What a setting is called in the journal; what has no name of its own by its beginning."""
    if name in OFFICE_WORDS:
        return OFFICE_WORDS[name]
    return next((words for begins, words in LEARNT_WORDS.items() if name.startswith(begins)), "其他设置")


def _value_words(value: str) -> str:
    """A setting's value; what the program has learnt is no reading for an officer."""
    return "（记住的内容）" if value.startswith(("{", "[")) else value


class Setting(Record):
    """One setting: its name and its value as text."""

    NOUN = "单位设置"
    NAMED_BY = "name"
    RIGHT = SET_UP
    TIMELESS = "本单位的设置"

    name = Sealed("设置", unique=True, told=_setting_words)
    value = Text("值", told=_value_words)


@roles.asks("setting")
def _right_of_change(change: Change) -> str:
    """A decision of the office needs the right to set things up."""
    before, after = change.fields()
    kept = Setting.get_or_none(Setting.uid == change.uid)
    name = kept.name if kept is not None else after.get("name") or before.get("name")
    return roles.ENTER if (name or "").startswith(EVERYDAY) else roles.SET_UP


@dataclass(frozen=True, slots=True)
class Office:
    """The office and its fonds, what is not confirmed stays empty and is printed as a blank to fill in; and its PCs."""

    name: str = "西宁市城中区退役军人事务局"
    area_code: str = "630103"
    fonds_name: str = ""
    fonds_number: str = ""  # assigned by the district archive; never invented
    catalogue_number: str = ""
    retention: str = "100年"  # 伤残抚恤人员档案管理办法, counted from 1 January of the next year
    security: str = ""  # 密级; what no office has classified stays empty
    founded: str = ""  # 挂牌日期, YYYY-MM-DD; papers before it were another office's
    predecessor: str = ""  # who did its work before
    lock_after: str = "15"  # minutes without a hand on the PC until the windows are locked; 0: never

    @property
    def idle_minutes(self) -> int:
        """``lock_after`` as a number; what no longer can be read is the usual."""
        return int(self.lock_after) if self.lock_after.isdecimal() else int(Office().lock_after)

    def archive_number(self, volume: str) -> str:
        """档号 of a volume, 全宗号-目录号-案卷号; empty as long as the archive has not assigned the first two."""
        known = (self.fonds_number, self.catalogue_number, volume and volume.zfill(4))
        return "-".join(known) if all(known) else ""


def office() -> Office:
    """What the archive says of its office; defaults where it says nothing."""
    names = {field.name for field in fields(Office)}
    known = {setting.name: setting.value for setting in Setting.select() if setting.name in names}
    return replace(Office(), **known)


def change_office(new: Office, user: str) -> None:
    """Keep the office's settings, as one entry of the journal."""
    with journal.entry("修改单位设置", user):
        for field in fields(Office):
            value = getattr(new, field.name)
            setting = Setting.get_or_none(Setting.name == field.name) or Setting(name=field.name)
            if setting.value != value or (setting.id is None and value != field.default):
                setting.value = value
                setting.save()
