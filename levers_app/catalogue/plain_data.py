"""Dataclasses from the plain data that JSON holds, whatever version of the program wrote them."""

import dataclasses
from collections.abc import Mapping
from contextlib import suppress
from types import UnionType
from typing import Any, Literal, TypeVar, get_args, get_origin

T = TypeVar("T")
_Spared = tuple[type[ValueError], ...]
"""Errors of a part that leave the rest as it is."""


def read_as(model: type[T], data: object, *, strict: bool = False) -> T:
    """Return plain data as the dataclass ``model``.

    Unknown keys are dropped; what is missing has the default of the field. So has what is of another form than the
    field, and items of a list that make no sense are left out; unless all of it must be right, being ``strict``.

    Raises:
        ValueError: they lack what the model must have, or are not all right.
    """
    part: T = _part(model, data, () if strict else (ValueError,))
    return part


def _part(model: Any, data: object, spared: _Spared) -> Any:  # noqa: ANN401 - a dataclass, and one of it
    if not isinstance(data, Mapping):
        raise ValueError(f"{type(data).__name__} is no {model.__name__}")
    known: dict[str, Any] = {}
    for each in dataclasses.fields(model):
        if each.name in data:
            with suppress(*spared):
                known[each.name] = _value(each.type, data[each.name], spared)
    try:
        return model(**known)
    except TypeError as error:
        raise ValueError(f"not all of {model.__name__}") from error


def _value(form: Any, value: object, spared: _Spared) -> Any:  # noqa: ANN401 - a type, and a value of it
    if dataclasses.is_dataclass(form):
        return _part(form, value, spared)
    if isinstance(form, UnionType):  # « int | None »
        return None if value is None else _value(get_args(form)[0], value, spared)
    if get_origin(form) is tuple and isinstance(value, list | tuple):
        items: list[Any] = []
        for item in value:
            with suppress(*spared):
                items.append(_value(get_args(form)[0], item, spared))
        return tuple(items)
    fits = value in get_args(form) if get_origin(form) is Literal else type(value) is form
    if not fits:
        raise ValueError(f"{type(value).__name__} is no {form}")
    return value
