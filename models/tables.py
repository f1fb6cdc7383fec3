"""The tables as SQLAlchemy Core sees them; ``models.schema`` holds the text that makes them."""

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()

document = Table("document", metadata, Column("key", Text, primary_key=True), Column("value", Text))
part = Table("part", metadata, Column("hash", LargeBinary, primary_key=True), Column("body", Text))
definition = Table(
    "definition",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("hash", LargeBinary),
    Column("made_at", Integer),
    Column("reason", Text),
)
definition_part = Table(
    "definition_part",
    metadata,
    Column("definition", Integer, primary_key=True),
    Column("part", LargeBinary, primary_key=True),
)
revision = Table(
    "revision",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", LargeBinary),
    Column("owner", LargeBinary),
    Column("service", LargeBinary),
    Column("subject", LargeBinary),
    Column("field", Text),
    Column("value", Text),
    Column("author", LargeBinary),
    Column("replica", LargeBinary),
    Column("seq", Integer),
    Column("definition", LargeBinary),
    Column("made_at", Integer),
    Column("parents", LargeBinary),
)
head = Table("head", metadata, Column("revision", Integer, primary_key=True))
seal = Table(
    "seal",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", LargeBinary),
    Column("book", LargeBinary),
    Column("owner", LargeBinary),
    Column("definition", LargeBinary),
    Column("sealed_at", Integer),
)
seal_head = Table(
    "seal_head",
    metadata,
    Column("seal", Integer, primary_key=True),
    Column("revision", Integer, primary_key=True),
)
book = Table(
    "book",
    metadata,
    Column("owner", LargeBinary, primary_key=True),
    Column("uid", LargeBinary),
)
import_ = Table(
    "import",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("digest", LargeBinary),
    Column("owner", LargeBinary),
    Column("file", Text),
    Column("imported_at", Integer),
    Column("withdrawn", Integer),
)
import_revision = Table(
    "import_revision",
    metadata,
    Column("import", Integer, primary_key=True),
    Column("revision", Integer, primary_key=True),
)
import_seal = Table(
    "import_seal",
    metadata,
    Column("import", Integer, primary_key=True),
    Column("seal", Integer, primary_key=True),
)
event = Table(
    "event",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", Integer),
    Column("kind", Text),
    Column("detail", Text),
    Column("hash", LargeBinary),
)
