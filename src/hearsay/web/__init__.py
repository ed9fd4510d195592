"""The reviewing room: pages for people who read, check and correct what was found. Server-rendered, and nothing leaves this
computer.

**A page** is a module `pages_NAME.py` with `routes`, a tuple of Starlette routes; `app` finds it by its name. Handlers are
plain functions (Starlette runs them in a thread, so they may ask the ledger), take a `Request` and answer with
`render.page(request, "NAME.html", **context)`. `room.of(request)` is the `Room`: its `ledger`, its `folder`, its `jobs`. What
the user asked for and is not there is raised as `NotInLedger`; every `HearsayError` becomes a page (under /api/ and for
`Accept: application/json`, JSON) that says why. Changes are POST alone (`security` refuses those from elsewhere) and answer a
form with `state.back(request)` (303), a script with JSON. `state.agent(request)` is "person:NAME"; it raises `NoName`, which
becomes the question for a name.

**Navigation**: `app.NAVIGATION` names the pages in order; an entry shows once some module has a route with its path.

**Templates** extend base.html: blocks `title`, `main`, `scripts`, `head` and `body_class`; set `here` to the path of the
entry of the navigation that the page belongs to. Every `{{ value }}` is escaped, and its steering characters are shown as
marks (bidi overrides, escape sequences); a form field that is sent back takes `{{ value|exact }}` instead. Text from reports
gets `dir="auto"`. `macros.html` has `badge`, `state`, `kind`, `shade`, `measure`, `icon`, `amount`, `day`, `at`, `judge` (the
buttons), `pager`, `empty`. Global names: `asset(path)` (a static file's address, which changes with its contents),
`link.report(name_or_id, start, end)`, `link.finding(id)`, `reviewer`, `navigation`. A meaning is never colour alone: badges
carry a shape and a word.

**Style**: static/base.css (variables, both themes, layout, controls), and a file a page (report.css ...), named in block
`head`. Only logical properties (margin-inline-start), only the variables' colours, no `style=""` (the policy forbids it).

**Scripts** are ES modules in static/, small, one purpose each, named in block `scripts` as `<script type="module" src="{{
asset('name.js') }}">`; every page works without them. Shared: text.js (offsets are code points: `rangeOf(root, start, end)`,
`offsetsOf(root, range)`), post.js (`post(path, fields)`: JSON or an Error with the reason), keys.js (`keys({j: f})`: not
while typing; `?` shows them), toast.js (`say(words, undo)`).

**Tests**: tests/web_app.py has `web_ledger` and `web` (a client in the process), tests/browser.py has `served` and `page`
(Debian's chromium, marked `browser`).
"""
