"""Speech: what is seen on a page → its sentences → what a voice is given → sound with the times of its words.

`speaker` is the one door to a sound; `normal` tells what is heard, `voices` speak, in `processes` of their own;
`published` knows what everybody sees and `shelf` keeps its sounds. May import catalogue and everything below it
(answers, registries, language, storage, security, settings); never starlette, journey or cases: it knows neither
residents nor where their words come from.
"""
