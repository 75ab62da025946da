"""OParl's lists: pages of a hundred objects each, which name the pages before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converters.site.published.site import Site
from converters.site.published.tables import DUMP

LONGEST = 100  # objects on one page


def pages(things: Sequence[bytes], first: str, site: Site) -> Iterator[tuple[str, bytes]]:
    """The pages of a list of written objects: the path of each in the site, and its bytes.

    ``first`` is the whole address of the first page.
    """
    last = max(1, -(-len(things) // LONGEST))
    for number in range(1, last + 1):
        links = {
            "first": first,
            "self": address(first, number),
            "last": address(first, last),
            **({"prev": address(first, number - 1)} if number > 1 else {}),
            **({"next": address(first, number + 1)} if number < last else {}),
        }
        place = {
            "pagination": {
                "totalElements": len(things),
                "elementsPerPage": LONGEST,
                "currentPage": number,
                "totalPages": last,
            },
            "links": links,
        }
        path = address(first, number).removeprefix(site.url or "")
        data = b",".join(things[(number - 1) * LONGEST : number * LONGEST])
        yield path, b'{"data":[' + data + b"]," + DUMP(place).encode().removeprefix(b"{")


def address(first: str, number: int) -> str:
    """The address of a page of a list."""
    return first if number == 1 else f"{first.removesuffix('.json')}-{number}.json"
