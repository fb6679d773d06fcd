# What the setup does to a PC where not everything is as it should be, and setup and uninstaller by hand; steps of wine.sh, which reads this.

setup_in() { w wine "$work/setup.exe" /S "/D=$1"; }  # a folder without blanks: /D= knows no quotes
gone() { for _ in $(seq 40); do [ -e "$1" ] || return 0; sleep 0.5; done; return 1; }
refused() { local code=$1; shift; [ "$(status_of "$@")" = "$code" ] || fail "not refused with $code: $*"; }

harms_nobody() {  # in a folder of others: ours within, and nothing of theirs goes, by whatever name
  local theirs=$prefix/drive_c/别的程序
  mkdir -p "$theirs/runtime" "$theirs/app"
  echo mine >"$theirs/runtime/mine.txt"; echo mine >"$theirs/app/mine.txt"; echo mine >"$theirs/uninstall.exe"
  setup_in 'C:\别的程序' || fail "setup beside others' files"
  test -e "$theirs/youfu/$name.exe" || fail "no folder of its own"
  (cd "$theirs/youfu" && sha256sum --quiet -c youfu.sha256) || fail "laid otherwise than listed"
  echo mine >"$theirs/youfu/app/mine.txt"; echo changed >>"$theirs/youfu/app/LICENSE"
  w wine 'C:\别的程序\youfu\uninstall.exe' /S
  gone "$theirs/youfu/$name.exe" || fail "not uninstalled"
  [ "$(cd "$theirs" && find . -type f | sort | tr '\n' ' ')" = \
    "./app/mine.txt ./runtime/mine.txt ./uninstall.exe ./youfu/app/LICENSE ./youfu/app/mine.txt " ] ||
    fail "others' files: $(cd "$theirs" && find . -type f | head -20)"
  refused 5 setup_in 'C:\别的程序'
  refused 5 setup_in "C:\\$(printf '很长的文件夹%.0s' $(seq 30))"
  rm -r "$theirs"
  say "nothing of others goes, at setup or uninstall; a folder that cannot be used is refused"
}

full_disk() {  # too small from the start; full on the way; read-only. What was there stays whole
  local small=$prefix/drive_c/小盘
  mkdir -p "$small"
  mount -t tmpfs -o size=120m tmpfs "$small"
  ln -sfn ../drive_c/小盘 "$prefix/dosdevices/f:"
  refused 9 setup_in 'F:\youfu'
  refused 8 setup_in 'C:\小盘\youfu'
  [ -z "$(find "$small" -type f)" ] || fail "half a program stayed: $(find "$small" -type f | head)"
  mount -o remount,ro "$small"
  refused 6 setup_in 'C:\小盘\youfu'
  umount "$small"; rm "$prefix/dosdevices/f:"; rmdir "$small"
  say "a disk too small, full on the way or read-only: refused, nothing half left"
}

killed_setup() {  # over an older program, which stays whole and starts; the next try clears up
  (w wine "$work/setup.exe" /S >/dev/null || true &)
  for _ in $(seq 240); do [ -d "$installed/~new/runtime" ] && break; sleep 0.25; done
  sleep 1
  w wineserver -k || true
  test -d "$installed/~new" || fail "it was not caught halfway"
  (cd "$installed" && sha256sum --quiet -c youfu.sha256) || fail "the older program is no longer whole"
  w wine "$work/setup.exe" /S || fail "setup after a killed one"
  test ! -e "$installed/~new" && test ! -e "$installed/~old" || fail "half of a program stayed"
  (cd "$installed" && sha256sum --quiet -c youfu.sha256) || fail "not whole after the second try"
  say "a setup that is killed leaves the older program whole, and the next one clears up"
}

downgrade_is_asked() {
  refused 7 w wine "$older" /S
  w wine reg query 'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\youfu' /v DisplayVersion | grep -q "$version" ||
    fail "the older one was installed"
  (w wine "$older" >/dev/null || true &)
  wait_for_window "0.0.1" 60; sleep 1
  import -window root "$work/downgrade.png"
  xdotool key Return; sleep 2  # its proposal is no
  say "an older setup over a newer program is asked about"
}

all_users() {  # an administrator installs once for everybody; another user of the PC has it, and its links
  w wine "$work/setup.exe" /S /ALLUSERS || fail "for all users"
  test -e "$prefix/drive_c/Program Files/youfu/$name.exe" || fail "not in Program Files"
  test -e "$prefix/drive_c/users/Public/Desktop/$name.lnk" || fail "no link for all"
  w wine 'C:\Program Files\youfu\uninstall.exe' /S
  gone "$prefix/drive_c/Program Files/youfu" || fail "something stayed"
  test ! -e "$prefix/drive_c/users/Public/Desktop/$name.lnk" || fail "the link for all stayed"
  say "installed for all users, and uninstalled"
}

signed_by_the_unit() {  # by a certificate of its own, as a unit would; Windows finds a changed file out, and an unsigned update
  local judged=$work/signatures
  rm -rf "$judged"; mkdir "$judged"
  openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/key.pem" -out "$work/certificate.pem" -days 30 -utf8 \
    -subj "/C=CN/O=某区退役军人事务局/CN=某区退役军人事务局" -addext extendedKeyUsage=codeSigning >"$work/certificate.log" 2>&1
  openssl x509 -in "$work/certificate.pem" -outform der -out "$judged/certificate.der"
  cp "$setup" "$judged/unsigned-setup.exe"; cp "$setup" "$judged/signed-setup.exe"
  cp "$work/dist/$name/$name.exe" "$root/tests/resources/windows/judge_signatures.py" "$judged/"
  (cd "$root" && YOUFU_CERTIFICATE=$work/certificate.pem YOUFU_KEY=$work/key.pem "$python" - "$judged" <<'PYTHON'
import sys
from pathlib import Path
from resources.windows import signing
folder = Path(sys.argv[1])
good, changed = folder / "signed-setup.exe", folder / "changed-setup.exe"
signing.sign(good)
signing.sign(folder / f"{signing.NAME}.exe")
content = bytearray(good.read_bytes())
content[len(content) // 2] ^= 1
changed.write_bytes(content)
try:
    signing.verify(changed, signing.certificate())
except SystemExit:
    pass
else:
    raise SystemExit("a changed setup passed as signed")
PYTHON
  )
  their_python "$(in_windows "$judged/judge_signatures.py")" "$(in_windows "$judged")" || fail "signatures on Windows"
  cp "$judged/signed-setup.exe" "$work/signed-setup.exe"; rm -r "$judged"
  w wine "$work/signed-setup.exe" /S || fail "a signed setup"
  w wine "$installed_in_windows\\uninstall.exe" /S
  gone "$installed" || fail "something stayed"
  say "signed by a certificate, verified; WinVerifyTrust finds a changed one out, takes no unsigned update; installed"
}

uninstall() {
  w wine "$installed_in_windows\\uninstall.exe" /S
  for _ in $(seq 40); do [ -e "$installed" ] || break; sleep 0.5; done
  test ! -e "$installed" || fail "something stayed: $(find "$installed" | head)"
  test ! -e "$home/Desktop/$name.lnk" || fail "the desktop link stayed"
  test -f "$home/Documents/档案库/archive.db" || fail "THE DATA IS GONE"
  say "uninstalled; the data is there"
}

setup_by_hand() {  # as an officer does it, for the pictures of the manual
  (w wine "$work/setup.exe" >/dev/null || true &)
  wait_for_window "$name $version" 60; sleep 2
  import -window root "$work/setup-0.png"
  xdotool key Return; sleep 3  # here everybody is an administrator, and is asked for whom: its proposal is for this user
  import -window root "$work/setup-1.png"
  xdotool key Return; sleep 2; xdotool key Return
  for _ in $(seq 120); do [ -e "$installed/uninstall.exe" ] && break; sleep 1; done
  sleep 10  # links and kinds of files
  import -window root "$work/setup-2.png"
  xdotool key Return
  wait_for_window "^.*$name$" 60; sleep 2
  import -window root "$work/start.png"
  close_window "$name"
  say "set up by hand, and the program opened from its last page"
  (w wine "$installed_in_windows\\uninstall.exe" >/dev/null || true &)
  wait_for_window "卸载" 60; sleep 2
  xdotool key Return
  for _ in $(seq 60); do [ -e "$installed" ] || break; sleep 1; done
  sleep 3
  import -window root "$work/uninstall.png"  # it says where the data is
  for _ in 1 2 3; do xdotool key Return; sleep 1; done  # and asks what is to be forgotten: its proposal is nothing
  say "uninstalled by hand"
}
