"""Bad input: one Danish message, nothing half written."""
