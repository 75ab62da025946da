"""A municipality's own repository, made, built and upgraded with wheels of ours."""
