"""`python -m builders`: the same as the command `lessonpress`."""

from builders.cli import main

main()
