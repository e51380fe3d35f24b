"""The sounds of published words: the same for everybody, named by what is said, kept by every cache for ever."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import Response

from portal.resident.listening.ranges import sound
from portal.speech.voices.voice import Silent
from portal.web.assets import FOREVER
from portal.web.endpoint import SOUNDS
from portal.web.house import House


class Published:
    """`/speech/{name}.{suffix}`."""

    def __init__(self, house: House) -> None:
        self.house = house

    async def serve(self, request: Request) -> Response:
        """The sound of that name, made now where it is not on the shelf; 503 while no voice is free."""
        name, suffix = request.path_params["name"], request.path_params["suffix"]
        loop = asyncio.get_running_loop()
        try:
            body = await loop.run_in_executor(SOUNDS, self.house.sounds.get, name, suffix)
        except Silent:
            return Response(status_code=503, headers={"Retry-After": "2"})
        if body is None:
            return Response(status_code=404)
        answer = sound(body, suffix, request.headers.get("range"), **{"Cache-Control": FOREVER})
        headers = {"Content-Type": answer.media_type, **answer.headers}
        return Response(answer.body, answer.status, headers)
