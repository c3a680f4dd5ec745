"""How the page of a note looks: on a telephone or a large screen, in light or dark, and printed."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from levers_app.sheets.markup import Html

_TOKENS = Path(__file__).resolve().parents[2] / "resources" / "style" / "tokens.json"
_INKS = ("surface", "window", "ink", "ink2", "line", "border", "accent", "warn")
_SHEET = """
*{box-sizing:border-box}
body{margin:0;background:var(--surface);color:var(--ink);overflow-wrap:break-word;
font:1rem/1.5 'Source Sans 3','Segoe UI',system-ui,sans-serif}
body>header,body>nav,main,body>footer{max-width:46rem;margin:0 auto;padding:1rem}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:1rem;padding:.5rem 1rem;background:var(--surface);border:2px solid var(--accent)}
a{color:var(--accent)}
a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
h1,h2,h3,h4,h5,h6{line-height:1.25;margin:1.6em 0 .4em}
h1{font-size:1.75rem;margin-top:.2em}h2{font-size:1.45rem}h3{font-size:1.2rem}h4,h5,h6{font-size:1.05rem}
p,ul,ol,dl,table,figure{margin:.5em 0 .8em}
sup{line-height:0}
ul,ol{padding-left:1.4em}li{margin:.25em 0}
.subtitle{font-size:1.2rem;margin-top:0}.lead{font-size:1.125rem}
.quiet{color:var(--ink2)}.verify{color:var(--warn);font-weight:600;margin:.2em 0}
.mention{display:inline-block;padding:.2em .8em;border:2px solid;font-weight:700}
.facts{list-style:none;padding:0;color:var(--ink2)}.facts li{display:inline-block;margin:0 1.2em 0 0}
.sheet{border-top:3px solid var(--family,var(--border));margin-top:2.5rem}
.sheet>.quiet:first-child{margin-bottom:0}.sheet>.quiet+*{margin-top:.2em}
.about,.sigles{display:grid;grid-template-columns:max-content 1fr;gap:.2em 1em}
dt{font-weight:600}dd{margin:0}
table{border-collapse:collapse;width:100%}
tr{border-top:1px solid var(--line)}
th,td{padding:.4em 1em .4em 0;text-align:left;vertical-align:top}
th[scope=row]{min-width:6rem}td>:first-child,th>:first-child{margin-top:0}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.wide{overflow-x:auto}.wide table{min-width:44rem;table-layout:fixed}.wide th:first-child{width:7rem}
.wide td,.wide th{hyphens:auto}.wide td ul{padding-left:1.1em}
.actions .wide table{min-width:64rem}.actions tbody th{font-weight:400}.actions th p:first-child{font-weight:600}
.actions .wide p{margin:0 0 .3em}.actions .wide .quiet{font-size:.9rem}
.actions .wide th:nth-child(1){width:21%}.actions th:nth-child(2){width:11%}.actions th:nth-child(3){width:14%}
.actions th:nth-child(4){width:9%}.actions th:nth-child(5){width:18%}.actions th:nth-child(6){width:16%}
@media (min-width:60rem){.wide{width:min(72rem,96vw);position:relative;left:50%;transform:translateX(-50%)}}
img{display:block;max-width:100%;height:auto;border:1px solid var(--line)}
.logo img{max-height:5rem;border:0;background:#fff}
figure{margin-left:0;margin-right:0}figcaption{color:var(--ink2);font-size:.9rem}
.missing{border:1px dashed var(--border);padding:1.5em 1em;background:var(--window);margin:0}
body>footer{border-top:1px solid var(--line);color:var(--ink2);margin-top:3rem}
@page{margin:15mm 17mm}
@page paysage{size:A4 landscape}
"""
_PRINT = """
body{font-size:10pt}body>header,body>nav,main,body>footer{max-width:none;padding:0}
.skip,a[href^="#mark"],a[href*="-mark-"]{display:none}
a{color:inherit;text-decoration:none}
h1,h2,h3,h4,h5,h6,thead{break-after:avoid}tr,figure,li{break-inside:avoid}p,li{orphans:3;widows:3}
thead{display:table-header-group}
.paged .sheet,.cover main>:first-child{break-before:page}
.wide{overflow:visible;width:auto;left:0;transform:none}.wide table,.actions .wide table{min-width:0;font-size:8.5pt}
.actions .wide .quiet{font-size:inherit}.actions .wide td:empty{height:2.6em}
.comparison,.actions{page:paysage}
"""


@cache
def style() -> Html:
    """Return the style sheet, its inks those of the window, from ``style/tokens.json``."""
    tokens = json.loads(_TOKENS.read_text(encoding="utf-8"))
    families = tokens["families"]
    light, dark = (_inks(tokens[theme], families, theme) for theme in ("light", "dark"))
    printed = _inks(tokens["light"], families, "print")
    named = "".join(f".{slug}{{--family:var(--{slug})}}" for slug in families)
    return Html(
        f":root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}"
        f"{named}{_SHEET}@media print{{:root{{{printed}}}{_PRINT}}}".replace("\n", "")
    )


def _inks(theme: Mapping[str, str], families: Mapping[str, Mapping[str, str]], family: str) -> str:
    inks = {name.replace("_", "-"): theme[name] for name in _INKS}
    inks |= {slug: look[family] for slug, look in families.items()}
    return "".join(f"--{name}:{ink};" for name, ink in inks.items())
