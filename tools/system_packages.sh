#!/usr/bin/env bash
# Debian and Ubuntu: install packages without a question when root, else say what to type.
# usage: system_packages.sh PACKAGE...
set -euo pipefail
install=(apt-get install --yes --no-install-recommends "$@")
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo "Installation de paquets du système : $*"
  export DEBIAN_FRONTEND=noninteractive
  if said=$(apt-get update 2>&1 && "${install[@]}" 2>&1); then exit 0; fi
  printf '%s\n' "$said" >&2
fi
echo "Il manque des paquets du système. Pour les installer :" >&2
echo "  sudo apt-get update && sudo apt-get install --no-install-recommends $*" >&2
exit 1
