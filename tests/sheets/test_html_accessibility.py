"""The checker of pages finds every fault that it looks for, and none in a good page."""

import pytest
from html5lib.html5parser import ParseError

from tests.sheets.html_accessibility import RULES, faults, parsed

GOOD = (
    '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8">'
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:">'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><title>T</title><style>p{margin:0}</style>'
    '</head><body><a href="#m">Contenu</a><header><h1>Titre</h1></header>'
    '<nav aria-labelledby="s"><p id="s">Sommaire</p><ol><li><a href="#a">A</a></li></ol></nav>'
    '<main id="m"><article id="a" aria-labelledby="t"><h2 id="t">A</h2><section><h3>B</h3>'
    '<p><abbr title="Gestion">GUP</abbr> <a href="https://a.fr">Guide</a></p>'
    '<table><caption>Acteurs</caption><tbody><tr><th scope="row">Maire</th><td>agit</td></tr>'
    '<tr><th scope="row">Bailleur</th><td></td></tr></tbody></table>'
    '<dl><dt>GUP</dt><dd>Gestion</dd></dl><img src="data:image/png;base64,AA" alt="Le hall">'
    "</section></article></main><footer><p>Fin</p></footer></body></html>"
)
FAULTS = [
    ('lang="fr"', 'lang="en"', "the language is not told"),
    ("<title>T", "<title> ", "the page has no title"),
    ("<h1>Titre</h1>", "<p>Titre</p>", "there is not one h1"),
    ("<h3>B</h3>", "<h1>B</h1>", "there is not one h1"),
    ("<h3>B</h3>", "<h4>B</h4>", "a level is skipped before « B »"),
    ('id="t"', 'id="a"', "the id 'a' is there 2 times"),
    ('id="t"', 'id=""', "the id '' is none"),
    ('id="t"', 'id="t t"', "the id 't t' is none"),
    ('href="#a"', 'href="#b"', "'b' leads nowhere"),
    ('labelledby="t"', 'labelledby="t u"', "'u' leads nowhere"),
    ("<caption>Acteurs</caption>", "", "a table does not say what it is"),
    ("<caption>Acteurs", "<caption>", "a table does not say what it is"),
    (
        '<tr><th scope="row">Maire</th><td>agit</td></tr><tr><th scope="row">Bailleur</th><td></td></tr>',
        "<tr><td>Maire</td></tr>",
        "a table has no header",
    ),
    ("<td>agit</td>", "<td>agit</td><td>encore</td>", "the rows of a table are not equally long"),
    ('<th scope="row">Maire', "<th>Maire", "a header does not say what it heads"),
    ('scope="row">Maire', 'scope="rowgroup">Maire', "a header does not say what it heads"),
    ('alt="Le hall"', "", "a picture says nothing"),
    ('alt="Le hall"', 'alt=" "', "a picture says nothing"),
    ("<h3>B</h3>", "<h3> </h3>", "an empty h3"),
    (">Guide<", "><", "an empty a"),
    (">Maire<", ">\u00a0<", "an empty th"),
    ("<dd>Gestion", "<dd>", "an empty dd"),
    ('<li><a href="#a">A</a></li>', "", "an empty ol"),
    ("<footer><p>Fin</p></footer>", "", "there is not one footer"),
    ("<footer>", "<main></main><footer>", "there is not one main"),
    ("<footer>", "<header></header><footer>", "there are several headers"),
    ('<nav aria-labelledby="s">', "<nav>", "a nav without a name"),
    (' aria-labelledby="t"', "", "a article without a name"),
    ("<h3>B</h3>", "", "a section without heading"),
    ('<a href="#m">Contenu</a>', "", "nothing leads past the contents first"),
    ("<ol><li>", "<ol><p>x</p><li>", "a list holds something else than items"),
    ("<footer><p>Fin</p>", "<footer><li>Fin</li>", "an item without a list"),
    ("<dt>GUP</dt>", "<dt>GUP</dt><dt>GUSP</dt>", "terms and what is said of them do not alternate"),
    ('<abbr title="Gestion">', "<abbr>", "'GUP' is not explained"),
    ("<footer>", '<footer onclick="x()">', "onclick acts by itself"),
    ("<footer>", "<footer><script>x()</script>", "a script acts or loads"),
    ("<title>", '<link rel="stylesheet" href="https://a.fr/x.css"><title>', "a link acts or loads"),
    ("<title>", '<meta http-equiv="refresh" content="0"><title>', "the page goes elsewhere"),
    ("data:image/png;base64,AA", "https://a.fr/a.png", "img loads https://a.fr/a.png"),
    ("https://a.fr", "javascript:x()", "javascript:x() is no address of the web"),
    ("p{margin:0}", "p{background:url(a.png)}", "the style loads something"),
    ("p{margin:0}", "@import 'a.css';", "the style loads something"),
    ("initial-scale=1", "maximum-scale=1", "the page cannot be enlarged"),
    ("default-src 'none'; ", "", "the page may load anything"),
    ('<meta charset="utf-8">', "", "the encoding is not told"),
    ('href="https://a.fr"', 'href="https://a.fr" tabindex="3"', "the order of the keyboard is not that of reading"),
]


def test_a_good_page_has_no_fault():
    assert faults(GOOD) == []


@pytest.mark.parametrize(("good", "wrong", "fault"), FAULTS)
def test_each_fault_is_found(good, wrong, fault):
    assert GOOD.count(good) == 1
    assert fault in faults(GOOD.replace(good, wrong))


def test_every_rule_has_its_fault():
    told = [fault for _, _, fault in FAULTS]
    for rule in RULES:
        found = [fault for good, wrong, _ in FAULTS for fault in rule(parsed(GOOD.replace(good, wrong)))]
        assert set(found) & set(told), rule.__name__


@pytest.mark.parametrize("wrong", ["<p><ul></ul></p>", "<p>\x01</p>", "<b><i></b></i>", "&inconnu;", '<p a="1" a="2">'])
def test_what_is_no_valid_html_is_refused(wrong):
    with pytest.raises(ParseError):
        parsed(GOOD.replace("<p>Fin</p>", wrong))
