"""At once: what is done with many cases in one go. May import what `portal.desk` may."""
