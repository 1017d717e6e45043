"""Every screen, by being imported: NiceGUI registers a page where it is defined."""

from atelier.web.pages import wall
from atelier.web.pages.cahier import page as cahier
from atelier.web.pages.desk import page as desk
from atelier.web.pages.host import finish, incoming, invite, listing, new, prepare, today
from atelier.web.pages.paper import page as paper

__all__ = [
    "cahier",
    "desk",
    "finish",
    "incoming",
    "invite",
    "listing",
    "new",
    "paper",
    "prepare",
    "today",
    "wall",
]
