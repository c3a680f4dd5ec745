"""WeasyPrint on a page of HTML: HTML_FILE PDF_FILE. Run by the Python of ``.venv-bench``, which has nothing of ours."""

import json
import sys
import time

from weasyprint import HTML


def main() -> None:
    """Write the page twice, and tell how long the second time took: the first one finds the fonts."""
    page, pdf = sys.argv[1:]
    HTML(page).write_pdf(pdf, pdf_variant="pdf/ua-1")
    start = time.perf_counter()
    HTML(page).write_pdf(pdf, pdf_variant="pdf/ua-1")
    seconds = time.perf_counter() - start
    print(json.dumps({"milliseconds": 1000 * seconds}))


if __name__ == "__main__":
    main()
