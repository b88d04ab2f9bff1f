"""Lazy exports: a package imports a module when one of its names is first used.

This keeps start-up fast.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any


def lazy(
    package: str, modules: Mapping[str, Sequence[str]]
) -> tuple[Callable[[str], Any], list[str]]:
    """Return `__getattr__` and `__all__` for a package (PEP 562).

    `modules` maps each module of the package, or of a package in it (`events.card`), to the names
    that the package exports from it.
    """
    home_of = {name: module for module, names in modules.items() for name in names}

    def load(name: str) -> Any:
        if name not in home_of:
            raise AttributeError(f"module '{package}' has no attribute '{name}'")
        value = getattr(import_module(f"{package}.{home_of[name]}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return load, sorted(home_of)
