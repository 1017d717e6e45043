"""The sheets to print: posters, paper cards, cards for a real wall, statements to read again together."""

from fastapi import APIRouter

from atelier.web.sheets import cards, closing, join, proof, wall

router = APIRouter(routes=[*join.routes, *cards.routes, *wall.routes, *proof.routes, *closing.routes])

__all__ = ["router"]
