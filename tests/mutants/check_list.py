#!/usr/bin/python3
"""The list of mistakes fits the code: what each replaces stands there once, and what comes of it is a source. usage: check_list.py REPOSITORY"""

import sys
from pathlib import Path

from mutant_list import Fault, faults, list_in, self_test

LEAST_MUTANTS = 61


def main():
    self_test()
    root = Path(sys.argv[1])
    try:
        mutants = list_in(root)
    except Fault as fault:
        print(fault)
        return 1
    found = list(faults(mutants, root))
    if len(mutants) < LEAST_MUTANTS:
        found.append(f"{len(mutants)} mutants, fewer than {LEAST_MUTANTS}")
    if 10 * sum(bool(mutant.survives) for mutant in mutants) > len(mutants):
        found.append("more than one mistake in ten is excused")
    print("\n".join(found) or f"{len(mutants)} mutants")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
