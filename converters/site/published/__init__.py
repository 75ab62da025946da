"""What the site offers beside its pages, for following and for use elsewhere: feeds, calendars, open data."""
