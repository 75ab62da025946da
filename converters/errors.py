"""The error tree: what can be wrong with a source or a page, each with place and remedy.

    ReferatError
      ConversionError      one source could not be converted; the others go on
        UnreadableSource   bytes no reader understands: unknown format, noise
          EncryptedSource  locked with a password
          TruncatedSource  cut in the middle, or damaged so that a part is gone
          CrashedReader    the reader itself fell over the file
          MissingProgram   a program that reads the format is not installed
        EmptySource        not one word of text
        UnsafeSource       a source that must not be read: a link out of its folder, an attack
          TooLarge         more bytes, pages or parts than a source may have
          TimedOut         not read within its time
          OutOfMemory      not read within its memory
          LoneAnnex        an annex of an item that may be closed, given without its minutes
        FailedConversion   read, but not understood: a fault of the converter's own
        ImpossibleDate     the day given for the meeting is in no calendar
        Collision          two sources claim the same page
        Unwritable         the output folder does not take what is written
        Busy               another run is writing the same folder
      FrontMatterError     a page breaks the contract
      UnfitPage            a page that cannot be corrected or taken down as asked
      SearchIndexFailed    the site's search index could not be made
      NoScheduler          the cluster that is to do the work does not answer
      GitFailed            git did not do what was asked of it
      NoProposal           a proposal of new pages could not be opened
      NotPublished         the site did not reach its place
      TakenFolder          the folder of a new town holds something already
      UnfitSetting         an answer that would not do as a setting

Messages are Danish, since a clerk reads them.  Every kind has a ``name`` that never changes, for
tables and for programs, and is ``called`` something in Danish.
"""

from __future__ import annotations

from typing import ClassVar


class ReferatError(Exception):
    """Base of every error the commands report: what is wrong, where, and what to try."""

    name: ClassVar[str] = "refused"
    called: ClassVar[str] = "afvist"

    def __init__(self, problem: str, *, where: str, hint: str) -> None:
        super().__init__(f"{where}: {problem} {hint}")
        self.problem = problem
        self.where = where
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        """Errors travel between processes, and their places and hints with them."""
        return again, (type(self), self.problem, self.where, self.hint)


def again(kind: type[ReferatError], problem: str, where: str, hint: str) -> ReferatError:
    """Make an error anew on the other side of a process."""
    return kind(problem, where=where, hint=hint)


class ConversionError(ReferatError):
    """One source could not be converted."""


class UnreadableSource(ConversionError):
    """The bytes are none that a reader understands."""

    name = "unreadable"
    called = "ulæselig"


class EncryptedSource(UnreadableSource):
    """The source is locked with a password."""

    name = "encrypted"
    called = "låst med adgangskode"


class TruncatedSource(UnreadableSource):
    """The source is cut in the middle, or a part of it is gone."""

    name = "truncated"
    called = "afkortet eller beskadiget"


class CrashedReader(UnreadableSource):
    """The reader itself fell over the source."""

    name = "crashed"
    called = "læseren gik ned"


class MissingProgram(UnreadableSource):
    """A program that reads the format is not installed."""

    name = "missing_program"
    called = "et program mangler"


class EmptySource(ConversionError):
    """The source holds not one word of text."""

    name = "empty"
    called = "uden tekst"


class UnsafeSource(ConversionError):
    """The source must not be read."""

    name = "unsafe"
    called = "ikke tilladt"


class TooLarge(UnsafeSource):
    """The source has more bytes, pages or parts than a source may have."""

    name = "too_large"
    called = "for stor"


class TimedOut(UnsafeSource):
    """The source was not read within its time."""

    name = "timeout"
    called = "tog for lang tid"


class LoneAnnex(UnsafeSource):
    """The source is an annex of an item, and the minutes that tell whether it is closed are not there."""

    name = "lone_annex"
    called = "bilag uden referat"


class OutOfMemory(UnsafeSource):
    """The source was not read within its memory."""

    name = "out_of_memory"
    called = "brugte for megen hukommelse"


class FailedConversion(ConversionError):
    """The source was read, but the converter itself failed on it."""

    name = "failed"
    called = "fejl i Referat"


class ImpossibleDate(ConversionError):
    """The source gives the meeting a day that is in no calendar."""

    name = "impossible_date"
    called = "umulig dato"


class Collision(ConversionError):
    """Two sources claim the same page."""

    name = "collision"
    called = "samme møde som en anden kilde"


class Unwritable(ConversionError):
    """The output folder does not take what is written."""

    name = "unwritable"
    called = "kan ikke skrives"


class Busy(ConversionError):
    """Another run is writing the same folder."""

    name = "busy"
    called = "optaget"


class FrontMatterError(ReferatError):
    """A page breaks the contract."""


class UnfitPage(ReferatError):
    """A page cannot be corrected or taken down as asked."""

    name = "unfit_page"
    called = "siden kan ikke rettes"


class SearchIndexFailed(ReferatError):
    """The site's search index could not be made."""

    name = "no_search"
    called = "søgningen mangler"


class NoScheduler(ReferatError):
    """The cluster that is to do the work does not answer."""

    name = "no_scheduler"
    called = "klyngen svarer ikke"


class GitFailed(ReferatError):
    """Git did not do what was asked of it."""

    name = "git"
    called = "git gik i stå"


class NoProposal(ReferatError):
    """The proposal could not be opened."""

    name = "no_proposal"
    called = "intet forslag"


class NotPublished(ReferatError):
    """The site did not reach its place; what readers had before, they have still."""

    name = "not_published"
    called = "ikke lagt ud"


class TakenFolder(ReferatError):
    """There is something in the folder already."""

    name = "taken_folder"
    called = "mappen er optaget"


class UnfitSetting(ReferatError):
    """An answer that would not do as a setting."""

    name = "unfit_setting"
    called = "svaret kan ikke bruges"
