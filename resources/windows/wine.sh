#!/usr/bin/env bash
# The Windows program under Wine 10, from nothing to uninstalled, by one command, as root on Debian 12:
#   bash resources/windows/wine.sh            all of it; pictures and what was measured in build/wine
#   bash resources/windows/wine.sh run CMD…   one command in the room that it made, to look into things by hand
# Wine 10 comes from Debian 13 in a folder of its own, so that nothing of this machine's system is replaced.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/youfu-windows
room=$cache/root            # Debian 13 with Wine
work=${WINE_WORK:-$root/build/wine}
prefix=$work/prefix         # the Windows PC, new each time
user=王芳                   # its user, with a Chinese name as in the office
home=$prefix/drive_c/users/$user
began=$(date +%s)
export DEBIAN_FRONTEND=noninteractive

say() { echo "[$(($(date +%s) - began)) s] $*"; }
fail() { echo "FAILED: $*" >&2; exit 1; }

# --- the room

install_tools() {
  local wanted=(debootstrap:debootstrap Xvfb:xvfb xdotool:xdotool import:imagemagick xwininfo:x11-utils
    pdftotext:poppler-utils makensis:nsis x86_64-w64-mingw32-gcc:gcc-mingw-w64-x86-64 osslsigncode:osslsigncode)
  local lacking=()
  for each in "${wanted[@]}"; do command -v "${each%%:*}" >/dev/null || lacking+=("${each##*:}"); done
  [ ${#lacking[@]} = 0 ] && return
  apt-get update -q >/dev/null
  apt-get install -y -q --no-install-recommends "${lacking[@]}" >/dev/null
}

furnish_room() {
  [ -e "$room/furnished" ] && return
  rm -rf "$room"
  mkdir -p "$room"
  local mirror
  mirror=$(sed -n 's/^URIs: *//p' /etc/apt/sources.list.d/debian.sources | head -1)
  debootstrap --variant=minbase --include=ca-certificates trixie "$room" "$mirror" >"$cache/debootstrap.log" 2>&1
  cp -L /etc/resolv.conf "$room/etc/"
  cp -L /etc/apt/apt.conf.d/* "$room/etc/apt/apt.conf.d/"
  chroot "$room" sh -c 'apt-get update -q && apt-get install -y -q --no-install-recommends wine wine64 fonts-wqy-zenhei' \
    >"$cache/wine.log" 2>&1
  sed -i "s/^root:/$user:/" "$room/etc/passwd"  # Wine names the Windows user after this one
  touch "$room/furnished"
}

# w CMD…: in the room, where our work and the screen lie at the same places. Wine's own streams must be pipes.
w() {
  # shellcheck disable=SC2016
  unshare -m bash -c '
    room=$1 work=$2; shift 2
    mkdir -p "$room$work" "$room/tmp/.X11-unix"
    mount --bind "$work" "$room$work"; mount --bind /tmp/.X11-unix "$room/tmp/.X11-unix"
    mount -t proc proc "$room/proc"; mount --rbind /dev "$room/dev"
    cd /; exec chroot "$room" /usr/bin/env -i HOME=/home PATH=/usr/bin:/bin LANG=C.UTF-8 LC_ALL=C.UTF-8 DISPLAY="$DISPLAY" \
      XDG_RUNTIME_DIR=/tmp WINEPREFIX="$work/prefix" WINEDEBUG=-all WINEDLLOVERRIDES=mscoree,mshtml= \
      YOUFU_PASSWORD="${YOUFU_PASSWORD-}" "$@"
  ' w "$room" "$work" "$@" </dev/null 2>&1 | cat
  return "${PIPESTATUS[0]}"
}

start_screen() {
  export DISPLAY=:91
  mkdir -p /tmp/.X11-unix
  Xvfb :91 -screen 0 1366x768x24 >"$work/screen.log" 2>&1 &
  screen=$!
  sleep 1
}

leave() {
  timeout 20 bash -c "$(declare -f w); room='$room' work='$work' w wineserver -k" >/dev/null 2>&1 || true
  [ -n "${screen-}" ] && kill "$screen" 2>/dev/null || true
}

new_pc() {
  rm -rf "$prefix"
  timeout 180 bash -c "$(declare -f w); room='$room' work='$work' w wineboot -i" >/dev/null
  {
    printf 'REGEDIT4\r\n\r\n[HKEY_CURRENT_USER\\Software\\Wine\\WineDbg]\r\n"ShowCrashDialog"=dword:00000000\r\n\r\n'
    printf '[HKEY_CURRENT_USER\\Software\\Wine\\Fonts\\Replacements]\r\n'
    for face in Tahoma "MS Shell Dlg" "MS Shell Dlg 2" "Segoe UI" "Microsoft YaHei" SimSun; do
      printf '"%s"="WenQuanYi Zen Hei"\r\n' "$face"
    done
  } >"$work/pc.reg"
  w wine regedit "$(in_windows "$work/pc.reg")" >/dev/null
  test -d "$home" || fail "the PC's user is not $user: $(ls "$prefix/drive_c/users")"
}

in_windows() { printf 'Z:%s' "${1//\//\\}"; }  # a path of ours as Windows sees it
