"""The resident's door: home, start, each question, review, consent, receipt, status, going on later, checking.

May import web and everything below it; never desk or api.
"""

from portal.resident import accessibility, consent, home, household, later, preferences, review, start, step
from portal.resident.after import keep, paper, receipt, withdraw
from portal.resident.aloud import notice, reading, recap, voice
from portal.resident.checking import file, number
from portal.resident.device import beforehand, bell, device, install, kept, manifest, offline, waiting
from portal.resident.listening import listen
from portal.resident.principal import ask, own, revoke, sign
from portal.resident.rush import turn
from portal.resident.talk import call, reply
from portal.web.house import Door

DOORS = {
    "home": Door(home.show),
    "resume": Door(later.show_resume, later.resume, slow=True),
    "status": Door(receipt.show_status, receipt.find),
    "reply": Door(reply.show, reply.take),
    "call": Door(call.show, call.take),
    "ask": Door(ask.show, ask.take),
    "own": Door(own.show, own.take),
    "posted": Door(own.show_posted, own.take_posted),
    "sign": Door(sign.show, sign.take),
    "object": Door(sign.show_object, sign.take_object),
    "signed": Door(sign.show_signed, sign.take_signed),
    "revoke": Door(revoke.show, revoke.take),
    "preferences": Door(preferences.show, preferences.take),
    "reading": Door(reading.show, reading.take, slow=True),
    "voice": Door(voice.show),
    "accessibility": Door(accessibility.show),
    "install": Door(install.show),
    "manifest": Door(manifest.show),
    "device": Door(device.show, device.wipe),
    "offline": Door(offline.show),
    "waiting": Door(waiting.show),
    "kept": Door(kept.show, sounds=True),
    "verify": Door(file.show, file.take),
    "checked": Door(number.show),
    "start": Door(start.show, start.take),
    "turn": Door(turn.show),
    "review": Door(review.show),
    "consent": Door(consent.show, consent.press),
    "done": Door(receipt.show, receipt.take),
    "later": Door(later.show, later.issue, slow=True),
    "notice": Door(notice.show),
    "code": Door(notice.code),
    "withdraw": Door(withdraw.show, withdraw.take),
    "bundle": Door(keep.show),
    "paper": Door(paper.show, slow=True),
    "bell": Door(bell.show, bell.take),
    "step": Door(step.show, beforehand.take),
    "recap": Door(recap.show, recap.take),
    "listen": Door(listen.nothing, listen.take, sounds=True),
    "heard": Door(listen.show, sounds=True),
    "sentence": Door(listen.sentence, sounds=True),
    "picture": Door(step.picture),
    "person": Door(household.show_person, household.take_person),
}
"""Every page by its name in web/addresses."""
