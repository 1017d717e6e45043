"""Run the measures named, or all of them, and print one table."""

import sys

from tests.bench import core, exports, feed, near, pages, store
from tests.bench.measure import Figure, table

GROUPS = {
    "store": store.figures,
    "core": core.figures,
    "pages": pages.figures,
    "exports": exports.figures,
    "feed": feed.figures,
    "near": near.figures,
}


def main() -> None:
    """Exit 1 when a budget is broken."""
    wanted = sys.argv[1:] or list(GROUPS)
    found: list[Figure] = []
    for name in wanted:
        print(f"measuring {name}…", file=sys.stderr)
        found += GROUPS[name]()
    print(table(found))
    sys.exit(any(figure.kept is False for figure in found))


main()
