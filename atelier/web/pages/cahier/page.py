"""The page of the workbench: three columns, and what each is made of."""

from nicegui import ui
from nicegui.element import Element
from starlette.requests import Request
from starlette.responses import Response

from atelier.domain.limits import SECTION_GRAPHEMES_MAX
from atelier.domain.words import Role
from atelier.web.components.outline import Outline
from atelier.web.components.panel import Panel
from atelier.web.components.searching import Searching
from atelier.web.components.sheet import Sheet
from atelier.web.components.writing import Writing
from atelier.web.pages.cahier import completing, crossing, material, pressing, previewing, taking, writing
from atelier.web.pages.cahier.bench import Bench, Parts, Side
from atelier.web.pages.cahier.refreshing import Refreshing, refresh
from atelier.web.pages.frame import RECONNECT_SECONDS, enter, screen, style
from atelier.web.pages.visit import Visit, visit
from atelier.web.plain.errors import error_page
from atelier.web.plain.paths import SLUG
from atelier.web.site import site_of

_STYLES = style("host"), style("desk"), style("cahier"), style("cahier_sides")


@ui.page(f"/{SLUG}/cahier", reconnect_timeout=RECONNECT_SECONDS)
def cahier(request: Request, slug: str) -> Response | None:
    """For who writes the cahier; who organises may look."""
    slug = slug.lower()
    if site_of(request).rooms.get(slug) is None:
        return error_page(request, 404)
    found = visit(request, slug)
    if found is not None and not found.may_be(Role.SECRETARY, Role.HOST) and found.may_be(Role.FACILITATOR):
        _not_for_who_leads(found)
        return None
    here = enter(request, slug, Role.SECRETARY, Role.HOST)
    if here is not None:
        _sit_down(here)
    return None


def _not_for_who_leads(here: Visit) -> None:
    said = here.speech.text
    with screen(said("Le cahier")), ui.column().classes("q-pa-lg"):
        ui.label(said("Ici, le secrétariat écrit le cahier.")).classes("text-h5").props(
            "role=heading aria-level=1"
        )
        ui.label(
            said(
                "Ce que votre atelier a dit y est déjà : les énoncés, leurs cartes et leurs gommettes. "
                "Le secrétariat les met en ordre et écrit autour. Vous pouvez lire le cahier à tout moment."
            )
        )
        ui.link(said("Lire le cahier"), f"/{here.slug}/read")
        ui.link(said("Aller aux ateliers"), f"/{here.slug}/team")


def _sit_down(here: Visit) -> None:
    with screen(here.speech.text("Le cahier : {title}", title=here.state.title), *_STYLES):
        bench = Bench(
            here=here, client=ui.context.client, post=here.site.presences[here.slug].sit(_role(here))
        )
        bench.parts = _parts(bench)
        pressing.listen(bench)
        refresh(bench)
        bench.client.on_delete(Refreshing(bench).end)


def _role(here: Visit) -> Role:
    return Role.SECRETARY if here.may_be(Role.SECRETARY) else Role.HOST


def _parts(bench: Bench) -> Parts:
    """In the order of the page."""
    now, said, drafts = bench.now, bench.here.speech.text, f"atelier-cahier:{bench.here.slug}"
    with ui.element("div").classes("at-desk at-bench") as root:
        with ui.element("div").classes("bench-head"):
            head = Panel("at-head", now=now)
            taken = taking.build(bench)
        with ui.element("div").classes("bench-aside"):
            tabs = Panel("bench-tabs", now=now)
            sides: dict[Side, Element] = {}
            with ui.element("div").classes("bench-side") as sides[Side.MATERIAL]:
                searching = Searching(
                    label=said("Chercher"), on_typed=lambda words: material.search(bench, words)
                )
                found = Panel("bench-material", now=now)
            with ui.element("div").classes("bench-side") as sides[Side.COMPLETING]:
                completed = completing.build(bench)
            with ui.element("div").classes("bench-side") as sides[Side.CROSSING]:
                crossed = crossing.build(bench)
        with ui.element("div").classes("bench-middle"):
            done = Panel("bench-done", now=now)
            with Outline(label=said("Les parties du cahier"), drafts=drafts) as outline:
                written = Writing(
                    words=writing.words(bench.here.speech),
                    drafts=drafts,
                    limit=SECTION_GRAPHEMES_MAX,
                    ask=lambda asked: writing.asked(bench, asked),
                )
        with ui.element("div").classes("bench-preview"):
            preview = previewing.build(bench)
    return Parts(
        root=root,
        head=head,
        taking=taken,
        tabs=tabs,
        sides=sides,
        searching=searching,
        material=found,
        completing=completed,
        crossing=crossed,
        done=done,
        outline=outline,
        writing=written,
        preview=preview,
        sheet=Sheet(drafts=f"atelier-cahier-sheets:{bench.here.slug}"),
    )
