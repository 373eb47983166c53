"""The config of a city whose layers come out of a QGIS project."""

from dataclasses import dataclass, field
from typing import Dict

from . import toml_text


@dataclass(frozen=True)
class Input:
    """path: relative to the config, or absolute. layer: empty where the file has but one."""

    role: str
    path: str
    layer: str = ""
    comes_from: str = ""
    more: Dict[str, object] = field(default_factory=dict)


def _input_lines(each):
    lines = ["", f"[inputs.{each.role}]"]
    if each.comes_from:
        lines.append(toml_text.comment(each.comes_from))
    lines.append(f"path = {toml_text.string(each.path)}")
    if each.layer:
        lines.append(f"layer = {toml_text.string(each.layer)}")
    return lines + [f"{key} = {toml_text.value(thing)}" for key, thing in each.more.items()]


def _tables(values):
    tables = {}
    for key, thing in values.items():
        table, _, rest = key.partition(".")
        tables.setdefault(table, []).append(f"{rest} = {toml_text.value(thing)}")
    return tables


def config_text(name, first_comment, inputs, values):
    """values: by config key, such as walk.minutes."""
    lines = [toml_text.comment(first_comment), "", "[city]", f"name = {toml_text.string(name)}"]
    for each in inputs:
        lines += _input_lines(each)
    for table, rows in _tables(values).items():
        lines += ["", f"[{table}]", *rows]
    return "\n".join(lines) + "\n"
