"""Units of the forces are known by their public name, under which no person hides."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.record import Invalid
from models.visits.units import Unit, holds_citizen_number
from tests.conftest import USER


@pytest.fixture
def save(archive):
    def keep(record):
        with journal.entry("登记", USER):
            record.save()
        return record

    return keep


def test_a_unit_with_a_persons_number_is_refused(save, archive):
    for name in ("张三630103195001010011", "６３０１０３１９５００１０１００１１", "某部 63010348 0801123"):
        with pytest.raises(Invalid, match="身份证号"):
            save(Unit(name=name))


def test_a_unit_is_registered_once(save):
    unit = save(Unit(name="驻区某部一分队"))
    unit.strength = 0
    save(unit)
    with pytest.raises(Invalid, match="已登记过“驻区某部一分队”"):
        save(Unit(name="驻区某部一分队"))


@pytest.mark.parametrize(("facts", "field"), [({"name": " "}, "name"), ({"strength": -1}, "strength")])
def test_what_no_unit_can_be(facts, field):
    assert set(dict(Unit(**{"name": "一分队", **facts}).rules())) == {field}


def test_a_unit_s_own_number_is_no_citizen_number():
    assert not holds_citizen_number("驻区63010部队")
    assert not holds_citizen_number("")
    assert holds_citizen_number("63010319500101001x")
