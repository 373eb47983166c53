"""The plugin's one setting, in the options of Processing: where the program is."""

import os

from processing.core.ProcessingConfig import ProcessingConfig, Setting

from ..program.finding import find_program, program_at
from .folder import PLUGIN
from .speech import tr

KEY = "FIELDGAP_PROGRAM"


def _validate(path):
    """A path that is lost is let through: refused here, it would keep a planner from saving any option of Processing."""
    if path and os.path.exists(path) and program_at(path) is None:
        raise ValueError(tr("no_program_there", path=path))


def add(group, icon):
    ProcessingConfig.settingIcons[group] = icon
    ProcessingConfig.addSetting(Setting(group, KEY, tr("setting_program"), "", valuetype=Setting.FILE, validator=_validate))
    ProcessingConfig.readSettings()


def remove():
    ProcessingConfig.removeSetting(KEY)


def search():
    return find_program(ProcessingConfig.getSetting(KEY) or "", os.environ, PLUGIN)
