import tomllib

from atelier.exchange.toml_lines import Place, lines

TEXT = '''\
# title = "no"
title = "a # b"  # c
"quoted key" = 'x'
text = """
[[theme]]
code = "no"
a quote: \\""" and two: "" ."""
raw = \'\'\'
[[no]]\'\'\'
list = [ 1,  # [
  "two ] , ]",

  [3,
   4],
  { a = 1, b = [
    "five"] },
]
when = 2023-09-16 10:00:00
a.b = 1

[[theme]]
code = "DS"
[[theme]]
  [theme.sub]
  x = {}
[[theme.step]]
label = "a"
[[theme.step]]
label = "b"
[other."x.y"]
z = 1'''


def test_every_value_is_found_on_its_line() -> None:
    expected: dict[Place, int] = {
        ("title",): 2,
        ("quoted key",): 3,
        ("text",): 4,
        ("raw",): 8,
        ("list",): 10,
        ("list", 0): 10,
        ("list", 1): 11,
        ("list", 2): 13,
        ("list", 2, 1): 14,
        ("list", 3): 15,
        ("list", 3, "a"): 15,
        ("list", 3, "b", 0): 16,
        ("when",): 18,
        ("a", "b"): 19,
        ("theme",): 21,
        ("theme", 0): 21,
        ("theme", 0, "code"): 22,
        ("theme", 1): 23,
        ("theme", 1, "sub", "x"): 25,
        ("theme", 1, "step", 0): 26,
        ("theme", 1, "step", 1, "label"): 29,
        ("other", "x.y", "z"): 31,
    }
    assert tomllib.loads(TEXT)
    found = lines(TEXT)
    assert {place: found[place] for place in expected} == expected


def test_an_empty_text_has_no_lines() -> None:
    assert lines("") == {}
