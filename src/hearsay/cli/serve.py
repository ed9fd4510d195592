"""`hearsay serve`: the reviewing room."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import ledger_option
from .output import say

if TYPE_CHECKING:
    from socket import socket

PORT = 8427


@click.command(
    epilog="""\b
Examples:
  hearsay serve --ledger my-ledger --open
  hearsay serve --host 0.0.0.0 --name desk.example.org"""
)
@ledger_option
@click.option("--open", "opening", is_flag=True, help="Open the browser.")
@click.option("--port", type=click.IntRange(0, 65535), help=f"Port; 0 takes a free one. Without it {PORT}, or a free one.")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Where to listen.")
@click.option("--name", "names", multiple=True, metavar="HOST", help="Another host name to answer to; may be repeated.")
@click.option("--token", metavar="TEXT", help="What visitors must bring. Beyond this computer there always is one.")
@click.option("--workers", type=click.IntRange(1, 64), default=2, show_default=True, help="Processes that read added reports.")
def serve(
    ledger: Path, opening: bool, port: int | None, host: str, names: tuple[str, ...], token: str | None, workers: int
) -> None:
    """Open the reviewing room: a local web page to read, check and correct what is in a ledger.

    It answers to this computer alone, needs no network and sends nothing anywhere. A ledger that is not there is
    made. With --host it can be reached from elsewhere, by those who have the token that is printed."""
    from secrets import token_urlsafe
    from socket import gethostname

    import uvicorn

    from ..web.app import create_app
    from ..web.pauses import settle
    from ..web.security import LOOPBACK

    local = host in LOOPBACK
    token = token or (None if local else token_urlsafe(24))
    everywhere = host in ("0.0.0.0", "::")
    hosts = LOOPBACK | {host, *names} | ({gethostname().lower()} if everywhere else set())
    app = create_app(ledger, token=token, hosts=hosts, workers=workers, local=local)
    listening = _listen(host, port)
    reached = (*names, gethostname())[0] if everywhere else host
    shown = f"[{reached}]" if ":" in reached else reached
    address = f"http://{shown}:{listening.getsockname()[1]}/" + (f"?token={token}" if token else "")
    say(f"The reviewing room of {ledger} is at {address}\nCtrl-C ends it.")
    if opening:
        import webbrowser

        webbrowser.open(address)
    settle()
    uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False)).run(sockets=[listening])


def _listen(host: str, port: int | None) -> "socket":
    """A socket on the port; where none was asked for and the usual one is taken, on a free one. Raises `OSError`."""
    import socket

    for one in (PORT, 0) if port is None else (port,):
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        made = socket.socket(family, socket.SOCK_STREAM)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            made.bind((host, one))
        except OSError:
            made.close()
            if one == 0 or port is not None:
                raise
            continue
        made.listen(128)
        return made
    raise AssertionError("the last of them raises")
