"""What is kept of a photo shows what it showed, and tells nothing else."""

import io
import logging
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from levers_app.store.attachment_kinds import (
    JPEG,
    PNG,
    AttachmentError,
    NotAPhotoError,
    SeveralPagesError,
    TooManyPixelsError,
)
from levers_app.store.photos import MAX_PIXELS, MAX_SIDE, cleaned, reduced, thumbnail
from tests.store.pictures import SECRETS, WIDE, drawing, exif, png_of, profile, saved, talkative

FORMS = ["JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP"]
_TEXTS, _XMP, _IPTC, _PROFILE = b"TexteSecret", b"XmpSecret", b"IptcSecret", SECRETS[-1]
UNSAID: dict[str, set[bytes]] = {
    "JPEG": set(),
    "PNG": {_IPTC, _PROFILE},  # it is compressed there
    "WEBP": {_IPTC, _TEXTS},
    "TIFF": {_IPTC, _TEXTS, _XMP},
    "GIF": set(SECRETS) - {_TEXTS},
    "BMP": set(SECRETS),
}
"""What a form has no place for."""
UPRIGHT = {"JPEG", "PNG", "WEBP", "TIFF"}


@pytest.fixture(scope="module", autouse=True)
def _pillow_is_quiet() -> Iterator[None]:
    """Pillow logs what it finds in a damaged file, as an error."""
    logger = logging.getLogger("PIL")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    yield
    logger.setLevel(level)


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def is_red(image: Image.Image, x: int, y: int) -> bool:
    red, _, blue = image.convert("RGB").getpixel((x, y))  # type: ignore[misc]
    return red > 200 and blue < 60


@pytest.mark.parametrize("form", FORMS)
def test_nothing_but_the_picture_is_kept(form: str):
    given_ = talkative(form)
    _, data = cleaned(given_, "photo")
    assert {secret for secret in SECRETS if secret in given_} == set(SECRETS) - UNSAID[form]
    assert [secret for secret in (*SECRETS, b"Exif", b"xmp", b"8BIM", b"ICC", b"iCCP", b"tEXt") if secret in data] == []
    kept = opened(data)
    assert dict(kept.getexif()) == {}
    assert kept.info.keys() <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize("form", sorted(UPRIGHT))
def test_it_is_turned_as_it_was_held(form: str):
    kept = opened(cleaned(talkative(form), "photo")[1])
    assert kept.size == WIDE[::-1]
    assert is_red(kept, kept.width - 5, 5)
    assert not is_red(kept, 5, kept.height - 5)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_way_of_holding(orientation: int):
    image = drawing()
    kept = opened(cleaned(saved(image, "PNG", exif=exif(orientation)), "photo")[1])
    assert kept.size == (WIDE if orientation < 5 else WIDE[::-1])
    corners = {1: (5, 5), 2: (-5, 5), 3: (-5, -5), 4: (5, -5), 5: (5, 5), 6: (-5, 5), 7: (-5, -5), 8: (5, -5)}
    x, y = corners[orientation]
    assert is_red(kept, x % kept.width, y % kept.height)


@pytest.mark.parametrize(
    ("form", "mode", "media"),
    [
        *(("JPEG", mode, JPEG) for mode in ("RGB", "L", "CMYK")),
        *(("PNG", mode, PNG) for mode in ("RGB", "RGBA", "L", "LA", "P", "1")),
        *(("WEBP", mode, media) for mode, media in (("RGB", JPEG), ("RGBA", PNG))),
        *(("GIF", mode, PNG) for mode in ("P", "L")),
        *(("TIFF", mode, media) for mode, media in (("RGB", JPEG), ("CMYK", JPEG), ("L", PNG), ("1", PNG), ("F", PNG))),
        *(("BMP", mode, PNG) for mode in ("RGB", "L", "1")),
    ],
)
def test_it_becomes_a_jpeg_or_a_png(form: str, mode: str, media: str):
    image = drawing(mode=mode)
    if mode == "RGBA":
        image.putalpha(200)
    found, data = cleaned(saved(image, form, comment=b"autre"), "photo")
    assert (found, Image.MIME[opened(data).format or ""]) == (media, media)
    assert is_red(opened(data), 5, 5) == (mode in {"RGB", "RGBA", "P", "CMYK"} and opened(data).mode != "L")


def test_a_drawing_in_webp_stays_sharp():
    assert cleaned(saved(drawing(), "WEBP", lossless=True), "photo")[0] == PNG


def test_transparency_is_kept():
    image = drawing(mode="RGBA")
    image.putpixel((30, 30), (0, 0, 0, 0))
    for form, notes in (("PNG", {"dpi": (72, 72)}), ("WEBP", {"lossless": True}), ("TIFF", {})):
        kept = opened(cleaned(saved(image, form, **notes), "photo")[1])
        assert kept.getpixel((30, 30))[3] == 0  # type: ignore[index]


def test_sixteen_bits_of_grey():
    image = Image.new("I;16", (8, 8), 40_000)
    kept = opened(cleaned(saved(image, "PNG", dpi=(72, 72)), "photo")[1])
    assert (kept.mode, kept.getpixel((0, 0))) == ("L", 156)


@pytest.mark.parametrize(("form", "size"), [("JPEG", (4800, 4800)), ("JPEG", (5000, 1000)), ("PNG", (1000, 2500))])
def test_a_large_photo_is_made_smaller(form: str, size: tuple[int, int]):
    kept = opened(cleaned(saved(drawing(size), form), "photo")[1])
    assert max(kept.size) == MAX_SIDE
    assert kept.width / kept.height == pytest.approx(size[0] / size[1], rel=0.01)


@pytest.mark.parametrize("form", FORMS)
def test_what_was_kept_is_kept_to_the_byte(form: str):
    kept = cleaned(talkative(form), "photo")
    assert cleaned(kept[1], "photo") == kept


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_what_hides_after_the_picture_goes(form: str):
    data = cleaned(talkative(form), "photo")[1]
    assert b"TexteSecret" not in cleaned(data + b"TexteSecret", "photo")[1]
    assert b"TexteSecret" not in cleaned(data + data[-12:] + b"TexteSecret" + data[-12:], "photo")[1]


def test_what_hides_in_the_miniature_of_a_jpeg_goes():
    data = cleaned(talkative("JPEG"), "photo")[1]
    assert data[4:11] == b"\x00\x10JFIF\0"
    with_miniature = data[:4] + b"\x00\x1f" + data[6:18] + b"\x01\x05" + b"IptcSecret12345" + data[20:]
    assert b"IptcSecret" not in cleaned(with_miniature, "photo")[1]


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG", "MPO"])
def test_the_first_image_of_several(form: str):
    data = saved(drawing(), form, save_all=True, append_images=[Image.new("RGB", WIDE, "lime")] * 2)
    kept = opened(cleaned(data, "photo")[1])
    assert getattr(kept, "n_frames", 1) == 1
    assert is_red(kept, 5, 5)


def test_a_scan_of_several_pages_is_refused():
    data = saved(drawing(), "TIFF", save_all=True, append_images=[drawing()])
    with pytest.raises(SeveralPagesError, match="Enregistrez-la en PDF"):
        cleaned(data, "scan.tif")


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_colours_follow_their_profile(mode: str):
    swapped = profile().replace(b"rXYZ", b"xXYZ").replace(b"bXYZ", b"rXYZ").replace(b"xXYZ", b"bXYZ")
    kept = opened(cleaned(saved(drawing(mode=mode), "PNG", icc_profile=swapped), "photo")[1])
    assert (is_red(kept, 5, 5), is_red(kept, 50, 30)) == (False, True)


def test_a_profile_that_leads_nowhere():
    wrong = saved(drawing(), "PNG", icc_profile=b"pas un profil")
    assert is_red(opened(cleaned(wrong, "photo")[1]), 5, 5)
    grey = saved(drawing(mode="L"), "PNG", icc_profile=profile())
    assert opened(cleaned(grey, "photo")[1]).mode == "L"


@pytest.mark.parametrize("side", [9200, 12_000, 20_000])
def test_too_many_pixels(side: int):
    assert side * side > MAX_PIXELS
    with pytest.raises(TooManyPixelsError, match="trop de points"):
        cleaned(png_of(side, side), "photo.png")
    assert thumbnail(png_of(side, side), 100) is None


@pytest.mark.parametrize("form", FORMS)
def test_half_a_photo_is_refused(form: str):
    data = saved(Image.effect_noise((200, 200), 90), form)
    with pytest.raises(NotAPhotoError, match="ou elle est abîmée"):
        cleaned(data[: len(data) // 2], "photo")


@pytest.mark.filterwarnings("ignore")  # Pillow warns of notes that it cannot read
@given(st.sampled_from(FORMS), st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=12))
def test_a_damaged_photo_is_cleaned_or_refused(form: str, changes: list[tuple[int, int]]):
    data = bytearray(talkative(form))
    for place, value in changes:
        data[place % len(data)] = value
    try:
        kept = cleaned(bytes(data), "photo")[1]
    except AttachmentError:
        return
    assert b"Secret" not in kept


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_thumbnail(form: str):
    data = thumbnail(cleaned(talkative(form, (900, 600)), "photo")[1], 120)
    assert data is not None
    small = opened(data)
    assert (small.format, small.size) == ("PNG", (80, 120))
    assert is_red(small, 75, 5)


def test_thumbnail_of_nothing():
    assert thumbnail(b"%PDF-1.7", 120) is None
    assert thumbnail(talkative("JPEG")[:300], 120) is None


@pytest.mark.parametrize(("form", "media"), [("JPEG", JPEG), ("PNG", PNG)])
def test_a_photo_for_a_page_is_small_and_of_the_form_that_suits_it(form, media):
    found = reduced(talkative(form, (600, 400)), 300)
    assert found is not None
    with Image.open(io.BytesIO(found[1])) as image:
        assert (found[0], max(image.size)) == (media, 300)
    assert not any(secret in found[1] for secret in SECRETS)


@pytest.mark.parametrize("data", [b"", b"texte", talkative("JPEG", (600, 400))[:-3000]])
def test_a_photo_that_cannot_be_read_whole_is_none(data):
    assert reduced(data, 300) is None
