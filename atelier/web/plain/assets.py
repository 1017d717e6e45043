"""The style and the scripts of the participants’ pages; `LIVE` is what every screen shares."""

from pathlib import Path

from atelier.web.assets import serve

_FOLDER = Path(__file__).parent / "static"

STYLE = serve(_FOLDER / "atelier.css")
READ_STYLE = serve(_FOLDER / "read.css")
GUIDE_STYLE = serve(_FOLDER / "guide.css")
PICTURES_STYLE = serve(_FOLDER / "pictures.css")
SCRIPT = serve(_FOLDER / "live.js", _FOLDER / "atelier.js")
WEIGH_STYLE = serve(_FOLDER / "weigh.css")
WEIGH_SCRIPT = serve(_FOLDER / "weigh.js")
LIVE = serve(_FOLDER / "live.js")
