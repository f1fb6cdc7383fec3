"""What a column of a survey's table holds, and which columns are about persons."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from workbench.surveys.ladders import is_step


class Kind(StrEnum):
    """What a column looks like; from ``NAME`` on nothing of it is read unless it is allowed."""

    SERVICE = "service"
    ANSWERS = "answers"
    WORDS = "words"
    """Answers too, in words of a usual ladder."""
    OTHER = "other"
    EMPTY = "empty"
    NAME = "name"
    PHONE = "phone"
    MAIL = "mail"
    ADDRESS = "address"
    BIRTH = "birth"
    IDENTITY = "identity"
    FREE_TEXT = "free_text"


OF_ANSWERS: Final = frozenset({Kind.ANSWERS, Kind.WORDS})
REFUSED: Final = frozenset(Kind) - OF_ANSWERS - {Kind.SERVICE, Kind.OTHER, Kind.EMPTY}


@dataclass(frozen=True, slots=True)
class Column:
    """One column by the name that mappings use; ``letters`` as a spreadsheet names it."""

    name: str
    letters: str
    kind: Kind
    filled: int
    """In how many rows something stands."""
    is_allowed: bool = False
    """Refused by its kind, and read all the same because somebody said so."""
    group: str = ""
    """What stands above its header where there are several header rows."""
    own: str = ""
    """The text nearest to the answers; empty where that is the whole name."""

    @property
    def header(self) -> str:
        """Return the name without what stands above it."""
        return self.own or self.name

    @property
    def is_refused(self) -> bool:
        """Say whether nothing of it was read."""
        return self.kind in REFUSED and not self.is_allowed


LARGEST_ANSWER: Final = 100
_WHOLE: Final = re.compile(r"(-?[0-9]{1,12})(\.0+)?(\s*점)?")
_SHORT_HEADER: Final = 12
"""Longer headers are sentences of a questionnaire, in which such words may stand."""

_SURNAMES: Final = frozenset(
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지"
    "엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모"
)
_HEADERS: Final = (
    (Kind.IDENTITY, re.compile("주민(등록)?번호|외국인등록|여권번호|계좌번호|카드번호|passport")),
    (Kind.MAIL, re.compile("이메일|e-?mail|메일주소|전자우편|전자메일")),
    (Kind.PHONE, re.compile("전화|휴대폰|핸드폰|휴대전화|연락처|폰번호|phone|mobile|^tel$")),
    (Kind.BIRTH, re.compile("생년|생일|출생|birth|^dob$")),
    (Kind.ADDRESS, re.compile("주소$|^주소|address")),
    (
        Kind.NAME,
        re.compile(
            "성명|성함|^이름|^(응답자|고객|이용자|회원|보호자|담당자|신청자|참여자)(의)?(명|이름)$"
            "|^(full|first|last|user|respondent)?[ _]?name$|닉네임"
        ),
    ),
    (Kind.FREE_TEXT, re.compile("의견|건의|주관식|서술|자유응답|하고싶은말|comment|opinion")),
)
_CONTENT: Final = (
    (Kind.IDENTITY, re.compile(r"[0-9]{2}(0[1-9]|1[0-2])[0-3][0-9][- ]?[1-8][0-9*]{6}")),
    (Kind.MAIL, re.compile(r"[^@\s]+@[^@\s]+\.[A-Za-z]{2,}")),
    (
        Kind.PHONE,
        re.compile(r"(\+?82[- ]?)?\(?0?1[016789]\)?[-. ]?[0-9]{3,4}[-. ]?[0-9]{4}"),
    ),
    (Kind.PHONE, re.compile(r"\(?0[2-7][0-9]?\)?[-. ]?[0-9]{3,4}[-. ][0-9]{4}")),
)
_PLACE: Final = re.compile(
    r".*(([가-힣](로|길)|[가-힣]동|[가-힣]리)\s*[0-9]+|[0-9]+동\s*[0-9]+호|아파트).*", re.DOTALL
)
_BIRTH: Final = re.compile(
    r"((19|20)[0-9]{2}|[0-9]{2})[-./ ]?(0?[1-9]|1[0-2])[-./ ]?(0?[1-9]|[12][0-9]|3[01])\.?"
)
_NAME: Final = re.compile("[가-힣]{2,4}")


def whole_or_none(text: str) -> int | None:
    """Return the whole number that ``text`` is (``4``, ``4.0``, ``⑤``, ``5점``), else None."""
    found = _WHOLE.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return int(found[1]) if found else None


def letters(position: int) -> str:
    """Return the name a spreadsheet gives to a column: A to Z, then AA."""
    before, last = divmod(position, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


def kind_of(name: str, texts: Sequence[str], known: Collection[str], group: str = "") -> Kind:
    """Return what a column looks like by its header and content.

    ``known`` are numbers and names of the services, ``group`` is what stands above the header.
    Answers on a scale are answers, whatever stands above them; of everything else the header is
    judged before the content.
    """
    filled = [text for text in texts if text]
    if not filled:
        return Kind.EMPTY
    distinct = set(filled)
    header = _plain(name)
    by_header = _by_header(header) or _by_header(_plain(group))
    is_of_numbers = _is_of_answers(filled)
    could_be_answers = len(distinct) <= _FEW_SERVICES and _speaks_of_answers(header)
    if (
        by_header is None
        and _are_services(distinct & set(known), distinct)
        and not (is_of_numbers and could_be_answers)
    ):
        return Kind.SERVICE
    if is_of_numbers:
        if by_header is Kind.BIRTH:
            return Kind.BIRTH
        return Kind.WORDS if 2 * _words_in(filled) > len(filled) else Kind.ANSWERS
    return by_header or _by_content(filled, distinct) or Kind.OTHER


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def _by_header(header: str) -> Kind | None:
    if len(header) > _SHORT_HEADER:
        return None
    return next((kind for kind, sign in _HEADERS if sign.search(header)), None)


def _are_services(found: Collection[str], distinct: Collection[str]) -> bool:
    """Half of what stands there is known, or two names are: a book holds its owner's part only."""
    names = [text for text in found if not text.isdecimal()]
    return 2 * len(found) >= len(distinct) or len(names) >= 2


_FEW_SERVICES: Final = 11
_SERVICE_HEADER: Final = re.compile(
    r"(사무|기관|시설|센터|서비스)(명|이름|번호|코드|구분|id|no|\(|$)|service|^번호$|^no\.?$|number"
)


def _speaks_of_answers(header: str) -> bool:
    """Numbers 1 to 5 are services or answers: then only a header can say that they are services."""
    return not _SERVICE_HEADER.search(header) or len(header) > _SHORT_HEADER


def _is_of_answers(filled: Sequence[str]) -> bool:
    """Say whether most of a column is numbers of a scale, or words of a usual ladder."""
    counts = Counter(filled)
    within = sum(count for text, count in counts.items() if _is_answer(text))
    return 5 * within >= 4 * len(filled)


def _is_answer(text: str) -> bool:
    number = whole_or_none(text)
    return is_step(text) if number is None else -9 <= number <= LARGEST_ANSWER


def _words_in(filled: Sequence[str]) -> int:
    return sum(count for text, count in Counter(filled).items() if is_step(text))


def _by_content(filled: Sequence[str], distinct: Collection[str]) -> Kind | None:
    for kind, sign in _CONTENT:
        if 20 * sum(bool(sign.fullmatch(text)) for text in filled) >= len(filled):
            return kind
    is_varied = len(distinct) >= 5 and (10 * len(distinct) >= 3 * len(filled))
    if is_varied and 2 * sum(_is_birth(text) for text in filled) >= len(filled):
        years = {text[:4] if text[:2] in ("19", "20") else text[:2] for text in distinct}
        return Kind.BIRTH if len(years) >= 5 else None
    if 5 * sum(bool(_PLACE.fullmatch(text)) for text in filled) >= len(filled):
        return Kind.ADDRESS
    if (is_varied or len(distinct) >= 200) and _are_names(filled):
        return Kind.NAME
    wordy = sum(map(_is_wordy, filled))
    is_of_each = len(distinct) >= 5 and 10 * len(distinct) >= len(filled)
    return Kind.FREE_TEXT if is_of_each and 5 * wordy >= len(filled) else None


def _is_wordy(text: str) -> bool:
    return (len(text) >= 15 or text.count(" ") >= 2) and sum(map(str.isalpha, text)) >= 5


def _is_birth(text: str) -> bool:
    return len(text) >= 6 and _BIRTH.fullmatch(text) is not None


def _are_names(filled: Sequence[str]) -> bool:
    named = sum(bool(_NAME.fullmatch(text)) and text[0] in _SURNAMES for text in filled)
    of_three = sum(len(text) == 3 for text in filled)
    return 5 * named >= 4 * len(filled) and 2 * of_three >= len(filled)
