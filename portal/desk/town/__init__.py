"""The town itself, as its administrators change it: contacts, days, departments, texts of services.

Every change is seen before it counts.
What is the same for all parts stands in `editing`.
"""
