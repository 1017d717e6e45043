"""The participants’ pages: plain HTML that works without JavaScript."""

from fastapi import APIRouter

from atelier.web.assets import routes as files
from atelier.web.plain import (
    routes_card,
    routes_differ,
    routes_guide,
    routes_home,
    routes_leaves,
    routes_me,
    routes_pictures,
    routes_read,
    routes_roles,
    routes_theme,
    routes_weigh,
    settings,
)
from atelier.web.plain.errors import add_error_pages

router = APIRouter(
    routes=[
        *routes_theme.routes,  # what is asked for most is looked for first
        *routes_weigh.routes,
        *files,
        *routes_home.routes,
        *routes_card.routes,
        *routes_differ.routes,
        *routes_me.routes,
        *routes_read.routes,
        *routes_leaves.routes,
        *routes_pictures.routes,
        *routes_roles.routes,
        *routes_guide.routes,
        *settings.routes,
    ]
)

__all__ = ["add_error_pages", "router"]
