"""The catalogue: which services a town offers on a day, read from one YAML file per service and effective date.

May import answers, municipalities, registries, language, storage, security and settings.
"""
