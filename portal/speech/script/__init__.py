"""The script: a page's HTML as it is seen → what is said of it, sentence by sentence, each tied to its element.

May import catalogue and everything below it, and speech's `sentences`; it knows no voice.
"""

from portal.speech.script.runs import Utterance
from portal.speech.script.seen import TooMuch
from portal.speech.script.walk import NOTHING, Known, script

__all__ = ["NOTHING", "Known", "TooMuch", "Utterance", "script"]
