def shared_fixtures():
    return []
