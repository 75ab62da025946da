"""What every test may ask for: the project's folder, the shared samples, and leave to write golden files."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
SHARED_SOURCES = {"seed": "seeds", "layout": "layouts"}

# A shared machine is slow now and then, which is no fault of the code; CI tries the same examples each time.
settings.register_profile("house", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the one way to change golden files."""
    parser.addoption(
        "--update-golden", action="store_true", help="write golden files anew; review them as a diff"
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for `seed` or `layout` once for each text of that folder beside the repository."""
    for name, folder in SHARED_SOURCES.items():
        if name in metafunc.fixturenames:
            sources = sorted((SHARED / folder).glob("*.txt"))
            missing = pytest.param(
                None, marks=pytest.mark.skip(reason=f"no ../shared/{folder} beside the repository")
            )
            metafunc.parametrize(
                name, sources or [missing], ids=[source.stem for source in sources] or ["none"]
            )


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Tell whether golden files shall be written instead of compared."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared samples and truth files beside the repository; skips where there is none."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared beside the repository")
    return SHARED
