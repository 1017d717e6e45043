"""What people typed, made safe to keep and show; and how long a reader finds it.

Every text is cleaned once, before anything else looks at it: limits, equality,
the journal and the pages only ever meet cleaned text.
"""

import re
import unicodedata
from typing import Final

MARKS_PER_LETTER_MAX: Final = 6
"""How many marks and joiners may follow one letter.

Why not the three or four that would already stop "Zalgo" text: pointed Hebrew
with its accents takes five (שָּֽׁ֖), Burmese five or six (မြွှို့), the flag of
Wales six tags. Only some liturgical Tibetan stacks go further, and lose their
last signs. The cap also makes a count of graphemes a bound on the bytes.
"""

_CHAIN_MAX: Final = 8
"""How many letters, emoji or prefixes are counted as one grapheme; real ones tie four or five."""

# --- Cleaning ---------------------------------------------------------------

_NEWLINE = re.compile("\r\n?|[\u0085\u2028\u2029]")

_UNWANTED = re.compile(
    # Kept: a black flag whose tags spell a region, such as Scotland's.
    "(\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,5}\U000e007f)"
    "|["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, but not newline nor tab
    "\u00ad\u200b\u2060\ufeff"  # soft hyphen, zero-width spaces
    "\u202a-\u202e\u2066-\u2069"  # bidirectional embeddings, overrides, isolates
    "\u2061-\u2065\u206a-\u206f\ufff0-\ufffb"  # invisible operators, deprecated and annotation controls
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff"  # surrogates, private use, noncharacters
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0xF0000, 0x10000))
    + "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff\U000f0000-\U0010ffff"  # tags, private planes
    "]"
)
_DIRECTION_MARK = re.compile("[\u061c\u200e\u200f]")
_JOINERS = re.compile("[\u200c\u200d]+([\u200c\u200d])")
_BLANK_LINES = re.compile("\n{3,}")
_SPACES = re.compile(" {2,}")

_BLANK_LETTERS: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # Hangul fillers, empty Braille cell
_BLANK_CATEGORIES: Final = frozenset(["Mn", "Me", "Mc", "Zs", "Cc", "Cf"])


def clean(text: str) -> str:
    """The text as it is kept: NFC, one kind of newline, nothing hidden or unreadable.

    Emoji, joiners (Persian, Hindi) and the three direction marks (Arabic, Hebrew)
    stay; what reorders or hides other people's words goes. A text that would show
    nothing at all becomes empty. Idempotent, never longer in graphemes, and always
    valid UTF-8. Zero-width spaces are lost to Khmer and Thai: lines break less well,
    words are unchanged.
    """
    text = _NEWLINE.sub("\n", text).replace("\t", " ")
    text = _JOINERS.sub(r"\1", _UNWANTED.sub(r"\1", text))
    text = _cap_marks(unicodedata.normalize("NFC", text))
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    text = _BLANK_LINES.sub("\n\n", text).strip()
    return text if any(map(_is_visible, text)) else ""


def clean_line(text: str) -> str:
    """A title or a name: `clean`, on one line, without direction marks, single spaces.

    The no-break spaces of French typography stay as they are.
    """
    text = clean(_DIRECTION_MARK.sub("", text))
    return _SPACES.sub(" ", text.replace("\n", " "))


def _cap_marks(text: str) -> str:
    """Cuts each run of marks from its end, which leaves NFC text in NFC."""
    if _PLAIN.fullmatch(text):
        return text
    pieces, end = [], 0
    for run in _LONG_RUN.finditer(text.translate(_CLASS_OF)):
        pieces.append(text[end : run.start() + MARKS_PER_LETTER_MAX])
        end = run.end()
    return "".join([*pieces, text[end:]])


def _is_visible(char: str) -> bool:
    """A letter, a digit, a sign; a mark alone or a space is nothing to read."""
    return char not in _BLANK_LETTERS and unicodedata.category(char) not in _BLANK_CATEGORIES


# --- Counting ---------------------------------------------------------------

_NAMED_CLASSES = re.compile(
    "(?P<R>\r)|(?P<N>\n)|(?P<Z>\u200d)|(?P<J>\u200c)"
    "|(?P<E>[\uff9e\uff9f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f])"  # extend, beyond Mn and Me
    "|(?P<M>[\u0e33\u0eb3])"  # spacing marks, beyond Mc
    "|(?P<O>[\u102b\u102c\u1038\u1062-\u1064\u1067-\u106d\u1083\u1087-\u108c\u108f\u109a-\u109c"
    "\u1a61\u1a63\u1a64\uaa7b\uaa7d\U00011720\U00011721])"  # Mc, yet apart: Burmese and its neighbours
    "|(?P<P>[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\U000110bd\U000110cd\U000111c2\U000111c3"
    "\U0001193f\U00011941\U00011a3a\U00011a84-\U00011a89\U00011d46])"  # prefixes, such as number signs
    "|(?P<I>[\U0001f1e6-\U0001f1ff])"  # regional indicators: two make a flag
    "|(?P<L>[\u1100-\u115f\ua960-\ua97c])"  # Hangul jamo, then syllables
    "|(?P<V>[\u1160-\u11a7\ud7b0-\ud7c6])|(?P<T>[\u11a8-\u11ff\ud7cb-\ud7fb])|(?P<S>[\uac00-\ud7a3])"
    "|(?P<H>[\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d])"  # viramas, and the consonants they tie
    "|(?P<K>[\u0915-\u0939\u0958-\u095f\u0978-\u097f\u0995-\u09b9\u09dc\u09dd\u09df\u09f0\u09f1"
    "\u0a95-\u0ab9\u0af9\u0b15-\u0b39\u0b5c\u0b5d\u0b5f\u0b71\u0c15-\u0c39\u0c58-\u0c5a\u0d15-\u0d3a])"
    "|(?P<X>[\xa9\xae\u203c\u2049\u2122\u2139\u2190-\u2bff\u3030\u303d\u3297\u3299"  # pictographs, roughly
    "\U0001f000-\U0001faff\U0001fc00-\U0001fffd])"
)
_BY_CATEGORY: Final = {"Mn": "E", "Me": "E", "Mc": "M", "Cc": "C", "Cf": "C", "Cs": "C", "Zl": "C", "Zp": "C"}


class _Classes(dict[int, str]):
    """The UAX #29 class of each character, as one letter; remembers those met first."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        named = _NAMED_CLASSES.match(char)
        letter = str(named.lastgroup) if named else _BY_CATEGORY.get(unicodedata.category(char), "O")
        if letter == "S":
            letter = "t" if (code - 0xAC00) % 28 else "l"
        if len(self) < 4096:
            self[code] = letter
        return letter


_CLASS_OF: Final = _Classes()
_LONG_RUN = re.compile(f"[EHJMZ]{{{MARKS_PER_LETTER_MAX + 1},}}")

# Below, # is how long a chain may be, and @ how long a tie within it.
_CLUSTER = re.compile(
    "RN|[CRN]|P{0,#}+(?:"
    "L{0,#}(?:V{1,#}|lV{0,#}|t)T{0,#}|L{1,#}|T{1,#}|"
    "II?|"
    "X(?:(?=[EHJZ]{1,@}X)[EHJ]*+ZX){0,#}+|"
    "K(?:(?=[EHZ]{1,@}K)[EZ]*+H[EHZ]*+K){0,#}+|"
    "[^CRN]"
    ")[EHJMZ]*+|"
    "P{1,#}+".replace("#", str(_CHAIN_MAX)).replace("@", str(MARKS_PER_LETTER_MAX))
)

_PLAIN = re.compile(
    "[\n\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u1e00-\u1fff\u2010-\u2027\u202f-\u205f\u20a0-\u20bf]*"
)
"""Latin, Greek and Cyrillic with their punctuation: one character, one grapheme."""


def graphemes(text: str) -> int:
    """The number of characters a reader sees: extended grapheme clusters of UAX #29.

    Departs from it in two ways: pictographs and prefixes are ranges, roughly; and
    chains and ties longer than any real writing count again, so that a count of one
    cannot hide a thousand emoji. A newline counts one, as does a direction mark.
    """
    return len(text) if _PLAIN.fullmatch(text) else len(_CLUSTER.findall(text.translate(_CLASS_OF)))
