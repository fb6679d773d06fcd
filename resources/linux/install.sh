#!/usr/bin/env bash
# The program for one user of a Linux desk, without root:
#   bash resources/linux/install.sh               online
#   bash resources/linux/install.sh fetch WHEELS  on a PC of the same kind that is online: what is needed, into a folder
#   bash resources/linux/install.sh WHEELS        offline, from that folder
set -Eeuo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
home=$share/youfu/program
name=优抚一人一档

say() { echo "$*" >&2; }

find_python() {
  for each in python3.11 python3.12 python3.13 python3; do
    if command -v "$each" >/dev/null && "$each" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))'; then
      echo "$each"
      return
    fi
  done
  say "这台电脑没有 Python 3.11 到 3.13，请管理员先安装（如 python3.11 和 python3.11-venv）。"
  exit 1
}

needed() {  # what the program stands on
  "$(find_python)" -c 'import sys, tomllib; print(*tomllib.load(open(sys.argv[1], "rb"))["project"]["dependencies"], sep="\n")' \
    "$root/pyproject.toml"
}

lay() {  # beside the one that is there, which is replaced only when the new one is whole
  local new=$home.new
  rm -rf "$new"; mkdir -p "$new"
  "$(find_python)" -m venv "$new/python"
  local from=()
  [ -z "${1-}" ] || from=(--no-index --find-links "$1")
  "$new/python/bin/python" -m pip install -q "${from[@]}" -r <(needed)
  mkdir "$new/app"
  (cd "$root" && cp -r main.py pyproject.toml CHANGELOG.md LICENSE models reports ui resources docs "$new/app/")
  find "$new/app" -name __pycache__ -prune -exec rm -rf {} +
  rm -rf "$home.old"; [ ! -e "$home" ] || mv "$home" "$home.old"
  mv "$new" "$home"; rm -rf "$home.old"
}

join_desktop() {  # the menu's entry, and the command youfu
  mkdir -p "$share/applications" "$share/icons/hicolor/scalable/apps" "$HOME/.local/bin"
  cp "$home/app/resources/icons/youfu.svg" "$share/icons/hicolor/scalable/apps/youfu.svg"
  printf '#!/bin/sh\nexec "%s/python/bin/python" "%s/app/main.py" "$@"\n' "$home" "$home" >"$HOME/.local/bin/youfu"
  chmod +x "$HOME/.local/bin/youfu"
  printf '[Desktop Entry]\nType=Application\nName=%s\nComment=优抚对象档案管理\nExec="%s" %%f\nIcon=youfu\nCategories=Office;\nTerminal=false\n' \
    "$name" "$HOME/.local/bin/youfu" >"$share/applications/youfu.desktop"
}

if [ "${1-}" = fetch ]; then
  mkdir -p "$2"
  "$(find_python)" -m pip download -q -d "$2" --only-binary=:all: -r <(needed)
  exit
fi
lay "${1-}"
join_desktop
"$HOME/.local/bin/youfu" self-test "$home/自检.json" >"$home/自检.txt" 2>&1 || { cat "$home/自检.txt"; say "自检没有全部通过。"; exit 1; }
tail -1 "$home/自检.txt"
say "装好了：菜单里的“$name”，或命令 youfu。卸载：删除 $home、$share/applications/youfu.desktop 和 ~/.local/bin/youfu；档案库不在其中。"
