"""Asking web addresses, and following where they lead."""

import asyncio
from collections.abc import Callable, Collection, Sequence
from http import HTTPStatus
from importlib.metadata import version
from ipaddress import ip_address

import httpx

from timeline.errors import TimelineError
from timeline.links.answers import Answer, Outcome
from timeline.links.failures import is_unknown_host, reason_of
from timeline.links.hosts import PAUSE, Hosts

MOST_REDIRECTS = 10
"""The maximum number of redirects that are followed."""

_PERMANENT = (301, 308)
_GONE = (404, 410)
_TIMEOUT = httpx.Timeout(20, connect=10, pool=None)
_UNKNOWN_HOST = Answer(Outcome.DEAD, "its host is not known")

Tell = Callable[[str, Answer], None]


class NoNetworkError(TimelineError):
    """No host is known, so there is probably no network."""


def ask(addresses: Collection[str], tell: Tell, pause: float = PAUSE) -> None:
    """Ask each address, and tell what it answered as soon as that is known.

    Hosts are asked at the same time, but each of them one address after another. Raises
    NoNetworkError if none of several hosts is known.
    """
    answers: list[Answer] = []

    def told(address: str, answer: Answer) -> None:
        answers.append(answer)
        tell(address, answer)

    asyncio.run(_ask_all(addresses, told, pause))
    if len(answers) > 1 and all(answer == _UNKNOWN_HOST for answer in answers):
        raise NoNetworkError(
            f"none of the {len(answers):,} addresses could be asked, because no host is known: "
            "check the network"
        )


async def _ask_all(addresses: Collection[str], tell: Tell, pause: float) -> None:
    agent = f"timeline-explorer/{version('timeline-explorer')} (timeline check --links)"
    headers = {"User-Agent": agent, "Accept": "*/*"}
    async with (
        httpx.AsyncClient(headers=headers, timeout=_TIMEOUT, follow_redirects=False) as client,
        asyncio.TaskGroup() as tasks,
    ):
        hosts = Hosts(client, pause)
        for address in addresses:
            tasks.create_task(_ask_one(hosts, address, tell))


async def _ask_one(hosts: Hosts, address: str, tell: Tell) -> None:
    tell(address, await _answer(hosts, address))


async def _answer(hosts: Hosts, address: str) -> Answer:
    """Return what an address answers, after the redirects."""
    page, mark, part = address.partition("#")
    try:
        first = httpx.URL(page)
    except (httpx.InvalidURL, ValueError) as error:
        return _unclear(reason_of(error))
    path = [first]
    # How far redirects are permanent.
    moved = 0
    while True:
        try:
            response = await hosts.ask(path[-1])
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
            if is_unknown_host(error) and len(path) == 1:
                return _UNKNOWN_HOST
            return _unclear(reason_of(error) + _at(path))
        if response.next_request is None:
            break
        target = response.next_request.url
        if problem := _problem_with(path, target):
            return _unclear(problem)
        if response.status_code in _PERMANENT and moved == len(path) - 1:
            moved = len(path)
        path.append(target)
    if response.is_success and not moved:
        return Answer(Outcome.FINE)
    if response.is_success:
        # The part of a page is kept, unless the redirect names one (RFC 9110, 10.2.2).
        kept = "" if path[moved].fragment else mark + part
        return Answer(Outcome.MOVED, f"{path[moved]}{kept}")
    outcome = Outcome.DEAD if response.status_code in _GONE else Outcome.UNCLEAR
    return Answer(outcome, _words(response.status_code) + _at(path))


def _unclear(about: str) -> Answer:
    return Answer(Outcome.UNCLEAR, about)


def _at(path: Sequence[httpx.URL]) -> str:
    return f" at {path[-1]}" if len(path) > 1 else ""


def _problem_with(path: Sequence[httpx.URL], target: httpx.URL) -> str:
    """Return why a redirect is not followed, empty if it is."""
    if target.scheme not in ("http", "https"):
        return f"it redirects to {target}, which is no web address"
    if _is_private(target) and not _is_private(path[0]):
        return f"it redirects to the private address {target}"
    if target in path:
        return "its redirects go in a circle"
    if len(path) > MOST_REDIRECTS:
        return f"it redirects more than {MOST_REDIRECTS} times"
    return ""


def _words(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"status {status}"


def _is_private(url: httpx.URL) -> bool:
    """Return whether an address is named as one of this computer or of a private network."""
    if url.host == "localhost" or url.host.endswith(".localhost"):
        return True
    try:
        return not ip_address(url.host).is_global
    except ValueError:
        return False
