"""The towns of a running house: what each has changed itself is taken up while it runs."""
