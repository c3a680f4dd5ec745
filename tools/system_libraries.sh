#!/usr/bin/env bash
# The system libraries that Qt needs and PySide6 does not bring: the dynamic linker says what is missing, this gets it
# (see system_packages.sh) or says what to install. Goes on as long as Qt can at least draw without a screen.
# Once nothing is missing it is not asked again: VENV/system-libraries remembers.    usage: system_libraries.sh VENV
set -euo pipefail
venv=$1
remembered=$venv/system-libraries
if [ -e "$remembered" ] || [ "$(uname -s)" != Linux ] || ! command -v ldd >/dev/null; then exit 0; fi

qt=$("$venv/bin/python" -c 'import importlib.util as i; print(i.find_spec("PySide6").submodule_search_locations[0])')
files=("$qt"/Qt{Widgets,PrintSupport,Svg,PdfWidgets,DBus,Network}.abi3.so)
for plugin in platforms/lib{qxcb,qwayland,qoffscreen} xcbglintegrations/* wayland-*client/* wayland-shell-integration/* \
  platforminputcontexts/lib{compose,ibus}* platformthemes/libqxdgdesktopportal printsupport/* imageformats/* iconengines/*; do
  files+=("$qt"/Qt/plugins/$plugin.so)
done

missing() { { ldd "${files[@]}" 2>/dev/null || true; } | sed -n 's/^[[:space:]]*\([^ ]*\) => not found$/\1/p' | sort -u; }
missing
