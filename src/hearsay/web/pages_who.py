"""The question who is reviewing, and its answer."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from . import render, state


def ask(request: Request) -> Response:
    """The form."""
    return render.page(request, "who.html", back=state.local(request.query_params.get("back", "/")), problem="")


async def answer(request: Request) -> Response:
    """Keeps the name, and goes back to where it was asked."""
    form = await request.form()
    name, where = state.clean(str(form.get("name", ""))), state.local(str(form.get("back", "/")))
    if not name:
        return render.page(request, "who.html", 422, back=where, problem="Please give a name: letters that can be read.")
    response = state.back(request, where)
    state.remember(response, name, request.url.scheme == "https")
    return response


routes = (Route("/who", ask, methods=["GET"]), Route("/who", answer, methods=["POST"]))
