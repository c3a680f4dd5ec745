#!/usr/bin/env bash
# Make .venv ready for the program, or for development too: tools/setup.sh [dev]
# Or make .venv-reloaded, as for development but with Whoosh-Reloaded in the place of whoosh3: tools/setup.sh reloaded
# Or make .venv-bench, with WeasyPrint alone, beside which the benchmarks measure paper: tools/setup.sh bench
# Quick and without the network once done: .venv/ready and .venv/ready-dev are written last and say what they were made
# from. After an interruption, with another Python, other pins or in a moved checkout, .venv is made again from nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}
venv=.venv
case ${1:-} in reloaded | bench) venv=.venv-$1 ;; esac

fail() { printf '%s\n' "$@" >&2; exit 1; }

key_of() { { printf '%s\n' "$PWD" "$python_version"; cat "$@"; } | cksum; }

is_ready() { [ "$(cat "$1" 2>/dev/null)" = "$2" ]; }

install() {
  "$venv/bin/python" -m pip install -qq --disable-pip-version-check --no-input "$@" || fail \
    "L’installation des paquets a échoué (le réseau est nécessaire la première fois). Relancez la même commande."
}

new_venv() {
  "$python" -c 'import ensurepip, venv' 2>/dev/null || bash tools/system_packages.sh python3-venv
  "$python" -m venv --clear "$venv" || fail "L’environnement Python « $venv » n’a pas pu être créé."
}

make_venv() {
  echo "Préparation de l’environnement (la première fois, quelques minutes et environ 125 Mo à télécharger)…"
  new_venv
  install --require-hashes -r requirements.txt
  install --no-deps --no-build-isolation --no-index --editable .
  echo "$run_key" >"$venv/ready"
}

add_tools() {
  echo "Installation des outils de développement…"
  rm "$venv/ready"
  install --require-hashes -r requirements-dev.txt
  echo "$dev_key" >"$venv/ready-dev"
  echo "$run_key" >"$venv/ready"
}

make_reloaded() {
  echo "Préparation d’un environnement avec Whoosh-Reloaded (la première fois, quelques minutes et environ 125 Mo)…"
  new_venv
  # The two distributions install the same files: only one of them may be there.
  awk '/^[^ ]/ { left_out = /^whoosh3==/ } !left_out' requirements.txt >"$venv/requirements.txt"
  install --require-hashes -r "$venv/requirements.txt" -r requirements-dev.txt -r requirements-reloaded.txt
  "$venv/bin/python" -c 'from importlib.metadata import packages_distributions as found
assert found()["whoosh"] == ["Whoosh-Reloaded"], found()["whoosh"]'
  echo "$reloaded_key" >"$venv/ready"
}

make_bench() {
  echo "Préparation de WeasyPrint, à côté duquel « make bench » mesure le papier…"
  new_venv
  install --require-hashes -r requirements-bench.txt
  "$venv/bin/python" -c 'import weasyprint' 2>/dev/null || bash tools/system_packages.sh libpango-1.0-0 \
    libpangoft2-1.0-0 libharfbuzz-subset0
  echo "$bench_key" >"$venv/ready"
}

python_version=$("$python" --version 2>/dev/null) || fail "Python est introuvable : installez Python 3.11 ou plus récent."
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || fail \
  "Il faut Python 3.11 ou plus récent ($python_version trouvé). Par exemple : make run PYTHON=python3.12"
run_key=$(key_of requirements.txt)
dev_key=$(key_of requirements.txt requirements-dev.txt)
reloaded_key=$(key_of requirements.txt requirements-dev.txt requirements-reloaded.txt)
bench_key=$(key_of requirements-bench.txt)

if [ "${1:-}" = bench ]; then
  is_ready "$venv/ready" "$bench_key" || make_bench
  exit
elif [ "${1:-}" = reloaded ]; then
  is_ready "$venv/ready" "$reloaded_key" || make_reloaded
else
  is_ready "$venv/ready" "$run_key" || make_venv
  [ "${1:-}" != dev ] || is_ready "$venv/ready-dev" "$dev_key" || add_tools
fi
bash tools/system_libraries.sh "$venv"
# Also where the environment forbids Python to write what it compiles: the window shows about a third sooner.
"$venv/bin/python" -m compileall -q levers_app main.py
