"""The vocabulary of markup by which a page's furniture is told: names that web designers use, in English."""

from __future__ import annotations

import re

# Names of classes and ids are made of words: "c-skipLink__item" has skip and link in it.
WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")

# Never text of the page, whatever stands in it.
SURE_TAGS = frozenset({"nav", "dialog", "search", "menu"})
SURE_ROLES = frozenset({
    "navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "complementary", "tablist",
    "menu", "menubar", "toolbar", "tooltip", "status", "progressbar",
})  # fmt: skip
SURE_WORDS = frozenset({
    "cookie", "cookies", "consent", "gdpr", "skip", "skiplink", "skiplinks", "modal", "popup", "lightbox",
})  # fmt: skip
# Furniture if little or next to nothing but links stands in it.
WEAK_WORDS = frozenset({
    "breadcrumb", "breadcrumbs", "crumb", "crumbs", "nav", "navbar", "navigation", "megamenu",
    "sitenav", "topnav", "subnav", "pagination", "pager", "menu", "mainmenu", "topmenu", "sidemenu",
    "leftmenu", "submenu", "share", "sharing", "social", "print", "search", "toolbar", "tools",
    "dropdown", "back", "readspeaker", "feedback", "newsletter", "subscribe",
})  # fmt: skip
# A word in a sentence is text, whatever the page calls it: "search-hit", "has-menu".
SENTENCE_TAGS = frozenset({
    "abbr", "b", "cite", "code", "em", "font", "i", "mark", "q", "small", "span", "strong", "sub", "sup",
    "time", "u",
})  # fmt: skip
FOOT_WORDS = frozenset({"footer", "sitefooter", "pagefooter"})
# What is folded away until the reader opens it is text of the page.
PANEL_WORDS = frozenset({
    "accordion", "collapse", "collapsible", "collapsed", "expand", "expandable", "expander", "expanded",
    "panel", "pane", "tab", "tabs", "tabpanel", "tabpane", "toggle", "togglable", "details", "foldout",
    "disclosure", "spoiler",
})  # fmt: skip
# Named so, a tag also tells that what stands in it or right behind it folds.
FOLDING_WORDS = frozenset(
    {"accordion", "collapse", "collapsible", "expandable", "expander", "foldout", "spoiler"}
)
# Fonts whose words are drawn as pictures: "expand_more" is an arrow.
GLYPH_WORDS = frozenset({"material", "icons"})
PANEL_ROLES = frozenset({"tabpanel", "region"})
# Tags of forms; what they say is for who fills the form in.
FIELDS = frozenset({"input", "select", "textarea"})
CONTROLS = frozenset({"select", "textarea", "datalist", "option", "optgroup", "input", "output", "meter"})
# What a browser shows only where it cannot show something else.
FALLBACKS = frozenset({"canvas", "video", "audio", "iframe", "noembed", "noframes", "noscript", "template"})


def words_of(names: str) -> frozenset[str]:
    """Give the words that names of classes and ids are made of."""
    return frozenset(word.lower() for word in WORDS.findall(names))
