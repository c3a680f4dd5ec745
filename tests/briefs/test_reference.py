"""Pages look as they did when somebody looked at them last (``tests/briefs/reference.py``)."""

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from tests.briefs.reference import NOTES, drawn, picture

MOST = 1.0
"""Mean difference, out of 255, of pages blurred by a pixel: a line that moved by two points gives more."""


def difference(one: Image.Image, other: Image.Image) -> float:
    blurred = (page.filter(ImageFilter.GaussianBlur(1)) for page in (one, other))
    return ImageStat.Stat(ImageChops.difference(*blurred)).mean[0]


@pytest.mark.parametrize("name", NOTES)
def test_pages_look_like_their_reference(name, tmp_path):
    for place, page in enumerate(drawn(name, tmp_path)):
        with Image.open(picture(name, place)) as reference:
            assert page.size == reference.size
            assert difference(page, reference.convert("L")) < MOST


def test_a_page_that_moved_does_not_pass(tmp_path):
    page = drawn("fiche", tmp_path)[0]
    assert difference(page, ImageChops.offset(page, 0, 2)) > MOST
