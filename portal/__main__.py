"""`python -m portal` is the operator's command `yorisoi`."""

from portal.cli import main

if __name__ == "__main__":
    main()
