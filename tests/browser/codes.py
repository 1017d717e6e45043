"""What a telephone reads in a QR code of ours."""

import re

import zxingcpp

_RUN = re.compile(r"M(\d+) (\d+)h(\d+)v1h-\d+z")
_SIDE = re.compile(r'viewBox="0 0 (\d+) \1"')
_PIXELS = 4
"""The side of a module, in the picture that is read."""

_DARK, _LIGHT = 0, 255


def read_code(svg: str) -> str:
    """From the drawing alone: the squares that are black in it, read as a camera does."""
    found = _SIDE.search(svg)
    assert found is not None, svg[:200]
    side = int(found[1])
    rows = [bytearray([_LIGHT] * side) for _ in range(side)]
    for run in _RUN.finditer(svg):
        x, y, width = map(int, run.groups())
        rows[y][x : x + width] = bytes([_DARK] * width)
    pixels = b"".join(bytes(shade for shade in row for _ in range(_PIXELS)) * _PIXELS for row in rows)
    picture = memoryview(pixels).cast("B", (side * _PIXELS, side * _PIXELS))
    (code,) = zxingcpp.read_barcodes(picture)
    return code.text
