#!/usr/bin/env bash
# The Windows program under Wine 10, from nothing to uninstalled, by one command, as root on Debian 12:
#   bash resources/windows/wine.sh            all of it; pictures and what was measured in build/wine
#   bash resources/windows/wine.sh run CMD…   one command in the room that it made, to look into things by hand
# Wine 10 comes from Debian 13 in a folder of its own, so that nothing of this machine's system is replaced.
set -Eeuo pipefail
trap 'echo "FAILED: line $LINENO: $BASH_COMMAND" >&2' ERR
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
  local wanted=(debootstrap:debootstrap Xvfb:xvfb wmctrl:wmctrl xdotool:xdotool import:imagemagick openbox:openbox
    pdftotext:poppler-utils makensis:nsis x86_64-w64-mingw32-gcc:gcc-mingw-w64-x86-64 i686-w64-mingw32-gcc:gcc-mingw-w64-i686 osslsigncode:osslsigncode)
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
  chroot "$room" sh -c 'apt-get update -q && apt-get install -y -q --no-install-recommends wine wine64 locales && localedef -i zh_CN -f UTF-8 zh_CN.UTF-8' \
    >"$cache/wine.log" 2>&1
  sed -i "s/^root:/$user:/" "$room/etc/passwd"  # Wine names the Windows user after this one
  touch "$room/furnished"
}

# w CMD…: in the room, where our work and the screen lie at the same places. Wine's own streams must be pipes.
w() {
  # shellcheck disable=SC2016
  unshare -m bash -c '
    room=$1 work=$2 folder=$3; shift 3
    mkdir -p "$room$work" "$room/tmp/.X11-unix"
    mount --rbind "$work" "$room$work"; mount --bind /tmp/.X11-unix "$room/tmp/.X11-unix"
    mount -t proc proc "$room/proc"; mount --rbind /dev "$room/dev"
    exec timeout "${WINE_PATIENCE:-3600}" chroot "$room" /usr/bin/env -i --chdir="$folder" HOME=/home PATH=/usr/bin:/bin LANG=zh_CN.UTF-8 LC_ALL=zh_CN.UTF-8 \
      DISPLAY="$DISPLAY" XDG_RUNTIME_DIR=/tmp WINEPREFIX="$work/prefix" WINEDEBUG=-all WINEDLLOVERRIDES=mscoree,mshtml= \
      YOUFU_PASSWORD="$YOUFU_PASSWORD" "$@"
  ' w "$room" "$work" "${folder:-/}" "$@" </dev/null 2>&1 | cat
  return "${PIPESTATUS[0]}"
}

start_screen() {
  export DISPLAY=:${WINE_SCREEN:-91}
  mkdir -p /tmp/.X11-unix
  Xvfb "$DISPLAY" -screen 0 1366x768x24 >"$work/screen.log" 2>&1 &
  screen=$!
  sleep 1
  printf '<fontconfig><dir>%s</dir></fontconfig>' "$root/resources/fonts" >"$work/fonts.conf"  # titles in Chinese
  FONTCONFIG_FILE=$work/fonts.conf openbox >"$work/openbox.log" 2>&1 &  # a screen without a window manager shows no frames and mistakes the sizes
}

leave() {
  WINE_PATIENCE=30 w wineserver -k >/dev/null 2>&1 || true
  umount "$stick" 2>/dev/null || true  # where the trial broke off with it locked
  [ -z "${screen-}" ] || kill "$screen" 2>/dev/null || true
}

new_pc() {
  rm -rf "$prefix"
  w wineboot -i >/dev/null
  {
    printf 'REGEDIT4\r\n\r\n[HKEY_CURRENT_USER\\Software\\Wine\\WineDbg]\r\n"ShowCrashDialog"=dword:00000000\r\n\r\n'
    printf '[HKEY_CURRENT_USER\\Software\\Wine\\Fonts\\Replacements]\r\n'
    for face in Tahoma "MS Shell Dlg" "MS Shell Dlg 2" "Segoe UI" "Microsoft YaHei" SimSun; do
      printf '"%s"="Noto Sans SC"\r\n' "$face"
    done
    printf '\r\n[HKEY_CURRENT_USER\\Control Panel\\Desktop]\r\n"FontSmoothing"="2"\r\n"FontSmoothingType"=dword:00000001\r\n'
  } >"$work/pc.reg"
  cp "$root/resources/fonts/NotoSansSC-Medium.ttf" "$prefix/drive_c/windows/Fonts/"
  w wine regedit "$(in_windows "$work/pc.reg")" >/dev/null
  test -d "$home" || fail "the PC's user is not $user: $(ls "$prefix/drive_c/users")"
}

in_windows() { printf 'Z:%s' "${1//\//\\}"; }  # a path of ours as Windows sees it
ours() { "$python" "$root/main.py" "$@"; }       # the same program on this machine
theirs() { w wine "$installed_in_windows\\youfu-console.exe" "$@"; }

their_python() {  # the program's own Python on Windows, for what no command of the program asks
  local place=$work/python
  [ -e "$place" ] || {
    cp -al "$work/dist/$name" "$place"
    x86_64-w64-mingw32-gcc -O2 -municode -mconsole -static -s -DBARE -DLONGEST=0 -o "$place/python.exe" "$here/launcher.c"
  }
  w wine "$(in_windows "$place/python.exe")" "$@"
}

status_of() { local status=0; "$@" >/dev/null || status=$?; echo "$status"; }

wait_for_window() {  # the title it has, and seconds at most
  for _ in $(seq $(($2 * 2))); do
    wmctrl -l 2>/dev/null | grep -q "$1" && return
    sleep 0.5
  done
  fail "no window “$1” in $2 s"
}

close_window() {  # as by its cross, so that the program ends by itself
  for _ in $(seq 40); do
    wmctrl -c "$1" 2>/dev/null || return 0
    sleep 0.5
  done
  fail "the window “$1” did not close"
}

# --- the steps

make_ready() {
  install_tools
  mkdir -p "$work"
  [ -x "$python" ] || { python3.11 -m venv "$root/.venv" && "$python" -m pip install -q "$root[dev]"; }
  furnish_room
  say "Wine 10 is at hand ($(du -sm "$room" | cut -f1) MB)"
  [ -n "${BUILT-}" ] || (cd "$root" && "$python" -m resources.windows.build "$work/dist" --quick --twice)
  version=$(sed -n 's/^version = "\(.*\)"/\1/p' "$root/pyproject.toml")
  setup="$work/dist/$name-$version-setup.exe"
  older="$work/$name-0.0.1-setup.exe"
  rm -rf "$work/python" "$work/older"; cp -al "$work/dist/$name" "$work/older"; rm "$work/older/youfu.sha256"
  echo "print(1)" >"$work/older/app/left_over.py"
  (cd "$root" && "$python" -c "from pathlib import Path; from resources.windows.build import setup
setup(Path('$work/older'), Path('$work'), quick=True, called='0.0.1')")
  cp "$setup" "$work/setup.exe"
  say "built: $(stat -c %s "$setup") bytes"
}

old_windows_is_refused() {
  w wine reg add 'HKCU\Software\Wine' /v Version /d win7 /f >/dev/null
  [ "$(status_of w wine "$work/setup.exe" /S)" = 3 ] || fail "Windows 7 was not refused"
  test ! -e "$installed" || fail "installed on Windows 7"
  (w wine "$(in_windows "$work/dist/$name/$name.exe")" >/dev/null || true &)
  wait_for_window "不能启动" 20
  import -window root "$work/windows-7.png"
  close_window "不能启动"
  w wine reg delete 'HKCU\Software\Wine' /v Version /f >/dev/null
  say "Windows 7 is refused in words, by setup and program"
}

install_older() {
  w wine "$older" /S || fail "setup"
  for each in "$installed/$name.exe" "$installed/uninstall.exe" "$home/Desktop/$name.lnk"; do
    test -e "$each" || fail "$each is missing"
  done
  say "an older version is installed for the user $user alone"
}

self_test() {
  theirs self-test 'C:\自检.json' 2>&1 | tee "$work/self-test.txt"
  grep -q 这台电脑可以使用本程序 "$work/self-test.txt" || fail "self-test"
  cp "$prefix/drive_c/自检.json" "$work/"
  say "self-test"
}

practice_window() {
  theirs demo "$documents\\演练库" --no-window
  (w wine "$installed_in_windows\\$name.exe" "$documents\\演练库" >/dev/null || true &)
  wait_for_window "演练库" 60; sleep 12  # the desk counts
  import -window root "$work/window.png"
  [ "$(status_of w wine "$work/setup.exe" /S)" = 4 ] || fail "setup while the program runs"
  say "the practice archive in its window; setup refuses while it runs"
  close_window "演练库"
  iconv -f utf-16le "$home/AppData/Roaming/youfu/档案库位置.txt" | grep -q "Documents.演练库" || fail "where the data is"
  test -f "$home/Documents/演练库/双击打开.youfudb" || fail "no file to double-click"
  # Wine looks for kinds of files among those of all users only, so those of this user are shown to it there
  for each in .youfudb youfu.archive; do
    w wine reg copy "HKCU\\Software\\Classes\\$each" "HKLM\\Software\\Classes\\$each" /s /f >/dev/null
  done
  (w wine start "$documents\\演练库\\双击打开.youfudb" >/dev/null || true &)
  wait_for_window "演练库" 60
  close_window "演练库"
  say "a double click on the archive's file opens it"
}

roster() {
  cp "$root/tests/data/2020-优抚对象花名册.xlsx" "$prefix/drive_c/花名册.xlsx"
  theirs new "$documents\\档案库" --user "$user" >/dev/null
  theirs import "$documents\\档案库" 'C:\花名册.xlsx' --user "$user" --json >"$work/import-windows.json" || true
  rm -rf "$work/here"; mkdir "$work/here"
  ours new "$work/here/档案库" --user "$user" >/dev/null
  ours import "$work/here/档案库" "$prefix/drive_c/花名册.xlsx" --user "$user" --json \
    >"$work/import-linux.json" || true
  "$python" - "$work" <<'PYTHON'
import json, pathlib, sys
work = pathlib.Path(sys.argv[1])
told = [json.loads((work / f"import-{each}.json").read_text("utf-8")) for each in ("windows", "linux")]
for each in told:
    for line in [*each["files"], *each["refused"], *each["findings"]]:
        line["file"] = line["file"].replace("\\", "/").rpartition("/")[2]
assert told[0] == told[1], "the import tells something else on Windows"
assert told[0]["files"][0]["sheets"][0]["new"] > 0
print(told[0]["files"])
PYTHON
  say "import of the roster: the same on Windows and here"
}

paper() {
  theirs sheets "$documents\\档案库" 'C:\windows.pdf' --user "$user"
  rm -rf "$work/copy"; cp -r "$home/Documents/档案库" "$work/copy"
  ours sheets "$work/copy" "$work/linux.pdf" --user "$user"
  cp "$prefix/drive_c/windows.pdf" "$work/"
  if cmp -s "$work/windows.pdf" "$work/linux.pdf"; then
    say "sheets: the same bytes as here"
    return
  fi
  for each in windows linux; do pdftotext "$work/$each.pdf" "$work/$each.txt"; done
  cmp "$work/windows.txt" "$work/linux.txt" || fail "the sheets read otherwise on Windows"
  say "sheets: the same text as here, not the same bytes"
}

upgrade() {
  w wine "$work/setup.exe" /S || fail "upgrade"
  test ! -e "$installed/app/left_over.py" || fail "the older program was not replaced"
  w wine reg query 'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\youfu' /v DisplayVersion | grep -q "$version" ||
    fail "the version in the list of programs"
  theirs check "$documents\\档案库" --user "$user" || fail "the data after the upgrade"
  say "upgrade from 0.0.1 to $version, the data whole"
}

portable() {
  mkdir -p "$stick"; (cd "$stick" && "$python" -m zipfile -e "$work/dist/$name-$version-portable.zip" .)
  w wine "$stick_in_windows\\$name\\youfu-console.exe" self-test 'C:\便携.json' | tail -1
  (w wine "$stick_in_windows\\$name\\$name.exe" >/dev/null || true &)
  wait_for_window "$name" 60; sleep 1
  close_window "$name"
  test -d "$stick/$name/设置" || fail "the portable program does not keep its settings beside itself"
  say "portable, from a folder with a blank in its name"
}

odd_folders() {  # marks in a folder's name that have a meaning somewhere; and one so deep that Windows opens no file in it
  local each
  for each in '甲&乙 100%' "引'号#井" '逗,号' '𠮷野%20' "$(printf '长%.0s' $(seq 80))"; do
    mkdir "$prefix/drive_c/$each"; cp -al "$work/dist/$name" "$prefix/drive_c/$each/"; touch "$prefix/drive_c/$each/$name/portable.txt"
    (w wine "C:\\$each\\$name\\$name.exe" >/dev/null || true &)
    wait_for_window "^.*$name$" 60; sleep 4
    import -window root "$work/odd-folder.png"
    close_window "$name"
    for _ in $(seq 20); do [ -d "$prefix/drive_c/$each/$name/设置" ] && break; sleep 0.5; done
    test -d "$prefix/drive_c/$each/$name/设置" || fail "not started in $each"
    test ! -s "$prefix/drive_c/$each/$name/设置/youfu.log" || fail "a fault in $each: $(tail -3 "$prefix/drive_c/$each/$name/设置/youfu.log")"
    sleep 5; rm -r "${prefix:?}/drive_c/$each"  # when it has ended
  done
  mkdir "$prefix/drive_c/分;号"; cp -al "$work/dist/$name" "$prefix/drive_c/分;号/"
  (w wine "C:\\分;号\\$name\\$name.exe" >/dev/null || true &)
  wait_for_window "不能启动" 20
  close_window "不能启动"
  rm -r "${prefix:?}/drive_c/分;号"
  local deep=$prefix/drive_c in_windows=C:
  for each in $(seq 5); do each=$(printf '深%.0s' $(seq 48)); deep=$deep/$each in_windows=$in_windows\\$each; done
  mkdir -p "$deep"; cp -al "$work/dist/$name" "$deep/"
  (w wine "$in_windows\\$name\\$name.exe" >/dev/null || true &)
  wait_for_window "不能启动" 20; sleep 1
  import -window root "$work/too-deep.png"
  close_window "不能启动"
  rm -r "${prefix:?}/drive_c/$(printf '深%.0s' $(seq 48))"
  say "folders with & % ' # , blanks, beyond the BMP, long: it starts; with a semicolon, 250 characters deep: it says why not"
}

locked_stick() {
  rm -r "$stick/$name/设置"; rm -f "$home/AppData/Local/youfu/Logs/"*
  w wineserver -w  # it opens the files, and sees only what was mounted before its start
  mount --bind "$stick" "$stick"; mount -o remount,ro,bind "$stick"
  (w wine "$stick_in_windows\\$name\\$name.exe" >/dev/null || true &)
  for _ in $(seq 60); do [ "$(wmctrl -l | grep -c "$name\$")" = 2 ] && break; sleep 0.5; done  # the box has the window's own title
  sleep 1; import -window root "$work/locked-stick.png"
  [ "$(wmctrl -l | grep -c "$name\$")" = 2 ] || fail "no box says where the settings are"
  xdotool key Return; sleep 1
  close_window "$name"
  w wineserver -w
  umount "$stick"
  test ! -e "$stick/$name/设置" || fail "the stick was written to"
  test -f "$home/AppData/Local/youfu/Logs/youfu.crash.log" || fail "no log with the user"
  say "a stick that is write-protected: the program opens, and says where its settings are"
}

broken_program_speaks() {
  local window="$installed/app/ui/main/app"
  cp "$window.py" "$work/app.py"; mv "$installed/app/ui/main/__pycache__/app.cpython-311.pyc" "$work/"
  echo 'raise RuntimeError("broken for the test")' >"$window.py"
  (w wine "$installed_in_windows\\$name.exe" >/dev/null || true &)
  wait_for_window "$name" 30; sleep 1
  import -window root "$work/crash.png"
  close_window "$name"
  grep -q "broken for the test" "$home/AppData/Local/youfu/Logs/youfu.log" || fail "the fault is not in the log"
  cp "$work/app.py" "$window.py"; mv "$work/app.cpython-311.pyc" "$installed/app/ui/main/__pycache__/"
  mv "$installed/runtime/python311.dll" "$work/"
  (w wine "$installed_in_windows\\$name.exe" >/dev/null || true &)
  wait_for_window "不能启动" 20
  import -window root "$work/broken.png"
  close_window "不能启动"
  mv "$work/python311.dll" "$installed/runtime/"
  say "a program that breaks, or has a file missing, says so; the log has the rest"
}

own_tests() {
  local bed=$work/bed site=$cache/tests
  [ -e "$site/done" ] || {
    "$python" -m pip install -q --target "$site" --platform win_amd64 --python-version 3.11 --implementation cp \
      --only-binary=:all: pytest pytest-qt pytest-timeout pytest-xdist hypothesis colorama xlwt defusedxml xlsxwriter pypdfium2
    cp -r "$("$python" -c 'import odf; print(odf.__path__[0])')" "$site/"  # it comes as source only, and is pure Python
    touch "$site/done"
  }
  rm -rf "$bed"; cp -al "$work/dist/$name" "$bed"; rm -r "$bed/app"; mkdir "$bed/app"
  (cd "$root" && cp -r main.py models reports ui resources docs tests pyproject.toml CHANGELOG.md LICENSE README.md "$bed/app/")
  cp -r "$site" "$bed/tests-site"
  (cd "$root" && "$python" -c "from pathlib import Path; from resources.windows import lock, wheels
wheels.unpack(wheels.fetch(lock.LOCK)['pyside6-essentials'], Path('$bed/runtime/site-packages'),
              lambda name: name in ('PySide6/QtTest.pyd', 'PySide6/Qt6Test.dll'))")
  rm "$bed/runtime/python311._pth"
  printf 'python311.zip\r\n.\r\nsite-packages\r\n..\\tests-site\r\n..\\app\r\n' >"$bed/runtime/python311._pth"
  x86_64-w64-mingw32-gcc -O2 -municode -mconsole -static -s -DBARE -DLONGEST=0 -o "$bed/python.exe" "$here/launcher.c"
  mkdir "$bed/读卡器"
  x86_64-w64-mingw32-gcc -shared -O2 -static -s -finput-charset=UTF-8 -o "$bed/读卡器/sdtapi.dll" "$root/tests/resources/windows/driver.c"
  local failed=""
  : >"$work/tests.txt"
  # a process for each part, so that one which dies does not hide the rest
  for part in ${TESTS:-tests/models tests/reports tests/test_architecture.py tests/test_main.py tests/scenarios tests/ui}; do
    folder=$bed/app w wine "$(in_windows "$bed/python.exe")" -m pytest $part -n0 \
      -o addopts="-q --import-mode=importlib --timeout=300 --ignore=tests/bench -p no:cacheprovider" \
      >>"$work/tests.txt" 2>&1 || failed="$failed $part"
  done
  grep -aE "^(FAILED|ERROR)|Fatal|fatal exception" "$work/tests.txt" || true
  [ -z "$failed" ] || fail "tests on the Windows Python:$failed (see $work/tests.txt)"
  say "the project's own tests pass on the Windows Python"
}

# shellcheck source=resources/windows/wine_setup.sh
. "$here/wine_setup.sh"

name=优抚一人一档
export YOUFU_PASSWORD=城中区-2020-八一
python=${PYTHON:-$root/.venv/bin/python}
installed="$home/AppData/Local/Programs/youfu"
installed_in_windows="C:\\users\\$user\\AppData\\Local\\Programs\\youfu"
stick="$prefix/drive_c/移动 硬盘"
stick_in_windows="C:\\移动 硬盘"
documents="C:\\users\\$user\\Documents"

# shellcheck source=resources/windows/wine_updates.sh
. "$here/wine_updates.sh"

main() {
  make_ready
  start_screen
  trap leave EXIT
  new_pc; say "a PC, its user $user"
  for step in ${STEPS:-old_windows_is_refused harms_nobody full_disk all_users signed_by_the_unit install_older self_test practice_window \
    roster paper killed_setup upgrade downgrade_is_asked portable odd_folders locked_stick \
    broken_program_speaks update_from_stick own_tests uninstall setup_by_hand}; do $step; done
  say "all passed"
}

if [ "${1-}" = run ]; then shift; start_screen; trap leave EXIT; w "$@"; else main; fi
