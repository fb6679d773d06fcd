; The setup: for this user alone, no administrator needed; for all users of the PC where an administrator wants it. Made by build.py:
;   makensis -INPUTCHARSET UTF8 -DVERSION=x.y.z -DFILES=list.nsh -DMEGABYTES=150 -DKILOBYTES=50000 -DLONGEST=90 -DPLUGINS=folder -DPICTURE=side.bmp -DNEWS=news.nsh
;            -DOUT=setup.exe [-DQUICK] installer.nsi
; Switches: /S silent, /ALLUSERS, /D=folder (last, without quotes). Exit codes, each with its sentence: 3 this Windows is too old,
; 4 the program is running, 5 the folder is not empty and not ours, or its path too long, 6 no right to write, 7 a newer program is
; there, 8 the files could not be laid (disk full, held back by a guard), 9 no room on the disk.
;
; The new program is laid beside the old one, in ~new, and proven by the hashes of its list before anything of the old one is touched;
; then both change places by their names. What ends halfway is cleared by the next try. Nothing goes that the list does not name with
; its hash (laid_files.c): what others put into the folder stays.
Unicode true
Target amd64-unicode
!include MUI2.nsh
!include x64.nsh
!include WinVer.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include LogicLib.nsh
!define ID "youfu"
!define NAME "优抚一人一档"
!define EXE "${NAME}.exe"
!define TWIN "youfu-console.exe"
!define OLDEST 17763 ; Windows 10 1809
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define CLASSES "Software\Classes"
!define LIST "youfu.sha256"
!define ASIDE "旧版本的文件（可以删除）"
!addplugindir "${PLUGINS}"
Var update ; not empty: begun by the program that it replaces, which is ending (YOUFU_UPDATE), and opens the archive YOUFU_OPEN again
Var known ; the folder in which the program lies already, or nothing

Name "${NAME} ${VERSION}"
OutFile "${OUT}"
RequestExecutionLevel user
!ifdef QUICK
  SetCompress off
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
ManifestDPIAware true
ManifestSupportedOS Win10
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=2052 "ProductName" "${NAME}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "FileDescription" "${NAME} 安装程序"
VIAddVersionKey /LANG=2052 "CompanyName" "${NAME}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "MIT 许可"
!include "${NEWS}" ; what is new, which the program before shows

!define MUI_ICON "app.ico"
!define MUI_UNICON "app.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURE}"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${PICTURE}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "安装${NAME} ${VERSION}"
!define MUI_FINISHPAGE_TITLE "安装好了"
!define MUI_FINISHPAGE_TEXT "${NAME}已经装好，桌面和开始菜单里都有它。$\r$\n$\r$\n第一次使用，可以先点“演练库”练习，再点“新建档案库”。"
!define MUI_WELCOMEPAGE_TEXT "将把${NAME}安装到本机，不需要管理员权限，也不需要联网。$\r$\n$\r$\n如果以前安装过，这次会换成新版本；档案库不会改动。$\r$\n$\r$\n请先关闭正在运行的${NAME}，再单击“下一步”。"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${EXE}"
!define MUI_FINISHPAGE_RUN_TEXT "现在打开${NAME}"
!define MUI_PAGE_CUSTOMFUNCTION_PRE NotInUpdate
!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_CUSTOMFUNCTION_PRE NotAskedAgain
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE FolderChosen
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_PAGE_CUSTOMFUNCTION_PRE NotInUpdate
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "将卸载${NAME}。档案库、备份和您自己的文件都不会删除。"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
CompletedText "安装好了"
UninstallCaption "卸载${NAME}"

; Says why it cannot be, and ends: nothing was changed
!macro Refuse CODE WORDS
  MessageBox MB_ICONSTOP "${WORDS}" /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} ${OLDEST}
    !insertmacro Refuse 3 "${NAME}需要 64 位 Windows 10（1809 版）或更新的 Windows，这台电脑不能安装。"
  ${EndIf}
  ReadEnvStr $update "YOUFU_UPDATE"
  ${If} $update != ""
    SetAutoClose true
  ${EndIf}
  SetRegView 64
  Call ForWhom
  ReadRegStr $known SHCTX "Software\${ID}" "InstallDir"
  ${If} $known != ""
  ${AndIfNot} ${FileExists} "$known\uninstall.exe"
    StrCpy $known "" ; somebody took it away by hand
  ${EndIf}
  ${If} $known != ""
    StrCpy $5 $known
  ${EndIf}
  ${If} $INSTDIR == "" ; else /D= says it
    StrCpy $INSTDIR $5
  ${EndIf}
  Call AskDowngrade
FunctionEnd

Function NotInUpdate
  ${If} $update != ""
    Abort
  ${EndIf}
FunctionEnd

Function .onInstSuccess
  ${If} $update != ""
    ReadEnvStr $0 "YOUFU_OPEN"
    ${If} $0 != ""
      Exec '"$INSTDIR\${EXE}" "$0"'
    ${Else}
      Exec '"$INSTDIR\${EXE}"'
    ${EndIf}
  ${EndIf}
FunctionEnd

; For this user, or for all users of this PC: only an administrator can do the latter, and is asked. $5: the usual folder
Function ForWhom
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/ALLUSERS" $1
  StrCpy $2 "one"
  ${IfNot} ${Errors}
    StrCpy $2 "all"
  ${EndIf}
  UserInfo::GetAccountType
  Pop $1
  ReadRegStr $3 HKCU "Software\${ID}" "InstallDir"
  ReadRegStr $4 HKLM "Software\${ID}" "InstallDir"
  ${If} $2 == "one"
  ${AndIf} $1 == "Admin"
  ${AndIf} $3 == ""
    ${If} $4 == ""
      MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "您现在是管理员。要给这台电脑的所有用户安装吗？$\r$\n$\r$\n是：装一次，每个用户都能用（多人轮流用这台电脑时选它）。$\r$\n否：只给当前用户安装。" /SD IDNO IDNO +2
      StrCpy $2 "all"
    ${EndIf}
  ${EndIf}
  ${If} $3 == ""
  ${AndIf} $4 != "" ; one program for all who use this PC
    StrCpy $2 "all"
  ${EndIf}
  ${If} $2 == "all"
  ${AndIf} $1 != "Admin"
    !insertmacro Refuse 6 "给所有用户安装，需要管理员权限。请右键单击安装程序，选“以管理员身份运行”。"
  ${EndIf}
  SetShellVarContext current
  StrCpy $5 "$LOCALAPPDATA\Programs\${ID}"
  ${If} $2 == "all"
    SetShellVarContext all
    StrCpy $5 "$PROGRAMFILES64\${ID}"
  ${EndIf}
FunctionEnd

Function AskDowngrade
  ReadRegStr $0 SHCTX "${UNINSTALL}" "DisplayVersion"
  ${If} $known != ""
  ${AndIf} $0 != ""
    ${VersionCompare} $0 "${VERSION}" $1
    ${If} $1 == 1
      MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "这台电脑上已经是更新的 $0，现在要装的是旧的 ${VERSION}。$\r$\n$\r$\n用新程序打开过的档案库，旧程序打不开。确实要换回旧的吗？" /SD IDNO IDYES +3
      SetErrorLevel 7
      Quit
    ${EndIf}
  ${EndIf}
FunctionEnd

; --- the folder

Function NotAskedAgain ; an upgrade goes where the program is
  ${If} $known != ""
    Abort
  ${EndIf}
FunctionEnd

; $0: "free" (empty, or not there), "ours", or "foreign"
Function WhoseFolder
  StrCpy $0 "ours"
  ${If} ${FileExists} "$INSTDIR\${LIST}"
  ${OrIf} ${FileExists} "$INSTDIR\~new\${LIST}"
  ${OrIf} ${FileExists} "$INSTDIR\~old\${LIST}"
  ${OrIf} $INSTDIR == $known
    Return
  ${EndIf}
  StrCpy $0 "free"
  FindFirst $1 $2 "$INSTDIR\*.*"
  ${DoUntil} $2 == ""
    ${If} $2 != "."
    ${AndIf} $2 != ".."
      StrCpy $0 "foreign"
    ${EndIf}
    FindNext $1 $2
  ${Loop}
  FindClose $1
FunctionEnd

; A folder with anything of others in it gets one of ours within
Function OwnFolder
  Call WhoseFolder
  ${If} $0 == "foreign"
    StrCpy $INSTDIR "$INSTDIR\${ID}"
    Call WhoseFolder
    ${If} $0 == "foreign"
      !insertmacro Refuse 5 "“$INSTDIR”里有别的文件，不能安装在那里。请另选一个空文件夹。"
    ${EndIf}
  ${EndIf}
FunctionEnd

Function FolderChosen
  StrCpy $3 $INSTDIR
  Call OwnFolder
  ${If} $3 != $INSTDIR
    MessageBox MB_OKCANCEL|MB_ICONINFORMATION "“$3”里已有别的文件，程序将装到它下面单独的文件夹：$\r$\n$\r$\n$INSTDIR" IDOK +3
    StrCpy $INSTDIR $3
    Abort
  ${EndIf}
FunctionEnd

Function RefuseUnfitFolder
  StrLen $0 "$INSTDIR\~new\"
  IntOp $0 $0 + ${LONGEST}
  ${If} $0 > 259
    !insertmacro Refuse 5 "文件夹的路径太长，程序装在里面打不开。请另选一个浅一些的文件夹：$\r$\n$\r$\n$INSTDIR"
  ${EndIf}
  ${GetRoot} $INSTDIR $0
  ClearErrors
  ${DriveSpace} "$0\" "/D=F /S=M" $1
  ${IfNot} ${Errors}
  ${AndIf} $1 < ${MEGABYTES}
    !insertmacro Refuse 9 "$0 盘只剩 $1 MB，安装需要 ${MEGABYTES} MB。请清理磁盘，或装到另一个盘。原来的程序和档案都没有改动。"
  ${EndIf}
  ClearErrors
  CreateDirectory "$INSTDIR\~new"
  FileOpen $1 "$INSTDIR\~new\~" w
  ${If} ${Errors}
    !insertmacro Refuse 6 "不能写入“$INSTDIR”：没有权限，或盘是只读的。请另选一个文件夹；原来由管理员安装的，请管理员来升级。"
  ${EndIf}
  FileClose $1
  Delete "$INSTDIR\~new\~"
FunctionEnd

; --- the program

!macro RefuseWhileRunning un
Function ${un}RefuseWhileRunning
  ; Windows lets nobody write to a program that runs; one that is ending is waited for
  StrCpy $3 120
  again:
  StrCpy $1 "${EXE}"
  Call ${un}TryToWrite
  ${If} $0 == "free"
    StrCpy $1 "${TWIN}"
    Call ${un}TryToWrite
  ${EndIf}
  ${If} $0 != "free"
  ${AndIf} $update != ""
  ${AndIf} $3 > 0
    IntOp $3 $3 - 1
    Sleep 500
    Goto again
  ${EndIf}
  ${If} $0 != "free"
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${NAME}正在运行。请先保存并关闭它，再单击“重试”。" /SD IDCANCEL IDRETRY again
    SetErrorLevel 4
    Quit
  ${EndIf}
FunctionEnd

Function ${un}TryToWrite
  StrCpy $0 "free"
  ${If} ${FileExists} "$INSTDIR\$1"
    ClearErrors
    FileOpen $2 "$INSTDIR\$1" a
    ${If} ${Errors}
      StrCpy $0 "in use"
    ${Else}
      FileClose $2
    ${EndIf}
  ${EndIf}
FunctionEnd
!macroend
!insertmacro RefuseWhileRunning ""
!insertmacro RefuseWhileRunning "un."

; A kind of file that a double click opens with the program
!macro Opens EXTENSION KIND WORDS
  WriteRegStr SHCTX "${CLASSES}\${EXTENSION}" "" "${KIND}"
  WriteRegStr SHCTX "${CLASSES}\${KIND}" "" "${WORDS}"
  WriteRegStr SHCTX "${CLASSES}\${KIND}\DefaultIcon" "" "$INSTDIR\${EXE},0"
  WriteRegStr SHCTX "${CLASSES}\${KIND}\shell\open\command" "" '"$INSTDIR\${EXE}" "%1"'
!macroend

!macro OpensNoMore EXTENSION KIND
  ReadRegStr $0 SHCTX "${CLASSES}\${EXTENSION}" ""
  ${If} $0 == "${KIND}" ; another program may have taken it over
    DeleteRegKey SHCTX "${CLASSES}\${EXTENSION}"
  ${EndIf}
  DeleteRegKey SHCTX "${CLASSES}\${KIND}"
!macroend

; The whole program changes its place by names alone, which takes no room and almost no time. Errors are told by the flag.
!macro Move FROM TO
  CreateDirectory "${TO}"
  ClearErrors
  !insertmacro MovePart "${FROM}" "${TO}" "${LIST}"
  !insertmacro MovePart "${FROM}" "${TO}" "runtime"
  !insertmacro MovePart "${FROM}" "${TO}" "app"
  !insertmacro MovePart "${FROM}" "${TO}" "reader"
  !insertmacro MovePart "${FROM}" "${TO}" "qt.conf"
  !insertmacro MovePart "${FROM}" "${TO}" "${TWIN}"
  !insertmacro MovePart "${FROM}" "${TO}" "${EXE}"
!macroend

!macro MovePart FROM TO PART
  ${If} ${FileExists} "${FROM}\${PART}"
    Rename "${FROM}\${PART}" "${TO}\${PART}"
  ${EndIf}
!macroend

; What an earlier try that was killed has left
Function ClearEarlierTry
  ${If} ${FileExists} "$INSTDIR\~new\${LIST}"
    laid_files::take_away "$INSTDIR\~new" "half"
    Pop $0
  ${EndIf}
  ${IfNot} ${FileExists} "$INSTDIR\${EXE}"
  ${AndIf} ${FileExists} "$INSTDIR\~old\${EXE}"
    !insertmacro Move "$INSTDIR\~old" "$INSTDIR"
  ${EndIf}
  Call ClearOld
FunctionEnd

; The program that was replaced; what in it was not laid by a setup is kept under a name that says so
Function ClearOld
  ${If} ${FileExists} "$INSTDIR\~old\${LIST}"
    laid_files::take_away "$INSTDIR\~old" "laid"
    Pop $0
  ${EndIf}
  RMDir "$INSTDIR\~old"
  StrCpy $0 "$INSTDIR\${ASIDE}"
  StrCpy $1 1
  ${While} ${FileExists} $0
    IntOp $1 $1 + 1
    StrCpy $0 "$INSTDIR\${ASIDE}$1"
  ${EndWhile}
  ${If} ${FileExists} "$INSTDIR\~old"
    Rename "$INSTDIR\~old" $0
  ${EndIf}
FunctionEnd

; Where another folder was chosen than the one it was in, the one before goes as if it were uninstalled
Function ClearElsewhere
  ${If} $known != ""
  ${AndIf} $known != $INSTDIR
    laid_files::take_away "$known" "laid"
    Pop $0
    Delete "$known\uninstall.exe"
    RMDir "$known"
  ${EndIf}
FunctionEnd

; The disk became full, or a guard took a file away while it was laid
Function .onInstFailed
  SetOutPath "$TEMP" ; Windows keeps the folder in which a program stands
  laid_files::lacking "$INSTDIR\~new"
  Pop $0
  Pop $1
  laid_files::take_away "$INSTDIR\~new" "half"
  Pop $2
  RMDir "$INSTDIR\~new"
  RMDir "$INSTDIR"
  !insertmacro Refuse 8 "没有装好：$0 个文件写不进去（磁盘满了，或被杀毒软件拦下），第一个是$\r$\n$\r$\n$1$\r$\n$\r$\n请清理磁盘，或在杀毒软件里信任本程序，再装一次。原来的程序和档案都没有改动。"
FunctionEnd

Section "program"
  Call OwnFolder
  Call RefuseUnfitFolder
  Call RefuseWhileRunning
  Call ClearEarlierTry
  SetOverwrite try ; what could not be written is found by its hash
  !include "${FILES}"
  laid_files::lacking "$INSTDIR\~new"
  Pop $0
  Pop $1
  ${If} $0 != 0
    Call .onInstFailed
    Quit
  ${EndIf}
  SetOutPath "$TEMP"
  !insertmacro Move "$INSTDIR" "$INSTDIR\~old"
  ${IfNot} ${Errors}
    !insertmacro Move "$INSTDIR\~new" "$INSTDIR"
  ${EndIf}
  ${If} ${Errors}
    !insertmacro Move "$INSTDIR\~old" "$INSTDIR"
    !insertmacro Refuse 4 "程序的文件正被别的程序占用（可能是杀毒软件在检查），没有装好，原来的程序没有改动。请稍等一分钟再装一次。"
  ${EndIf}
  RMDir "$INSTDIR\~new"
  Call ClearOld
  Call ClearElsewhere
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateDirectory "$SMPROGRAMS\${NAME}"
  CreateShortcut "$SMPROGRAMS\${NAME}\${NAME}.lnk" "$INSTDIR\${EXE}"
  CreateShortcut "$SMPROGRAMS\${NAME}\卸载${NAME}.lnk" "$INSTDIR\uninstall.exe"
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${EXE}"
  !insertmacro Opens ".youfu" "youfu.backup" "${NAME}备份"
  !insertmacro Opens ".youfudb" "youfu.archive" "${NAME}档案库"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  WriteRegStr SHCTX "Software\${ID}" "InstallDir" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL}" "Publisher" "${NAME}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${EXE}"
  WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegStr SHCTX "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoRepair" 1
  WriteRegDWORD SHCTX "${UNINSTALL}" "EstimatedSize" ${KILOBYTES}
SectionEnd

; --- away with it

Function un.onInit
  SetRegView 64
  ReadRegStr $0 HKLM "Software\${ID}" "InstallDir"
  ${If} $0 != $INSTDIR
    Return
  ${EndIf}
  SetShellVarContext all
  UserInfo::GetAccountType
  Pop $0
  ${If} $0 != "Admin"
    MessageBox MB_ICONSTOP "${NAME}是给所有用户安装的，卸载需要管理员权限。请右键单击“$INSTDIR\uninstall.exe”，选“以管理员身份运行”。" /SD IDOK
    SetErrorLevel 6
    Quit
  ${EndIf}
FunctionEnd

; The program keeps the list of its archives where this can read it
Function un.SayWhereTheDataIs
  StrCpy $1 ""
  ClearErrors
  FileOpen $0 "$APPDATA\${ID}\档案库位置.txt" r
  ${IfNot} ${Errors}
    FileReadUTF16LE $0 $2
    ${DoUntil} ${Errors}
      StrCpy $1 "$1$2"
      FileReadUTF16LE $0 $2
    ${Loop}
    FileClose $0
  ${EndIf}
  ${If} $1 == ""
    StrCpy $1 "$DOCUMENTS\${NAME}（如果建立过档案库）"
  ${EndIf}
  MessageBox MB_ICONINFORMATION "${NAME}已卸载。档案库没有删除，仍在这里：$\r$\n$\r$\n$1" /SD IDOK
FunctionEnd

; Settings and log are no archive: they go when the user wants it, by their names alone
Function un.OfferToForget
  ${IfNot} ${FileExists} "$APPDATA\${ID}"
  ${AndIfNot} ${FileExists} "$LOCALAPPDATA\${ID}"
    Return
  ${EndIf}
  MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "本程序的设置和出错记录（不是档案）还留在这里：$\r$\n$\r$\n$APPDATA\${ID}$\r$\n$LOCALAPPDATA\${ID}$\r$\n$\r$\n以后还要装的，请留着。现在要删除吗？" /SD IDNO IDYES +2
  Return
  Delete "$APPDATA\${ID}\youfu.ini"
  Delete "$APPDATA\${ID}\档案库位置.txt"
  RMDir "$APPDATA\${ID}"
  Delete "$LOCALAPPDATA\${ID}\Logs\youfu.log*"
  RMDir "$LOCALAPPDATA\${ID}\Logs"
  Delete "$LOCALAPPDATA\${ID}\waits.json"
  Delete "$LOCALAPPDATA\${ID}\heads\*.json"
  RMDir "$LOCALAPPDATA\${ID}\heads"
  RMDir "$LOCALAPPDATA\${ID}"
FunctionEnd

Section "Uninstall"
  Call un.RefuseWhileRunning
  SetOutPath "$TEMP"
  laid_files::take_away "$INSTDIR" "laid"
  Pop $R0
  laid_files::take_away "$INSTDIR\~new" "half"
  Pop $0
  laid_files::take_away "$INSTDIR\~old" "laid"
  Pop $0
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; only when empty: what the user put there stays
  Delete "$SMPROGRAMS\${NAME}\${NAME}.lnk"
  Delete "$SMPROGRAMS\${NAME}\卸载${NAME}.lnk"
  RMDir "$SMPROGRAMS\${NAME}"
  Delete "$DESKTOP\${NAME}.lnk"
  !insertmacro OpensNoMore ".youfu" "youfu.backup"
  !insertmacro OpensNoMore ".youfudb" "youfu.archive"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  DeleteRegKey SHCTX "${UNINSTALL}"
  DeleteRegKey SHCTX "Software\${ID}"
  ${If} ${FileExists} "$INSTDIR"
    MessageBox MB_ICONINFORMATION "这个文件夹里还有不是安装时放进去的文件（或后来改动过），没有删除：$\r$\n$\r$\n$INSTDIR" /SD IDOK
  ${EndIf}
  SetShellVarContext current
  Call un.SayWhereTheDataIs
  Call un.OfferToForget
SectionEnd
