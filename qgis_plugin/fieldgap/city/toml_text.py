"""Values as TOML has them, whatever is in them."""

SHORT = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
FIRST_PRINTED, DELETE, FIRST_SURROGATE, LAST_SURROGATE = 0x20, 0x7F, 0xD800, 0xDFFF


def _letter(letter):
    code = ord(letter)
    if letter in SHORT:
        return SHORT[letter]
    if code < FIRST_PRINTED or code == DELETE:
        return f"\\u{code:04X}"
    return "\ufffd" if FIRST_SURROGATE <= code <= LAST_SURROGATE else letter


def string(text):
    return '"' + "".join(_letter(letter) for letter in text) + '"'


def value(thing):
    if isinstance(thing, bool):
        return "true" if thing else "false"
    if isinstance(thing, float):
        return repr(thing)
    return str(thing) if isinstance(thing, int) else string(thing)


def comment(text):
    """One line, whatever the text holds."""
    return "# " + string(text)[1:-1]
