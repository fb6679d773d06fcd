"""Words of a fault 出错记录, as the log keeps them: where in the program it was and what sort it is, never whom it was about.

An error's message often repeats the value that it could not bear, and that value may be somebody's. So all that can be one is
left out: what stands in quotes, what is not plain ASCII, long numbers and dates. Lines of our own sources are no values.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator
from pathlib import Path

PROGRAM_HOME = Path(__file__).parents[2]  # of the program
VALUE_LEFT_OUT = "…"
_NAMED_BY_US = r"'\w+' object|attribute '\w+'|argument:? '\w+'|module named '[\w.]+'|cannot import name '\w+'"
_QUOTED = r"'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\"|`[^`\n]*`"
_VALUES = re.compile(
    rf"(?P<ours>{_NAMED_BY_US})|{_QUOTED}|[^\x00-\x7f]+|\d[\d./\- ]{{3,}}[\dXx]|\S+@\S+", re.DOTALL
)
_SOURCE = re.compile(r'File "([^"\n]*)"')  # in a traceback as Python writes it
_USERS_FOLDER = re.compile(r"(?i)((?:[a-z]:)?[\\/](?:users|home)[\\/])[^\\/\s\"']+")


def without_values(words: str) -> str:
    """The words without whatever may be a value of the archive, or the name of a PC's user."""
    plain = _SOURCE.sub(lambda found: f"File {_short(found[1])}", words)
    plain = _USERS_FOLDER.sub(rf"\g<1>{VALUE_LEFT_OUT}", plain)
    return _VALUES.sub(lambda found: found["ours"] or VALUE_LEFT_OUT, plain)


def fault_words(error: BaseException) -> str:
    """An error and what it came from, the first cause first: type, message without values, and the way to it."""
    return "\n".join(_told(each) for each in reversed(list(_causes(error))))


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    known: set[int] = set()
    while error is not None and id(error) not in known:
        known.add(id(error))
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _told(error: BaseException) -> str:
    way = [
        f"  {_place(each.filename)}:{each.lineno} {each.name}: {each.line or ''}"
        for each in traceback.extract_tb(error.__traceback__)
    ]
    kind, message = type(error).__name__, without_values(str(error))
    return "\n".join([f"Traceback {kind}: {message}".rstrip(": "), *way])


def _place(file: str) -> str:
    """A source by its place in the program, or by its own folder where it is another's."""
    path = Path(file)
    return path.relative_to(PROGRAM_HOME).as_posix() if path.is_relative_to(PROGRAM_HOME) else _short(file)


def _short(file: str) -> str:
    """A file with the folder that it lies in, of any system."""
    return "/".join(re.split(r"[\\/]", file)[-2:])
