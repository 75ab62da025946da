"""What stood on the site before: the pages as they were last published, out of git."""
