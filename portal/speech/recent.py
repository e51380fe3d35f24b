"""What was made in the last seconds, kept in memory alone: browsers ask for parts of a sound again as it plays."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from threading import Lock
from time import monotonic

Key = tuple[str, str, str]


class Recent:
    """Answers of the last `seconds`, `most` bytes of them. What two ask for at once is made once."""

    def __init__(self, seconds: float, most: int) -> None:
        self._seconds, self._most = seconds, most
        self._kept: OrderedDict[Key, tuple[float, bytes]] = OrderedDict()
        self._making: dict[Key, Future[bytes]] = {}
        self._lock = Lock()

    @property
    def size(self) -> int:
        """Bytes of all that is kept."""
        return sum(len(body) for _, body in self._kept.values())

    def get(self, key: Key, make: Callable[[], bytes]) -> bytes:
        """The answer made a moment ago or being made, or a new one. Raises what `make` raises."""
        with self._lock:
            self._forget()
            if key in self._kept:
                return self._kept[key][1]
            if (others := self._making.get(key)) is None:
                mine = self._making[key] = Future[bytes]()
        return others.result() if others else self._made(key, make, mine)

    def _made(self, key: Key, make: Callable[[], bytes], mine: Future[bytes]) -> bytes:
        try:
            body = make()
        except BaseException as error:
            mine.set_exception(error)
            raise
        else:
            mine.set_result(body)
            with self._lock:
                self._kept[key] = (monotonic(), body)
                self._forget()
            return body
        finally:
            with self._lock:
                del self._making[key]

    def _forget(self) -> None:
        while self._kept:
            oldest = next(iter(self._kept))
            if self._kept[oldest][0] > monotonic() - self._seconds and self.size <= self._most:
                return
            del self._kept[oldest]
