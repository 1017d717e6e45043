"""The links of the team: shown one at a time when asked for, replaced when they were seen by too many."""

from nicegui import ui
from nicegui.element import Element

from atelier.domain.actor import Grant
from atelier.domain.refusals import Refusal
from atelier.domain.words import Role
from atelier.translations import msgid
from atelier.translations.names import name
from atelier.translations.refusals import sentence
from atelier.web.pages.host.entering import only_host
from atelier.web.pages.host.facts import codes
from atelier.web.pages.host.parts import button, copy_text, note, part, qr, sure
from atelier.web.pages.visit import Visit

_ROLES = (Role.FACILITATOR, Role.SECRETARY, Role.WALL, Role.HOST)

_WARNED = {
    Role.FACILITATOR: msgid("QR de l’animation : ne le projetez pas."),
    Role.SECRETARY: msgid("QR du secrétariat : ne le projetez pas."),
    Role.WALL: msgid("QR du mur : pour l’appareil qui projette, il ne peut rien changer."),
    Role.HOST: msgid("QR de l’organisation : ne le montrez à personne d’autre."),
}
"""What is said in words beside a code, for all codes look alike."""


class Links:
    """A key is on the page only while it is asked for. `address` is that of the machine."""

    def __init__(self, here: Visit, address: str) -> None:
        self._here = here
        self._address = address
        self._shown: Grant | None = None
        said = here.speech.text
        with part(said("Les liens de l’équipe")):
            note(said("Chacun donne une fonction à l’appareil qui l’ouvre. Montrez-le à une seule personne."))
            self._drawn = ui.refreshable(self._draw)
            self._drawn()
            self._told = ui.label().classes("at-told").props("role=status")
            self._limited()

    def _draw(self) -> None:
        keys = self._here.site.rooms.told_keys(self._here.slug)
        keys.sort(key=lambda one: (_ROLES.index(one[0].role), codes(one[0].themes)))
        with ui.element("ol").classes("at-keys"):
            for grant, key in keys:
                with ui.element("li") as row:
                    self._row(row, grant, key)

    def _row(self, row: Element, grant: Grant, key: str | None) -> None:
        here, said = self._here, self._here.speech.text
        row.classes("at-key")
        with ui.element("div").classes("at-key-head"):
            ui.label(self._named(grant)).classes("at-key-name")
            shown = grant == self._shown
            if key is not None:
                label = said("Cacher") if shown else said("Montrer le lien et son QR")
                button(label, only_host(here, lambda: self._show(None if shown else grant)), small=True)
            if grant.themes is None:
                button(said("Remplacer…"), only_host(here, lambda: self._revoke(grant.role)), small=True)
        if key is None:
            note(said("Fait sur une autre machine, qui seule peut le redire. Remplacez-le pour en avoir un."))
        elif shown:
            with ui.element("div").classes("at-join"):
                address = f"{self._address}/r/{key}"
                warned = said(_WARNED[grant.role])
                qr(address, warned)
                with ui.element("div"):
                    ui.label(warned).classes("at-warned")
                    copy_text(address, self._named(grant), here.speech)

    def _named(self, grant: Grant) -> str:
        role = name(grant.role, self._here.speech)
        return f"{role} ({codes(grant.themes)})" if grant.themes is not None else role

    def _show(self, grant: Grant | None) -> None:
        self._shown = grant
        self._drawn.refresh()

    async def _revoke(self, role: Role) -> None:
        said = self._here.speech.text
        called = name(role, self._here.speech)
        if not await sure(
            said("Remplacer les liens : {role} ?", role=called),
            said("Ceux qui ont été donnés n’ouvriront plus rien, tout de suite, sur aucun appareil."),
            said("Les remplacer"),
            said("Les garder"),
        ):
            return
        await only_host(self._here, lambda: self._revoked(role))()

    async def _revoked(self, role: Role) -> None:
        rooms, slug = self._here.site.rooms, self._here.slug
        answer = await rooms.revoke_keys(slug, role)
        if isinstance(answer, Refusal):
            self._told.set_text(sentence(answer, self._here.speech))
            return
        if role is Role.HOST:  # this browser's own was among them
            ui.navigate.to(f"/r/{rooms.keys_of(slug)[Role.HOST]}")
            return
        self._shown = None
        self._drawn.refresh()
        self._told.set_text(self._here.speech.text("Les anciens liens n’ouvrent plus rien."))

    def _limited(self) -> None:
        """A link for some themes: a facilitator who came for one."""
        here, said = self._here, self._here.speech.text
        roles = {role: name(role, here.speech) for role in (Role.FACILITATOR, Role.SECRETARY, Role.WALL)}
        with ui.expansion(said("Un lien pour quelques thèmes seulement")).classes("at-more"):
            role = ui.select(roles, value=Role.FACILITATOR, label=said("Fonction")).classes("at-box")
            role.props("outlined stack-label hide-bottom-space options-dense")
            with ui.element("div").classes("at-ticks"):
                ticks = {
                    code: ui.checkbox(f"{code} · {theme.title}").classes("at-tick")
                    for code, theme in here.state.themes.items()
                }
            fault = ui.label().classes("at-fault").props("role=alert")

            async def make() -> None:
                wanted = frozenset(code for code, tick in ticks.items() if tick.value)
                fault.set_text("" if wanted else said("Choisissez au moins un thème."))
                if wanted and role.value in roles:
                    await self._add(Grant(role=Role(role.value), themes=wanted))

            button(said("Faire ce lien"), only_host(here, make))

    async def _add(self, grant: Grant) -> None:
        rooms, slug = self._here.site.rooms, self._here.slug
        if grant not in [one for one, _ in rooms.told_keys(slug)]:
            answer = await rooms.add_key(slug, grant)
            if isinstance(answer, Refusal):
                self._told.set_text(sentence(answer, self._here.speech))
                return
        self._show(grant)
