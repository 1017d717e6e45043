"""The posters: two codes, one address, and paper that counts as much."""

from dataclasses import replace
from ipaddress import IPv4Address, IPv6Address

import pytest

from atelier.config import Wifi
from atelier.domain.words import Role
from atelier.network.addresses import AllowedHosts, Interface
from atelier.network.codes import matrix
from atelier.web.sheets import addresses
from tests.web.hall import Hall
from tests.web.sheets.press import Press
from tests.web.sheets.reading import codes, printed, sheet, team, words

HOTSPOT = Interface(name="wlan0", ip=IPv4Address("10.42.0.1"))
CABLE = Interface(name="eth0", ip=IPv4Address("192.168.1.20"))
HERE = Interface(name="lo", ip=IPv4Address("127.0.0.1"))


@pytest.fixture(autouse=True)
def machine(monkeypatch: pytest.MonkeyPatch, hall: Hall) -> list[Interface]:
    """The addresses of the machine; a test may change them."""
    found = [HERE, CABLE, HOTSPOT]
    monkeypatch.setattr(addresses, "interfaces", lambda: found)
    hall.site.config = replace(hall.site.config, wifi=Wifi(ssid="Atelier", password="portes-ouvertes"))
    return found


def with_hosts(hall: Hall, *names: str) -> None:
    hall.site.hosts = AllowedHosts(names, look=lambda: [HOTSPOT, CABLE], hostname=lambda: "pi")
    hall.app._hosts = hall.site.hosts  # type: ignore[attr-defined]


def test_there_is_one_poster_for_all_and_one_for_each_theme(hall: Hall) -> None:
    page = team(hall).get(sheet(hall, "join"))
    assert page.text.count('<section class="sheet poster') == 3
    wanted = ["http://10.42.0.1", *(f"http://10.42.0.1/{hall.slug}/{code}" for code in ("DS", "TR"))]
    found = [rows for label, rows in codes(page) if label.startswith("QR des participant·es")]
    assert found == [matrix(one) for one in wanted]
    assert printed(page).count("QR des participant·es") == 3
    assert printed(page).count("http://10.42.0.1") == 3


def test_the_poster_of_a_theme_opens_that_theme(hall: Hall) -> None:
    page = team(hall).get(sheet(hall, "join") + "?theme=ds")
    _, (label, rows) = codes(page)
    assert label == "QR des participant·es : ouvre http://10.42.0.1"
    assert rows == matrix(f"http://10.42.0.1/{hall.slug}/DS")
    assert "Il ouvre l’atelier Droits sociaux." in words(page)


def test_the_wifi_code_is_escaped_as_the_format_asks(hall: Hall) -> None:
    hall.site.config = replace(hall.site.config, wifi=Wifi(ssid='Salle;"A"', password="a:b\\c,d"))
    page = team(hall).get(sheet(hall, "join") + "?theme=DS")
    (label, rows), _ = codes(page)
    assert label == 'QR du Wi-Fi Salle;"A"'
    assert rows == matrix('WIFI:T:WPA;S:Salle\\;\\"A\\";P:a\\:b\\\\c\\,d;;')
    assert 'Nom : Salle;"A"' in printed(page)
    assert "Mot de passe : a:b\\c,d" in printed(page)


def test_an_open_wifi_is_said_to_be_open(hall: Hall) -> None:
    hall.site.config = replace(hall.site.config, wifi=Wifi(ssid="Libre"))
    page = team(hall).get(sheet(hall, "join") + "?theme=DS")
    assert codes(page)[0][1] == matrix("WIFI:T:nopass;S:Libre;;")
    assert "Sans mot de passe." in printed(page)


def test_a_wifi_that_is_not_known_leaves_a_line_to_fill_in_and_says_so(hall: Hall) -> None:
    hall.site.config = replace(hall.site.config, wifi=None)
    page = team(hall).get(sheet(hall, "join") + "?theme=DS")
    assert len(codes(page)) == 1
    assert "Le Wi-Fi de la salle n’est pas connu" in words(page)
    assert "Demandez son nom à l’équipe." in printed(page)
    assert "QR du Wi-Fi" not in printed(page)


@pytest.mark.parametrize("listening", ["127.0.0.1", "::1"])
def test_a_machine_that_nobody_can_reach_prints_no_address_and_says_why(
    hall: Hall, machine: list[Interface], listening: str
) -> None:
    for found, host in (([HERE], hall.site.config.host), ([HERE, HOTSPOT], listening)):
        machine[:] = found
        hall.site.config = replace(hall.site.config, host=host)
        page = team(hall).get(sheet(hall, "join"))
        assert page.status_code == 200
        assert "Aucun réseau n’atteint cette machine" in words(page)
        assert "Demandez l’adresse à l’équipe." in printed(page)
        assert not [label for label, _ in codes(page) if "participant" in label]
        assert "localhost" not in printed(page)
        assert "127.0.0.1" not in printed(page)


def test_a_system_that_will_not_say_its_addresses_breaks_nothing(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent() -> tuple[Interface, ...]:
        raise OSError("no")

    monkeypatch.setattr(addresses, "interfaces", silent)
    assert team(hall).get(sheet(hall, "join")).status_code == 200


def test_a_machine_told_to_keep_to_one_address_prints_that_one(hall: Hall) -> None:
    hall.site.config = replace(hall.site.config, host="192.168.1.20")
    page = team(hall).get(sheet(hall, "join") + "?theme=DS")
    assert "http://192.168.1.20" in printed(page)
    assert "10.42.0.1" not in page.text


@pytest.mark.parametrize(
    ("host", "address", "also"),
    [
        ("10.42.0.1:8080", "http://10.42.0.1:8080", None),
        ("atelier.lan", "http://10.42.0.1", "http://atelier.lan"),
        ("ATELIER.lan.:8080", "http://10.42.0.1:8080", "http://atelier.lan:8080"),
        ("192.168.1.20", "http://10.42.0.1", "http://192.168.1.20"),
        ("localhost:8080", "http://10.42.0.1:8080", None),
        ("[::1]:8080", "http://10.42.0.1:8080", None),
    ],
)
def test_the_port_is_that_of_the_request_and_the_name_it_came_by_is_shown_too(
    hall: Hall, host: str, address: str, also: str | None
) -> None:
    with_hosts(hall, "atelier.lan")
    browser = hall.browser(headers={"host": host, "origin": f"http://{host}"})
    browser.http.headers["cookie"] = f"atelier-roles={hall.keys[Role.HOST]}"
    page = browser.get(sheet(hall, "join") + "?theme=DS")
    assert page.status_code == 200
    assert codes(page)[1][1] == matrix(f"{address}/{hall.slug}/DS")
    assert f"ou tapez cette adresse : {address} " in printed(page)
    assert (f"ou bien {also}" in printed(page)) if also else "ou bien" not in printed(page)


def test_another_address_of_the_machine_may_be_chosen(hall: Hall) -> None:
    page = team(hall).get(sheet(hall, "join") + "?theme=DS&address=http://192.168.1.20")
    assert codes(page)[1][1] == matrix(f"http://192.168.1.20/{hall.slug}/DS")
    assert "10.42.0.1" not in printed(page)


def test_an_address_of_six_words_is_written_in_brackets(hall: Hall) -> None:
    hall.site.config = replace(hall.site.config, host=str(IPv6Address("fd00::5")))
    assert "http://[fd00::5]" in printed(team(hall).get(sheet(hall, "join")))


def test_no_key_of_any_role_is_on_the_posters(hall: Hall) -> None:
    page = team(hall, Role.HOST).get(sheet(hall, "join"))
    for key in (*hall.keys.values(), hall.site.host_key or ""):
        assert key not in page.text
        assert matrix(f"http://10.42.0.1/r/{key}") not in [rows for _, rows in codes(page)]
    assert "/r/" not in page.text


def test_the_three_sentences_and_the_equal_paper_are_on_every_poster(hall: Hall) -> None:
    said = printed(team(hall).get(sheet(hall, "join")))
    for sentence in (
        "coupez les données mobiles. Restez-y, même si le téléphone dit « pas d’internet ».",
        "Scannez le deuxième QR, ou tapez l’adresse en entier.",
        "Ou demandez une carte papier : elle compte autant.",
        "Sans nom. N’écrivez pas de détail qui vous identifie.",
    ):
        assert said.count(sentence) == 3, sentence
    assert "Choisissez votre atelier, puis écrivez." in said


def test_each_poster_is_one_a4_whatever_the_titles(hall: Hall, press: Press) -> None:
    host = hall.program(Role.HOST)
    host.does("edit_theme", theme="DS", title="Droits " * 17, question="Que se passe-t-il ? " * 20)
    host.does("edit_theme", theme="TR", title="Les " * 30, question="w" * 400)
    host.does("edit_convention", title="Une très longue convention " * 4, place="Une place " * 11)
    hall.site.config = replace(hall.site.config, wifi=Wifi(ssid="W" * 32, password="M" * 63))
    sheets = press.prints(team(hall), sheet(hall, "join"))
    assert (sheets.pages, sheets.a4) == (3, True)
    assert sheets.overflowing == []
    assert sheets.faults == []


def test_when_several_conventions_are_open_the_general_code_leads_to_this_one(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Other:
        class room:  # noqa: N801
            slug = "another"
            state = hall.state

    rooms = hall.site.rooms
    browser, both = team(hall), [*rooms, Other()]
    with monkeypatch.context() as patch:
        patch.setattr(type(rooms), "__iter__", lambda _: iter(both))
        page = browser.get(sheet(hall, "join"))
    assert codes(page)[1][1] == matrix(f"http://10.42.0.1/{hall.slug}")
