"""What web addresses answer, asked of a server on this computer."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx
import pytest

from tests.conftest import refused
from tests.links.serving import Served, serving
from timeline.links import Answer, NoNetworkError, Outcome, ask
from timeline.links.hosts import MOST_AT_ONCE, Hosts

FINE = Answer(Outcome.FINE)


def unclear(about: str) -> Answer:
    return Answer(Outcome.UNCLEAR, about)


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def server() -> Iterator[Served]:
    with serving() as one:
        yield one


def answers(*addresses: str) -> dict[str, Answer]:
    found: dict[str, Answer] = {}
    ask(addresses, found.__setitem__, pause=0)
    assert found.keys() == set(addresses)
    return found


def answer(address: str) -> Answer:
    return answers(address)[address]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("/ok", FINE, id="200"),
        pytest.param("/ok#part", FINE, id="a part of a page"),
        pytest.param("/missing", Answer(Outcome.DEAD, "404 Not Found"), id="404"),
        pytest.param("/gone", Answer(Outcome.DEAD, "410 Gone"), id="410"),
        pytest.param("/forbidden", unclear("403 Forbidden"), id="403"),
        pytest.param("/error", unclear("500 Internal Server Error"), id="500"),
        pytest.param("/moved", Answer(Outcome.MOVED, "{}/ok"), id="301"),
        pytest.param("/moved#part", Answer(Outcome.MOVED, "{}/ok#part"), id="301 of a part"),
        pytest.param("/moved-308", Answer(Outcome.MOVED, "{}/ok#there"), id="308"),
        pytest.param("/moved-308#part", Answer(Outcome.MOVED, "{}/ok#there"), id="308 to a part"),
        pytest.param("/moved-twice", Answer(Outcome.MOVED, "{}/ok"), id="301 twice"),
        pytest.param("/moved-for-now", FINE, id="302"),
        pytest.param(
            "/moved-then-for-now", Answer(Outcome.MOVED, "{}/moved-for-now"), id="301, then 302"
        ),
        pytest.param(
            "/moved-to-nothing",
            Answer(Outcome.DEAD, "404 Not Found at {}/missing"),
            id="301 to 404",
        ),
        pytest.param("/circle", unclear("its redirects go in a circle"), id="circle"),
        pytest.param("/step/1", unclear("it redirects more than 10 times"), id="many redirects"),
        pytest.param(
            "/to-ftp",
            unclear("it redirects to ftp://example.org/a, which is no web address"),
            id="ftp",
        ),
        pytest.param("/closed", unclear("its host broke off the connection"), id="closed"),
        pytest.param("/closed-to-head", FINE, id="closed to HEAD"),
        pytest.param("/busy", unclear("429 Too Many Requests"), id="429"),
        pytest.param("/busy/3600", unclear("429 Too Many Requests"), id="429 for an hour"),
        pytest.param("/busy/nonsense", unclear("429 Too Many Requests"), id="429 for nonsense"),
    ],
)
def test_an_answer(server: Served, path: str, expected: Answer) -> None:
    about = expected.about.format(server.url())
    assert answer(server.url(path)) == expected._replace(about=about)


@pytest.mark.parametrize("status", [400, 403, 404, 405, 501])
def test_a_page_that_refuses_head_is_got(server: Served, status: int) -> None:
    path = f"/no-head/{status}"
    assert answer(server.url(path)) == FINE
    assert server.methods(path) == ["HEAD", "GET"]


def test_the_content_is_not_read(server: Served) -> None:
    assert answer(server.url("/huge")) == FINE
    # What the server could send before the connection was closed stayed in buffers.
    assert server.sent < 100_000_000


def test_a_busy_host_is_asked_again_when_it_says(server: Served) -> None:
    assert answer(server.url("/busy-once")) == FINE
    assert server.methods("/busy-once") == ["HEAD", "HEAD"]


def test_a_busy_host_is_left_alone(server: Served) -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)
    busy = server.url(f"/busy/{later.replace(' ', '+')}")
    found = answers(busy, server.url("/ok"), server.url("/missing"))
    assert set(found.values()) == {unclear("429 Too Many Requests")}
    assert len(server.requests) == 1


def test_a_host_that_does_not_answer(server: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.links.hosts.LONGEST_REQUEST", 0.2)
    assert answer(server.url("/slow")) == unclear("its host did not answer in time")


def test_nobody_listens(server: Served) -> None:
    address = server.url("/ok")
    server.server_close()
    assert answer(address) == unclear("its host refuses the connection")


def test_a_certificate_that_nobody_vouches_for() -> None:
    with serving(tls=True) as server:
        address = server.url("/ok", "localhost").replace("http:", "https:")
        found = answer(address)
    assert found.outcome is Outcome.UNCLEAR
    assert found.about.startswith("its certificate is not valid: self")


def test_a_server_without_tls(server: Served) -> None:
    address = server.url("/ok").replace("http:", "https:")
    assert answer(address) == unclear("no secure connection could be made")


def test_a_host_that_cannot_be_connected_to_is_left_alone(server: Served) -> None:
    addresses = [server.url(path).replace("http:", "https:") for path in ("/ok", "/gone")]
    found = answers(*addresses, server.url("/ok"))
    assert list(found.values()).count(unclear("no secure connection could be made")) == 2
    assert found[server.url("/ok")] == FINE
    assert server.connections == 2


def test_one_address_that_is_not_valid(server: Served) -> None:
    found = answers("http://a.org:port/", "http://[::1", server.url("/ok"))
    assert list(found.values()).count(unclear("the address is not valid")) == 2


def test_a_host_that_is_not_known(server: Served) -> None:
    found = answers("http://nowhere.invalid/a", server.url("/ok"))
    assert found["http://nowhere.invalid/a"] == Answer(Outcome.DEAD, "its host is not known")


def test_no_network() -> None:
    message = "none of the 2 addresses could be asked, because no host is known: check the network"
    with refused(NoNetworkError, message):
        answers("http://nowhere.invalid/a", "http://nobody.invalid/b")


@pytest.mark.parametrize(
    ("addresses", "most"),
    [
        pytest.param([f"http://a.org/{n}" for n in range(40)], 1, id="one host"),
        pytest.param([f"http://{n}.org/" for n in range(40)], MOST_AT_ONCE, id="many hosts"),
    ],
)
def test_how_many_are_asked_at_the_same_time(addresses: list[str], most: int) -> None:
    at_once = [0]

    async def answered(request: httpx.Request) -> httpx.Response:
        at_once.append(at_once[-1] + 1)
        for _ in range(10):
            await asyncio.sleep(0)
        at_once.append(at_once[-1] - 1)
        return httpx.Response(200)

    async def asked() -> None:
        async with httpx.AsyncClient(transport=httpx.MockTransport(answered)) as client:
            hosts = Hosts(client, pause=0)
            await asyncio.gather(*(hosts.ask(httpx.URL(address)) for address in addresses))

    asyncio.run(asked())
    assert max(at_once) == most


def test_different_hosts_are_asked_at_the_same_time(server: Served) -> None:
    # Each page waits for the other one.
    addresses = [server.url("/meet"), server.url("/meet", "localhost")]
    assert set(answers(*addresses).values()) == {FINE}


def test_who_asks(server: Served) -> None:
    answer(server.url("/ok"))
    (request,) = server.requests
    assert request.agent.startswith("timeline-explorer/")


def test_a_proxy_is_asked(server: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", server.url())
    assert answer("http://example.org/gone") == Answer(Outcome.DEAD, "410 Gone")
    assert {one.path for one in server.requests} == {"http://example.org/gone"}


def test_a_public_page_does_not_lead_into_a_private_network(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", server.url())
    assert answer("http://example.org/to-this-computer") == unclear(
        "it redirects to the private address http://127.0.0.1:1/"
    )
    assert {one.path for one in server.requests} == {"http://example.org/to-this-computer"}
