"""What fits on a page is found in few tries, and codes are those of reportlab."""

from hypothesis import given
from hypothesis import strategies as st
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from levers_app.briefs.fitting import fullest
from levers_app.briefs.squares import squares

HEIGHTS = st.lists(st.floats(1, 2000), min_size=1, max_size=20).map(lambda found: sorted(found, reverse=True))


@given(HEIGHTS, st.lists(st.floats(1, 2000), min_size=20, max_size=20), st.booleans())
def test_the_fullest_way_that_fits_is_found_whatever_was_expected(heights, expected, expecting):
    guesses = expected[: len(heights)] if expecting else []
    fitting = [height for height in heights if height <= 720]
    assert fullest(heights, float, float, 720, guesses) == (fitting or heights[-1:])[0]


def test_a_good_guess_takes_two_tries():
    heights = [float(height) for height in range(1100, 400, -40)]
    tried: list[float] = []

    def made(height: float) -> float:
        tried.append(height)
        return height

    fullest(heights, made, float, 720, heights)
    assert tried == [700, 740]


@given(st.text(st.characters(codec="ascii", categories=["L", "N", "P"]), min_size=1, max_size=280))
def test_codes_are_those_that_the_whole_search_of_reportlab_gives(text):
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    assert squares(text) == tuple(tuple(map(bool, row)) for row in code.modules)
