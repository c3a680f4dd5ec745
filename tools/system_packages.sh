#!/usr/bin/env bash
# Install Debian packages without a question (as root on Debian or Ubuntu); elsewhere say what to type: PACKAGE...
set -euo pipefail
command=(apt-get install --yes --no-install-recommends "$@")
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo "Installation de paquets du système : $*…"
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update && "${command[@]}"; } >/dev/null && exit 0
fi
echo "Il manque des paquets du système. À installer :" >&2
echo "  sudo apt-get update && sudo ${command[*]/--yes /}" >&2
exit 1
