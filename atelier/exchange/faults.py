"""What is wrong in a programme file: the line, the key, the reason."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from atelier.translations import Speech, msgid
from atelier.translations.fitting import fitting


class Wrong(StrEnum):
    """Every reason there is to refuse a programme file."""

    NOT_TOML = "not_toml"
    WRITTEN_TWICE = "written_twice"
    UNKNOWN_KEY = "unknown_key"
    NOT_A_LIST_OF_TABLES = "not_a_list_of_tables"
    NOT_A_TEXT = "not_a_text"
    NOT_A_NUMBER = "not_a_number"
    NOT_YES_OR_NO = "not_yes_or_no"
    NOT_A_LIST = "not_a_list"
    MISSING = "missing"
    NO_THEME = "no_theme"
    EMPTY = "empty"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    OUT_OF_RANGE = "out_of_range"
    BAD_CODE = "bad_code"
    CODE_TAKEN = "code_taken"
    UNKNOWN_THEME = "unknown_theme"
    UNKNOWN_CHOICE = "unknown_choice"
    BAD_DATE = "bad_date"
    BAD_TIME = "bad_time"
    BAD_LETTER = "bad_letter"
    BAD_VALUE = "bad_value"


SENTENCES: dict[Wrong, tuple[str, ...]] = {
    Wrong.NOT_TOML: (
        msgid("cette ligne ne se lit pas. Regardez les guillemets droits, les crochets et le signe égal."),
    ),
    Wrong.WRITTEN_TWICE: (
        msgid("cela est écrit deux fois. Un thème commence par [[theme]], avec deux crochets."),
    ),
    Wrong.UNKNOWN_KEY: (
        msgid("ce mot n’est pas connu ici. Vouliez-vous dire « {near} » ?"),
        msgid("ce mot n’est pas connu ici."),
    ),
    Wrong.NOT_A_LIST_OF_TABLES: (msgid("il faut deux crochets de chaque côté : [[{key}]]."),),
    Wrong.NOT_A_TEXT: (msgid('il faut un texte entre guillemets droits : "…".'),),
    Wrong.NOT_A_NUMBER: (msgid("il faut un nombre entier, sans guillemets."),),
    Wrong.NOT_YES_OR_NO: (msgid("il faut true (oui) ou false (non), sans guillemets."),),
    Wrong.NOT_A_LIST: (msgid('il faut une liste entre crochets : ["…", "…"].'),),
    Wrong.MISSING: (msgid("il manque cette ligne."),),
    Wrong.NO_THEME: (msgid("il faut au moins un thème : une ligne [[theme]], puis son titre."),),
    Wrong.EMPTY: (msgid("il n’y a rien. Il faut un texte."),),
    Wrong.TOO_LONG: (msgid("le texte fait {length} signes, la place est de {limit}."),),
    Wrong.TOO_MANY: (msgid("il y en a {given}, la limite est {limit}."),),
    Wrong.OUT_OF_RANGE: (msgid("{given} ne va pas : il faut un nombre entre {low} et {high}."),),
    Wrong.BAD_CODE: (msgid("« {given} » ne va pas : il faut 2 ou 3 lettres majuscules, sans accent."),),
    Wrong.CODE_TAKEN: (msgid("le code « {given} » est déjà celui d’un autre thème."),),
    Wrong.UNKNOWN_THEME: (
        msgid("aucun thème n’a le code « {given} ». Vouliez-vous dire « {near} » ?"),
        msgid("aucun thème n’a le code « {given} ». Il y a : {known}."),
    ),
    Wrong.UNKNOWN_CHOICE: (
        msgid("« {given} » n’est pas connu ici. Vouliez-vous dire « {near} » ?"),
        msgid("« {given} » n’est pas connu ici. Choisissez parmi : {known}."),
    ),
    Wrong.BAD_DATE: (msgid('« {given} » n’est pas une date. Écrivez-la ainsi : "2023-09-16".'),),
    Wrong.BAD_TIME: (msgid("« {given} » n’est pas une heure. Écrivez-la ainsi : 10:00:00."),),
    Wrong.BAD_LETTER: (msgid("« {given} » ne va pas : il faut une seule lettre, de A à Z."),),
    Wrong.BAD_VALUE: (msgid("« {given} » ne va pas ici."), msgid("cela ne va pas ici.")),
}
"""What follows « ligne 12, code : »."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong. `about` carries what its sentence needs."""

    line: int
    key: str
    reason: Wrong
    about: Mapping[str, str | int] = field(default_factory=dict)

    def told(self, speech: Speech) -> str:
        """« ligne 12, code : « ds » ne va pas… »."""
        why = fitting(SENTENCES[self.reason], {"key": self.key, **self.about}, speech)
        if not self.key:
            return speech.text("ligne {line} : {why}", line=self.line, why=why)
        return speech.text("ligne {line}, {key} : {why}", line=self.line, key=self.key, why=why)


class ProgrammeErrors(ValueError):  # noqa: N818 - all of them at once
    """The file is refused, with everything that is wrong in it, in the order of its lines."""

    def __init__(self, file: str, faults: Iterable[Fault]) -> None:
        self.file = file
        self.faults = tuple(sorted(faults, key=lambda one: (one.line, one.key)))
        super().__init__("; ".join(f"{file}:{one.line}: {one.key}: {one.reason}" for one in self.faults))

    def told(self, speech: Speech) -> str:
        """One line a fault, for a person."""
        head = speech.text("{file} n’a pas été accepté. Rien n’a été créé.", file=self.file)
        return "\n".join([head, *(f"  {one.told(speech)}" for one in self.faults)])
