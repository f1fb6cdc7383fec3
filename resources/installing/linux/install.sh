#!/bin/sh
# Installs the Scoring Workbench for the person who runs it; no administrator is needed.
#   ./install.sh               copy the program, open .round and .score with it
#   ./install.sh --uninstall   take all of that away again; documents, backups and settings stay
set -eu

HERE=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
DATA=${XDG_DATA_HOME:-$HOME/.local/share}
PROGRAM=$HOME/.local/opt/ScoringWorkbench
COMMANDS=$HOME/.local/bin
APPLICATIONS=$DATA/applications
MIME=$DATA/mime
ICONS=$DATA/icons/hicolor/scalable

say() { # Korean, English
    case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
        ko*) printf '%s\n' "$1" ;;
        *) printf '%s\n' "$2" ;;
    esac
}

stop() {
    say "$1" "$2" >&2
    exit 1
}

# A program whose files go while it runs breaks at the next thing it asks for.
require_closed() {
    for running in /proc/[0-9]*/exe; do
        case "$(readlink "$running" 2>/dev/null || true)" in
            "$PROGRAM"/*) stop "채점 워크벤치가 열려 있습니다. 닫고 다시 하십시오." \
                "The Scoring Workbench is open. Close it and try again." ;;
        esac
    done
}

# The desktop reads these; without them the entries wait for its next update.
refresh() {
    for tool in "update-mime-database $MIME" "update-desktop-database $APPLICATIONS"; do
        name=${tool%% *}
        if command -v "$name" >/dev/null 2>&1; then
            "$name" "${tool#* }" >/dev/null 2>&1 || true
        else
            missing="${missing:-} $name"
        fi
    done
    [ -z "${missing:-}" ] || say \
        "파일 연결은 다음 로그인 뒤에 보일 수 있습니다(이 컴퓨터에 없음:$missing)." \
        "Opening by double click may need a new login (not on this computer:$missing)."
}

# In an Exec line % begins a field code. What is no plain path stands in double quotes, where four
# characters are special; plain paths do without, as some openers do not know the quotes.
quoted() {
    if printf '%s' "$1" | grep -q '[^[:alnum:]/._+@:,=%-]'; then
        printf '%s' "$1" | sed -e 's/\\/\\\\\\\\/g' -e 's/["`$]/\\\\&/g' -e 's/%/%%/g' -e 's/.*/"&"/'
    else
        printf '%s' "$1" | sed -e 's/%/%%/g'
    fi
}

# A command of that name that is somebody else's stays what it is.
ours() {
    [ ! -e "$1" ] && [ ! -L "$1" ] && return 0
    case "$(readlink "$1" 2>/dev/null || true)" in
        "$PROGRAM"/*) return 0 ;;
        *) return 1 ;;
    esac
}

install_entries() {
    mkdir -p "$APPLICATIONS" "$MIME/packages" "$ICONS/apps" "$ICONS/mimetypes" "$COMMANDS"
    line=$(quoted "$PROGRAM/ScoringWorkbench" | sed -e 's/[\\&|]/\\&/g')
    sed "s|@PROGRAM@|$line|" "$PROGRAM/installing/scoring-workbench.desktop" \
        >"$APPLICATIONS/scoring-workbench.desktop"
    cp "$PROGRAM/installing/scoring-workbench.xml" "$MIME/packages/"
    cp "$PROGRAM/installing/icons/scoring-workbench.svg" "$ICONS/apps/"
    cp "$PROGRAM"/installing/icons/application-x-*.svg "$ICONS/mimetypes/"
    for pair in scoring-workbench:ScoringWorkbench scorebench:scorebench; do
        if ours "$COMMANDS/${pair%:*}"; then
            ln -sf "$PROGRAM/${pair#*:}" "$COMMANDS/${pair%:*}"
        else
            say "이미 있어 그대로 둡니다: $COMMANDS/${pair%:*}" \
                "Already there, left as it is: $COMMANDS/${pair%:*}"
        fi
    done
}

install() {
    [ "$HERE" != "$PROGRAM" ] || stop \
        "이 폴더가 설치된 자리입니다. 새로 받은 폴더에서 실행하십시오." \
        "This is the installed folder itself. Run install.sh of the folder you downloaded."
    [ -x "$HERE/ScoringWorkbench" ] && [ -x "$HERE/scorebench" ] || stop \
        "프로그램이 이 폴더에 없습니다. 압축을 모두 푼 뒤 다시 하십시오." \
        "The programs are not in this folder. Unpack the whole archive and try again."
    require_closed
    mkdir -p "$(dirname "$PROGRAM")"
    rm -rf "$PROGRAM.new"
    cp -R "$HERE" "$PROGRAM.new" # an older version stays whole until the new one is there
    rm -rf "$PROGRAM.old"
    [ ! -e "$PROGRAM" ] || mv "$PROGRAM" "$PROGRAM.old"
    mv "$PROGRAM.new" "$PROGRAM"
    rm -rf "$PROGRAM.old"
    install_entries
    refresh
    say "설치했습니다: $PROGRAM" "Installed: $PROGRAM"
    say "메뉴의 「채점 워크벤치」나 .round·.score 파일을 두 번 눌러 여십시오." \
        "Open it from the menu, or double-click a .round or .score file."
}

uninstall() {
    require_closed
    rm -f "$APPLICATIONS/scoring-workbench.desktop" "$MIME/packages/scoring-workbench.xml"
    rm -f "$ICONS/apps/scoring-workbench.svg" "$ICONS"/mimetypes/application-x-scoring-workbench-*.svg
    for name in scoring-workbench scorebench; do
        ! ours "$COMMANDS/$name" || rm -f "$COMMANDS/$name"
    done
    rm -rf "$PROGRAM" "$PROGRAM.new"
    [ ! -d "$MIME" ] || [ ! -d "$APPLICATIONS" ] || refresh
    say "지웠습니다. 문서, 백업, 설정은 그대로 있습니다." \
        "Removed. Documents, backups and settings are untouched."
}

case "${1:-}" in
    "") install ;;
    --uninstall) uninstall ;;
    *) stop "쓰는 법: ./install.sh [--uninstall]" "Usage: ./install.sh [--uninstall]" ;;
esac
