"""timeline schema: the JSON Schema of a chronology file."""

EXAMPLES = """Examples:

timeline schema

timeline schema > events.schema.json"""


def command() -> None:
    """Print the JSON Schema of a chronology file, for editors and programs"""
    import json

    from timeline.cli.terminal import write_text
    from timeline.readers import schema

    write_text(f"{json.dumps(schema(), indent=2)}\n")
