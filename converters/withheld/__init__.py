"""What was withheld, kept as seals: enough to find it again where it must not stand, and no word of it.

``convert`` writes a row for each source into ``.referat/`` in the content folder; ``audit`` holds the
built site against them.  A seal is a hash with a salt.  Eight words cannot be guessed one by one, but
whoever has the salt and knows seven of them can try the next, and so on; names are short enough to
be guessed outright.  So the folder, salt and all, is as closed as the sources themselves: it has a
name that no site builder reads, it keeps itself out of git, and only its owner may read it.
"""
