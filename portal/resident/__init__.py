"""The resident's door: home, start, each question, review, consent, receipt, status, going on later.

May import web and everything below it; never desk or api.
"""

from portal.resident import consent, done, home, household, later, preferences, review, start, status, step
from portal.web.house import Door

DOORS = {
    "home": Door(home.show),
    "resume": Door(later.show_resume, later.resume, slow=True),
    "status": Door(status.show, status.find),
    "preferences": Door(preferences.show, preferences.take),
    "start": Door(start.show, start.take),
    "review": Door(review.show),
    "consent": Door(consent.show, consent.press),
    "done": Door(done.show, done.leave),
    "later": Door(later.show, later.issue, slow=True),
    "step": Door(step.show, step.take),
    "person": Door(household.show_person, household.take_person),
}
"""Every page by its name in web/addresses."""
