"""Answers: one file per kind of answer, each reading what people type and showing, speaking and exporting it.

`answer_type` is the contract, `KINDS` the one visible table; a further kind is one file, a line here, a template.
May import municipalities, preferences, templating, registries, language and everything below them.
"""

from portal.answers.address import Address
from portal.answers.amount import Amount
from portal.answers.answer_type import AnswerType
from portal.answers.bank_account import BankAccount
from portal.answers.choice import Choice
from portal.answers.choices import Choices
from portal.answers.corporate_number import CorporateNumber
from portal.answers.date import Date
from portal.answers.email import Email
from portal.answers.household import Household
from portal.answers.long_text import LongText
from portal.answers.person_name import PersonName
from portal.answers.phone import Phone
from portal.answers.photo import Photo
from portal.answers.postal_account import PostalAccount
from portal.answers.text import Text
from portal.answers.yes_no import YesNo

KINDS: dict[str, AnswerType] = {
    "text": Text(),
    "long_text": LongText(),
    "person_name": PersonName(),
    "date": Date(),
    "address": Address(),
    "phone": Phone(),
    "email": Email(),
    "yes_no": YesNo(),
    "choice": Choice(),
    "choices": Choices(),
    "amount": Amount(),
    "corporate_number": CorporateNumber(),
    "bank_account": BankAccount(),
    "postal_account": PostalAccount(),
    "household": Household(),
    "photo": Photo(),
}

__all__ = ["KINDS"]
