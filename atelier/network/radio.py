"""How many telephones a Wi-Fi holds, as far as anybody knows."""

from enum import StrEnum

PI_PHONES_SURE = 8
"""A Raspberry Pi's own radio, as it comes: 7 to 10 clients (raspberrypi/documentation#2520)."""

PI_PHONES_BEST = 19
"""The same with its `minimal` firmware (same source, 2024-04-03)."""


class Room(StrEnum):
    """Whether they will all come in by the radio of a Raspberry Pi."""

    ENOUGH = "enough"
    UNSURE = "unsure"
    TOO_FEW = "too_few"


def room_for(phones: int) -> Room:
    """Plan for the worst: a phone that cannot come in is a person left out."""
    if phones <= PI_PHONES_SURE:
        return Room.ENOUGH
    return Room.UNSURE if phones <= PI_PHONES_BEST else Room.TOO_FEW
