"""A server on this computer, with pages that answer in every way that matters."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

CERTIFICATE = Path(__file__).with_name("self-signed.pem")
_STATUS = {"/ok": 200, "/missing": 404, "/gone": 410, "/forbidden": 403, "/error": 500}
_REDIRECTS = {
    "/moved": (301, "/ok"),
    "/moved-308": (308, "/ok#there"),
    "/moved-twice": (301, "/moved"),
    "/moved-for-now": (302, "/ok"),
    "/moved-then-for-now": (301, "/moved-for-now"),
    "/moved-to-nothing": (301, "/missing"),
    "/circle": (302, "/other-side"),
    "/other-side": (302, "/circle"),
    "/to-this-computer": (302, "http://127.0.0.1:1/"),
    "/to-ftp": (302, "ftp://example.org/a"),
}
_CHUNK = b"x" * 65_536


class Request(NamedTuple):
    """What was asked."""

    method: str
    host: str
    path: str
    agent: str


class Served(ThreadingHTTPServer):
    """A server that remembers what was asked, and how many asked one host at once."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Pages)
        self.requests: list[Request] = []
        self.sent = 0
        self.connections = 0
        self.meeting = threading.Barrier(2)
        self.asked_slow = threading.Event()
        self.closing = threading.Event()

    def get_request(self) -> tuple[socket.socket, object]:
        """Count the connections."""
        self.connections += 1
        return super().get_request()

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: clients break off."""

    def url(self, path: str = "", host: str = "127.0.0.1") -> str:
        """Return the address of a page."""
        return f"http://{host}:{self.server_address[1]}{path}"

    def methods(self, path: str) -> list[str]:
        """Return how a page was asked for, in order."""
        return [one.method for one in self.requests if one.path == path]


@contextmanager
def serving(*, tls: bool = False) -> Iterator[Served]:
    """Run a server."""
    server = Served()
    if tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        server.shutdown()
        thread.join()
        server.server_close()


class _Pages(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Served

    def log_message(self, format: str, *args: object) -> None:
        """Log nothing."""

    def do_HEAD(self) -> None:
        self._answered("HEAD")

    def do_GET(self) -> None:
        self._answered("GET")

    def _answered(self, method: str) -> None:
        host, agent = self.headers["Host"], self.headers["User-Agent"]
        self.server.requests.append(Request(method, host, self.path, agent))
        self._answer(method, "/" + self.path.removeprefix("http://").partition("/")[2])

    def _answer(self, method: str, path: str) -> None:
        server = self.server
        if path in _STATUS:
            self._send(_STATUS[path])
        elif path in _REDIRECTS:
            status, target = _REDIRECTS[path]
            self._send(status, Location=target)
        elif path.startswith("/step/"):
            self._send(302, Location=f"/step/{int(path.rpartition('/')[2]) + 1}")
        elif path.startswith("/no-head/"):
            self._send(int(path.rpartition("/")[2]) if method == "HEAD" else 200)
        elif path == "/closed-to-head" and method == "GET":
            self._send(200)
        elif path in ("/closed", "/closed-to-head"):
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
        elif path == "/busy-once":
            first = server.methods(path) == ["HEAD"]
            self._send(429 if first else 200, **{"Retry-After": "0"})
        elif path.startswith("/busy/"):
            self._send(429, **{"Retry-After": path.removeprefix("/busy/").replace("+", " ")})
        elif path == "/busy":
            self._send(429)
        elif path == "/slow":
            server.asked_slow.set()
            server.closing.wait(60)
        elif path == "/meet":
            server.meeting.wait(30)
            self._send(200)
        elif path == "/huge":
            self._huge(method)
        else:
            self._send(404)

    def _send(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _huge(self, method: str) -> None:
        self.send_response(405 if method == "HEAD" else 200)
        self.send_header("Content-Length", "0" if method == "HEAD" else str(10**12))
        self.end_headers()
        with suppress(OSError):
            while method == "GET" and not self.server.closing.is_set():
                self.wfile.write(_CHUNK)
                self.server.sent += len(_CHUNK)
        self.close_connection = True
