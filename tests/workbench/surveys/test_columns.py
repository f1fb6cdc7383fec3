"""What a column looks like: answers, services, persons."""

from __future__ import annotations

import pytest

from workbench.surveys.columns import REFUSED, Kind, kind_of, whole_or_none

KNOWN = {"1", "2", "5", "가상 센터", "가상 공원", "가상 주택"}
NAMES = ["김가나", "이다라", "박마바", "최사아", "정자차", "강카타", "조파하"]


@pytest.mark.parametrize(
    ("header", "texts", "kind"),
    [
        ("성명", ["가", "나"], Kind.NAME),
        ("성함", ["A", "B"], Kind.NAME),
        ("응답자 이름", ["A", "B"], Kind.NAME),
        ("Name", ["Ann", "Ben"], Kind.NAME),
        ("Q0", NAMES, Kind.NAME),
        ("연락처", ["있음", "없음"], Kind.PHONE),
        ("Q0", ["010-1234-5678", "01098765432"], Kind.PHONE),
        ("Q0", ["1012345678", "1098765432"], Kind.PHONE),  # a spreadsheet took the zero
        ("Q0", ["+82 10-1234-5678", ""], Kind.PHONE),
        ("Q0", ["02-123-4567", "031-123-4567"], Kind.PHONE),
        ("e-mail", ["x", "y"], Kind.MAIL),
        ("Q0", ["a@b.kr", "없음"], Kind.MAIL),
        ("자택 주소", ["서울", "부산"], Kind.ADDRESS),
        ("Q0", ["가상시 가상로 12", "가상구 가상동 3-1"], Kind.ADDRESS),
        ("생년월일", ["900101", "850505"], Kind.BIRTH),
        ("출생년도", ["70", "85"], Kind.BIRTH),
        ("Q0", ["1970-01-02", "1981.3.4", "1992-05-06", "20030708", "19650910"], Kind.BIRTH),
        ("Q0", ["900101-1234567", "x"], Kind.IDENTITY),
        ("주민등록번호", ["-", "x"], Kind.IDENTITY),
        ("기타 의견", ["없음", "좋음"], Kind.FREE_TEXT),
        (
            "문21",
            [f"직원 {at}명이 모두 매우 친절하게 안내해 주었습니다" for at in range(9)],
            Kind.FREE_TEXT,
        ),
        # none of these is about a person
        ("연락처 안내 만족도", ["4", "5", "3"], Kind.ANSWERS),
        ("이름을 불러 주는 등 응대가 친절하였습니까?", ["4", "5"], Kind.ANSWERS),
        ("응답일시", [f"2026-05-0{day} 10:00:00" for day in range(1, 9)], Kind.OTHER),
        ("응답일", [f"2026-05-0{day}" for day in range(1, 9)], Kind.OTHER),
        ("성별", ["남", "여", "여"], Kind.OTHER),
        ("거주 구", ["강남구", "강서구", "노원구"] * 30, Kind.OTHER),
        ("연번", [str(at) for at in range(1, 400)], Kind.OTHER),
        ("과정-1", ["1", "5", "6", "0", "", "4"], Kind.ANSWERS),
        ("과정-1", ["⑤", "\uff14", "4.0"], Kind.ANSWERS),
        ("과정-1", ["", ""], Kind.EMPTY),
        # numbers 1, 2, 5 are services or answers: the header decides
        ("사무번호", ["1", "2", "5"], Kind.SERVICE),
        ("과정-2", ["1", "2", "5"], Kind.ANSWERS),
        ("어디", ["가상 센터", "가상 공원", "다른 센터"], Kind.SERVICE),
    ],
)
def test_kinds(header: str, texts: list[str], kind: Kind) -> None:
    assert kind_of(header, texts, KNOWN) is kind


def test_a_name_column_in_a_file_of_many_other_services_is_still_readable() -> None:
    texts = [f"다른 지역의 가상 종합 센터 {at}호" for at in range(40)] * 20 + ["가상 센터"]
    assert kind_of("어디", texts, KNOWN) not in REFUSED


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("4", 4),
        ("4.0", 4),
        ("-9", -9),
        ("0", 0),
        ("⑤", 5),
        ("\uff14", 4),
        ("4.5", None),
        ("4점", 4),
        ("① ", 1),
        ("10 점", 10),
        ("점", None),
        ("매우 만족", None),
        ("", None),
        ("1e3", None),
        ("٤", None),
        ("1234567890123", None),
    ],
)
def test_whole_numbers(text: str, number: int | None) -> None:
    assert whole_or_none(text) == number
