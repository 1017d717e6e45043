"""The participants’ pages: plain HTML that works without JavaScript."""

from fastapi import APIRouter

from atelier.web.plain import (
    assets,
    routes_card,
    routes_home,
    routes_me,
    routes_roles,
    routes_theme,
    settings,
)
from atelier.web.plain.errors import add_error_pages

router = APIRouter(
    routes=[
        *assets.routes,
        *settings.routes,
        *routes_roles.routes,
        *routes_me.routes,  # before the themes: one of them may be called ME
        *routes_card.routes,
        *routes_theme.routes,
        *routes_home.routes,
    ]
)

__all__ = ["add_error_pages", "router"]
