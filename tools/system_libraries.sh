#!/usr/bin/env bash
# The system libraries that Qt needs and PySide6 does not bring. The dynamic linker says which are missing; as root on
# Debian or Ubuntu they are installed, elsewhere the exact command is printed, and we go on if Qt can draw offscreen.
# Not asked again once nothing is missing: VENV/system-libraries remembers.
# usage: system_libraries.sh VENV
set -euo pipefail
venv=$1
remembered=$venv/system-libraries
if [ -e "$remembered" ] || [ "$(uname -s)" != Linux ] || ! command -v ldd >/dev/null; then exit 0; fi

qt=$("$venv/bin/python" -c 'import importlib.util as i; print(i.find_spec("PySide6").submodule_search_locations[0])')
files=("$qt"/Qt{Widgets,PrintSupport,Svg,PdfWidgets,DBus,Network}.abi3.so)
for plugin in platforms/lib{qxcb,qwayland,qoffscreen} platformthemes/libqxdgdesktopportal printsupport/* imageformats/* \
  iconengines/* platforminputcontexts/lib{compose,ibus}* xcbglintegrations/* wayland-*client/* wayland-shell-integration/*; do
  files+=("$qt"/Qt/plugins/$plugin.so)
done

missing() { { ldd "${files[@]}" 2>/dev/null || true; } | sed -n 's/^[[:space:]]*\([^ ]*\) => not found$/\1/p' | sort -u; }

# Debian names a library's package after its soname: libEGL.so.1 is in libegl1, libX11.so.6 in libx11-6.
debian_packages() {
  local library name
  for library in "$@"; do
    name=${library%%.so.*} name=${name,,}
    case $name in
      libglib-2.0 | libgthread-2.0) echo libglib2.0-0 ;;
      *[0-9]) echo "$name-${library##*.so.}" ;;
      *) echo "$name${library##*.so.}" ;;
    esac
  done | sort -u
}

get() {
  local tool
  if command -v apt-get >/dev/null; then
    bash "$(dirname "$0")/system_packages.sh" $(debian_packages "$@") || true
    return
  fi
  echo "Il manque des bibliothèques du système : $*" >&2
  for tool in dnf zypper; do
    if command -v $tool >/dev/null; then echo "  sudo $tool install$(printf " '%s()(64bit)'" "$@")" >&2; fi
  done
}

libraries=$(missing)
[ -z "$libraries" ] || get $libraries
libraries=$(missing)
if [ -z "$libraries" ]; then
  touch "$remembered"
elif QT_QPA_PLATFORM=offscreen "$venv/bin/python" -c 'from PySide6.QtWidgets import QApplication; QApplication([])' 2>/dev/null; then
  echo "Sans ces bibliothèques, l’affichage ou l’impression peuvent manquer. On continue." >&2
else
  echo "Sans ces bibliothèques, le programme ne peut pas démarrer." >&2
  exit 1
fi
