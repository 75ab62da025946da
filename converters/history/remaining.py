"""What no command can do after a page was taken down: history, copies, and what others have fetched."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from converters.earlier.git import NoHistory, held, published
from converters.history.places import Place
from converters.history.withdraw import Withdrawn

COPY = "../taget-ned.tar"
PUBLISH = "Læg ændringen i git, og byg og offentliggør webstedet igen (python3 run.py site)."
HISTORY = (
    "Git husker de gamle udgaver. Skal de også væk, så installér git filter-repo, hent en frisk kopi af "
    "arkivet (git clone), og kør i den:"
)
COPIES = (
    "Efter det skal alle hente arkivet på ny. Andres kopier (forks), gamle pull requests og det, GitHub selv "
    "husker, kan du ikke nå: skriv til GitHubs support, og bed om at få det fjernet."
)
SEARCH_ENGINES = (
    "Søgemaskiner viser siden, til de har set den igen. Det går hurtigere, når du beder om det med sidens "
    "adresse: »Fjernelser« i Google Search Console og »Content Removal« i Bing Webmaster Tools."
)
ARCHIVES = (
    "Webarkiver (f.eks. archive.org) og de, der har hentet siden eller dens data, har den endnu. Skriv til "
    "dem, og sig det til kommunens databeskyttelsesrådgiver, hvis det gælder oplysninger om personer."
)
IN_INBOX = (
    "Kilden siger stadig det, der er taget ned. Slet den, eller læg en udgave uden det i stedet, "
    "under samme navn:"
)
LINKS = "Disse sider henviser til filer, der er slettet. Fjern henvisningerne:"
ELSEWHERE = "Overskriften står også på disse sider. Se efter, om den skal væk dér:"


def remaining(place: Place, done: Withdrawn) -> Iterator[str]:
    """Tell a clerk, line by line, what is left to do."""
    sources = _in_git(place, done)
    steps: list[tuple[str, tuple[str, ...]]] = [(PUBLISH, ())]
    if done.mentions:
        steps.append((ELSEWHERE, done.mentions))
    if done.links:
        steps.append((LINKS, done.links))
    if done.sources:
        steps.append((IN_INBOX, sources or done.sources))
    steps.append((HISTORY, tuple(_out_of_git(place, done, sources))))
    steps += [(COPIES, ()), (SEARCH_ENGINES, ()), (ARCHIVES, ())]
    yield "Det mangler du selv at gøre:"
    for number, (what, lines) in enumerate(steps, 1):
        yield f"  {number}. {what}"
        yield from (f"       {line}" for line in lines)


def _in_git(place: Place, done: Withdrawn) -> tuple[str, ...]:
    try:
        return held(place.content, done.sources)
    except NoHistory:
        return ()


def _out_of_git(place: Place, done: Withdrawn, sources: tuple[str, ...]) -> Iterator[str]:
    """The commands that take these files out of every earlier version, and put the present ones back.

    The pages that named what was taken down go too, since their earlier versions name it; a source goes
    for good.
    """
    try:
        prefix = published(place.content, "HEAD").prefix
    except NoHistory:
        prefix = f"{place.content.name}/"
    stay = [shlex.quote(prefix + path) for path in (*done.tombstones, *done.mended)]
    gone = [shlex.quote(path) for path in (*(prefix + path for path in done.gone), *sources)]
    yield f"git archive --output {COPY} HEAD -- {' '.join(stay)}"
    yield f"git filter-repo --invert-paths {' '.join(f'--path {path}' for path in (*stay, *gone))}"
    yield f"tar -xf {COPY}"
    yield f"git add {' '.join(stay)}"
    yield 'git commit -m "Sider er taget ned"'
    yield "git remote add origin ADRESSEN-PÅ-ARKIVET"
    yield "git push --force --all origin"
