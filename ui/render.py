"""Turning cards and pages into HTML. Everything that is put into a template is escaped."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ui.card import HOTLINE, Card
from ui.markdown import bold, to_html

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,  # a name spelled wrong in a template is an error, not an empty place
    trim_blocks=True,
    lstrip_blocks=True,
)


def _with_telephone(text: str | Markup) -> Markup:
    """HTML in which the hotline's number can be dialled."""
    link = Markup('<a class="tel" href="tel:{0}">{0}</a>').format(HOTLINE)
    return Markup(escape(text).replace(HOTLINE, link))


_TEMPLATES.filters["markdown"] = lambda text: _with_telephone(to_html(text))
_TEMPLATES.filters["bold"] = bold
_TEMPLATES.filters["telephone"] = _with_telephone


def render(template: str, **values: Any) -> str:
    """A page. `values` are what the template names; a missing one raises jinja2.UndefinedError."""
    return _TEMPLATES.get_template(template).render(**values)


def render_card(card: Card, *, root: str = "", interactive: bool = False) -> str:
    """A card as HTML.

    `root` leads from the page to the root of the service: "" beside /ask, "../" one folder below.
    `interactive`: with buttons of the form `composer` of the page (ask.html); else the card is read only.
    """
    return render("card.html", card=card, root=root, query="", interactive=interactive)
