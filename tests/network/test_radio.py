"""How many telephones a Wi-Fi holds."""

import pytest

from atelier.network.radio import PI_PHONES_BEST, PI_PHONES_SURE, Room, room_for


@pytest.mark.parametrize(
    ("phones", "room"),
    [
        (0, Room.ENOUGH),
        (PI_PHONES_SURE, Room.ENOUGH),
        (PI_PHONES_SURE + 1, Room.UNSURE),
        (PI_PHONES_BEST, Room.UNSURE),
        (PI_PHONES_BEST + 1, Room.TOO_FEW),
        (60, Room.TOO_FEW),
    ],
)
def test_more_phones_than_are_sure_to_come_in_need_an_access_point(phones: int, room: Room) -> None:
    assert room_for(phones) is room
