"""Why an address could not be asked, in plain words."""

import socket
import ssl
from collections.abc import Iterator

import httpx


def is_unknown_host(error: BaseException) -> bool:
    """Return whether the name of the host could not be found."""
    return any(isinstance(one, socket.gaierror) for one in _causes(error))


def reason_of(error: Exception) -> str:
    """Return why a request failed."""
    for one in _causes(error):
        match one:
            case socket.gaierror():
                return "its host is not known"
            case ssl.SSLCertVerificationError():
                return f"its certificate is not valid: {one.verify_message}"
            case ssl.SSLError():
                return "no secure connection could be made"
            case ConnectionRefusedError():
                return "its host refuses the connection"
    if isinstance(error, httpx.TimeoutException | TimeoutError):
        return "its host did not answer in time"
    if isinstance(error, httpx.ProxyError):
        return "the proxy refuses to ask it"
    if isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol | ValueError):
        return "the address is not valid"
    if isinstance(error, httpx.ConnectError):
        return "its host cannot be reached"
    return "its host broke off the connection"


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an error and those that it comes from."""
    seen: list[BaseException] = []
    while error is not None and error not in seen:
        seen.append(error)
        yield error
        if isinstance(error, BaseExceptionGroup):
            yield from _causes(error.exceptions[0])
        error = error.__cause__ or error.__context__
