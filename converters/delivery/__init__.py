"""The way in and the way out: what a proposal of new pages says, and how a site reaches its readers."""
