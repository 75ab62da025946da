"""What each text object of a page says, found in one pass over the page's letters.

PDFium tells it too (FPDFTextObj_GetText), but goes through all letters of the page for every object,
which made a page cost the square of its length.  The letters of an object stand together, so it is
enough to ask where they end.  Where they may not, as in text read from the right, PDFium is asked.
"""

from __future__ import annotations

import ctypes
import re

from converters.readers.pdf_calls import address_of, count_letters, get_letters, get_text, object_at

# Scripts read from the right, signs that turn the direction, and halves of signs beyond the first plane.
TURNING = re.compile(
    "[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufb1d-\ufdff\ufe70-\ufefe]"
)
# Signs among an object's letters that may not be its own: PDFium can tell, and is asked.
NOT_ITS_OWN = re.compile("[\x00\r\n]|  ")
ROOM = 4096  # letters of an object; more are fetched a second time


class Texts:
    """What the objects of a page say.

    ``found`` are the objects that letters were seen of, by their addresses.  ``doubted`` becomes true
    once an object turns out to have letters that were taken for another's: what was told before is in
    doubt then, and from there on PDFium is asked about every object.
    """

    def __init__(self, text_page: object, longest: int) -> None:
        self._page = address_of(text_page)
        self._longest = longest  # letters of an object that are read
        self._room = (ctypes.c_ushort * ROOM)()
        self.found: dict[int, str] = {}
        self.doubted = not self._gather()

    def of(self, one: int) -> str:
        """Give the text of the object at an address."""
        text = "" if self.doubted else self.found.get(one, "")
        if not text:
            text = self._asked(one)
            self.doubted = self.doubted or (bool(text) and one not in self.found)
        return text

    def _asked(self, one: int) -> str:
        room = self._room
        size = get_text(one, self._page, ctypes.addressof(room), len(room) * 2)
        if size > len(room) * 2:
            room = (ctypes.c_ushort * (min(size // 2, self._longest)))()
            size = get_text(one, self._page, ctypes.addressof(room), len(room) * 2)
        if size <= 2:
            return ""
        return ctypes.string_at(room, min(size, len(room) * 2) - 2).decode("utf-16-le", "replace")

    def _gather(self) -> bool:
        """Find what each object says; false if its letters need not stand together."""
        count = count_letters(self._page)
        if count <= 0:
            return True
        room = (ctypes.c_ushort * (2 * count + 2))()  # a sign beyond the first plane takes two
        if get_letters(self._page, 0, count, ctypes.addressof(room)) != count + 1:
            return False
        text = ctypes.string_at(room, 2 * count).decode("utf-16-le", "replace")
        if len(text) != count or TURNING.search(text):
            return False
        found, longest = self.found, self._longest
        one, start = self._next(0, count)
        while one:
            if one in found:
                return False
            end = start + 1
            # What most objects of one letter are followed by, as leader dots are by the thousand.
            other = object_at(self._page, end) if end < count else 0
            following = (other, end) if other else self._next(end, count)
            if following[0] == one:
                end, following = self._end(one, end, text)
            said = text[start:end]
            if NOT_ITS_OWN.search(said) or end - start > longest:
                said = ""
            elif text[end : end + 1] == " ":
                said += " "
            found[one] = said
            one, start = following
        return True

    def _end(self, one: int, last: int, text: str) -> tuple[int, tuple[int, int]]:
        """Where the letters of an object end that is longer than one, and the object that follows it.

        ``last`` is the place behind its first letter.  Mostly it ends where its line does.
        """
        count = len(text)
        while True:
            cut = text.find("\r", last)
            cut = count if cut < 0 else cut
            if cut > last and (beyond := self._next(cut - 1, count))[0] != one:
                break
            following = self._next(cut, count)
            if following[0] != one:
                return cut, following
            last = cut + 1
        low, high, following = last - 1, cut - 1, beyond  # its own, and no more its own
        while high - low > 1:
            middle = (low + high) // 2
            found = self._next(middle, count)
            if found[0] == one:
                low = middle
            else:
                high, following = middle, found
        return high, following

    def _next(self, place: int, count: int) -> tuple[int, int]:
        """Give the object of the first letter from a place on, and the letter's place; 0 for none.

        Blanks and the ends of lines may be PDFium's own, and no object's.
        """
        page = self._page
        while place < count:
            if found := object_at(page, place):
                return found, place
            place += 1
        return 0, count
