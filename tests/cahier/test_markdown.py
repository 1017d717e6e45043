import re
from itertools import pairwise

import pytest
import yaml  # type: ignore[import-untyped]
from hypothesis import given, settings

from atelier.cahier.compose import compose
from atelier.cahier.document import Document
from atelier.cahier.markdown import render
from atelier.cahier.pages.marks import slug
from atelier.domain import commands
from atelier.domain.steps import Step
from atelier.domain.words import CardNumber, Channel, Kind, ObjectionKind, Reference, SlotId, ThemeCode
from tests.cahier.day import KINDS, Day, rich_day, theme
from tests.cahier.french import French
from tests.cahier.reading import PARSERS, Seen, read
from tests.cahier.wild import lines, texts

EVERY_PARSER = pytest.mark.parametrize("parser", PARSERS)


@pytest.fixture(scope="module")
def document() -> Document:
    return compose(rich_day().state)


@pytest.fixture(scope="module")
def printed(document: Document) -> str:
    return render(document, French())


def body(printed: str) -> str:
    return printed.split("\n---\n", 1)[1]


def seen(parser: str, printed: str) -> Seen:
    return read(PARSERS[parser], body(printed))


def another_day() -> Day:
    """Nobody counted the people, three rooms shared a question, somebody took a card back."""
    day = Day(
        slots=(commands.SlotDraft(label="ensemble", themes=("DS", "TR", "ED")),),
        themes=(theme("DS", "Droits", KINDS), theme("TR", "Travail", KINDS), theme("ED", "École")),
        steps=(Step(label="tout", post=KINDS), Step(label="en silence", post=KINDS, hidden=True)),
    )
    day.do(commands.StartStep(slot=SlotId("S1"), step=1))
    day.card("Pour deux ?", "TR", Kind.QUESTION)
    taken_back = day.card("Je me tais.", "ED", channel=Channel.PAPER)
    both = day.statement(taken_back, day.card("Nous parlons."), text="On parle.")
    day.do(commands.SplitStatement(statement=both, cards=(CardNumber(3),)))
    day.do(commands.WordStatement(statement=Reference("DS-C2"), text="On parle à voix haute."))
    day.statement(day.card("Écrit.", channel=Channel.PAPER), text="On écrit.")
    day.do(commands.WithdrawCard(card=taken_back))
    day.do(commands.StartStep(slot=SlotId("S1"), step=2))
    day.statement(day.card("Chut."))
    day.card("Silence.")
    return day


@pytest.mark.parametrize(
    "said",
    [
        "## Droits, Travail (DS, TR)\n\n### Cartes à placer",
        "## Ensemble (DS, TR, ED)\n\nAtelier commun : Droits, Travail, École",
        "- Carte [2](#carte-2) (retirée), sur papier",
        "- Carte [3](#carte-3)\n- Faisait partie de [DS-C1](#ds-c1)",
        "- Carte [4](#carte-4), sur papier",
        "Pas encore formulé. Les cartes disent :\n\nCarte [5](#carte-5) : Carte pas encore dévoilée.",
        "Carte [6](#carte-6) : Carte pas encore dévoilée.",
        "| Droits (DS) | Les gens de Droits | – |",
        "- ensemble · Droits, Travail, École\n",
    ],
)
def test_what_is_not_said_or_not_known_shows_as_such(said: str) -> None:
    printed = render(compose(another_day().state), French())
    assert said in printed
    assert "Chut." not in printed
    assert "personne." not in printed


@EVERY_PARSER
def test_the_outline_is_that_of_a_cahier(parser: str, printed: str) -> None:
    assert [title for level, title in seen(parser, printed).headings if level < 3] == [
        "Des droits sans écran",
        "Avant-propos",
        "Comment lire ce cahier",
        "La journée",
        "Vue d’ensemble",
        "Matin commun (DS, TR)",
        "Droits sociaux (DS)",
        "Travail (TR)",
        "Ce qui traverse les ateliers",
        "Et maintenant",
        "Annexe A. Toutes les cartes",
        "Annexe B. Méthode et comptes",
        "Annexe C. Organisations citées",
        "Annexe D. Mots expliqués",
        "Annexe E. Crédits, données, changements",
    ]


@EVERY_PARSER
def test_every_link_leads_to_one_heading_and_every_card_and_reference_can_be_reached(
    parser: str, printed: str, document: Document
) -> None:
    found = seen(parser, printed)
    anchors = [f"#{slug(title)}" for _, title in found.headings]
    links = {href for href, _ in found.links}
    assert all(anchors.count(link) == 1 for link in links)
    assert {f"#carte-{card.number}" for card in document.cards} <= set(anchors)
    assert {f"#{reference.lower()}" for reference in document.references} <= set(anchors)


def test_python_markdown_gives_the_headings_the_identifiers_that_links_expect(printed: str) -> None:
    html = PARSERS["python-markdown"](body(printed))
    identifiers = re.findall(r'<h\d id="([^"]*)"', html)
    for link in re.findall(r'href="#([^"]*)"', html):
        assert identifiers.count(link) == 1


def test_headings_go_down_one_level_at_a_time(printed: str) -> None:
    levels = [level for level, _ in seen("commonmark", printed).headings]
    assert (levels[0], levels.count(1)) == (1, 1)
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_one_blank_line_parts_blocks_and_nothing_trails(printed: str) -> None:
    assert "\n\n\n" not in printed
    assert printed.endswith("\n")
    assert not printed.endswith("\n\n")
    assert "<" not in printed


@pytest.mark.parametrize(
    "said",
    [
        "Version provisoire",
        "- 0 gommette ; et 5 données à une phrase précédente",
        "- 7 gommettes : téléphone 2, papier 1, mains levées 4",
        "- Cartes [2](#carte-2), [3](#carte-3), dont 1 sur papier et 1 à voix haute",
        "Pas encore formulé. Les cartes disent :\n\nCarte [9](#carte-9) :\n\n> Payer les heures.",
        "- Ajout du secrétariat",
        "- ⚡ Désaccord",
        "Déjà dit par Droits debout (Tract), mot pour mot :\n\n> Rouvrez !",
        "Déjà dit par ACORT.",
        "Ce qu’elle est devenue (levée) :\n\n> Moins que l’inverse.",
        "Ce qu’elle est devenue : sans suite pour l’instant.",
        "Avis minoritaire, porté par 3 personnes :\n\n> Une borne suffit.",
        "#### Carte 4\n\nCarte retirée : texte effacé.\n\n#### Carte 5",
        "Texte non publié : contraire au cadre.",
        "Traduction (français) :\n\n> Personne.",
        "au nom de 5 personnes · dans [DS-C5](#ds-c5)",
        "Phrase n° 2 :\n\n> Des guichets et des gens.\n>\n> Partout.",
        "Réuni avec d’autres dans [DS-C5](#ds-c5).",
        "DS-C99",
    ],
)
def test_everything_that_was_said_of_a_statement_or_a_card_is_printed(said: str, printed: str) -> None:
    assert said in printed


def test_nothing_that_must_not_be_published_is_printed(printed: str) -> None:
    for said in ("Paul", "Injure", "Le vigile répond", "[DS-C99]"):
        assert said not in printed


@given(title=lines, organiser=lines)
def test_the_front_matter_is_yaml_whatever_the_title(title: str, organiser: str) -> None:
    day = Day(title=title, number=3, dates=("2026-10-10",), organisers=(organiser,), licence="CC BY-SA 4.0")
    printed = render(compose(day.state), French())
    fields = yaml.safe_load(printed.split("---\n", 2)[1])
    assert read(PARSERS["commonmark"], f"x {fields['title']}").texts("p") == [f"x {day.state.title}"]
    assert (fields["lang"], fields["date"], fields["subtitle"]) == ("fr", "10 octobre 2026", "Cahier n° 3")
    assert fields["author"] == fields["organisers"]
    assert len(fields["fingerprint"]) == 64


def wild_day(text: str, other: str, line: str) -> Day:
    """The same texts, everywhere that people may write."""
    day = Day(title=line, place=line, organisers=(line,), licence=line)
    day.do(
        commands.EditTheme(theme=next(iter(day.state.themes)), title=line, question=text, partners=(line,))
    )
    day.do(commands.EditSlot(slot=next(iter(day.state.slots)), label=line, room=line))
    day.card(other, "TR")
    loose = day.card(text)
    day.do(commands.TranslateCard(card=loose, lang="fr", text=other))
    one = day.statement(day.card(text), text=text, title=line)
    day.do(commands.WordStatement(statement=one, text=f"{other} encore"))
    day.statement(day.card(text, kind=Kind.REVENDICATION), title=line)
    asked = Reference("DS-R1")
    day.do(commands.LinkStatements(statement=asked, founded_on=(one,)))
    day.do(commands.AttributeStatement(statement=asked, organisation=line, quote=text, reference=line))
    day.do(commands.RaiseObjection(statement=asked, text=text, kind=ObjectionKind.LIMIT))
    day.do(commands.RecordMinority(statement=asked, text=text, people=2))
    day.do(commands.AddAxis(title=line))
    day.do(commands.PlaceInAxis(axis=next(iter(day.state.axes)), statements=(one, asked)))
    day.do(commands.AnswerGap(gap="card_to_place:1", reason=text))
    day.write("theme:DS:between", text)
    day.write("foreword", other)
    return day


@EVERY_PARSER
@settings(max_examples=40)
@given(text=texts, other=texts, line=lines)
def test_whatever_people_write_the_cahier_has_our_headings_and_every_text_comes_back(
    parser: str, text: str, other: str, line: str
) -> None:
    day = wild_day(text, other, line)
    document = compose(day.state)
    found = seen(parser, render(document, French()))
    plain = seen(parser, render(compose(wild_day("mot", "mot", "ligne").state), French()))
    assert [level for level, _ in found.headings] == [level for level, _ in plain.headings]
    quoted = "\n\n".join(found.texts("blockquote p"))
    for said in (text, other):
        assert said in quoted
    assert quoted.count(text) >= 6
    assert f"{other} encore" in "\n\n".join(found.texts("p"))
    ours = {"h1", "h2", "h3", "h4", "p", "br", "hr", "a", "strong", "ul", "li", "blockquote", "img"}
    assert plain.tags <= ours | {"table", "thead", "tbody", "tr", "th", "td"}
    assert "script" not in found.tags


def test_a_convention_where_nothing_was_said_can_be_printed() -> None:
    assert "Aucune carte pour l’instant." in render(compose(Day().state), French())


def test_only_a_phone_is_said_to_be_late() -> None:
    day = Day(steps=(Step(label="constats", post=(Kind.CONSTAT,)),))
    day.do(commands.StartStep(theme=ThemeCode("DS"), step=1))
    day.card("Typed at noon.", kind=Kind.REVENDICATION, channel=Channel.PAPER)
    day.card("Written now.", kind=Kind.REVENDICATION)
    printed = render(compose(day.state), French())
    assert "Revendication · DS · sur papier · à placer" in printed
    assert "Revendication · DS · par téléphone · hors de l’étape prévue · à placer" in printed


def test_what_was_weighed_and_received_nothing_says_so() -> None:
    day = Day()
    day.statement(day.card("Oui.", kind=Kind.REVENDICATION), text="Oui.")
    day.do(commands.OpenVote(theme=ThemeCode("DS"), dots=3))
    day.do(commands.CloseVote(theme=ThemeCode("DS")))
    printed = render(compose(day.state), French())
    assert "\n- 0 gommette\n" in printed
    assert "Ce qui a pesé le plus" not in printed


def test_a_closed_cahier_is_not_provisional() -> None:
    day = Day()
    day.do(commands.CloseConvention())
    assert "provisoire" not in render(compose(day.state), French())


def test_a_programme_need_not_be_printed() -> None:
    printed = render(compose(Day(slots=()).state), French())
    assert "## La journée\n\nAteliers :" in printed


def test_a_theme_where_nothing_was_said_says_so() -> None:
    assert render(compose(Day().state), French()).count("Rien n’a été écrit dans cet atelier.") == 2


def test_the_secretary_may_explain_how_to_read() -> None:
    day = Day()
    day.write("how_to_read", "Lisez.")
    printed = render(compose(day.state), French())
    assert "## Comment lire ce cahier\n\nLisez.\n\n## La journée" in printed
