"""The table of every page of the desk; each row stands beside its handler."""

from __future__ import annotations

from collections.abc import Mapping

from portal.desk import comfort, home
from portal.desk.at_once import approve, news
from portal.desk.coming_in import again, elsewhere, invitation, leave, rest, sign_in
from portal.desk.counter import confirm, witness, write
from portal.desk.overview import figures, services, sheet
from portal.desk.page import Page
from portal.desk.papers import file, paper, picture
from portal.desk.staff import account, everybody, looks, person
from portal.desk.town import contacts, days, delivery, department, history, index, texts
from portal.desk.translations import languages, message, messages
from portal.desk.translations import picture as message_picture
from portal.desk.work import calls, case, inbox, search

PAGES: tuple[Page, ...] = (
    home.PAGE,
    sign_in.PAGE,
    invitation.PAGE,
    again.PAGE,
    rest.PAGE,
    leave.PAGE,
    *elsewhere.PAGES,
    inbox.PAGE,
    calls.PAGE,
    search.PAGE,
    approve.PAGE,
    news.PAGE,
    case.PAGE,
    file.PAGE,
    picture.PAGE,
    paper.PAGE,
    write.PAGE,
    *confirm.PAGES,
    services.PAGE,
    figures.PAGE,
    sheet.PAGE,
    witness.PAGE,
    account.PAGE,
    everybody.PAGE,
    person.PAGE,
    looks.PAGE,
    index.PAGE,
    history.PAGE,
    contacts.PAGE,
    days.PAGE,
    department.PAGE,
    *delivery.PAGES,
    languages.PAGE,
    messages.PAGE,
    message.PAGE,
    message_picture.PAGE,
    texts.PAGE,
    comfort.PAGE,
)
BY_NAME: Mapping[str, Page] = {page.name: page for page in PAGES}
