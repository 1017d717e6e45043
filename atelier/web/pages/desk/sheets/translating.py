"""A card in another language: which one, and what it says in that of the convention. Then the next."""

from dataclasses import dataclass

from atelier.domain.commands import Command, SetLanguage, TranslateCard
from atelier.domain.completeness import untranslated
from atelier.domain.words import CardNumber
from atelier.web.pages.desk.desk import Desk
from atelier.web.pages.desk.given import Given
from atelier.web.plain import languages


@dataclass(slots=True)
class Translating:
    """The original on the left; on the right what a person makes of it."""

    number: CardNumber

    def draw(self, desk: Desk) -> str:
        """With those that wait behind it."""
        card = desk.state.cards[self.number]
        usual = desk.state.language
        made = next((one.text for one in card.translations if one.lang.split("-")[0] == usual), "")
        return desk.fill(
            "sheets/translating.html",
            card=card,
            made=made,
            written=[one for one in languages.WRITTEN if one[0] != usual],
            other="" if card.lang in languages.LISTED else card.lang,
            unsaid=languages.OTHER,
            behind=len(self._behind(desk)),
        )

    async def sent(self, desk: Desk, given: Given) -> None:
        """`save`, then the next that waits; `language` alone; `next` without saving."""
        if given.act != "next" and not await self._do(desk, given):
            return
        behind = self._behind(desk)
        if given.act == "language":
            desk.open(self)
        elif behind:
            desk.open(Translating(behind[0]))
        else:
            await desk.settle()

    async def _do(self, desk: Desk, given: Given) -> bool:
        card, asked = desk.state.cards[self.number], list[Command]()
        if given.one("lang") != card.lang:
            asked.append(SetLanguage(card=self.number, lang=given.one("lang")))
        if given.act == "save":
            text = given.one("text").strip()
            asked.append(TranslateCard(card=self.number, lang=desk.state.language, text=text))
        return not asked or await desk.do(*asked) is not None

    def _behind(self, desk: Desk) -> list[CardNumber]:
        """Those after this one, then from the first again."""
        waiting = [one.number for one in untranslated(desk.state) if desk.code in one.themes]
        others = [one for one in waiting if one != self.number]
        return sorted(others, key=lambda one: (one < self.number, one))
