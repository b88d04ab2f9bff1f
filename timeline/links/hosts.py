"""Asking hosts politely: one request at a time for each, with a pause after it."""

import asyncio
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from ssl import SSLError

import httpx

PAUSE = 0.5
"""The pause between two requests to one host, in seconds."""

MOST_AT_ONCE = 16
"""The maximum number of hosts that are asked at the same time."""

LONGEST_WAIT = 30.0
"""How many seconds to wait at most if a host asks to be asked again later."""

LONGEST_REQUEST = 60.0
"""The maximum duration of a request, in seconds."""

_BUSY = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)
# Servers may refuse to tell about a page without sending it, and some answer wrongly.
_CLOSED_WITHOUT_ANSWER = (httpx.RemoteProtocolError, httpx.ReadError)


class _Host:
    """A host: who is asking it, and why it is not asked any more.

    `failures` are those to connect, by scheme.
    """

    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.busy: httpx.Response | None = None
        self.failures: dict[str, Exception] = {}


class Hosts:
    """All hosts that are asked."""

    def __init__(self, client: httpx.AsyncClient, pause: float = PAUSE) -> None:
        self._client = client
        self._pause = pause
        self._hosts: dict[str, _Host] = {}
        self._turns = asyncio.Semaphore(MOST_AT_ONCE)

    async def ask(self, url: httpx.URL) -> httpx.Response:
        """Return the response for an address, without its content.

        A host that is busy is asked once more if it says when, and no more after that. Neither is
        one that cannot be connected to. Raises httpx.HTTPError and OSError.
        """
        host = self._hosts.setdefault(url.netloc.decode("ascii"), _Host())
        await host.lock.acquire()
        pause = 0.0
        try:
            if host.busy is not None:
                return host.busy
            if url.scheme in host.failures:
                raise host.failures[url.scheme]
            pause = self._pause
            return await self._asked(host, url)
        finally:
            asyncio.get_running_loop().call_later(pause, host.lock.release)

    async def _asked(self, host: _Host, url: httpx.URL) -> httpx.Response:
        try:
            response = await self._turn(url)
        except (httpx.ConnectError, httpx.ConnectTimeout, SSLError) as error:
            host.failures[url.scheme] = error
            raise
        if response.status_code in _BUSY:
            wait = _seconds_to_wait(response)
            if wait is not None and wait <= LONGEST_WAIT:
                await asyncio.sleep(wait)
                response = await self._turn(url)
            if response.status_code == HTTPStatus.TOO_MANY_REQUESTS:
                host.busy = response
        return response

    async def _turn(self, url: httpx.URL) -> httpx.Response:
        async with self._turns, asyncio.timeout(LONGEST_REQUEST):
            with suppress(*_CLOSED_WITHOUT_ANSWER):
                response = await self._client.head(url)
                if not response.is_error or response.status_code in _BUSY:
                    return response
            with suppress(*_CLOSED_WITHOUT_ANSWER):
                return await self._got(url)
            # The connection may have been an old one, which the host had closed meanwhile.
            return await self._got(url)

    async def _got(self, url: httpx.URL) -> httpx.Response:
        async with self._client.stream("GET", url) as response:
            return response


def _seconds_to_wait(response: httpx.Response) -> float | None:
    """Return what `Retry-After` says (RFC 9110, 10.2.3), None if it says nothing."""
    text = response.headers.get("retry-after", "").strip()
    if text.isdecimal():
        return float(text)
    try:
        until = parsedate_to_datetime(text)
    except ValueError:
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.now(UTC)).total_seconds())
