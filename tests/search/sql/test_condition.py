from collections.abc import Callable
from datetime import date

import pytest

import timeline
from tests.conftest import ROOT, refused
from timeline import Query, QuestionError, Timeline
from timeline.query import Alternative, Field, Term

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def asked() -> Timeline:
    return timeline.open(ROOT / "tests" / "asked.yaml")


def found(chronology: Timeline, question: str | Query) -> list[str]:
    return [event.id for event in chronology.select(question, today=TODAY)]


SAME_DAY = ["same-day", "same-day-later", "moscow-time", "morning"]
MARCH = ["of-month", "spring", *SAME_DAY]
WIDE = ["of-century", "of-decade"]
OF_2014 = ["closed", *MARCH]
MOSCOW = ["closed", "same-day", "same-day-later", "moscow-time"]

# fmt: off
ANSWERS = [
    pytest.param("2014-03-18", ["until-2014", "unknown-start", *WIDE, "from-2012", "one-of",
                                "each-of", "unknown-end", "of-year", *OF_2014], id="day"),
    pytest.param("2014-03-18 is:certain", SAME_DAY, id="day, certain"),
    pytest.param("2014-03 is:certain", ["of-month", *SAME_DAY], id="month, certain"),
    pytest.param("2014 is:certain", ["of-year", *OF_2014], id="year, certain"),
    pytest.param("2014..2015 is:certain", ["of-year", *OF_2014], id="years, certain"),
    pytest.param("-2014-03-18 is:certain 2014", ["of-year", "closed", "of-month", "spring"],
                 id="year but for a day, certain"),
    pytest.param("201X is:certain", ["of-decade", "one-of", "each-of", "winter", "of-year",
                                     *OF_2014], id="decade, certain"),
    pytest.param("2014.. is:certain", ["of-year", *OF_2014, "far"], id="open end, certain"),
    pytest.param("..2000 is:certain", ["far-back", "bce-decade", "bce", "bce-month", "about"],
                 id="open start, certain"),
    pytest.param("1580", ["until-2014", "unknown-start", "about"], id="open start"),
    pytest.param("year:-0043", ["until-2014", "unknown-start", "bce-decade", "bce", "bce-month"],
                 id="before year 1"),
    pytest.param("year:-0043-03", ["until-2014", "unknown-start", "bce-decade", "bce"],
                 id="month before year 1"),
    pytest.param("Y12000", ["from-2012", "unknown-end", "far"], id="far year"),
    pytest.param("2030", ["of-century", "from-2012", "unknown-end"], id="open end"),
    pytest.param("2030,1580", ["until-2014", "unknown-start", "about", "of-century", "from-2012",
                               "unknown-end"], id="either period"),
    pytest.param("2012 2013", ["until-2014", "unknown-start", *WIDE, "from-2012"],
                 id="both periods"),
    pytest.param("year:@same-day is:certain", SAME_DAY, id="day of an event"),
    pytest.param("year:@bce+20d is:certain", [], id="period moved away"),
    pytest.param("year:@bce+1m", ["until-2014", "unknown-start", "bce-decade", "bce-month"],
                 id="moved before year 1"),
    pytest.param("since:2016", [*WIDE, "from-2012", "unknown-end", "far"], id="since"),
    pytest.param("since:2014-03-21 is:certain", ["far"], id="since, certain"),
    pytest.param("until:1580 is:certain", ["far-back", "bce-decade", "bce", "bce-month", "about"],
                 id="until, certain"),
    pytest.param("until:@about", ["until-2014", "unknown-start", "far-back", "bce-decade", "bce",
                                  "bce-month", "about"], id="until an event"),
    pytest.param('since:"last 6 months"', ["of-century", "from-2012", "unknown-end", "far"],
                 id="since, in words"),
    pytest.param("since:@far", ["from-2012", "unknown-end", "far"], id="since a far event"),
    pytest.param(
        "since:2014-03-18 until:2014-03-18 is:certain", SAME_DAY, id="from both sides, certain"
    ),

    pytest.param("actor:union", ["of-decade", "from-2012", "each-of", "of-year", "of-month",
                                 "same-day"], id="actor and all who act for it"),
    pytest.param("actor:=union", ["of-decade"], id="actor alone"),
    pytest.param("actor:ministry", ["from-2012", "each-of", "of-year", "of-month", "same-day"],
                 id="organisation"),
    pytest.param("actor:embassy", ["each-of", "of-month"], id="lower organisation"),
    pytest.param("actor:ring-one", ["each-of", "winter", "spring"], id="in a circle"),
    pytest.param("actor:ring-two", ["each-of", "winter", "spring"], id="around a circle"),
    pytest.param("actor:=ring-two", ["spring"], id="alone in a circle"),
    pytest.param("actor:Smith", ["from-2012"], id="word of a name"),
    pytest.param('actor:"ann smith"', ["from-2012"], id="name"),
    pytest.param("actor:FRANCOIS", ["until-2014"], id="id in capitals"),
    pytest.param("actor:Hébert", ["until-2014"], id="word with accents"),
    pytest.param("actor:hebert", ["until-2014"], id="word without accents"),
    pytest.param("actor:frank", ["until-2014"], id="word of an alias"),
    pytest.param("actor:ЛАВРОВ", ["from-2012", "same-day"], id="alias in another script"),
    pytest.param("actor:U.S.", ["each-of", "morning"], id="alias with points"),
    pytest.param("actor:us", ["each-of", "morning"], id="alias without points"),
    pytest.param("actor:nobody", [], id="nobody"),
    pytest.param("actor:us,smith", ["from-2012", "each-of", "morning"], id="either actor"),
    pytest.param("actor:us actor:ann-lee", ["each-of"], id="both actors"),
    pytest.param("actor:us -actor:ann-lee", ["morning"], id="one actor without another"),

    pytest.param("tag:war", ["from-2012", "of-month", "morning"], id="tag"),
    pytest.param("tag:control", ["one-of", "of-month"], id="word of a tag"),
    pytest.param('tag:"Arms control"', ["one-of", "of-month"], id="tag as words"),
    pytest.param("tag:war tag:arms-control", ["of-month"], id="both tags"),
    pytest.param("tag:war,arms-control", ["from-2012", "one-of", "of-month", "morning"],
                 id="either tag"),
    pytest.param("tag:war -tag:arms-control", ["from-2012", "morning"], id="tag without another"),
    pytest.param("tag:idle", [], id="unused tag"),

    pytest.param("place:moscow", MOSCOW, id="word of places"),
    pytest.param('place:"red square"', ["same-day"], id="words of a place"),
    pytest.param("place:square,paris", ["closed", "same-day"], id="either place"),
    pytest.param("source:times", ["unknown-start", "unknown-end"], id="word of publishers"),
    pytest.param('source:"the times"', ["unknown-start"], id="publisher"),
    pytest.param("id:same-day", ["same-day"], id="id"),
    pytest.param("id:clo", ["closed"], id="beginning of an id"),
    pytest.param("-id:same-day 2014-03-18 is:certain", SAME_DAY[1:], id="without an id"),

    pytest.param("murder", ["bce", "bce-month"], id="word"),
    pytest.param("murd", ["bce", "bce-month"], id="beginning of a word"),
    pytest.param("urder", [], id="end of a word"),
    pytest.param("MÜRDER", ["bce", "bce-month"], id="word in other letters"),
    pytest.param("uber", ["about"], id="word without its accent"),
    pytest.param("new", ["far-back", "about", "same-day-later", "far"], id="word of many things"),
    pytest.param("new start", ["far-back", "about", "far"], id="two words"),
    pytest.param('"new start"', ["about"], id="phrase"),
    pytest.param('"NEW STAR"', [], id="phrase is no beginning"),
    pytest.param("paris", ["closed", "of-month"], id="place or actor as a word"),
    pytest.param("hebert", ["until-2014"], id="name as a word"),
    pytest.param("Лав", ["from-2012", "same-day"], id="beginning of an alias"),
    pytest.param('"ann lee"', ["each-of"], id="name as a phrase"),
    pytest.param('murder,"new start"', ["bce", "bce-month", "about"], id="word or phrase"),
    pytest.param("100%", ["far"], id="per cent is no wildcard"),
    pytest.param("plan_b", ["far"], id="underscore is no wildcard"),
    pytest.param("p_an", [], id="underscore stands for nothing"),
    pytest.param('"plan b"', ["far"], id="underscore parts words"),
    pytest.param('"OR"', [], id="operator of the search"),
    pytest.param("murder*", ["bce", "bce-month"], id="star of the search"),
    pytest.param("^far", ["far"], id="caret of the search"),
    pytest.param("caesar -murder", ["bce-decade"], id="word without another"),
    pytest.param('caesar -"the murder"', ["bce-decade", "bce"], id="word without a phrase"),
    pytest.param("caesar,new -murder -far", ["far-back", "bce-decade", "about", "same-day-later"],
                 id="words either, and two excluded"),
    pytest.param("1580,murder", ["until-2014", "unknown-start", "bce", "bce-month", "about"],
                 id="period or word"),
]
# fmt: on


@pytest.mark.parametrize(("question", "ids"), ANSWERS)
def test_a_question_finds(asked: Timeline, question: str, ids: list[str]) -> None:
    assert found(asked, question) == ids


SHIPPED = [
    pytest.param("griner", ["griner-arrest", "griner-sentence", "griner-bout-exchange"], id="word"),
    pytest.param("wagner is:certain", ["wagner-mutiny", "tracy-signals-wagner"], id="wagner"),
    pytest.param(
        "actor:lavrov,blinken -tag:war",
        [
            "reset-button-geneva",
            "new-start-enters-into-force",
            "syria-chemical-weapons-framework",
            "russia-expels-60-closes-st-petersburg",
            "new-start-extended",
            "russia-expels-ten-us-diplomats",
            "geneva-summit",
            "us-mission-local-layoffs",
            "blinken-lavrov-geneva-2022",
            "gershkovich-consular-visit",
            "tracy-signals-wagner",
            "lavrov-sullivan-embassies",
            "ctbt-deratification",
            "budapest-summit-shelved",
        ],
        id="actors without a tag",
    ),
    pytest.param(
        "since:@crimea-annexation until:@crimea-annexation+6m",
        [
            "crimea-annexation",
            "g8-suspension",
            "unga-resolution-68-262",
            "first-sectoral-sanctions",
            "mh17-shot-down",
            "us-finds-inf-violation",
            "russian-food-embargo",
            "minsk-protocol",
        ],
        id="after an event",
    ),
    pytest.param(
        '"new start" 2021..2022',
        [
            "new-start-extended",
            "new-start-inspections-withdrawal",
            "new-start-cairo-talks-cancelled",
        ],
        id="phrase",
    ),
]


@pytest.mark.parametrize(("question", "ids"), SHIPPED)
def test_a_question_to_the_shipped_chronology_finds(
    shipped: Timeline, question: str, ids: list[str]
) -> None:
    assert found(shipped, question) == ids


def test_an_actor_is_found_with_all_who_act_for_it(shipped: Timeline) -> None:
    everyone, alone = found(shipped, "actor:russia"), found(shipped, "actor:=russia")
    by_others = [name for name in everyone if name not in alone]
    assert by_others == found(shipped, "actor:russia -actor:=russia")
    assert "lavrov-sullivan-embassies" in everyone
    for event in shipped.select("actor:russia -actor:=russia"):
        assert "russia" not in event.actors


WRONG = [
    pytest.param(
        "caesar actor:ann",
        """\
'ann' matches several actors
    caesar actor:ann
                 ~~^
choose one of:
  ann-lee  Ann Lee
  ann-smith  Ann Smith""",
        id="several actors",
    ),
    pytest.param(
        "actor:us,hebart",
        """\
no actor is called 'hebart'
    actor:us,hebart
             ~~~~~^
did you mean francois?""",
        id="misspelt actor",
    ),
    pytest.param(
        "-actor:=zzz",
        """\
no actor is called 'zzz'
    -actor:=zzz
           ~~~^
'timeline actors' lists them""",
        id="unknown actor",
    ),
    pytest.param(
        "tag:arm-control",
        """\
no tag is called 'arm-control'
    tag:arm-control
        ~~~~~~~~~~^
did you mean arms-control?""",
        id="misspelt tag",
    ),
    pytest.param(
        "tag:!!",
        """\
no tag is called '!!'
    tag:!!
        ~^
'timeline tags' lists them""",
        id="no letter of a tag",
    ),
    pytest.param(
        "place:Pariss",
        """\
no place is called 'Pariss'
    place:Pariss
          ~~~~~^
did you mean Paris?""",
        id="misspelt place",
    ),
    pytest.param(
        'actor:"lavrov 2022"',
        """\
no actor is called 'lavrov 2022'
    actor:"lavrov 2022"
          ~~~~~~~~~~~~^
for several terms, leave out the quotes around them: actor:lavrov 2022""",
        id="a name and a period in quotes",
    ),
    pytest.param(
        'place:"New Yorc -tag:war is:certain"',
        """\
no place is called 'New Yorc -tag:war is:certain'
    place:"New Yorc -tag:war is:certain"
          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~^
for several terms, leave out the quotes around them: place:"New Yorc" -tag:war is:certain""",
        id="a name and other terms in quotes",
    ),
    pytest.param(
        'actor:"lavrov griner"',
        """\
no actor is called 'lavrov griner'
    actor:"lavrov griner"
          ~~~~~~~~~~~~~~^
for several terms, leave out the quotes around them: actor:lavrov griner""",
        id="a name and a word in quotes",
    ),
    pytest.param(
        'tag:"war or 2022"',
        """\
no tag is called 'war or 2022'
    tag:"war or 2022"
        ~~~~~~~~~~~~^
write '(tag:war or 2022)'""",
        id="a name or a period in quotes",
    ),
    pytest.param(
        "place:%",
        """\
no place is called '%'
    place:%
          ^
'timeline places' lists them""",
        id="place that is a wildcard",
    ),
    pytest.param(
        "source:Economist",
        """\
no publisher is called 'Economist'
    source:Economist
           ~~~~~~~~^
'timeline sources' lists them""",
        id="unknown publisher",
    ),
    pytest.param(
        "id:of",
        """\
several ids start with 'of'
    id:of
       ~^
choose one of:
  of-century  2000s (century), In that century
  of-decade  2010s, In that decade
  of-year  2014, In that year
  of-month  March 2014, In that month""",
        id="beginning of several ids",
    ),
    pytest.param(
        "id:decade",
        """\
no event has the id 'decade'
    id:decade
       ~~~~~^
choose one of:
  bce-decade  between 50 and 41 BCE, Around Caesar
  of-decade  2010s, In that decade""",
        id="within ids",
    ),
    pytest.param(
        "id:%",
        """\
no event has the id '%'
    id:%
       ^
'timeline list --oneline' lists the ids""",
        id="id that is a wildcard",
    ),
    pytest.param(
        "since:@same-dya",
        """\
no event has the id 'same-dya'
    since:@same-dya
          ~~~~~~~~^
did you mean same-day?""",
        id="misspelt event",
    ),
    pytest.param(
        "until:@from-2012",
        """\
'@from-2012' has no end to search up to
    until:@from-2012
          ~~~~~~~~~^""",
        id="until what goes on",
    ),
    pytest.param(
        "since:@until-2014-1m",
        """\
'@until-2014-1m' has no start to search from
    since:@until-2014-1m
          ~~~~~~~~~~~~~^""",
        id="since what never began",
    ),
    pytest.param(
        "caesar year:03/04/2014",
        """\
date '03/04/2014' can be read in more than one way: \
write 2014-04-03 for 3 April 2014 or 2014-03-04 for 4 March 2014
    caesar year:03/04/2014
                ~~~~~~~~~^""",
        id="ambiguous date",
    ),
    pytest.param(
        "caesar 2014-03-18T10:00..2014-03-19",
        """\
'2014-03-18T10:00..2014-03-19' has a time of day, but periods are whole days
    caesar 2014-03-18T10:00..2014-03-19
           ~~~~~~~~~~~~~~~~~~~~~~~~~~~^
write 2014-03-18/2014-03-19""",
        id="time of day",
    ),
    pytest.param(
        "year:soon",
        """\
'soon' is not a period
    year:soon
         ~~~^
write 2014, 2014-03, 2014..2016, 'march 2014', '18 March 2014', 'last 6 months' or '@EVENT+6m'""",
        id="no period",
    ),
    pytest.param(
        'caesar -"?!"',
        """\
'?!' has no letters or digits to search for
    caesar -"?!"
            ~~~^""",
        id="nothing to search for",
    ),
]


@pytest.mark.parametrize(("question", "message"), WRONG)
def test_what_stands_for_nothing_is_shown_with_what_is_near(
    asked: Timeline, question: str, message: str
) -> None:
    with refused(QuestionError, message):
        asked.select(question)


def test_a_question_made_of_terms_shows_its_place(asked: Timeline) -> None:
    terms = [
        Term((Alternative(Field.TAG, "war"),)),
        Term((Alternative(Field.ACTOR, "r"), Alternative(Field.ACTOR, "us")), negated=True),
    ]
    with pytest.raises(QuestionError) as wrong:
        asked.select(Query(tuple(terms)))
    assert wrong.value.question == "tag:war not:actor:r,us"
    assert (wrong.value.start, wrong.value.end) == (18, 19)


def test_without_places_and_publishers_none_is_suggested(
    open_text: Callable[[str], Timeline],
) -> None:
    bare = open_text("- {date: 2014, title: Alone}")
    with pytest.raises(QuestionError, match=r"no event has a place$"):
        bare.select("place:Moscow")
    with pytest.raises(QuestionError, match=r"no event has a publisher$"):
        bare.select("source:TASS")


def test_many_alternatives_and_terms_are_answered(asked: Timeline) -> None:
    words = [f"word{number}" for number in range(998)]
    assert found(asked, ",".join([*words, "murder"])) == ["bce", "bce-month"]
    assert found(asked, " ".join(["caesar", *(f"-{word}" for word in words)])) == [
        "bce-decade",
        "bce",
        "bce-month",
    ]


def test_a_word_that_many_places_hold_is_answered(open_text: Callable[[str], Timeline]) -> None:
    places = ", ".join(f"{number} High Street" for number in range(40_000))
    streets = open_text(f"- {{id: all, date: 2014, title: Everywhere, places: [{places}]}}")
    assert found(streets, "place:street") == ["all"]
    assert found(streets, "street") == ["all"]
