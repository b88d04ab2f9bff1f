"""Archives in stores that cannot be reached."""

from typing import Any

import pytest

from timeline.engines.archive import open_archive
from timeline.errors import FileError

pytest.importorskip("pyarrow")

NOWHERE = "endpoint_override=127.0.0.1:9&scheme=http"
"""Nothing listens there."""


@pytest.mark.parametrize(
    ("address", "library", "reason"),
    [
        pytest.param(
            f"s3://key:secret@bucket/a?{NOWHERE}&region=x",
            "S3FileSystem",
            "When getting information for key 'a' in bucket 'bucket': AWS Error NETWORK_CONNECTION",
            id="Amazon",
        ),
        pytest.param(
            f"gs://anonymous@bucket/a?{NOWHERE}",
            "GcsFileSystem",
            "google::cloud::Status(UNAVAILABLE: Retry policy exhausted",
            id="Google",
        ),
    ],
)
def test_a_store_that_cannot_be_reached_is_an_error(
    address: str, library: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fs: Any = pytest.importorskip("pyarrow.fs")
    if not hasattr(fs, library):
        pytest.skip("PyArrow was built without it")
    monkeypatch.setattr("timeline.engines.archive.damage._SECONDS", 1)
    with pytest.raises(FileError) as raised:
        open_archive(address, "parquet")
    assert str(raised.value).startswith(f"cannot read {address} as an archive: {reason}")
    assert "\n" not in str(raised.value)
