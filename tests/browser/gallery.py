"""Pictures of every kind of page, for the README: `python -m tests.browser.gallery` takes them anew.

They are of the sample minutes' own site, built on the spot, on a phone and at a desk, light and dark.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import SUB_PATH, chromium, serving
from tests.browser.kinds import DESK, PHONE
from tests.site.municipality import ROOT

FOLDER = ROOT / "docs/img"
MEETING = "teknik-og-miljoeudvalget/2026-04-14/"
KINDS = {
    "forside": ("Forsiden", ""),
    "punkt": ("Et punkt: beslutningen, indstillingen og sagens vej", f"{MEETING}punkt-32/"),
    "lukket-punkt": ("Et lukket punkt", f"{MEETING}punkt-38/"),
    "moede": ("Et møde", MEETING),
    "hele-moedet": ("Hele mødet på én side", f"{MEETING}samlet/"),
    "sag": ("En sag", "sager/2026-1187/"),
    "sager": ("Sager fra A til Å", "sager/"),
    "soegning": ("Søgning", "soeg/?q=cykelsti+fjordvejen"),
    "beslutninger": ("Seneste beslutninger", "beslutninger/"),
    "udvalg": ("Et udvalg", "teknik-og-miljoeudvalget/"),
    "aar": ("Et år", "aar/2026/"),
    "bilag": ("Teksten af et bilag", "boerne-og-skoleudvalget/2026-03-18/bilag/punkt-11-bilag-1/"),
    "foelg": ("Følg med", "foelg/"),
    "ordliste": ("Ordlisten", "om/ordliste/"),
    "findes-ikke": ("Siden findes ikke", "404.html"),
}
SIZES = {"telefon": PHONE, "skaerm": DESK}
LOOKS = {"lys": "light", "moerk": "dark"}
WIDEST = 800  # pixels of a kept picture; a phone's is its own size
QUALITY = 55


def picture_of(browser: Browser, address: str, size: tuple[int, int], *, dark: bool) -> bytes:
    """What a reader sees first of a page, as a small WebP picture."""
    with browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if dark else "light"
    ) as context:
        page = context.new_page()
        page.goto(address, wait_until="networkidle")
        shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    if shot.width > WIDEST:
        shot = shot.resize((WIDEST, round(shot.height * WIDEST / shot.width)), Image.Resampling.LANCZOS)
    kept = io.BytesIO()
    shot.save(kept, "WEBP", quality=QUALITY, method=6)
    return kept.getvalue()


def main() -> None:
    """Build the site, and take every picture of it."""
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", place]
        # The page for "not found" finds its style only where the site knows its address.
        environment = os.environ | {"SITE_URL": f"https://referater.example{SUB_PATH}"}
        subprocess.run(command, cwd=ROOT, env=environment, check=True)
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        with serving(Path(place)) as address:
            for kind, (_, path) in KINDS.items():
                for size_name, size in SIZES.items():
                    for look_name, look in LOOKS.items():
                        picture = picture_of(browser, address + path, size, dark=look == "dark")
                        (FOLDER / f"{kind}-{size_name}-{look_name}.webp").write_bytes(picture)
        browser.close()
    (FOLDER / "README.md").write_text(page_of_pictures(), encoding="utf-8")


def page_of_pictures() -> str:
    """The page that shows them, in Markdown."""
    lines = ["# Billeder\n", "Lavet af `python -m tests.browser.gallery`; Birkevig Kommune findes ikke.\n"]
    for kind, (title, _) in KINDS.items():
        names = [f"{kind}-{size}-{look}.webp" for size in SIZES for look in LOOKS]
        lines += [f"## {title}\n", " ".join(f'<img src="{name}" height="320" alt="">' for name in names), ""]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
