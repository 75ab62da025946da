"""A whole meeting on one page."""

from __future__ import annotations

from converters.site.whole_meeting import with_own_anchors


def test_every_anchor_and_link_to_one_gets_a_prefix_and_no_text_does() -> None:
    """Two items may both have a "beslutning"; words that look like attributes are words."""
    html = (
        '<h2 id="beslutning">Beslutning<a class="headerlink" href="#beslutning">#</a></h2>'
        '<p id="a.1">Skriv id="x" og <a href="../punkt-2/#beslutning">se</a></p>'
    )

    assert with_own_anchors(html, "p3.") == (
        '<h2 id="p3.beslutning">Beslutning<a class="headerlink" href="#p3.beslutning">#</a></h2>'
        '<p id="p3.a.1">Skriv id="x" og <a href="../punkt-2/#beslutning">se</a></p>'
    )
