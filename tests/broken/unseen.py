"""What must never reach a terminal: the same list as words/visible.cpp, written a second time."""
import re

UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")


def unseen_in(output):
    """The first character or wrong byte that should have been escaped, or nothing. `output`: bytes of stdout or stderr."""
    try:
        text = output.decode("utf-8")
    except UnicodeDecodeError as error:
        return f"byte {output[error.start]:#04x}"
    found = UNSEEN.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""
