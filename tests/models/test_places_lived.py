from __future__ import annotations

from models.places_lived import communities, streets


def test_only_places_where_somebody_lives_are_offered(person):
    person(street="总寨镇", community="清河村")
    person(street="总寨镇", community="清河村")
    person(street="南滩街道", community="")
    person()
    assert set(streets()) == {"总寨镇", "南滩街道"}
    assert len(streets()) == 2
    assert communities() == ("清河村",)
    assert communities("南滩街道") == ()
