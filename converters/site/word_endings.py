"""What Danish words end on and begin with: enough to know a word again in another form.

This is no stemmer for readers (the search index has one); it only tells whether two forms may be one word.
"""

from __future__ import annotations

import re

# Longest first: what is longest is taken off.
INFLECTIONS = "ernes enes rnes erne rne ens ers ets ene nes ne en er es et e n r s".split()
ENDING = re.compile(rf"(?:{'|'.join(INFLECTIONS)})\Z")
ANY_INFLECTION = frozenset(INFLECTIONS)
LAST_LETTERS = frozenset(ending[-1] for ending in INFLECTIONS)
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
    agtig agtige agtigt ale aler alet ant bar bart cent dom domme dommen ede elig elle else elsen elser
    ende ene enlignet ens ent ente enterne ere eren erens eres eri erie ering eringer erne ernes ers ets
    fik fuld fulde fuldt gelse gelsen gelser ger gere gerne gernes get gørelse gørelsen hed heden hedens
    heder heds hold holdt ing inge ingen ingens inger ingerne ingernes ingers isk iske isme ismen ist
    ister ive kende kender kendt kendte len lere lerne let lig lige ligere ligt ling linge lingen
    lingens linger løs løse løst mæssig mæssige mæssigt nede nen ner nere nerne nes net ning ningen
    ninger proc rede relse relsen relser ren rende rens res ret retning ring ringe ringen ringer rings
    rne sel sen sene ser sere seres seret serne set sig skab skabe skaber skabet ske sker skes skt som
    somhed somheden somheds somme sonlige ster stes ten ter tere tes tet tion tionen tioner tre vis vist
    vur
    """.split()
)
# Beginnings that change a word rather than join another to it: "oversigt", "undersøge", "efterretning".
BEGINNINGS = frozenset(
    """
    af bag bort efter for fore foret fors forud fra frem gen gennem god hel hen hjem igen igennem
    imellem imod ind inde inter med mellem mis mod ned om op over på sam samm samme sammen til tilbage
    ud ude uden under ved vide videre
    """.split()
)


def stem(word: str) -> str:
    """A word without its endings, if enough letters are left: ``planerne`` and ``planer`` give ``plan``.

    A consonant that is doubled before an ending is single without: ``skatter`` gives ``skat``.
    """
    # Most words end on another letter, which is told without the pattern.
    while word[-1:] in LAST_LETTERS and (found := ENDING.search(word, SHORTEST_STEM)):
        word = word[: found.start()]
        if len(word) > SHORTEST_STEM and word[-1] == word[-2]:
            word = word[:-1]
    return word
