"""How minutes come in and the site goes out: gates, workflows, branches and servers."""
