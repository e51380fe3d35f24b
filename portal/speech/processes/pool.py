"""A few processes that speak, started one by one as they are needed, and a bounded number of wishes that wait."""

from __future__ import annotations

from collections.abc import Callable
from threading import Condition

from portal.processes.child import Child, Gone
from portal.speech.voices.voice import Silent

PATIENCE = 20.0
"""Seconds for one sentence: the longest takes two or three on a slow machine; beyond it something hangs."""
WAITING = 32
"""Wishes that may wait or be worked on; the next is told to come again."""


class Pool:
    """`most` processes made by `made`, each asked one thing at a time."""

    def __init__(self, most: int, made: Callable[[], Child], waiting: int = WAITING) -> None:
        self._made = made
        self._most_waiting, self.waiting = waiting, 0
        self._free: list[Child] = []
        self._changed = Condition()
        self.most, self._left = most, most
        self._all: list[Child] = []
        self._ended = False

    def ask(self, question: bytes) -> bytes:
        """The answer of whichever process is free first. Raises Silent when too many wait or it died twice."""
        child = self._taken()
        try:
            return self._asked(child, question)
        finally:
            self._given_back(child)

    def end(self) -> None:
        """End every process, also those that are asked something; nothing is answered from now on."""
        with self._changed:
            self._ended = True
            for child in self._all:
                child.end() if child in self._free else child.kill()

    @property
    def pids(self) -> list[int]:
        """The numbers of the processes that run."""
        return [pid for child in self._all if (pid := child.pid)]

    def _asked(self, child: Child, question: bytes) -> bytes:
        why = ""
        for _ in range(2):  # one killed from outside, as by a machine short of memory, is asked anew in a new process
            if self._ended:
                raise Silent("the voices have ended")
            try:
                return child.ask(question, PATIENCE)
            except Gone as gone:
                why = str(gone)
        raise Silent(f"the voice's process: {why}")

    def _taken(self) -> Child:
        with self._changed:
            if self.waiting >= self._most_waiting:
                raise Silent("too many wishes")
            self.waiting += 1
            if not self._changed.wait_for(lambda: self._free or self._left, PATIENCE):
                self.waiting -= 1
                raise Silent("too many wishes")
            if self._free:
                return self._free.pop()
            self._left -= 1
            self._all.append(self._made())
            return self._all[-1]

    def _given_back(self, child: Child) -> None:
        with self._changed:
            self.waiting -= 1
            self._free.append(child)
            if self._ended:
                child.end()
            self._changed.notify()
