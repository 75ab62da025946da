"""What stands between conversion and publication: one gate before the build, one after."""
