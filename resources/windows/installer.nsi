; The setup: for this user alone, no administrator needed. Made by build.py:
;   makensis -INPUTCHARSET UTF8 -DVERSION=x.y.z -DFILES=list.nsh -DPICTURE=side.bmp -DOUT=setup.exe [-DQUICK] installer.nsi
; Silent (/S) exit codes: 3 this Windows is too old, 4 the program is running.
Unicode true
Target amd64-unicode
!include MUI2.nsh
!include x64.nsh
!include WinVer.nsh
!include FileFunc.nsh
!define ID "youfu"
!define NAME "优抚一人一档"
!define EXE "${NAME}.exe"
!define TWIN "youfu-console.exe"
!define OLDEST 17763 ; Windows 10 1809
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define CLASSES "Software\Classes"

Name "${NAME} ${VERSION}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${ID}"
InstallDirRegKey HKCU "Software\${ID}" "InstallDir"
!ifdef QUICK
  SetCompressor zlib
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
VIAddVersionKey /LANG=2052 "LegalCopyright" ""

!define MUI_ICON "app.ico"
!define MUI_UNICON "app.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURE}"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${PICTURE}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "安装${NAME} ${VERSION}"
!define MUI_FINISHPAGE_TITLE "安装好了"
!define MUI_FINISHPAGE_TEXT "${NAME}已经装好，桌面和开始菜单里都有它。$\r$\n$\r$\n第一次使用，可以先点“演练库”练习，再点“新建档案库”。"
!define MUI_WELCOMEPAGE_TEXT "将把${NAME}安装到本机，只供当前用户使用，不需要管理员权限，也不需要联网。$\r$\n$\r$\n如果以前安装过，这次会换成新版本；档案库不会改动。$\r$\n$\r$\n请先关闭正在运行的${NAME}，再单击“下一步”。"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${EXE}"
!define MUI_FINISHPAGE_RUN_TEXT "现在打开${NAME}"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "将卸载${NAME}。档案库、备份和您自己的文件都不会删除。"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} ${OLDEST}
    MessageBox MB_ICONSTOP "${NAME}需要 64 位 Windows 10（1809 版）或更新的 Windows，这台电脑不能安装。" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
FunctionEnd

!macro RefuseWhileRunning un
Function ${un}RefuseWhileRunning
  ; Windows lets nobody write to a program that runs
  again:
  StrCpy $1 "${EXE}"
  Call ${un}TryToWrite
  ${If} $0 == "free"
    StrCpy $1 "${TWIN}"
    Call ${un}TryToWrite
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

; A kind of file that a double click opens with the program; for this user alone
!macro Opens EXTENSION KIND WORDS
  WriteRegStr HKCU "${CLASSES}\${EXTENSION}" "" "${KIND}"
  WriteRegStr HKCU "${CLASSES}\${KIND}" "" "${WORDS}"
  WriteRegStr HKCU "${CLASSES}\${KIND}\DefaultIcon" "" "$INSTDIR\${EXE},0"
  WriteRegStr HKCU "${CLASSES}\${KIND}\shell\open\command" "" '"$INSTDIR\${EXE}" "%1"'
!macroend

!macro OpensNoMore EXTENSION KIND
  DeleteRegKey HKCU "${CLASSES}\${EXTENSION}"
  DeleteRegKey HKCU "${CLASSES}\${KIND}"
!macroend

Section "program"
  Call RefuseWhileRunning
  ; An upgrade replaces the program alone: no archive lies in these folders
  RMDir /r "$INSTDIR\runtime"
  RMDir /r "$INSTDIR\app"
  RMDir /r "$INSTDIR\reader"
  !include "${FILES}"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateDirectory "$SMPROGRAMS\${NAME}"
  CreateShortcut "$SMPROGRAMS\${NAME}\${NAME}.lnk" "$INSTDIR\${EXE}"
  CreateShortcut "$SMPROGRAMS\${NAME}\卸载${NAME}.lnk" "$INSTDIR\uninstall.exe"
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${EXE}"
  !insertmacro Opens ".youfu" "youfu.backup" "${NAME}备份"
  !insertmacro Opens ".youfudb" "youfu.archive" "${NAME}档案库"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  WriteRegStr HKCU "Software\${ID}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${EXE}"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
SectionEnd

; The program keeps the list of its archives where this can read it
Function un.SayWhereTheDataIs
  StrCpy $1 ""
  ClearErrors
  FileOpen $0 "$APPDATA\youfu\档案库位置.txt" r
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

Section "Uninstall"
  Call un.RefuseWhileRunning
  RMDir /r "$INSTDIR\runtime"
  RMDir /r "$INSTDIR\app"
  RMDir /r "$INSTDIR\reader"
  Delete "$INSTDIR\${EXE}"
  Delete "$INSTDIR\${TWIN}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; only when empty: what the user put there stays
  Delete "$SMPROGRAMS\${NAME}\*.lnk"
  RMDir "$SMPROGRAMS\${NAME}"
  Delete "$DESKTOP\${NAME}.lnk"
  !insertmacro OpensNoMore ".youfu" "youfu.backup"
  !insertmacro OpensNoMore ".youfudb" "youfu.archive"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\${ID}"
  Call un.SayWhereTheDataIs
SectionEnd
