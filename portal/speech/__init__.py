"""Speech: what is seen on a page → its sentences → what a voice is given → sound with the times of its words.

May import catalogue and everything below it (answers, registries, language, storage, security, settings); never
starlette, journey or cases: it knows neither residents nor where their words come from.
"""
