"""Addresses of pages, and what front-matter links lead to."""

from __future__ import annotations

import pytest
from mkdocs.structure.files import File

from converters.site.addresses import Addresses

FILES = {"udvalget/2026-03-05/bilag/kort.pdf", "udvalget/2026-03-05/bilag/punkt-1-bilag-1.md"}
ADDRESSES = Addresses(directory_urls=True, files=FILES)


@pytest.mark.parametrize("directory_urls", [True, False])
@pytest.mark.parametrize(
    "path",
    ["index.md", "om/index.md", "om/side.md", "u/2026-03-05/punkt-1.md", "u/bilag/et kort.pdf", "side.md"],
)
def test_an_address_is_the_one_that_mkdocs_gives(path: str, *, directory_urls: bool) -> None:
    """The rule is MkDocs' own, for both of its kinds of address."""
    expected = File(path, "content", "site", directory_urls).url

    assert Addresses(directory_urls=directory_urls, files=()).of(path) == expected


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("bilag/kort.pdf", "udvalget/2026-03-05/bilag/kort.pdf"),
        ("bilag/punkt-1-bilag-1.md", "udvalget/2026-03-05/bilag/punkt-1-bilag-1/"),
        ("https://eksempel.example/a.pdf", "https://eksempel.example/a.pdf"),
        ("bilag/mangler.pdf", None),
        ("../../../hemmeligt.pdf", None),
        ("javascript:alert(1)", None),
        ("//eksempel.example/a.pdf", None),
        ("https://[", None),
    ],
)
def test_a_link_leads_to_a_file_or_to_the_web(href: str, address: str | None) -> None:
    """Whatever is neither a file of the site nor an address of the web leads nowhere."""
    assert ADDRESSES.linked("udvalget/2026-03-05", href) == address
