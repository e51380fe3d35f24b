"""At once: what is done, or asked, about many cases in one go. May import what `portal.desk` may."""
