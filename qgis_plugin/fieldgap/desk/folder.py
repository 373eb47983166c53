"""Where the plugin lies."""

import os

PLUGIN = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
