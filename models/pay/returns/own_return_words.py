"""The office's own words of return 回盘: what an officer said that its bank's words mean, remembered in the archive."""

from __future__ import annotations

import json

from models.core import journal
from models.core.record import Refusal
from models.imports.words import return_words
from models.imports.words.return_words import BankAnswer, bare_result
from models.office.settings import Setting

OWN_RETURN_WORDS = "own_return_words"
MEANINGS = {BankAnswer.PAID: "成功", BankAnswer.FAILED: "失败", BankAnswer.PENDING: "处理中"}


def own_return_words() -> dict[str, BankAnswer]:
    """Word → meaning, as the office has said."""
    setting = Setting.get_or_none(Setting.name == OWN_RETURN_WORDS)
    kept: dict[str, str] = json.loads(setting.value) if setting and setting.value else {}
    return {words: BankAnswer(answer) for words, answer in kept.items()}


def use_own_return_words() -> None:
    """Let returns that are read from now on be understood by this archive's words."""
    return_words.learn_answers(own_return_words())


def teach_return_word(words: str, answer: BankAnswer, user: str) -> None:
    """Remember what a word means, as one entry. Raises ``Refusal`` for a word that says nothing or no meaning that decides."""
    bare = bare_result(words)
    if return_words.says_nothing(words) or answer not in MEANINGS:
        raise Refusal("请选择一个看不懂的结果，再说明它是成功、失败还是处理中")
    known = own_return_words()
    if known.get(bare) != answer:
        _keep(known | {bare: answer}, f"记住回盘的说法：{bare}是{MEANINGS[answer]}", user)
    use_own_return_words()


def forget_return_word(words: str, user: str) -> None:
    """Take back what a word was said to mean; what was entered by it stays."""
    known = own_return_words()
    if known.pop(bare_result(words), None) is not None:
        _keep(known, f"取消回盘的说法：{words}", user)
    use_own_return_words()


def _keep(words: dict[str, BankAnswer], title: str, user: str) -> None:
    setting = Setting.get_or_none(Setting.name == OWN_RETURN_WORDS) or Setting(name=OWN_RETURN_WORDS)
    setting.value = json.dumps(words, ensure_ascii=False, sort_keys=True)
    with journal.entry(title, user):
        setting.save()
