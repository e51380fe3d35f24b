"""For those who keep the machine running: whether it is ready, and figures for Prometheus."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector
from sqlalchemy import text
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from portal.cases.arrival.standing import not_arrived
from portal.delivery.watch import standing
from portal.security.tokens import same
from portal.web.endpoint import ANSWERS
from portal.web.house import House

Endpoint = Callable[[Request], Awaitable[Response]]
LOCAL = {"127.0.0.1", "::1", "testclient"}

LETTERS: tuple[tuple[str, str, Callable[[standing.Standing], float]], ...] = (
    ("waiting", "Letters not yet delivered", lambda one: one.waiting),
    ("retrying", "Those of them that were tried in vain", lambda one: one.retrying),
    ("oldest_seconds", "Age of the oldest", lambda one: one.oldest.total_seconds()),
    ("set_aside", "Letters refused for good", lambda one: one.set_aside),
)


def healthz(house: House) -> Endpoint:
    """200 once the database answers."""

    def look() -> None:
        with house.database.reading() as db:
            db.execute(text("SELECT 1"))

    async def answer(_request: Request) -> Response:
        await run_in_threadpool(look)  # a database that is away keeps whoever asks waiting, and nobody else
        return PlainTextResponse("ok\n")

    return answer


def metrics(house: House) -> Endpoint:
    """Prometheus's text format; for this machine, or whoever holds `metrics_token`."""
    registry = CollectorRegistry()
    registry.register(ANSWERS)
    registry.register(Waiting(house))

    async def answer(request: Request) -> Response:
        token = house.settings.metrics_token
        client = request.client.host if request.client else ""
        given = request.headers.get("authorization", "").removeprefix("Bearer ")
        if not (same(given, token) if token else client in LOCAL):
            return PlainTextResponse("not for you\n", 403)
        told = await run_in_threadpool(generate_latest, registry)
        return Response(told, media_type="text/plain; version=0.0.4")

    return answer


class Waiting(Collector):
    """How the outbox stands, asked when Prometheus asks."""

    def __init__(self, house: House) -> None:
        self.house = house

    def collect(self) -> Iterator[Metric]:
        """Letters by channel: waiting, tried in vain, age of the oldest in seconds, set aside; cases not yet with their
        offices. Never by town: 1,741 of them would be too many series.
        """
        with self.house.database.reading() as db:
            found = standing.standing(db, self.house.clock())
            cases, age = not_arrived(db, self.house.clock())
        for name, about, value in LETTERS:
            metric = GaugeMetricFamily(f"yorisoi_envelopes_{name}", about, labels=["channel"])
            for channel, one in sorted(found.items()):
                metric.add_metric([channel], value(one))
            yield metric
        yield GaugeMetricFamily("yorisoi_cases_not_received", "Cases not yet with their offices", cases)
        yield GaugeMetricFamily("yorisoi_cases_not_received_oldest_seconds", "Age of the oldest", age.total_seconds())
