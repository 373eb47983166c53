#!/usr/bin/python3
"""The page of `fieldgap report` in Chromium, as `run` beside this file has it.

usage: check_page.py FIELDGAP PICTURES
"""

import os
import sys
from pathlib import Path

RUN = Path(__file__).resolve().parent / "run"
FIELDGAP, PICTURES = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
os.execv(RUN, [str(RUN), str(FIELDGAP), str(PICTURES / "page")])
