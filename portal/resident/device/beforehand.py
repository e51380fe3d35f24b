"""What would follow an answer, told on a slow line before it is sent (static/tunnel/foreseen.js).

The answer is read as ever, and all that was written is taken back.
"""

from __future__ import annotations

from portal.resident import step
from portal.web.errors import Refused
from portal.web.house import Answer
from portal.web.visit import Visit

HEADER = "x-beforehand"


def take(visit: Visit) -> Answer:
    """Take an answer, or only tell what would follow. Raises Refused where that cannot be told."""
    if HEADER not in visit.request.headers:
        return step.take(visit)
    if visit.form.do != "next" or visit.form.upload:
        raise Refused(400)
    visit.db.exec_driver_sql("SAVEPOINT beforehand")
    answer = step.take(visit)
    visit.db.exec_driver_sql("ROLLBACK TO SAVEPOINT beforehand")
    return answer
