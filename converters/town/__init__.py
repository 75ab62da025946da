"""A municipality's own repository: settings and content, and the number of the version it is built with."""
