"""The answers of a checkup for programs, and in lines for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from models.checkups.checkup import Checkup
from models.checkups.differences import Difference
from models.checkups.health_scores import GroupScore, score_words
from models.checkups.list_money import MoneyBalance


def checkup_answer(checkup: Checkup) -> dict[str, object]:
    """Everything that was found; money as yuan with two places, scores with one."""
    return {
        "lists": checkup.listed.files,
        "rows": len(checkup.listed.rows),
        "refused": [
            {"file": file, "sheet": sheet, "row": row or None, "reason": words}
            for file, sheet, row, words in checkup.listed.refused
        ],
        **_score(checkup.whole_score()),
        "money": _money(checkup.balance) if checkup.balance else None,
        "differences": [_difference(each) for each in checkup.worklist],
        "communities": [{"name": each.name, **_score(each)} for each in checkup.by_community()],
        "kinds": [{"name": each.name, **_score(each)} for each in checkup.by_kind()],
        "not_compared": checkup.left_aside,
    }


def checkup_lines(checkup: Checkup) -> Iterator[str]:
    """The sentence, both sums, what was not compared, then each person with what differs."""
    yield told_score(checkup)
    yield from told_asides(checkup)
    for own in checkup.of_subjects.values():
        subject = own[0].subject
        yield f"{subject.name}　{subject.number}　{score_words(checkup.score(subject.key))}分"
        yield from (f"  {difference_words(each)}" for each in own)


def told_score(checkup: Checkup) -> str:
    """The score of everybody, in a sentence."""
    whole = checkup.whole_score()
    told = f"数据体检：{whole.people:,}人，{whole.sound:,}人各本账一致，{whole.differences:,}处不一致，得分{score_words(whole.score)}"
    if not checkup.balance:
        return f"{told}。"
    money = checkup.balance
    return f"{told}。{money.months}：上级名单{money.there:,.2f}元，档案库{money.here:,.2f}元，相差{money.gap:,.2f}元。"


def told_asides(checkup: Checkup) -> Iterable[str]:
    """What could not be compared, and why."""
    yield from checkup.left_aside
    for file, sheet, row, words in checkup.listed.refused:
        yield f"{file} {sheet}{f'第{row}行' if row else ''}没有读懂：{words}"


def difference_words(each: Difference) -> str:
    """One difference in a line."""
    there = f"，{each.other}“{each.there}”" if each.there else ""
    return f"{each.label}：档案库“{each.here}”{there}；{each.wrong_words()}（{each.why}）〔{each.effort}〕"


def _score(group: GroupScore) -> dict[str, object]:
    return {
        "people": group.people, "sound": group.sound, "differing": group.differences, "score": score_words(group.score),
    }  # fmt: skip


def _money(balance: MoneyBalance) -> dict[str, str]:
    return {
        "months": balance.months, "archive": f"{balance.here:.2f}", "superior": f"{balance.there:.2f}", "gap": f"{balance.gap:.2f}",
    }  # fmt: skip


def _difference(each: Difference) -> dict[str, object]:
    place = each.place
    return {
        "number": each.subject.number or None, "name": each.subject.name, "street": each.subject.street or None,
        "community": each.subject.community or None, "item": each.item.key, "text": each.label, "book": each.other, "here": each.here,
        "there": each.there, "wrong": each.wrong or None, "why": each.why, "effort": each.effort, "weight": each.grave, "gap": f"{each.gap:.2f}",
        "file": place.file if place else None, "sheet": place.sheet if place else None, "row": place.row if place else None,
        "heading": place.heading or None if place else None,
    }  # fmt: skip
