"""What Danish words end on and begin with: enough to know a word again in another form.

This is no stemmer for readers (the search index has one); it only tells whether two forms may be one word.
"""

from __future__ import annotations

# Longest first: the first that fits is taken off.
INFLECTIONS = ("ernes", "enes", "erne", "ens", "ers", "ets", "ene", "en", "er", "es", "et", "e", "r", "s")
SHORTEST_STEM = 4

# No part of any compound: they stand alone too often to mean anything inside a word ("strøm-men").
SMALL_WORDS = frozenset(
    """
    alle alt andet anden bare blev bliver bør både da de den denne der deres det dette disse du en end er et
    få får gav gør ham han hans har hav have haft hende her hos hun hver hvis hvor ikke jeg kan kom kun kunne
    man men mere mest mig nogen noget nok nu når og også os per pro samt selv ses sig sin sine sit skal
    skulle som så sådan til tog uden var vi vil ville vis være været
    """.split()
)
# Endings that are words too: "økonomiske" is no spoon (ske), "venskab" no cupboard, "motiveret" no right.
ENDINGS = frozenset(
    """
    agtig agtige agtigt ale aler alet ant bar bart dom domme dommen ede elig else elsen elser ende ene ens ent
    ere eren erens eres eri erie ering eringer erne ernes ers ets fuld fulde fuldt gelse gelsen gelser gere
    ger gernes get hed heden hedens heder hold holdt inge ingen inger ingers ing isk iske isme ismen ist
    ister ive lerne let lig lige ligere ligt ling linge lingen lingens linger løs løse løst mæssig mæssige
    mæssigt nede nen ner nes net ning ningen ninger rede ren rens res ret retning ring ringe ringen ringer
    rings rne set skab skabe skaber skabet ske skes skt sel sen ser sig sker som somme sonlige ster stes ten
    ter tes tet tion tionen tioner vis vist vur
    """.split()
)
# Beginnings that change a word rather than join another to it: "oversigt", "undersøge", "efterretning".
BEGINNINGS = frozenset(
    """
    af bag bort efter for fore forud fra frem gen gennem hel hen hjem igen igennem imellem imod ind inde med
    mellem mis mod ned om op over på sam samme sammen til tilbage ud ude under ved vide videre
    """.split()
)


def stem(word: str) -> str:
    """A word without its ending, if enough letters are left: ``planerne`` and ``planer`` give ``plan``."""
    for ending in INFLECTIONS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: -len(ending)]
    return word
