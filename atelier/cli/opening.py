"""Reading one convention, whoever is serving it meanwhile."""

from pathlib import Path

from atelier.cli.saying import Failed, spoken, why
from atelier.domain.evolve import replay
from atelier.domain.state import Convention
from atelier.store.codec import NotAnEvent
from atelier.store.errors import StoreError
from atelier.store.folders import ReadFolder, list_slugs, read_folder


def read_convention(sessions: Path, slug: str) -> tuple[ReadFolder, Convention]:
    """The folder and its state. Errors: `Failed`, with the names there are."""
    known = list_slugs(sessions)
    if slug not in known:
        near = [name for name in known if slug and name.startswith(slug)]
        if len(near) != 1:
            raise Failed(_unknown(sessions, slug, near or known))
        slug = near[0]
    try:
        folder = read_folder(sessions, slug)
        return folder, replay(folder.log.read())
    except (StoreError, NotAnEvent) as error:
        raise Failed(why(error, sessions / slug)) from error


def nothing_in(sessions: Path) -> str:
    """There is no convention there, and how to have one."""
    return spoken().text(
        "Aucune convention dans {sessions}. Pour essayer : atelier --demo."
        " Pour en créer une : atelier programme, puis atelier new programme.toml",
        sessions=sessions,
    )


def _unknown(sessions: Path, slug: str, known: list[str]) -> str:
    if not known:
        return nothing_in(sessions)
    return spoken().text(
        "Aucune convention ne s’appelle « {slug} » dans {sessions}. Il y a : {known}.",
        slug=slug,
        sessions=sessions,
        known=", ".join(known),
    )
