"""Every text that a planner sees of the plugin, in English and Chinese. Knows no QGIS."""

from .en import ENGLISH
from .zh import CHINESE

CATALOGUES = {"en": ENGLISH, "zh": CHINESE}


def language_of(locale):
    """The language of texts for a locale such as zh_CN, zh-Hans or de."""
    return "zh" if locale.lower().startswith("zh") else "en"


def text(language, key, **values):
    return CATALOGUES[language][key].format(**values)
