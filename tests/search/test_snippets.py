import pytest
from hypothesis import given
from hypothesis import strategies as st

from levers_app.search.engine import SearchEngine
from levers_app.search.snippets import SNIPPET_LENGTH, Marker, Sought, Span

TEXT = st.text(st.sampled_from("abé’ -.\n1L") | st.characters(), max_size=400)


def marked(spans: tuple[Span, ...]) -> list[str]:
    return [span.text for span in spans if span.marked]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("mediation ", "La Médiation et les médiations", ["Médiation", "médiations"]),
        ("clspd ", "Le C.L.S.P.D. ou CLSPD", ["C.L.S.P.D.", "CLSPD"]),
        ("L251-2 ", "article L.\u00a0251-2 du code", ["L.\u00a0251-2"]),
        ("vid", "vidéo, avide", ["vidéo"]),
        ("coeur ", "au cœur du quartier", ["cœur"]),
        ("interbailleurs ", "le groupement inter-bailleurs", ["bailleurs"]),
        ("securite ", "la se\u0301curite\u0301", ["se\u0301curite\u0301"]),
        ("hall ", "Les parties communes d’une commune", ["parties", "communes"]),
        ('"diagnostic en marchant" ', "Un diagnostic, puis un diagnostic en marchant", ["diagnostic", "marchant"]),
    ],
)
def test_marks_follow_folding_stems_beginnings_and_synonyms(
    engine: SearchEngine, query: str, text: str, expected: list[str]
) -> None:
    assert marked(engine.highlight(text, query)) == expected


def test_the_best_passage_is_shown_not_the_first() -> None:
    body = "Un hall au début.\n" + "Rien à voir ici. " * 20 + "\nLe gardien surveille le hall chaque soir."
    snippet = Marker(Sought(frozenset({"hal", "gardien"}))).snippet(body, "")
    assert "".join(span.text for span in snippet) == "Le gardien surveille le hall chaque soir."


def test_the_first_mark_is_among_what_a_narrow_list_shows() -> None:
    body = "C’est une obligation réglementaire pour les grands ensembles locatifs et une réponse courante aux halls."
    snippet = Marker(Sought(frozenset({"hal"}))).snippet(body, "")
    before = "".join(span.text for span in snippet).index("halls")
    assert before < 90


def test_without_anything_found_the_summary_is_shown() -> None:
    assert Marker(Sought(frozenset({"hal"}))).snippet("Rien.", "Le résumé") == (Span("Le résumé"),)


@given(TEXT)
def test_a_marked_text_is_whole(text: str) -> None:
    spans = Marker(Sought(frozenset({"a", "l1"}), ("b",), frozenset({("ab", "a")}))).spans(text)
    assert "".join(span.text for span in spans) == text


@given(TEXT)
def test_a_snippet_is_short_and_comes_from_the_text(text: str) -> None:
    snippet = Marker(Sought(frozenset({"a"}), ("b",))).snippet(text, "")
    inside = "".join(span.text for span in snippet if span.text not in {"… ", " …"})
    assert inside in text
    assert len(inside) <= SNIPPET_LENGTH + 1 or " " not in inside


def test_a_web_address_is_no_passage(engine: SearchEngine) -> None:
    hits = engine.search("drogue fusillades ", limit=20).hits
    shown = ["".join(span.text for span in hit.snippet) for hit in hits]
    assert any(hit.id == "case:grenoble-alma-gltd" for hit in hits)
    assert not any("/" in text and ".html" in text for text in shown)


def test_other_words_mark_neither_figures_nor_words_of_a_short_stem(engine: SearchEngine) -> None:
    assert not any(span.marked for span in engine.highlight("16,5 % des logements", "évaluation gardien "))
