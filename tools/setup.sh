#!/usr/bin/env bash
# Make .venv ready for the program, or for development too: tools/setup.sh [dev]
# Quick and without the network once done: .venv/ready and .venv/ready-dev are written last and say what they were made
# from. After an interruption, with another Python, other pins or in a moved checkout, .venv is made again from nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}
venv=.venv

fail() { printf '%s\n' "$@" >&2; exit 1; }

key_of() { { printf '%s\n' "$PWD" "$python_version"; cat "$@"; } | cksum; }

is_ready() { [ "$(cat "$1" 2>/dev/null)" = "$2" ]; }

install() {
  "$venv/bin/python" -m pip install -qq --disable-pip-version-check --no-input "$@" || fail \
    "L’installation des paquets a échoué (le réseau est nécessaire la première fois). Relancez la même commande."
}

make_venv() {
  echo "Préparation de l’environnement (la première fois, quelques minutes et environ 125 Mo à télécharger)…"
  "$python" -c 'import ensurepip, venv' 2>/dev/null || bash tools/system_packages.sh python3-venv
  "$python" -m venv --clear "$venv" || fail "L’environnement Python « $venv » n’a pas pu être créé."
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

python_version=$("$python" --version 2>/dev/null) || fail "Python est introuvable : installez Python 3.11 ou plus récent."
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || fail \
  "Il faut Python 3.11 ou plus récent ($python_version trouvé). Par exemple : make run PYTHON=python3.12"
run_key=$(key_of requirements.txt)
dev_key=$(key_of requirements.txt requirements-dev.txt)

is_ready "$venv/ready" "$run_key" || make_venv
[ "${1:-}" != dev ] || is_ready "$venv/ready-dev" "$dev_key" || add_tools
bash tools/system_libraries.sh "$venv"
# Also where the environment forbids Python to write what it compiles: the window shows about a third sooner.
"$venv/bin/python" -m compileall -q levers_app main.py
