"""Dataclasses from the plain data that JSON holds, whatever version of the program wrote them."""

import dataclasses
from collections.abc import Mapping
from contextlib import suppress
from types import UnionType
from typing import Any, Literal, TypeVar, get_args, get_origin

T = TypeVar("T")


def read_as(model: type[T], data: object) -> T:
    """Return plain data as the dataclass ``model``.

    Unknown keys are dropped; what is missing, or of another form than the field, has the default of the field. Items
    of a list that make no sense are left out.

    Raises:
        ValueError: they lack what the model must have.
    """
    part: T = _part(model, data)
    return part


def _part(model: Any, data: object) -> Any:  # noqa: ANN401 - a dataclass, and one of it
    if not isinstance(data, Mapping):
        raise ValueError(f"{type(data).__name__} is no {model.__name__}")
    known: dict[str, Any] = {}
    for each in dataclasses.fields(model):
        with suppress(KeyError, ValueError):
            known[each.name] = _value(each.type, data[each.name])
    try:
        return model(**known)
    except TypeError as error:
        raise ValueError(f"not all of {model.__name__}") from error


def _value(form: Any, value: object) -> Any:  # noqa: ANN401 - a type, and a value of it
    if dataclasses.is_dataclass(form):
        return _part(form, value)
    if isinstance(form, UnionType):  # « int | None »
        return None if value is None else _value(get_args(form)[0], value)
    if get_origin(form) is tuple and isinstance(value, list | tuple):
        items: list[Any] = []
        for item in value:
            with suppress(ValueError):
                items.append(_value(get_args(form)[0], item))
        return tuple(items)
    fits = value in get_args(form) if get_origin(form) is Literal else type(value) is form
    if not fits:
        raise ValueError(f"{type(value).__name__} is no {form}")
    return value
