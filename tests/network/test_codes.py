import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qrcode.main import QRCode

from atelier.network.codes import matrix, qr_svg, qr_terminal, wifi_string

ADDRESS = "http://10.42.0.1"
SVG = "{http://www.w3.org/2000/svg}"


def expected(text: str) -> list[list[bool]]:
    code = QRCode(error_correction=0, border=4)  # 0 is level M
    code.add_data(text)
    code.make()
    return code.get_matrix()


def drawn_in_svg(svg: str) -> list[list[bool]]:
    tree = ElementTree.fromstring(svg)  # noqa: S314 our own text
    size = int(tree.attrib["viewBox"].split()[3])
    (path,) = tree.findall(f"{SVG}path")
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", path.attrib["d"])
    assert "".join(f"M{x} {y}h{w}v1h-{w}z" for x, y, w in runs) == path.attrib["d"]
    dark = {(int(x) + i, int(y)) for x, y, w in runs for i in range(int(w))}
    return [[(x, y) in dark for x in range(size)] for y in range(size)]


def drawn_in_terminal(lines: str) -> list[list[bool]]:
    rows = []
    for line in lines.split("\n"):
        rows += [[char in "▀█" for char in line], [char in "▄█" for char in line]]
    return rows


def test_a_text_too_long_for_any_code_is_refused() -> None:
    with pytest.raises(ValueError, match="Invalid version"):
        matrix("a" * 3000)


@pytest.mark.parametrize("text", [ADDRESS, wifi_string("Atelier été", "sésame;ouvre-toi"), "a" * 300])
def test_the_svg_draws_exactly_the_modules_of_the_code(text: str) -> None:
    assert drawn_in_svg(qr_svg(text, label="")) == expected(text)


def test_the_svg_is_an_image_with_a_label_that_cannot_break_out() -> None:
    hostile = "\"><script>alert(1)</script>&'"
    svg = qr_svg(ADDRESS, label=hostile)
    tree = ElementTree.fromstring(svg)  # noqa: S314 our own text
    assert (tree.attrib["role"], tree.attrib["aria-label"]) == ("img", hostile)
    assert "<script" not in svg
    assert svg.startswith("<svg ")


@pytest.mark.parametrize("text", [ADDRESS, "a" * 300])
def test_the_terminal_draws_light_modules_on_dark_or_dark_ones_on_light(text: str) -> None:
    modules = expected(text)
    margin = [False] * len(modules)
    assert drawn_in_terminal(qr_terminal(text, invert=True)) == [*modules, margin]
    on_dark = drawn_in_terminal(qr_terminal(text))
    assert [[not lit for lit in row] for row in on_dark] == [*modules, margin]


def test_no_colour_is_sent_to_the_terminal_unless_asked_and_then_black_on_white_on_each_line() -> None:
    assert "\x1b" not in qr_terminal(ADDRESS)
    plain = qr_terminal(ADDRESS, invert=True).split("\n")
    assert qr_terminal(ADDRESS, colours=True).split("\n") == [
        f"\x1b[38;5;16;48;5;231m{line}\x1b[0m" for line in plain
    ]


@pytest.mark.parametrize(
    ("ssid", "password", "hidden", "said"),
    [
        ("x;T:nopass;;", "12345678", False, r"WIFI:T:WPA;S:x\;T\:nopass\;\;;P:12345678;;"),
        ('a\\b"c,d', ':"\\;,', False, r"WIFI:T:WPA;S:a\\b\"c\,d;P:\:\"\\\;\,;;"),
        ("fin\\", "mot\\;", False, r"WIFI:T:WPA;S:fin\\;P:mot\\\;;;"),
        ("Atelier", "12345678", False, "WIFI:T:WPA;S:Atelier;P:12345678;;"),
        ("Atelier", "12345678", True, "WIFI:T:WPA;S:Atelier;P:12345678;H:true;;"),
        ("Atelier", "", False, "WIFI:T:nopass;S:Atelier;;"),
        ("Été 🌞", "", True, "WIFI:T:nopass;S:Été 🌞;H:true;;"),
    ],
)
def test_a_network_is_written_so_that_no_name_or_password_can_say_more(
    ssid: str, password: str, hidden: bool, said: str
) -> None:
    assert wifi_string(ssid, password, hidden) == said


def parsed(said: str) -> dict[str, str]:
    """What a phone understands: fields end at a bare `;`, a backslash keeps what follows."""
    fields: dict[str, str] = {}
    body, field = iter(said.removeprefix("WIFI:")), ""
    for char in body:
        if char == ";":
            if field:
                key, _, value = field.partition(":")
                assert key not in fields
                fields[key] = value
            field = ""
        else:
            field += next(body) if char == "\\" else char
    assert field == ""
    return fields


names = st.text() | st.text(st.sampled_from('\\;,":TSPH a'))


@given(names, names, st.booleans())
def test_a_phone_reads_back_the_network_it_was_given(ssid: str, password: str, hidden: bool) -> None:
    read = parsed(wifi_string(ssid, password, hidden))
    assert read.pop("S") == ssid
    assert read.pop("T") == ("WPA" if password else "nopass")
    assert read.pop("P", "") == password
    assert read == ({"H": "true"} if hidden else {})
