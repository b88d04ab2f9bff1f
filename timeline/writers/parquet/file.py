"""Parquet as bytes: row groups of a limited number of rows, each yielded once it is complete."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from timeline.engines import require, schema
from timeline.writers.parquet.names import registries_of
from timeline.writers.parquet.rows import rows
from timeline.writers.writing import Export

if TYPE_CHECKING:
    import pyarrow

ROW_GROUP = 50_000
"""The maximum number of events in a row group: what is in memory at a time."""


def write(export: Export) -> Iterator[bytes]:
    """Yield the events found as one Parquet file.

    Raises MissingLibraryError if pyarrow is not installed.
    """
    require("pyarrow", "parquet")
    file = ParquetFile(schema(partitioned=False, metadata=registries_of(export).to_json()))
    for batch in rows(export):
        yield file.add(batch)
    yield file.end()


class ParquetFile:
    """A Parquet file that is written to memory, from which its bytes are taken as they come."""

    def __init__(self, of: "pyarrow.Schema") -> None:
        from pyarrow.parquet import ParquetWriter

        self._schema = of
        self._sink = _Sink()
        self._writer = ParquetWriter(self._sink, of, compression="zstd")
        self._batches: list[pyarrow.RecordBatch] = []
        self._count = 0

    def add(self, events: Sequence[Mapping[str, Any]]) -> bytes:
        """Add rows, and return what has been written since."""
        import pyarrow as pa

        if not events:
            return self._sink.take()
        columns = [
            pa.array([event[field.name] for event in events], field.type) for field in self._schema
        ]
        self._batches.append(pa.RecordBatch.from_arrays(columns, schema=self._schema))
        self._count += len(events)
        if self._count >= ROW_GROUP:
            self._write()
        return self._sink.take()

    def end(self) -> bytes:
        """Complete the file, and return what has been written since."""
        self._write()
        self._writer.close()
        return self._sink.take()

    def _write(self) -> None:
        import pyarrow as pa

        if self._batches:
            self._writer.write_table(pa.Table.from_batches(self._batches), self._count)
        self._batches, self._count = [], 0


class _Sink:
    """A file whose content is taken away as it is written."""

    closed = False

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._size = 0

    def write(self, data: bytes) -> int:
        part = bytes(data)
        self._parts.append(part)
        self._size += len(part)
        return len(part)

    def take(self) -> bytes:
        parts, self._parts = self._parts, []
        return b"".join(parts)

    def tell(self) -> int:
        return self._size

    def writable(self) -> bool:
        return True

    def readable(self) -> bool:
        return False

    def seekable(self) -> bool:
        return False

    def flush(self) -> None:
        pass

    def close(self) -> None:
        self.closed = True
