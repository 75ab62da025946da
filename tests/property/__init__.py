"""Laws over made-up documents."""
