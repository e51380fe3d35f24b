"""For those who keep the machine running: whether it is ready, and figures for Prometheus."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector
from sqlalchemy import text
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from portal.delivery.watch import standing
from portal.security.tokens import same
from portal.web.endpoint import ANSWERS
from portal.web.house import House

Endpoint = Callable[[Request], Awaitable[Response]]
LOCAL = {"127.0.0.1", "::1", "testclient"}


def healthz(house: House) -> Endpoint:
    """200 once the database answers."""

    async def answer(_request: Request) -> Response:
        with house.database.reading() as db:
            db.execute(text("SELECT 1"))
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
        return Response(generate_latest(registry), media_type="text/plain; version=0.0.4")

    return answer


class Waiting(Collector):
    """How the outbox stands, asked when Prometheus asks."""

    def __init__(self, house: House) -> None:
        self.house = house

    def collect(self) -> Iterator[Metric]:
        """Envelopes waiting, the age of the oldest in seconds, envelopes set aside."""
        with self.house.database.reading() as db:
            now = standing.standing(db, self.house.clock())
        yield GaugeMetricFamily("yorisoi_envelopes_waiting", "Letters not yet delivered", now.waiting)
        yield GaugeMetricFamily("yorisoi_envelopes_oldest_seconds", "Age of the oldest", now.oldest.total_seconds())
        yield GaugeMetricFamily("yorisoi_envelopes_set_aside", "Letters refused for good", now.set_aside)
