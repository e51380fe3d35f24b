"""Voices: who speaks which language, and what becomes of the sound.

`voice` is the contract; `openjtalk`, `espeak` and, for published words alone, `google` keep it; `chosen` picks by the
operator's settings; `encoded` makes bytes of a sound. No engine is imported before it speaks. May import speech's
`processes` and `public`, language and settings.
"""
