"""The plugin's one setting, in the options of Processing: where the program is."""

import os

from processing.core.ProcessingConfig import ProcessingConfig, Setting

from ..program.finding import find_program
from .folder import PLUGIN
from .speech import tr

KEY = "FIELDGAP_PROGRAM"


def add(group, icon):
    ProcessingConfig.settingIcons[group] = icon
    ProcessingConfig.addSetting(Setting(group, KEY, tr("setting_program"), "", valuetype=Setting.FILE))
    ProcessingConfig.readSettings()


def remove():
    ProcessingConfig.removeSetting(KEY)


def search():
    return find_program(ProcessingConfig.getSetting(KEY) or "", os.environ, PLUGIN)
