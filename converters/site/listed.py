"""The list of a meeting's items, which stands beside each of them, is rendered once."""

from __future__ import annotations

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from converters.site.sidebar import Block
from converters.site.ways import Ways, is_plain

TEMPLATE = "partials/links.html"


class Listed:
    """Renders the links of a list, and marks the one that is the page itself.

    Pages that lie beside each other see the others by the same ways, so what one meeting's list costs does
    not grow by the square of its items. On 1,000 items they were a third of all pieces that templates give.
    """

    def __init__(self, ways: Ways) -> None:
        self._ways = ways
        self._made: dict[tuple[object, ...], Markup] = {}

    @pass_context
    def __call__(self, context: Context, block: Block) -> Markup:
        """The links of a block."""
        above = self._ways.above
        if block.of is None or above is None or not all(is_plain(link.url) for link in block.links):
            return _rendered(context, block)
        made = self._made.get((above, block.of))
        if made is None:
            with self._ways.beside():
                made = self._made[above, block.of] = _rendered(context, block)
        return self._marked(made, block.current) if block.current else made

    def _marked(self, made: Markup, current: str) -> Markup:
        with self._ways.beside():
            way = self._ways.to(current)
        here = Markup('<a href="{}" aria-current="page">').format(self._ways.to(current))
        return made.replace(Markup('<a href="{}">').format(way), here, 1)


def _rendered(context: Context, block: Block) -> Markup:
    html = context.environment.get_template(TEMPLATE).render(links=block.links)
    return Markup(html)  # noqa: S704 - a template that escapes has rendered it
