"""Brings a catalogue up to date with the sentences of the code. Same code, same bytes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import write_po

from atelier.translations.catalogue import SOURCE, path_of, read
from atelier.translations.extraction import Sentence
from atelier.translations.typography import well_set

Said = tuple[str, ...]
"""A translation: one form, or one for each plural of the language."""

_HEADER = """\
# Written by `python -m atelier.translations`; translate what stands after msgstr.
msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals};\\n"

"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """What a catalogue becomes; `gone` are the translations of sentences the code no longer speaks."""

    content: bytes
    untranslated: tuple[str, ...]
    gone: Mapping[str, Said]


def update(lang: str, wanted: Mapping[str, Sentence]) -> Update:
    """The catalogue of this language for these sentences. French is its own translation, well set."""
    known = translations(lang) if path_of(lang).exists() else {}
    fresh = Catalog(locale=lang)
    untranslated = []
    for one, sentence in wanted.items():
        french = (well_set(sentence.one), well_set(sentence.many))
        said = french if lang == SOURCE else known.get(one, ())
        forms = fresh.num_plurals if sentence.many else 1
        said = (*said, *[""] * forms)[:forms]
        untranslated += [] if all(said) else [one]
        fresh[one] = _message(sentence, said)
    gone = {one: said for one, said in known.items() if one not in wanted and any(said)}
    return Update(content=_written(fresh, lang), untranslated=tuple(untranslated), gone=gone)


def translations(lang: str) -> dict[str, Said]:
    """What the catalogue says now, by msgid."""
    return {_one(message): _forms(message.string) for message in read(lang) if message.id}


def _one(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _forms(string: str | Iterable[str] | None) -> Said:
    return (string or "",) if isinstance(string, str | None) else tuple(string)


def _message(sentence: Sentence, said: Said) -> Message:
    if sentence.many:
        message = Message((sentence.one, sentence.many), said)
    else:
        message = Message(sentence.one, said[0])
    message.flags.clear()  # « 20 % de » is no format
    return message


def _written(catalogue: Catalog, lang: str) -> bytes:
    body = BytesIO()
    write_po(body, catalogue, width=0, omit_header=True, sort_output=True)
    header = _HEADER.format(language=lang, plurals=catalogue.plural_forms.removesuffix(";"))
    return header.encode() + body.getvalue().strip() + b"\n"
