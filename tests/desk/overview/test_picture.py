"""How long bars are and where they stand: nothing is measured in pixels, nothing is wider than the picture."""

from __future__ import annotations

from portal.desk.overview.picture import lying, standing


def test_bars_are_as_long_as_their_numbers() -> None:
    assert lying([20, 5, None, 0]) == (("100.00%", False), ("25.00%", False), ("4.00%", True), ("0.00%", False))


def test_columns_stand_side_by_side_on_one_line() -> None:
    columns = standing([10, None, 0, 5])
    assert [column.x for column in columns] == ["2.50%", "27.50%", "52.50%", "77.50%"]
    assert [column.height for column in columns] == ["8.00em", "0.32em", "0.00em", "4.00em"]
    assert [column.y for column in columns] == ["0.00em", "7.68em", "8.00em", "4.00em"]
    assert [column.hidden for column in columns] == [False, True, False, False]


def test_pictures_of_hidden_numbers_alone_can_be_drawn() -> None:
    assert lying([None]) == (("4.00%", True),)
    assert standing([None, None])[0].hidden
    assert standing([]) == ()
