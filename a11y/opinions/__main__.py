"""`python -m a11y.opinions`: the second opinions."""

from a11y.opinions.run import main

if __name__ == "__main__":
    raise SystemExit(main())
