"""`python -m a11y`: the audit."""

from a11y.run import main

if __name__ == "__main__":
    raise SystemExit(main())
