"""QR codes for the wall, the paper and the console; and the text that joins a Wi-Fi network."""

from html import escape
from itertools import groupby, pairwise
from typing import Final

import qrcode
from qrcode.constants import ERROR_CORRECT_M

_QUIET_MODULES: Final = 4  # the white margin the standard asks for
_BLACK_ON_WHITE, _RESET = "\x1b[38;5;16;48;5;231m", "\x1b[0m"  # of the fixed 256: themes do not repaint them
_HALF_BLOCKS: Final = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def matrix(text: str) -> list[list[bool]]:
    """The modules of the code, row by row, margin included; True is dark.

    Errors: ValueError when the text does not fit in the largest code (about 2 300 bytes).
    """
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=_QUIET_MODULES)
    code.add_data(text)
    code.make(fit=True)
    return [[bool(module) for module in row] for row in code.get_matrix()]


def qr_svg(text: str, *, label: str) -> str:
    """An inline `<svg>`, one unit a module: its size is the style sheet's business.

    The label is what a screen reader says; it is escaped here.
    """
    rows = matrix(text)
    size = len(rows)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" role="img"'
        f' aria-label="{escape(label)}" shape-rendering="crispEdges">'
        f'<rect width="{size}" height="{size}" fill="#fff"/><path fill="#000" d="{_path(rows)}"/></svg>'
    )


def _path(rows: list[list[bool]]) -> str:
    """One small rectangle for each run of dark modules in a row."""
    drawn = []
    for y, row in enumerate(rows):
        x = 0
        for dark, run in groupby(row):
            width = len(list(run))
            if dark:
                drawn.append(f"M{x} {y}h{width}v1h-{width}z")
            x += width
    return "".join(drawn)


def qr_terminal(text: str, *, invert: bool = False, colours: bool = False) -> str:
    """The code in half-block characters, two rows of modules a line.

    The light modules are the ones drawn, which suits a dark terminal; `invert`
    draws the dark ones, for a light terminal. `colours` sets black on white itself,
    for a console that understands ANSI, whatever its theme.
    """
    draws_dark = invert or colours
    rows = [[module is draws_dark for module in row] for row in matrix(text)]
    rows.append([not draws_dark] * len(rows[0]))  # the number of rows is odd: one more of margin
    lines = [
        "".join(_HALF_BLOCKS[pair] for pair in zip(*two, strict=True)) for two in list(pairwise(rows))[::2]
    ]
    return "\n".join(f"{_BLACK_ON_WHITE}{line}{_RESET}" if colours else line for line in lines)


def wifi_string(ssid: str, password: str = "", hidden: bool = False) -> str:
    """What a phone's camera reads to join a network; without a password, an open one.

    Source: the format of ZXing ("Barcode Contents"); WPA stands for WPA, WPA2 and WPA3.
    """
    fields = ["T:WPA" if password else "T:nopass", f"S:{_escaped(ssid)}"]
    fields += [f"P:{_escaped(password)}"] if password else []
    fields += ["H:true"] if hidden else []
    return f"WIFI:{';'.join(fields)};;"


def _escaped(text: str) -> str:
    return "".join(f"\\{char}" if char in '\\;,":' else char for char in text)
