"""The native format: a YAML file, read one event at a time."""
