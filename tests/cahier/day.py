"""A small day, played through the real rules."""

from atelier.domain import commands
from atelier.domain.actor import Actor, Grant
from atelier.domain.authorship import Secret
from atelier.domain.decide import Decision, Unchanged, decide
from atelier.domain.events import Envelope
from atelier.domain.evolve import evolve
from atelier.domain.state import NOTHING, Convention
from atelier.domain.steps import Step
from atelier.domain.words import (
    TEAM,
    AsideReason,
    AxisId,
    CardNumber,
    Channel,
    Count,
    Instant,
    Kind,
    Maturity,
    ObjectionId,
    ObjectionKind,
    Reference,
    Resolution,
    Seq,
    SlotId,
    ThemeCode,
)

KINDS = (Kind.CONSTAT, Kind.REVENDICATION, Kind.PISTE, Kind.QUESTION)
TEAM_ACTOR = Actor(grants=tuple(Grant(role=role) for role in sorted(TEAM)))


def theme(
    code: str, title: str, boards: tuple[Kind, ...] = KINDS[:2], people: int = 0
) -> commands.ThemeDraft:
    partners = (f"Les gens de {title}",)
    return commands.ThemeDraft(
        code=code, title=title, question="Et alors ?", partners=partners, boards=boards, people=people
    )


class Day:
    """Every call is a command; a refusal stops the test."""

    def __init__(self, **fields: object) -> None:
        self.state: Convention = NOTHING
        self.log: list[Envelope] = []
        given: dict[str, object] = {
            "id": "essai",
            "title": "Des droits sans écran",
            "themes": (theme("DS", "Droits sociaux", KINDS, 12), theme("TR", "Travail", people=8)),
            "slots": (
                commands.SlotDraft(label="matin commun", themes=("DS", "TR"), start="10:00", room="Préau"),
            ),
            **fields,
        }
        self.do(commands.CreateConvention(**given))  # type: ignore[arg-type]

    def do(self, command: commands.Command, actor: Actor = TEAM_ACTOR) -> Decision | Unchanged:
        decided = decide(self.state, command, actor)
        assert isinstance(decided, Decision | Unchanged), decided
        if isinstance(decided, Decision):
            seq = Seq(len(self.log) + 1)
            self.log.append(Envelope(seq=seq, at=Instant(1_000 + seq), by=decided.by, event=decided.event))
            self.state = evolve(self.state, self.log[-1])
        return decided

    def card(self, text: str, code: str = "DS", kind: Kind = Kind.CONSTAT, **fields: object) -> CardNumber:
        number = CardNumber(len(self.state.cards) + 1)
        post = commands.PostCard(theme=ThemeCode(code), kind=kind, text=text, key=f"k{number}", **fields)  # type: ignore[arg-type]
        browser = Actor(secret=Secret(b"quelqu'un"))
        self.do(post, TEAM_ACTOR if "channel" in fields else browser)
        return number

    def statement(self, *cards: CardNumber, text: str = "", title: str | None = None) -> Reference:
        self.do(commands.GroupCards(cards=cards, title=title))
        reference = self.state.cards[cards[0]].statement
        assert reference is not None
        if text:
            self.do(commands.WordStatement(statement=reference, text=text))
        return reference

    def write(self, section: str, text: str) -> None:
        self.do(commands.WriteSection(section=section, text=text))


def rich_day() -> Day:
    """One of everything that the cahier can say."""
    day = Day(
        number=2,
        place="Valmorne",
        dates=("2026-10-10", "2026-10-11"),
        organisers=("Portes ouvertes", "Les Débranché·es"),
        licence="CC BY-SA 4.0",
        privacy_notice="Aucun nom.",
        steps=(Step(label="Accueil", post=KINDS), Step(label="Constats", minutes=15, post=(Kind.CONSTAT,))),
    )
    _play_cards(day)
    _play_statements(day)
    _play_dots(day)
    _write(day)
    return day


def _play_cards(day: Day) -> None:
    day.do(commands.StartStep(slot=SlotId("S1"), step=1))
    day.card("Plus de guichet.\nPlus personne.\n\nRien.")
    day.card("# Tout est en ligne", channel=Channel.PAPER, carried_by=5)
    day.card("لا أحد", lang="ar", channel=Channel.SPOKEN)
    day.do(commands.TranslateCard(card=CardNumber(3), lang="fr", text="Personne."))
    day.card("Le vigile répond.", channel=Channel.PAPER)
    day.do(commands.WithdrawCard(card=CardNumber(4)))
    for code in ("DS", "TR"):
        day.do(commands.StartStep(theme=ThemeCode(code), step=1))
    day.card("Paul, 3 rue du Port, l’a dit.", "TR")
    day.card("Injure.", "TR")
    day.card("Pareil que la première.", "TR")
    day.do(commands.SetAsideCard(card=CardNumber(5), reason=AsideReason.PERSONAL_DATA))
    day.do(
        commands.SetAsideCard(card=CardNumber(6), reason=AsideReason.AGAINST_FRAME, note="Lu à voix haute.")
    )
    day.do(commands.SetAsideCard(card=CardNumber(7), reason=AsideReason.DUPLICATE, note="Voir n° 1.\nMerci."))
    day.card("Rouvrir les guichets.", kind=Kind.REVENDICATION)
    day.card("Payer les heures.", "TR", Kind.REVENDICATION, channel=Channel.PAPER)
    day.card("Une table devant l’agence.", kind=Kind.PISTE)
    day.card("Jusqu’où refuser ?", kind=Kind.QUESTION)
    day.card("Encore à placer.", "TR")
    day.do(commands.StartStep(theme=ThemeCode("DS"), step=2))
    day.card("En retard.", kind=Kind.REVENDICATION)
    day.do(commands.MarkDisagreement(target=CardNumber(13)))


def _play_statements(day: Day) -> None:
    day.statement(CardNumber(1), text="Les guichets ferment.", title="Guichets")
    day.statement(CardNumber(2), CardNumber(3), text="Tout passe par l’écran.")
    day.statement(CardNumber(8), text="Des guichets.")
    day.statement(CardNumber(13), text="Des horaires du soir.")
    day.do(commands.WordStatement(statement=Reference("DS-R1"), text="Des guichets et des gens.\n\nPartout."))
    founded_on = (Reference("DS-C1"), Reference("DS-C2"))
    day.do(commands.LinkStatements(statement=Reference("DS-R1"), founded_on=founded_on))
    day.do(commands.SplitStatement(statement=Reference("DS-C2"), cards=(CardNumber(3),)))
    alone = day.card("La file est vide.")
    day.statement(alone, text="On attend chez soi.")
    day.do(commands.MergeStatements(statements=(Reference("DS-C2"), Reference("DS-C3"))))
    day.do(commands.WordStatement(statement=Reference("DS-C5"), text="Tout passe\npar l’écran, chez soi."))
    day.do(commands.DissolveStatement(statement=Reference("DS-C4")))
    day.statement(alone)
    day.statement(CardNumber(9))
    day.statement(CardNumber(10), text="Une table.")
    long = (
        "Qui n’est pas venu ? Nous pensons à celles et ceux qui ne peuvent pas sortir, ou qui travaillent. "
    )
    day.do(commands.AddStatement(theme=ThemeCode("DS"), kind=Kind.QUESTION, text=long))
    day.do(commands.LinkStatements(statement=Reference("DS-P1"), founded_on=(Reference("DS-R1"),)))
    _discuss(day, Reference("DS-R1"))


def _discuss(day: Day, one: Reference) -> None:
    day.do(
        commands.AttributeStatement(
            statement=one, organisation="Droits debout", quote="Rouvrez !", reference="Tract"
        )
    )
    day.do(commands.AttributeStatement(statement=one, organisation="ACORT"))
    day.do(commands.MarkDisagreement(target=one))
    day.do(commands.RaiseObjection(statement=one, text="C’est cher."))
    day.do(
        commands.ResolveObjection(
            objection=ObjectionId("O1"), how=Resolution.LIFTED, text="Moins que l’inverse."
        )
    )
    day.do(commands.RaiseObjection(statement=one, text="Je ne peux pas.", kind=ObjectionKind.LIMIT))
    day.do(commands.RecordMinority(statement=one, text="Une borne suffit.", people=3))
    day.do(commands.SetMaturity(statement=one, maturity=Maturity.FIRM))


def _play_dots(day: Day) -> None:
    one, other = Reference("DS-R1"), Reference("DS-R2")
    day.do(commands.OpenVote(theme=ThemeCode("DS"), dots=5))
    day.do(commands.CastDots(statement=one, dots=3), Actor(secret=Secret(b"a")))
    day.do(commands.CastDots(statement=other, dots=2), Actor(secret=Secret(b"b")))
    day.do(commands.CountDots(statement=one, channel=Count.PAPER, dots=2))
    day.do(commands.CountDots(statement=other, channel=Count.PAPER, dots=1))
    day.do(commands.CountDots(statement=other, channel=Count.HANDS, dots=4))
    day.do(commands.CloseVote(theme=ThemeCode("DS")))
    day.do(commands.WordStatement(statement=one, text="Des guichets, des gens."))
    day.do(commands.OpenVote(theme=ThemeCode("TR"), dots=1))


def _write(day: Day) -> None:
    for name in ("foreword", "day", "method", "synthesis", "next", "glossary", "credits"):
        day.write(name, f"Texte de {name}, voir DS-C1 et DS-C99.")
    for place in ("before", "between", "after"):
        day.write(f"theme:TR:{place}", f"Travail, {place}.")
        day.write(f"slot:{SlotId('S1')}:{place}", f"Matin, {place}.")
    day.do(commands.AddAxis(title="Quelqu’un"))
    placed = (Reference("DS-C5"), Reference("DS-Q1"), Reference("TR-R1"), Reference("DS-P1"))
    day.do(commands.PlaceInAxis(axis=AxisId("A1"), statements=placed))
    day.do(commands.DissolveStatement(statement=Reference("DS-P1")))
    for gap in (
        "card_to_place:12",
        "statement_unworded:TR-R1",
        "objection_open:O2",
        "reference_broken:day/DS-C99",
    ):
        day.do(commands.AnswerGap(gap=gap, reason="Faute de temps."))
