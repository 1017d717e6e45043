"""The text that is open: shown, saved, compared with what another wrote meanwhile."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from atelier.cahier import titles
from atelier.cahier.naming import in_few_words
from atelier.domain.commands import Undo, WriteSection
from atelier.domain.links import live_statements
from atelier.domain.refusals import Because, Refusal
from atelier.domain.words import SectionName, Seq
from atelier.live.receipt import Receipt
from atelier.translations import Speech
from atelier.translations.names import name as name_of
from atelier.translations.refusals import sentence
from atelier.web.pages.cahier import versions
from atelier.web.pages.cahier.bench import Bench
from atelier.web.pages.cahier.outlining import open_text, part_of

TEXT_CHARACTERS_MAX = 200_000  # before it is cleaned and counted; the room says how long it may be
_NAME_CHARACTERS_MAX = 100
_DRAFTS_MAX = 100

Answer = dict[str, Any]


def words(speech: Speech) -> dict[str, str]:
    """Every sentence the editor may say."""
    said = speech.text
    return {
        "bold": said("Gras"),
        "italic": said("Italique"),
        "heading": said("Titre"),
        "list": said("Liste"),
        "quote": said("Citation"),
        "link": said("Lien"),
        "statement": said("Lien vers un énoncé"),
        "locale": speech.lang,
        "tools": said("Mise en forme"),
        "some_words": said("ces mots"),
        "offered": said("Énoncés proposés"),
        "broken": said("{reference} n’existe pas."),
        "count": said("{n} signes sur {limit}"),
        "typing": said("Pas encore enregistré…"),
        "saving": said("Enregistrement…"),
        "saved": said("Enregistré."),
        "kept": said("Pas de liaison avec la machine. Votre texte est gardé sur cet appareil."),
        "restored": said("Votre brouillon, gardé sur cet appareil, a été repris."),
        "undo": said("Annuler le dernier enregistrement"),
        "close": said("Fermer"),
        "empty": said("Écrivez ici. Une ligne vide sépare deux paragraphes."),
        "conflict": said(
            "Une autre personne a enregistré ce texte pendant que vous écriviez. Voici les deux."
        ),
        "theirs": said("Le texte enregistré"),
        "yours": said("Le vôtre"),
        "keep_yours": said("Garder le mien"),
        "take_theirs": said("Prendre le sien"),
        "both": said("Les deux, l’un après l’autre"),
        "nothing_lost": said("L’autre texte reste dans les versions."),
        "versions": said("Versions"),
        "version": said("Version {n}"),
        "now": said("Maintenant"),
        "take_again": said("Reprendre cette version"),
        "no_versions": said("Pas encore d’autre version."),
        "empty_text": said("(rien)"),
    }


def show(bench: Bench) -> None:
    """As it is now."""
    name = bench.opened
    if name is None:
        return
    section = bench.state.sections.get(name)
    standing = live_statements(bench.state)
    title, writable = titles.of_section(bench.here.speech, bench.state, name), bench.writes(name)
    bench.parts.writing.box.show(
        title=title,
        writable=writable,
        language=bench.state.language,
        statements=[[one.reference, in_few_words(one.title or one.text)] for one in standing],
    )
    bench.parts.writing.show(
        section=name,
        title=title,
        text=section.text if section else "",
        base=section.written if section else 0,
        writable=writable,
        others=_others(bench, name),
        undo=_undoable(bench, name),
    )


def _others(bench: Bench, name: SectionName) -> str:
    """« Ouverte aussi sur le poste 2 (secrétariat). »"""
    speech = bench.here.speech
    posts = bench.presence.others(bench.post).get(name, ())
    return " ".join(
        speech.text("Ouvert aussi sur le poste {n} ({role}).", n=one.number, role=name_of(one.role, speech))
        for one in posts
    )


def _undoable(bench: Bench, name: SectionName) -> int:
    """What this page saved last, if nobody wrote there since."""
    seq, section = bench.saved.get(name), bench.state.sections.get(name)
    return seq if seq and section and section.written == seq and bench.state.reverses.get(seq) else 0


def take_up(bench: Bench, told: Any) -> None:
    """What this browser had open before, and the words it keeps."""
    found = told if isinstance(told, dict) else {}
    drafts = found.get("drafts")
    kept = drafts[:_DRAFTS_MAX] if isinstance(drafts, list) else []
    bench.kept = {SectionName(str(one)[:_NAME_CHARACTERS_MAX]) for one in kept}
    name = SectionName(str(found.get("opened", "")))
    if bench.opened is None and part_of(bench, name) is not None:
        open_text(bench, name)


async def asked(bench: Bench, told: Any) -> Answer | None:
    """It wants to be saved, or to see its versions; who asks is looked at again, now."""
    body = dict(told) if isinstance(told, dict) else {}
    asked_id, act = str(body.get("id", ""))[:40], str(body.get("act", ""))
    done = _ASKED.get(act)
    if done is None or not bench.may_stay:
        return None
    answer = await done(bench, SectionName(str(body.get("section", ""))[:_NAME_CHARACTERS_MAX]), body)
    return {"id": asked_id, **answer}


async def _save(bench: Bench, name: SectionName, body: Answer) -> Answer:
    text, base = str(body.get("text", ""))[:TEXT_CHARACTERS_MAX], _seq(body.get("base"))
    answer = await _write(bench, name, text, base)
    if not isinstance(answer, Refusal):
        saved(bench, name, text, answer)
        return {"saved": answer.seq}
    bench.kept.add(name)
    if answer.because is not Because.CHANGED_MEANWHILE:
        return {"refused": sentence(answer, bench.here.speech)}
    if answer.about["theirs"] == answer.about["yours"]:  # asked twice, while the first was on its way
        bench.kept.discard(name)
        return {"saved": answer.about["seq"]}
    return {"conflict": {"text": answer.about["theirs"], "base": answer.about["seq"]}}


async def _write(bench: Bench, name: SectionName, text: str, base: Seq) -> Receipt | Refusal:
    """Over what the writer saw: if the same words stand there again, nobody is written over."""
    section = bench.state.sections.get(name)
    seen = next((one.text for one in section.versions if one.seq == base), "") if section else ""
    if section and section.text in (seen, text):
        base = section.written
    return await bench.here.submit(WriteSection(section=name, text=text, base=base))


def saved(bench: Bench, name: SectionName, text: str, receipt: Receipt) -> None:
    """The room has these words: the browser need not keep them."""
    bench.kept.discard(name)
    bench.parts.outline.forget(name, text)
    if receipt.event is not None:
        bench.saved[name] = Seq(receipt.seq)


def _now(bench: Bench, name: SectionName) -> dict[str, Any]:
    section = bench.state.sections.get(name)
    return {"text": section.text if section else "", "base": section.written if section else 0}


async def _take(bench: Bench, name: SectionName, body: Answer) -> Answer:
    """The other's words stand; one's own become a version, so that nothing typed is lost."""
    theirs = _now(bench, name)
    text = str(body.get("text", ""))[:TEXT_CHARACTERS_MAX]
    for said in (text, str(theirs["text"])):
        answer = await _write(bench, name, said, _now(bench, name)["base"])
        if isinstance(answer, Refusal):
            return {"refused": sentence(answer, bench.here.speech)}
    bench.kept.discard(name)
    return {"taken": _now(bench, name)}


async def _undo(bench: Bench, name: SectionName, body: Answer) -> Answer:
    seq = _undoable(bench, name)
    if not seq:
        return {}
    answer = await bench.here.submit(Undo(seq=Seq(seq)))
    if isinstance(answer, Refusal):
        return {"refused": sentence(answer, bench.here.speech)}
    bench.saved[name] = Seq(answer.seq)
    return {"taken": _now(bench, name)}


async def _versions(bench: Bench, name: SectionName, body: Answer) -> Answer:
    return {"versions": versions.listed(bench, name)}


async def _version(bench: Bench, name: SectionName, body: Answer) -> Answer:
    return {"version": versions.text_of(bench, name, _seq(body.get("seq")))}


def _seq(told: Any) -> Seq:
    return Seq(told) if isinstance(told, int) and told >= 0 else Seq(0)


_ASKED: Mapping[str, Callable[[Bench, SectionName, Answer], Awaitable[Answer]]] = {
    "save": _save,
    "take": _take,
    "undo": _undo,
    "versions": _versions,
    "version": _version,
}


async def _close(bench: Bench, of: str) -> None:
    open_text(bench, None)


ACTS: Mapping[str, Callable[[Bench, str], Awaitable[None]]] = {"close_text": _close}
