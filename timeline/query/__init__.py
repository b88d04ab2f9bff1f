"""The question language: parsed from words, built from options, printed back as words."""
