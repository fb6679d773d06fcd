"""Endings of entitlement: words that say that somebody is dead, was stopped or went away, wherever they stand in a row: a name, a remark, a signature."""

from __future__ import annotations

import re

from models.core.words import half_width

ENDED = re.compile(
    r"已故|亡故|病故|身故|去世|逝世|过世|离世|辞世|病逝|死亡|已死|已亡|身亡|故亡|"
    r"停发|停止(发放|享受|待遇)|暂停发放|取消(待遇|资格|享受)|外迁|迁出|迁往|已迁(?!入)|迁移(?=$|[至到])|转出|"
    r"服刑|判刑|收监|入狱|在押|羁押|失踪|失联|下落不明|户口?已?注销|已?销户"
)
OF_THE_FALLEN = re.compile(r"病故|死亡|亡故|身亡|牺牲")  # on lists of families it is the soldier who died
KIN = re.compile(
    r"[父母妻夫]|配偶|儿子|女儿|子女|[其长次]子|[其长次]女|爱人|老伴|[兄弟姐妹]|家属|家人|战友|烈士|军人|对方|开户|银行|账户|卡"
)
DENIED = re.compile(r"(未|没有?|并非|不是|不|无|是否|如|若|防止|非)(.{0,2})$")
OVER = re.compile(r"期满|释放|恢复|误(写|报|登|记)|有误|更正|纠正|重新(发放|享受)")
CLAUSE = re.compile(r"[，。；、,;\s]+")


def ended_words(text: str, of_fallen: bool = False) -> str:
    """The word that says so; '' when none does, or only of a relative. ``of_fallen``: the row is about a family."""
    if text.isascii():
        return ""
    for clause in CLAUSE.split(half_width(text)):
        if OVER.search(clause):
            continue
        for found in ENDED.finditer(clause):
            before = clause[: found.start()]
            if KIN.search(before) or DENIED.search(before):
                continue
            if not (of_fallen and OF_THE_FALLEN.fullmatch(found[0])):
                return found[0]
    return ""
