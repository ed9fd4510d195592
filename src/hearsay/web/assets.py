"""Static files: small, read once, kept by browsers for good (their address changes with them)."""

from functools import cache
from mimetypes import guess_type

from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from .render import STATIC, version

_KEPT = "public, max-age=31536000, immutable"
_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}


class Assets:
    """The ASGI application below /static: VERSION/NAME. Another version than the present one is answered, but not kept."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers with the file, or 404."""
        prefix = scope.get("root_path", "")
        asked, _, name = scope["path"].removeprefix(prefix).strip("/").partition("/")
        found = _files().get(name)
        if found is None or scope["method"] not in ("GET", "HEAD"):
            await PlainTextResponse("no such file", 404)(scope, receive, send)
            return
        data, media_type = found
        headers = {"cache-control": _KEPT if asked == version() else "no-cache"}
        await Response(data, media_type=media_type, headers=headers)(scope, receive, send)


@cache
def _files() -> dict[str, tuple[bytes, str]]:
    """Every file by its path below the folder: what is not listed here can't be asked for."""
    paths = [path for path in STATIC.rglob("*") if path.is_file()]
    return {path.relative_to(STATIC).as_posix(): (path.read_bytes(), _type(path.name)) for path in paths}


def _type(name: str) -> str:
    ending = name[name.rfind(".") :]
    return _TYPES.get(ending) or guess_type(name)[0] or "application/octet-stream"
