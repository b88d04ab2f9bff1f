import pytest

from tests.conftest import refused
from timeline.errors import QuestionError
from timeline.query import Field, Query, question
from timeline.query.arguments import option, word

F = Field


@pytest.mark.parametrize(
    ("argument", "asked"),
    [
        pytest.param("2022", "2022", id="word"),
        pytest.param("", "", id="nothing"),
        pytest.param(" griner ", "griner", id="margins"),
        pytest.param("new start", '"new start"', id="phrase"),
        pytest.param("new\tstart", '"new\tstart"', id="phrase with a tab"),
        pytest.param('"new start"', '"new start"', id="quotes that the shell left"),
        pytest.param('"new start" griner', '"new start" griner', id="piece of a question"),
        pytest.param("C:\\new start", '"C:\\\\new start"', id="backslash"),
        pytest.param("C: new start\\", '"C: new start\\\\"', id="backslash at the end"),
        pytest.param("2022 ?prisoners", "2022 ?prisoners", id="saved question"),
        pytest.param("?prisoners 2022", "?prisoners 2022", id="saved question first"),
        pytest.param("-?prisoners 2022", "-?prisoners 2022", id="saved question excluded"),
        pytest.param("who is it?", '"who is it?"', id="question mark"),
        pytest.param("(war or peace)", "(war or peace)", id="brackets"),
        pytest.param("(tag:war or) 2022", "(tag:war or) 2022", id="bracket first"),
        pytest.param("-(2022 or 2014", "-(2022 or 2014", id="bracket first, excluded and open"),
        pytest.param("tag:war (2022|2014)", "tag:war (2022|2014)", id="sign for or"),
        pytest.param("2022 or 2014", "2022 or 2014", id="periods joined by or"),
        pytest.param("tag:war or 2022", "tag:war or 2022", id="field and period joined by or"),
        pytest.param("tag:war OR", "tag:war OR", id="or without a second term"),
        pytest.param("war or peace", '"war or peace"', id="phrase with or"),
        pytest.param("tag:war or peace", 'tag:"war or peace"', id="name with or"),
        pytest.param("Treaty (START)", '"Treaty (START)"', id="phrase with brackets"),
        pytest.param("not:new start", 'not:"new start"', id="phrase excluded"),
        pytest.param("-new start", '-"new start"', id="phrase excluded by a minus"),
        pytest.param("actor:Sergei Lavrov", 'actor:"Sergei Lavrov"', id="name"),
        pytest.param("Actor:Sergei Lavrov", 'actor:"Sergei Lavrov"', id="name, field in capitals"),
        pytest.param("actor:=Sergei Lavrov", 'actor:="Sergei Lavrov"', id="name alone"),
        pytest.param(
            "not:actor:Sergei Lavrov,blinken", 'not:actor:"Sergei Lavrov",blinken', id="names"
        ),
        pytest.param("actor: lavrov", "actor:lavrov", id="space after the colon"),
        pytest.param("tag:war, nato", "tag:war,nato", id="space after the comma"),
        pytest.param("since:last 6 months", 'since:"last 6 months"', id="period"),
        pytest.param("known-by:march 2014", 'known-by:"march 2014"', id="day to be known by"),
        pytest.param("note: new start", '"note: new start"', id="colon that is no field's"),
        pytest.param("2022 actor:lavrov", "2022 actor:lavrov", id="whole question"),
        pytest.param("actor:nato is:certain", "actor:nato is:certain", id="name, certainly"),
        pytest.param("2016 IS:certain war", "2016 IS:certain war", id="period, certainly"),
        pytest.param("what is:certainly", '"what is:certainly"', id="colon after is"),
        pytest.param(
            "tag:(war or peace) 2022", "tag:(war or peace) 2022", id="bracket after a field"
        ),
        pytest.param("new start -tag:war", "new start -tag:war", id="whole question with a minus"),
    ],
)
def test_an_argument_is_a_word_of_a_question(argument: str, asked: str) -> None:
    assert word(argument) == asked


@pytest.mark.parametrize(
    ("field", "value", "asked"),
    [
        pytest.param(F.ACTOR, "lavrov", "actor:lavrov", id="name"),
        pytest.param(F.ACTOR, "lavrov,blinken", "actor:lavrov,blinken", id="names"),
        pytest.param(F.ACTOR, "Lavrov , Blinken", "actor:Lavrov,Blinken", id="names with spaces"),
        pytest.param(
            F.ACTOR, "=Sergei Lavrov,= blinken", 'actor:="Sergei Lavrov",=blinken', id="alone"
        ),
        pytest.param(F.ACTOR, '"Lavrov, S.",nato', 'actor:"Lavrov, S.",nato', id="quoted list"),
        pytest.param(F.ACTOR, 'The "Bear"', r'actor:"The \"Bear\""', id="quotes within a name"),
        pytest.param(F.ACTOR, '"x" tag:war', r'actor:"\"x\" tag:war"', id="no other term"),
        pytest.param(F.PLACE, "a\\", "place:a\\", id="backslash"),
        pytest.param(F.PLACE, "a b\\", r'place:"a b\\"', id="backslash at the end"),
        pytest.param(F.TAG, "= x", 'tag:"= x"', id="= at a tag"),
        pytest.param(F.YEAR, "2014,2016", "year:2014,2016", id="years"),
        pytest.param(F.YEAR, "2014, 2016", "year:2014,2016", id="years with a space"),
        pytest.param(F.YEAR, "march 2014", 'year:"march 2014"', id="month"),
        pytest.param(F.SINCE, "March 18, 2014", 'since:"March 18 2014"', id="month, day, year"),
        pytest.param(
            F.YEAR,
            "March 18th,2014, Dec. 1, 2015,2016",
            'year:"March 18th 2014","Dec. 1 2015",2016',
            id="days and a year",
        ),
        pytest.param(F.KNOWN_BY, "March 18, 2014", 'known-by:"March 18 2014"', id="known by"),
        pytest.param(F.SOURCE, "March 18, 2014", 'source:"March 18",2014', id="no period"),
    ],
)
def test_an_option_is_a_word_of_a_question(field: Field, value: str, asked: str) -> None:
    assert option(field, value) == asked
    (term,) = Query.parse(asked).every_term()
    assert term.alternatives[0].field is field


def test_words_and_options_are_one_question() -> None:
    options = [(F.YEAR, "2022"), (F.ACTOR, "lavrov,blinken"), (F.ACTOR, "russia")]
    asked = question(["new start", "not:tag:war"], options, certain=True)
    expected = '"new start" not:tag:war 2022 actor:lavrov,blinken actor:russia is:certain'
    assert str(asked) == expected


WRONG = [
    pytest.param(
        [],
        [(F.ACTOR, "")],
        """\
a value is missing after 'actor:'
    actor:
          ^""",
        id="option that is empty",
    ),
    pytest.param(
        ["griner"],
        [(F.TAG, "war,"), (F.YEAR, "2022")],
        """\
a value is missing after 'war,'
    griner tag:war, year:2022
                   ^
write no space after the comma, or leave it out""",
        id="option with a comma at the end",
    ),
    pytest.param(
        [],
        [(F.TAG, "-war")],
        """\
a minus excludes a whole term, not one of its values
    tag:-war
        ^
write it as a term of its own: '-tag:war'""",
        id="option with a minus",
    ),
    pytest.param(
        ['"new start'],
        [(F.YEAR, "2022")],
        """\
this quote is not closed
    "new start year:2022
    ~~~~~~~~~~~~~~~~~~~^
add a closing '"'""",
        id="quote not closed",
    ),
]


@pytest.mark.parametrize(("words", "options", "message"), WRONG)
def test_what_is_wrong_is_shown_in_the_whole_question(
    words: list[str], options: list[tuple[Field, str]], message: str
) -> None:
    with refused(QuestionError, message):
        question(words, options, certain=False)
