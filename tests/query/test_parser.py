import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.conftest import refused
from timeline.errors import QuestionError
from timeline.query import (
    ALONE_FIELDS,
    FIELDS,
    Alternative,
    AnyOf,
    Clause,
    Field,
    OperatorError,
    Query,
    Term,
    as_period,
    with_name,
)
from timeline.query.joining import grouped
from timeline.query.scanner import DEEPEST, LONGEST_VALUE, MOST_VALUES


def one(field: Field, value: str, *, phrase: bool = False, alone: bool = False) -> Alternative:
    return Alternative(field, value, phrase, alone)


def term(*alternatives: Alternative, negated: bool = False) -> Term:
    return Term(alternatives, negated)


F = Field
GRINER = term(one(F.TEXT, "griner"))
WAR = term(one(F.TAG, "war"))
YEAR = one(F.YEAR, "2014")
BOTH = "griner tag:war 2014"
OR = AnyOf(((GRINER,), (WAR,)))

# What a question means, and how it prints where that is otherwise than it was asked.
UNDERSTOOD = [
    pytest.param("", [], None, id="nothing"),
    pytest.param(" \t\n ", [], "", id="white space"),
    pytest.param("griner", [GRINER], None, id="word"),
    pytest.param("  griner\u00a0", [GRINER], "griner", id="word in white space"),
    pytest.param("Лавров", [term(one(F.TEXT, "Лавров"))], None, id="word of another script"),
    pytest.param("U.S.", [term(one(F.TEXT, "U.S."))], None, id="word with points"),
    pytest.param("new-start", [term(one(F.TEXT, "new-start"))], None, id="word with a dash"),
    pytest.param("Y", [term(one(F.TEXT, "Y"))], None, id="word that begins like a far year"),
    pytest.param("20140318", [term(one(F.TEXT, "20140318"))], None, id="number"),
    pytest.param('"new start"', [term(one(F.TEXT, "new start", phrase=True))], None, id="phrase"),
    pytest.param('"2014"', [term(one(F.TEXT, "2014", phrase=True))], None, id="quoted date"),
    pytest.param(
        r'"a \"b\" \\c"', [term(one(F.TEXT, 'a "b" \\c', phrase=True))], None, id="escapes"
    ),
    pytest.param(
        '" new start "', [term(one(F.TEXT, "new start", phrase=True))], '"new start"', id="margins"
    ),
    pytest.param('"actor:x"', [term(one(F.TEXT, "actor:x", phrase=True))], None, id="no field"),
    pytest.param('"is:certain"', [term(one(F.TEXT, "is:certain", phrase=True))], None, id="no is"),
    pytest.param('"-war"', [term(one(F.TEXT, "-war", phrase=True))], None, id="quoted minus"),
    pytest.param("2014", [term(one(F.YEAR, "2014"))], None, id="year"),
    pytest.param("2014-03-18", [term(one(F.YEAR, "2014-03-18"))], None, id="day"),
    pytest.param("2014/2016", [term(one(F.YEAR, "2014/2016"))], None, id="interval"),
    pytest.param("2014..2016", [term(one(F.YEAR, "2014..2016"))], None, id="interval with points"),
    pytest.param("1939-1941", [term(one(F.YEAR, "1939-1941"))], None, id="interval with a hyphen"),
    pytest.param("1939-41", [term(one(F.YEAR, "1939-41"))], None, id="interval of a short year"),
    pytest.param(
        "1939\u20131941", [term(one(F.YEAR, "1939\u20131941"))], None, id="interval with a dash"
    ),
    pytest.param("2014..", [term(one(F.YEAR, "2014.."))], None, id="open end"),
    pytest.param("..2016", [term(one(F.YEAR, "..2016"))], None, id="open start"),
    pytest.param("201X", [term(one(F.YEAR, "201X"))], None, id="decade"),
    pytest.param("Y12000", [term(one(F.YEAR, "Y12000"))], None, id="far year"),
    pytest.param("1950..Y12000", [term(one(F.YEAR, "1950..Y12000"))], None, id="to a far year"),
    pytest.param(
        'tag:"?war",?',
        [term(one(F.TAG, "?war"), one(F.TAG, "?"))],
        None,
        id="names with a question mark",
    ),
    pytest.param("year:2014", [term(one(F.YEAR, "2014"))], "2014", id="year by its field"),
    pytest.param("year:-0043", [term(one(F.YEAR, "-0043"))], None, id="year before 1"),
    pytest.param("-2014", [term(one(F.YEAR, "2014"), negated=True)], "not:2014", id="not a year"),
    pytest.param("year:2014-13", [term(one(F.YEAR, "2014-13"))], None, id="wrong, found later"),
    pytest.param(
        'year:"march 2014",2016',
        [term(one(F.YEAR, "march 2014"), one(F.YEAR, "2016"))],
        None,
        id="periods in words",
    ),
    pytest.param(
        "2014,griner", [term(one(F.YEAR, "2014"), one(F.TEXT, "griner"))], None, id="year or word"
    ),
    pytest.param(
        'griner,"new start"',
        [term(one(F.TEXT, "griner"), one(F.TEXT, "new start", phrase=True))],
        None,
        id="word or phrase",
    ),
    pytest.param(
        "actor:lavrov,blinken",
        [term(one(F.ACTOR, "lavrov"), one(F.ACTOR, "blinken"))],
        None,
        id="one actor or another",
    ),
    pytest.param(
        'ACTOR:"Sergei Lavrov"',
        [term(one(F.ACTOR, "Sergei Lavrov"))],
        'actor:"Sergei Lavrov"',
        id="name in quotes, field in capitals",
    ),
    pytest.param(
        'actor:=russia,="Sergei Lavrov"',
        [term(one(F.ACTOR, "russia", alone=True), one(F.ACTOR, "Sergei Lavrov", alone=True))],
        None,
        id="actor alone",
    ),
    pytest.param('actor:"=x"', [term(one(F.ACTOR, "=x"))], None, id="name that begins with ="),
    pytest.param("tag:=x", [term(one(F.TAG, "=x"))], None, id="= at a tag"),
    pytest.param('tag:"-x"', [term(one(F.TAG, "-x"))], None, id="tag that begins with -"),
    pytest.param('id:"tag:x"', [term(one(F.ID, "tag:x"))], None, id="id like a term"),
    pytest.param("id:a:b", [term(one(F.ID, "a:b"))], None, id="id with a colon"),
    pytest.param("place:Moscow", [term(one(F.PLACE, "Moscow"))], None, id="place"),
    pytest.param("source:=TASS", [term(one(F.SOURCE, "TASS", alone=True))], None, id="only"),
    pytest.param("source:TASS", [term(one(F.SOURCE, "TASS"))], None, id="publisher"),
    pytest.param(
        "-known-by:2014-03,today",
        [term(one(F.KNOWN_BY, "2014-03"), one(F.KNOWN_BY, "today"), negated=True)],
        "not:known-by:2014-03,today",
        id="field of two words",
    ),
    pytest.param("since:@crimea+6m", [term(one(F.SINCE, "@crimea+6m"))], None, id="since an event"),
    pytest.param("until:today", [term(one(F.UNTIL, "today"))], None, id="until today"),
    pytest.param(
        "-tag:war", [term(one(F.TAG, "war"), negated=True)], "not:tag:war", id="minus excludes"
    ),
    pytest.param("not:tag:war", [term(one(F.TAG, "war"), negated=True)], None, id="not excludes"),
    pytest.param("NOT:war", [term(one(F.TEXT, "war"), negated=True)], "not:war", id="NOT"),
    pytest.param(
        'not:"new start"',
        [term(one(F.TEXT, "new start", phrase=True), negated=True)],
        None,
        id="phrase excluded",
    ),
    pytest.param("--tag:war", [term(one(F.TAG, "war"))], "tag:war", id="not not"),
    pytest.param(
        "-not:-tag:war", [term(one(F.TAG, "war"), negated=True)], "not:tag:war", id="thrice not"
    ),
    pytest.param(
        "griner 2022 -tag:war",
        [GRINER, term(one(F.YEAR, "2022")), term(one(F.TAG, "war"), negated=True)],
        "griner 2022 not:tag:war",
        id="several terms",
    ),
    pytest.param("-", [term(one(F.TEXT, "-"))], None, id="a dash alone"),
    pytest.param("?", [term(one(F.TEXT, "?"))], None, id="a question mark alone"),
    pytest.param("?wars", [term(one(F.QUESTION, "wars"))], None, id="saved question"),
    pytest.param(
        '-?wars,?"new start",2014',
        [term(one(F.QUESTION, "wars"), one(F.QUESTION, "new start"), YEAR, negated=True)],
        'not:?wars,?"new start",2014',
        id="saved questions excluded",
    ),
    pytest.param('"?wars"', [term(one(F.TEXT, "?wars", phrase=True))], None, id="quoted mark"),
    pytest.param("during:@minsk", [term(one(F.DURING, "@minsk"))], None, id="during"),
    pytest.param("near:@minsk~30d", [term(one(F.NEAR, "@minsk~30d"))], None, id="near"),
    pytest.param("between:@a..@b", [term(one(F.BETWEEN, "@a..@b"))], None, id="between"),
    pytest.param(
        "(2014 or tag:war) griner",
        [AnyOf(((term(YEAR),), (WAR,))), GRINER],
        None,
        id="or across fields",
    ),
    pytest.param("griner or tag:war", [OR], "(griner or tag:war)", id="or without brackets"),
    pytest.param("griner OR tag:war", [OR], "(griner or tag:war)", id="OR"),
    pytest.param("griner|tag:war", [OR], "(griner or tag:war)", id="bar"),
    pytest.param("griner || tag:war", [OR], "(griner or tag:war)", id="two bars"),
    pytest.param("((griner|(tag:war)))", [OR], "(griner or tag:war)", id="needless brackets"),
    pytest.param(
        "-(griner or tag:war)",
        [replace(OR, negated=True)],
        "not:(griner or tag:war)",
        id="neither",
    ),
    pytest.param(
        "-(griner tag:war)",
        [AnyOf(((GRINER, WAR),), negated=True)],
        "not:(griner tag:war)",
        id="not both",
    ),
    pytest.param("-(-(griner tag:war))", [GRINER, WAR], "griner tag:war", id="not not both"),
    pytest.param("-(griner)", [replace(GRINER, negated=True)], "not:griner", id="not one"),
    pytest.param(
        "(griner tag:war) or 2014",
        [AnyOf(((GRINER, WAR), (term(YEAR),)))],
        "((griner tag:war) or 2014)",
        id="both or one",
    ),
    pytest.param(
        "griner or (tag:war or 2014)",
        [AnyOf(((GRINER,), (WAR,), (term(YEAR),)))],
        "(griner or tag:war or 2014)",
        id="or within or",
    ),
    pytest.param(
        "(griner tag:war) 2014", [GRINER, WAR, term(YEAR)], "griner tag:war 2014", id="all"
    ),
]


@pytest.mark.parametrize(("text", "terms", "printed"), UNDERSTOOD)
def test_a_question_is_understood(text: str, terms: list[Clause], printed: str | None) -> None:
    query = Query.parse(text)
    assert query == Query(tuple(terms))
    assert str(query) == (text if printed is None else printed)
    assert Query.parse(str(query)) == query


@pytest.mark.parametrize("text", ["is:certain", "griner is:certain", "IS:CERTAIN griner"])
def test_certain_is_said_in_a_question(text: str) -> None:
    query = Query.parse(text)
    assert query == Query((GRINER,) if "griner" in text else (), certain=True)
    assert str(query).endswith("is:certain")


def test_each_alternative_knows_its_place() -> None:
    text = 'griner -actor:=russia,"Sergei Lavrov" 2014'
    places = [
        text[one.start : one.end]
        for term in Query.parse(text).every_term()
        for one in term.alternatives
    ]
    assert places == ["griner", "=russia", '"Sergei Lavrov"', "2014"]


WRONG = [
    pytest.param(
        "fo:x",
        """\
there is no field 'fo'
    fo:x
    ~~^
the fields are year, since, until, during, near, between, actor, tag, place, source, known-by and id
to search for the text, quote it: '"fo:x"'""",
        id="unknown field",
    ),
    pytest.param(
        "knwn-by:2014",
        """\
there is no field 'knwn-by'
    knwn-by:2014
    ~~~~~~~^
did you mean 'known-by:'?
to search for the text, quote it: '"knwn-by:2014"'""",
        id="misspelt field of two words",
    ),
    pytest.param(
        "2022 actr:lavrov",
        """\
there is no field 'actr'
    2022 actr:lavrov
         ~~~~^
did you mean 'actor:'?
to search for the text, quote it: '"actr:lavrov"'""",
        id="misspelt field",
    ),
    pytest.param(
        "text:x",
        """\
there is no field 'text'
    text:x
    ~~~~^
the fields are year, since, until, during, near, between, actor, tag, place, source, known-by and id
to search for the text, quote it: '"text:x"'""",
        id="the field of bare words",
    ),
    pytest.param(
        "actor: lavrov",
        """\
a value is missing after 'actor:'
    actor: lavrov
          ^
write no space after 'actor:'""",
        id="space after a colon",
    ),
    pytest.param(
        "actor:",
        """\
a value is missing after 'actor:'
    actor:
          ^""",
        id="field without a value",
    ),
    pytest.param(
        "actor:=",
        """\
a value is missing after '='
    actor:=
           ^""",
        id="alone without a name",
    ),
    pytest.param(
        "tag:war, nato x",
        """\
a value is missing after 'war,'
    tag:war, nato x
            ^
write no space after the comma, or leave it out""",
        id="space after a comma",
    ),
    pytest.param(
        "tag:war,",
        """\
a value is missing after 'war,'
    tag:war,
            ^""",
        id="comma at the end",
    ),
    pytest.param(
        "x tag:war,,nato",
        """\
a value is missing after 'war,'
    x tag:war,,nato
              ^""",
        id="two commas",
    ),
    pytest.param(
        ",war",
        """\
a word is missing here
    ,war
    ^""",
        id="comma first",
    ),
    pytest.param(
        'actor:""',
        """\
these quotes are empty
    actor:""
          ~^""",
        id="empty quotes",
    ),
    pytest.param(
        'x "new start',
        """\
this quote is not closed
    x "new start
      ~~~~~~~~~^
add a closing '"'""",
        id="quote not closed",
    ),
    pytest.param(
        'new"start"',
        """\
write a space before this
    new"start"
       ^""",
        id="quote within a word",
    ),
    pytest.param(
        '"new"start',
        """\
write a space before this
    "new"start
         ^""",
        id="word right after a quote",
    ),
    pytest.param(
        "x not:",
        """\
'not:' has nothing to exclude
    x not:
          ^""",
        id="not without a term",
    ),
    pytest.param(
        "is:likely",
        """\
'is:' takes only 'certain'
    is:likely
    ~~~~~~~~^
write 'is:certain' as a term of its own, without a minus""",
        id="is with another word",
    ),
    pytest.param(
        "-is:certain",
        """\
'is:' takes only 'certain'
    -is:certain
     ~~~~~~~~~^
write 'is:certain' as a term of its own, without a minus""",
        id="certain excluded",
    ),
    pytest.param(
        "tag:war,-nato",
        """\
a minus excludes a whole term, not one of its values
    tag:war,-nato
            ^
write it as a term of its own: '-tag:nato'""",
        id="minus within a list",
    ),
    pytest.param(
        "tag:-war",
        """\
a minus excludes a whole term, not one of its values
    tag:-war
        ^
write it as a term of its own: '-tag:war'""",
        id="minus after the field",
    ),
    pytest.param(
        "tag:war,?prisoners",
        """\
a saved question is a term of its own, not a value of 'tag:'
    tag:war,?prisoners
            ~~~~~~~~~^
use 'or': '(tag:war or ?prisoners)'""",
        id="a saved question within a list",
    ),
    pytest.param(
        '-actor:=a,"b c",?"two words" 2022',
        """\
a saved question is a term of its own, not a value of 'actor:'
    -actor:=a,"b c",?"two words" 2022
                    ~~~~~~~~~~~^
use 'or': '(actor:=a,"b c" or ?"two words")'""",
        id="a quoted saved question within a list",
    ),
    pytest.param(
        "tag:?prisoners,war",
        """\
a saved question is a term of its own, not a value of 'tag:'
    tag:?prisoners,war
        ~~~~~~~~~^
use 'or': '(?prisoners or tag:...)'""",
        id="a saved question first in a list",
    ),
    pytest.param(
        "id:?prisoners",
        """\
a saved question is a term of its own, not a value of 'id:'
    id:?prisoners
       ~~~~~~~~~^
write '?prisoners'""",
        id="a saved question after a field",
    ),
    pytest.param(
        "griner,not:bout",
        """\
a minus excludes a whole term, not one of its values
    griner,not:bout
           ~~~^
write it as a term of its own: '-bout'""",
        id="not within a list",
    ),
    pytest.param(
        "tag:war,actor:lavrov",
        """\
'actor:' can only begin a term
    tag:war,actor:lavrov
            ~~~~~^
a comma lists values of one field, as in 'tag:war,diplomacy'
to search for the text, quote it: '"actor:lavrov"'""",
        id="field within a list",
    ),
    pytest.param(
        "200..300",
        """\
date '200..300' is not EDTF: write YYYY, YYYY-MM or YYYY-MM-DD, or any other EDTF date
    200..300
    ~~~~~~~^
to search for the text, quote it: '"200..300"'""",
        id="years of three digits",
    ),
    pytest.param(
        "2014-02-30",
        """\
date '2014-02-30' does not exist: February 2014 has 28 days
    2014-02-30
    ~~~~~~~~~^
to search for the text, quote it: '"2014-02-30"'""",
        id="day that does not exist",
    ),
    pytest.param(
        "griner,2014-13",
        """\
date '2014-13' does not exist: there is no month 13
    griner,2014-13
           ~~~~~~^
to search for the text, quote it: '"2014-13"'""",
        id="month that does not exist",
    ),
    pytest.param(
        "2016..2014",
        """\
date '2016..2014' ends before it starts: write the earlier date first
    2016..2014
    ~~~~~~~~~^
to search for the text, quote it: '"2016..2014"'""",
        id="end before start",
    ),
    pytest.param(
        "03/04/2014",
        """\
date '03/04/2014' can be read in more than one way: \
write 2014-04-03 for 3 April 2014 or 2014-03-04 for 4 March 2014
    03/04/2014
    ~~~~~~~~~^
to search for the text, quote it: '"03/04/2014"'""",
        id="day or month first",
    ),
    pytest.param(
        "2016-2014",
        """\
date '2016-2014' ends before it starts: write the earlier date first
    2016-2014
    ~~~~~~~~^
to search for the text, quote it: '"2016-2014"'""",
        id="years with a hyphen",
    ),
    pytest.param(
        "1941\u20131939",
        """\
date '1941\u20131939' ends before it starts: write the earlier date first
    1941\u20131939
    ~~~~~~~~^
to search for the text, quote it: '"1941\u20131939"'""",
        id="years with a dash",
    ),
    pytest.param(
        "a\0b",
        """\
the question contains the control character U+0000
    a<U+0000>b
remove it""",
        id="control character",
    ),
    pytest.param(
        "\udcff",
        """\
the question contains the control character U+DCFF
    <U+DCFF>
remove it""",
        id="byte that is no UTF-8",
    ),
    pytest.param(
        "griner (2014 or tag:war",
        """\
this bracket is not closed
    griner (2014 or tag:war
           ^
add a closing ')'
to search for a bracket, quote the text""",
        id="bracket not closed",
    ),
    pytest.param(
        "griner 2014)",
        """\
this bracket was not opened
    griner 2014)
               ^
to search for a bracket, quote the text""",
        id="bracket not opened",
    ),
    pytest.param(
        "griner ( )",
        """\
these brackets are empty
    griner ( )
           ~~^""",
        id="nothing in brackets",
    ),
    pytest.param(
        "tag:(war,nato)",
        """\
brackets group whole terms, and cannot be part of one
    tag:(war,nato)
        ^
a comma lists values of one field, as in 'tag:war,diplomacy'
to search for a bracket, quote the text""",
        id="brackets after a field",
    ),
    pytest.param(
        "war(2014",
        """\
brackets group whole terms, and cannot be part of one
    war(2014
       ^
a comma lists values of one field, as in 'tag:war,diplomacy'
to search for a bracket, quote the text""",
        id="bracket within a word",
    ),
    pytest.param(
        "(2014)griner",
        """\
write a space before this
    (2014)griner
          ^""",
        id="word right after a bracket",
    ),
    pytest.param(
        "(2014 is:certain) or griner",
        """\
'is:certain' applies to the whole question
    (2014 is:certain) or griner
          ~~~~~~~~~^
write it outside the brackets""",
        id="certain within brackets",
    ),
    pytest.param(
        "2014 griner or tag:war",
        """\
it is unclear which terms 'or' joins
    2014 griner or tag:war
                ~^
use brackets: '2014 (griner or tag:war)' or '(2014 griner) or tag:war'""",
        id="or after two terms",
    ),
    pytest.param(
        "griner | tag:war 2014 | nato",
        """\
it is unclear which terms '|' joins
    griner | tag:war 2014 | nato
           ^
use brackets: '(griner or tag:war) (2014 or nato)' or 'griner or (tag:war 2014) or nato'""",
        id="two terms between ors",
    ),
    pytest.param(
        "tag:war|nato",
        """\
'|' joins terms, and not the values of a field
    tag:war|nato
           ^
a comma lists values: write 'tag:war,nato'""",
        id="bar between values",
    ),
    pytest.param(
        "2014 |",
        """\
a term is missing after '|'
    2014 |
         ^
write 'this or that'""",
        id="bar at the end",
    ),
    pytest.param(
        "| 2014",
        """\
a term is missing before '|'
    | 2014
    ^
write 'this or that'""",
        id="bar at the start",
    ),
    pytest.param(
        "Portland OR",
        """\
a term is missing after 'OR'
    Portland OR
             ~^
write 'this or that'
to search for the text, quote it: '"OR"'""",
        id="or at the end",
    ),
    pytest.param(
        "war (or peace)",
        """\
a term is missing before 'or'
    war (or peace)
         ~^
write 'this or that'
to search for the text, quote it: '"or"'""",
        id="or at the start of brackets",
    ),
    pytest.param(
        "war or or peace",
        """\
a term is missing after 'or'
    war or or peace
        ~^
write 'this or that'
to search for the text, quote it: '"or"'""",
        id="or twice",
    ),
    pytest.param(
        "?-wars",
        """\
a minus excludes a whole term, not one of its values
    ?-wars
     ^
write it as a term of its own: '-?wars'""",
        id="minus within a saved question",
    ),
    pytest.param(
        "?wars,tag:war",
        """\
'tag:' can only begin a term
    ?wars,tag:war
          ~~~^
a comma lists values of one field, as in 'tag:war,diplomacy'
to search for the text, quote it: '"tag:war"'""",
        id="field after a saved question",
    ),
]


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_a_wrong_question_shows_the_place_and_what_works(text: str, message: str) -> None:
    with refused(QuestionError, message):
        Query.parse(text)


def test_the_longest_question_is_read_and_no_longer_one() -> None:
    fields = ",".join(["x"] * MOST_VALUES)
    (listed,) = Query.parse(f"tag:{fields}").every_term()
    assert len(listed.alternatives) == MOST_VALUES
    with pytest.raises(
        QuestionError, match=r"^these are too many values: .* at most 1,000 values\n"
    ) as wrong:
        Query.parse(f"tag:{fields} war")
    assert wrong.value.question[wrong.value.start : wrong.value.end] == "war"


def test_the_longest_value_is_read_and_no_longer_one() -> None:
    assert Query.parse("x" * LONGEST_VALUE) == Query((term(one(F.TEXT, "x" * LONGEST_VALUE)),))
    with pytest.raises(QuestionError, match=r"^this is too long: .* at most 1,000 characters\n"):
        Query.parse("x" * (LONGEST_VALUE + 1))


def test_the_deepest_brackets_are_read_and_no_deeper_ones() -> None:
    assert Query.parse("(" * DEEPEST + "griner" + ")" * DEEPEST) == Query((GRINER,))
    with pytest.raises(QuestionError, match=r"^these are too many brackets: at most 8 "):
        Query.parse("(" * (DEEPEST + 1) + "griner" + ")" * (DEEPEST + 1))


@pytest.mark.parametrize(
    ("question", "field", "named"),
    [
        pytest.param("tag:a,b or -tag:a", F.TAG, "tag:new,b or -tag:new", id="values"),
        pytest.param("a actor:a", F.TAG, "a actor:a", id="another field"),
        pytest.param("(id:a since:@a+6m)", F.ID, "(id:new since:@new+6m)", id="periods"),
        pytest.param(
            "near:@a~2w between:@a..@ab", F.ID, "near:@new~2w between:@new..@ab", id="two"
        ),
        pytest.param(
            "near:@a+6m~30d,@a-2", F.ID, "near:@new+6m~30d,@a-2", id="an offset and a distance"
        ),
        pytest.param(
            "between:@A+1m..@b-30d,@b..@a-30d",
            F.ID,
            "between:@new+1m..@b-30d,@b..@new-30d",
            id="offsets on both sides",
        ),
        pytest.param('between:"@a +1w .. @a"', F.ID, 'between:"@new +1w .. @new"', id="spaces"),
        pytest.param("since:@a+6m+3d", F.ID, "since:@a+6m+3d", id="an id with an offset"),
        pytest.param("actor:=a", F.ACTOR, "actor:=new", id="alone"),
        pytest.param("(tag:a", F.TAG, "(tag:a", id="no question"),
    ],
)
def test_a_name_in_a_question_is_replaced(question: str, field: Field, named: str) -> None:
    assert with_name(question, field, "a", "new") == named


# Each text with an operator of another language, where it is marked, and the first line of advice.
OPERATORS = [
    pytest.param("2022 AND actor:x", "AND", "a space narrows: write '2022 actor:x'", id="AND"),
    pytest.param("tag:a and tag:b", "and", "a space narrows: write 'tag:a tag:b'", id="and"),
    pytest.param("tag:a&tag:b", "&", "a space narrows: write 'tag:a tag:b'", id="ampersand"),
    pytest.param("war && peace", "&&", "a space narrows: write 'war peace'", id="two of them"),
    pytest.param("not tag:war", "not", "a minus excludes: write '-tag:war'", id="not"),
    pytest.param("2022 NOT war", "NOT", "a minus excludes: write 'not:war'", id="NOT"),
    pytest.param("!tag:war", "!", "a minus excludes: write '-tag:war'", id="exclamation mark"),
    pytest.param(
        "2022 and not tag:war",
        "and",
        "a space narrows, a comma widens, a minus excludes",
        id="and not",
    ),
    pytest.param(
        "Between 1900 and 1950", "and", "for the time between, write '1900/1950'", id="between"
    ),
    pytest.param("tag=war", "=", "write 'tag:war'", id="equals"),
    pytest.param("tag!=war", "!=", "a minus excludes: write '-tag:war'", id="differs"),
    pytest.param(">2022", ">", "write 'since:2022'", id="greater"),
    pytest.param("known-by=2022", "=", "write 'known-by:2022'", id="equals, field of two words"),
    pytest.param("year<=2022", "<=", "write 'until:2022'", id="at most"),
]


@pytest.mark.parametrize(("text", "operator", "advice"), OPERATORS)
def test_an_operator_is_an_error_that_says_what_to_write(
    text: str, operator: str, advice: str
) -> None:
    with pytest.raises(OperatorError) as caught:
        Query.parse(text)
    wrong = caught.value
    assert text[wrong.start : wrong.end] == operator
    assert wrong.advice.splitlines()[0] == advice


def test_the_error_says_how_to_search_for_the_word() -> None:
    with pytest.raises(OperatorError) as caught:
        Query.parse("2022 and 2023")
    assert (
        str(caught.value)
        == """\
'and' is not an operator
    2022 and 2023
         ~~^
a space narrows: write '2022 2023'
to search for the text, quote it: '"and"'"""
    )


@pytest.mark.parametrize(
    ("text", "printed", "doubtful"),
    [
        pytest.param("war and peace", 'war "and" peace', ["and"], id="and between words"),
        pytest.param("not war", '"not" war', ["not"], id="not before a word"),
        pytest.param('2022 "or" 2023', '2022 "or" 2023', [], id="quoted"),
        pytest.param('"2022 or 2023"', '"2022 or 2023"', [], id="within a phrase"),
        pytest.param('tag:"a|b"', 'tag:"a|b"', [], id="quoted bar"),
        pytest.param("place:AT&T", "place:AT&T", [], id="ampersand in a name"),
        pytest.param("Kim (leader)", "Kim leader", [], id="word in brackets"),
        pytest.param("place:Georgia(US)", "place:Georgia(US)", [], id="name with brackets"),
        pytest.param("a=b", "a=b", [], id="equals without a field"),
    ],
)
def test_what_may_be_english_is_searched(text: str, printed: str, doubtful: list[str]) -> None:
    query = Query.parse(text)
    assert str(query) == printed
    assert [text[one.start : one.end] for one in query.doubtful] == doubtful
    assert Query.parse(printed) == query


# Laws.

CHARACTERS = st.one_of(
    st.sampled_from(" \t\n\u00a0\"\\,:=|&!<>-.'/@#%_*()~^é\u0301Ля中\u202e0123456789XY"),
    st.characters(codec="utf-8", exclude_categories=["Cc"]),
)
VALUES = st.one_of(
    st.text(CHARACTERS, min_size=1, max_size=12),
    st.sampled_from(
        [
            *("2014", "2014..", "-0043", "tag:x", "not:x", "-x", "=x", "is:certain", "Y"),
            *("AND", "or", "not", "NEAR", "a|b", "|", "(x", "tag=x", ">2014", "!tag:x", "a&tag:b"),
        ]
    ),
).map(str.strip)


@st.composite
def alternatives(draw: st.DrawFn, field: Field) -> Alternative:
    value = draw(VALUES.filter(bool))
    if field is not Field.TEXT:
        return one(field, value, alone=field in ALONE_FIELDS and draw(st.booleans()))
    if as_period(value) and draw(st.booleans()):
        return one(Field.YEAR, value)
    bare = one(Field.TEXT, value)
    # A text that cannot stand without quotes is always a phrase.
    if str(bare) != value or draw(st.booleans()):
        return one(Field.TEXT, value, phrase=True)
    try:
        Query.parse(value)
    except QuestionError:
        return one(Field.TEXT, value, phrase=True)
    return bare


@st.composite
def terms(draw: st.DrawFn) -> Term:
    field = draw(st.sampled_from(Field))
    listed = draw(st.lists(alternatives(field), min_size=1, max_size=3))
    return Term(tuple(listed), draw(st.booleans()))


@st.composite
def clauses(draw: st.DrawFn) -> tuple[Clause, ...]:
    """Clauses in their simplest form, as the parser returns them."""
    branch = st.recursive(
        terms().map(lambda term: (term,)),
        lambda within: st.builds(
            lambda branches, negated: grouped(branches, negated=negated),
            st.lists(
                st.lists(within, min_size=1, max_size=2).map(lambda found: sum(found, ())),
                min_size=1,
                max_size=3,
            ),
            st.booleans(),
        ),
        max_leaves=4,
    )
    return sum(draw(st.lists(branch, max_size=4)), ())


QUERIES = st.builds(Query, clauses(), st.booleans())


@settings(deadline=None)
@given(QUERIES)
@example(Query((term(one(F.TEXT, "Y")),)))
def test_a_question_prints_as_words_that_ask_the_same(query: Query) -> None:
    assert Query.parse(str(query)) == query


@settings(deadline=None)
@given(QUERIES, st.integers(0, 3))
def test_a_term_excluded_twice_is_the_term(query: Query, place: int) -> None:
    assume(place < len(query.terms))
    excluded = " ".join(map(str, grouped([(query.terms[place],)], negated=True)))
    assert Query.parse(f"-({excluded})").terms == (query.terms[place],)


PIECES = st.sampled_from(
    [
        *(f"{name}:" for name in FIELDS),
        "not:",
        "-",
        "is:",
        "is:certain",
        ",",
        '"',
        "\\",
        "=",
        " ",
        *(" or ", " AND ", "not ", "|", "&", "!", "(", ")", ">"),
        "2014",
        "x",
    ]
)


@settings(deadline=None)
@given(st.one_of(st.text(), st.lists(st.one_of(PIECES, CHARACTERS)).map("".join)))
@example("&|")
@example("!|")
@example("x&|y")
def test_any_text_is_a_question_or_shows_what_is_wrong(text: str) -> None:
    wrong = what_is_wrong(text)
    if wrong is None:
        query = Query.parse(text)
        assert Query.parse(str(query)) == query
    else:
        assert wrong.question == text
        assert 0 <= wrong.start <= len(text)
        assert wrong.start < wrong.end


def what_is_wrong(text: str) -> QuestionError | None:
    try:
        Query.parse(text)
    except QuestionError as wrong:
        return wrong
    return None
