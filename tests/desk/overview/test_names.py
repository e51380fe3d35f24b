"""Every kind of number that is counted has words."""

from __future__ import annotations

from portal.desk.overview import names
from portal.language.words import CODES
from portal.preferences import TEXT


def test_every_text_size_is_in_a_group() -> None:
    assert names.SIZES.keys() == {str(size) for size in TEXT}
    assert names.sizes({"100": 2, "125": 1, "150": 1, "300": 4, "": 3, "999": 1}) == {
        names.USUAL: 2,
        names.LARGE: 2,
        names.LARGEST: 4,
        "": 4,
    }


def test_every_section_has_its_own_name() -> None:
    heads = [one for one in vars(names).values() if isinstance(one, names.Head)]
    assert len({head.id for head in heads}) == len({head.heading.text for head in heads}) == len(heads) == 9


def test_every_language_of_the_portal_has_a_name() -> None:
    assert [*names.LANGUAGE] == [*CODES]
