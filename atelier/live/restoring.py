"""A convention from its bundle, on a machine that does not have it."""

from pathlib import Path

from atelier.domain.events import ConventionCreated
from atelier.live.creation import Created, found
from atelier.store.bundle import Bundle
from atelier.store.codec import NotAnEvent
from atelier.store.errors import StoreError
from atelier.store.folders import list_slugs, new_slug, read_folder


def here_already(sessions: Path, convention_id: str) -> str | None:
    """The name of that convention on this machine; those that cannot be read are passed over."""
    for slug in list_slugs(sessions):
        try:
            first = next(read_folder(sessions, slug).log.read(), None)
        except (StoreError, NotAnEvent):
            continue
        if first and isinstance(first.event, ConventionCreated) and first.event.id == convention_id:
            return slug
    return None


def restore(sessions: Path, bundle: Bundle) -> Created:
    """Its folder, with keys of this machine. Errors: `StoreError`, and nothing is left behind."""
    name = bundle.state.id
    usual = bundle.slug.endswith(f"-{name}") and bundle.slug not in list_slugs(sessions)
    slug = bundle.slug if usual else new_slug(bundle.state.title, name)  # never the name of a page
    return found(sessions, slug, name, bundle.log)
