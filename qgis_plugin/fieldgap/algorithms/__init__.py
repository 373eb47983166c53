"""One algorithm a command of the program."""
