from __future__ import annotations

from models.approvals.approval import Approval, accept, steps_of
from models.approvals.usual_words import usual_words
from models.core import journal
from models.core.dates import PartDate


def words_of(level, matter, identity, **facts):
    made = Approval(
        person=identity.person, identity=identity, matter=matter, accepted_on=PartDate(2020, 9, 1), **facts
    )
    with journal.entry("受理", "王芳"):
        accept(made)
    return usual_words(next(step for step in steps_of(made) if step.level == level))


def test_the_usual_words_name_the_facts_of_the_file(identity):
    graded = identity(kind="伤残人员", nature="因公", grade="六级", state="受理")
    assert words_of("区级", "评定残疾等级", graded) == "伤残性质：因公　申报等级：六级"
    rural = identity(kind="农村籍退役士兵", service_years=3, state="受理")
    words = words_of("区级", "农村籍退役士兵老年生活补助", rural, starts=PartDate(2020, 10))
    assert words == "服义务兵役折算年限3年。批准从2020年10月起享受老年生活补助。"


def test_the_province_decides_on_the_grade_that_the_others_apply_for(identity):
    graded = identity(kind="伤残人员", nature="因公", grade="六级", state="受理")
    assert words_of("省级", "评定残疾等级", graded) == "伤残性质：因公　审批等级：六级"
