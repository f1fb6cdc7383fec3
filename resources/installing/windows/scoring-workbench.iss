; Inno Setup 6, for one person, without an administrator. Not yet run on a Windows machine.
;   py dev.py bundle
;   iscc /DVersion=0.1.0 resources\installing\windows\scoring-workbench.iss
#ifndef Version
  #error Name the version: iscc /DVersion=...
#endif
#define Built "..\..\..\build\bundle"

[Setup]
AppId={{7D0B1E58-6C1D-4E0B-9B61-3C7C5C8A2F41}
AppName=Scoring Workbench
AppVersion={#Version}
AppVerName=Scoring Workbench {#Version}
DefaultDirName={autopf}\ScoringWorkbench
PrivilegesRequired=lowest
DisableProgramGroupPage=yes
ChangesAssociations=yes
CloseApplications=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
Compression=lzma2/max
SolidCompression=yes
OutputDir={#Built}
OutputBaseFilename=ScoringWorkbench-{#Version}-windows-x86_64
UninstallDisplayIcon={app}\ScoringWorkbench.exe

[Languages]
Name: "ko"; MessagesFile: "compiler:Languages\Korean.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[CustomMessages]
ko.Program=채점 워크벤치
en.Program=Scoring Workbench
ko.Round=성과평가 회차
en.Round=Evaluation round
ko.Score=성과평가 채점 파일
en.Score=Score book

[Files]
Source: "{#Built}\ScoringWorkbench\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

; what an older version brought and the new one no longer has
[InstallDelete]
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{autoprograms}\{cm:Program}"; Filename: "{app}\ScoringWorkbench.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.round"; ValueType: string; ValueData: "ScoringWorkbench.Round"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.score"; ValueType: string; ValueData: "ScoringWorkbench.Score"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\ScoringWorkbench.Round"; ValueType: string; ValueData: "{cm:Round}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\ScoringWorkbench.Round\DefaultIcon"; ValueType: string; ValueData: """{app}\ScoringWorkbench.exe"",0"
Root: HKA; Subkey: "Software\Classes\ScoringWorkbench.Round\shell\open\command"; ValueType: string; ValueData: """{app}\ScoringWorkbench.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\ScoringWorkbench.Score"; ValueType: string; ValueData: "{cm:Score}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\ScoringWorkbench.Score\DefaultIcon"; ValueType: string; ValueData: """{app}\ScoringWorkbench.exe"",0"
Root: HKA; Subkey: "Software\Classes\ScoringWorkbench.Score\shell\open\command"; ValueType: string; ValueData: """{app}\ScoringWorkbench.exe"" ""%1"""
