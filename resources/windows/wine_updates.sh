# An update pack 升级包 on a stick, as an officer meets it; steps of wine.sh, which reads this.

newer=9.0.0
stick_port=$work/u     # drive U: of the PC, which Wine knows only when it is there at Wine's start
plugged=$stick_port/升级  # what is put in
update_user=wangfang
update_password=songshu-chahu-tielu  # both typed by xdotool, which has no Chinese

make_update_pack() {  # the same program, called newer, with news of its own
  rm -rf "$work/newer" "$work/pack"; mkdir "$work/pack"
  cp -al "$work/dist/$name" "$work/newer"; rm "$work/newer/youfu.sha256" "$work/newer/app/pyproject.toml"
  sed "s/^version = .*/version = \"$newer\"/" "$root/pyproject.toml" >"$work/newer/app/pyproject.toml"
  printf '# 更新记录\n\n## %s\n\n* 试装的一版\n' "$newer" >"$work/news.md"
  (cd "$root" && "$python" - "$work" "$newer" <<'PYTHON'
import sys
from pathlib import Path
from resources.windows import build, setup
work, newer = Path(sys.argv[1]), sys.argv[2]
setup.CHANGELOG = work / "news.md"
build.setup(work / "newer", work / "pack", called=newer, quick=True)
PYTHON
  )
  rm -r "$work/newer"
}

sums_of_pack() { (cd "$1" && sha256sum "$name-$newer-setup.exe" >SHA256SUMS); }

click_offer() {  # the line that offers the update, known by its colour at the foot of the window
  import -window root "$work/offer.png"
  local place
  place=$("$python" - "$work/offer.png" <<'PYTHON'
import sys
from PIL import Image
picture = Image.open(sys.argv[1]).convert("RGB")
width, height = picture.size
found = [(x, y) for y in range(height - 24, height) for x in range(300, width) if picture.getpixel((x, y)) == (0x0F, 0x66, 0x74)]
if found:
    print(sum(x for x, _ in found) // len(found), sum(y for _, y in found) // len(found))
PYTHON
  )
  [ -n "$place" ] || return 1
  # shellcheck disable=SC2086
  xdotool mousemove $place click 1
}

update_from_stick() {  # noticed; refused in words when its hash is wrong; else the archive backed up, installed, opened again
  make_update_pack; sums_of_pack "$work/pack"
  sed -i 's/^./x/' "$work/pack/SHA256SUMS"
  w wineserver -w
  rm -rf "$stick_port"; mkdir "$stick_port"; ln -sfn "$stick_port" "$prefix/dosdevices/u:"
  YOUFU_PASSWORD=$update_password theirs new "$documents\\升级库" --user "$update_user" >/dev/null
  (w wine "$installed_in_windows\\$name.exe" "$documents\\升级库" >/dev/null || true &)
  wait_for_window "$name" 60; sleep 4
  xdotool type --delay 60 "$update_user"; xdotool key Return  # remembered from then on
  xdotool type --delay 60 "$update_password"; xdotool key Return
  wait_for_window "升级库" 60
  mv "$work/pack" "$plugged"  # the stick is put in; the program looks once a minute
  for _ in $(seq 40); do click_offer && break; sleep 3; done
  wait_for_window "^.* 升级$" 10; sleep 1
  import -window root "$work/update-news.png"
  xdotool key Return
  wait_for_window "优抚一人一档$" 60; sleep 3
  import -window root "$work/update-refused.png"
  xdotool key Return; sleep 2
  sums_of_pack "$plugged"
  xdotool key Return; sleep 15
  import -window root "$work/update-ready.png"
  xdotool key Return
  for _ in $(seq 180); do installed_version "$newer" && break; sleep 1; done
  installed_version "$newer" || fail "the update was not installed"
  wait_for_window "$name\$" 120; sleep 4  # not the setup, whose title goes on
  xdotool type --delay 60 "$update_password"; xdotool key Return
  wait_for_window "升级库" 60; sleep 3
  import -window root "$work/updated.png"
  ls "$home/Documents/升级库/backups"/*.youfu >/dev/null || fail "no backup before the update"
  close_window "升级库"
  rm "$prefix/dosdevices/u:"
  say "an update on a stick: noticed, refused with a wrong hash, then backed up, installed, the archive open again"
}

installed_version() { grep -q "^version = \"$1\"" "$installed/app/pyproject.toml" 2>/dev/null; }
