"""The one style sheet, made from the tokens: fields, buttons, chips, cards, scroll bars."""

from string import Template

from ui.theme.tokens import Tokens

# Paddings and heights are one less where the border is two wide, so that no focus moves a pixel.
_RULES = Template("""
QLineEdit, QPlainTextEdit {
  border: 1px solid $edge; border-radius: 6px; background: $surface; color: $text;
  selection-background-color: $select; selection-color: $text; }
QLineEdit { padding: 0 8px; min-height: 28px; }
QLineEdit:focus { border: 2px solid $accent; padding: 0 7px; min-height: 26px; }
QLineEdit[error="true"] { border: 2px solid $danger; background: $danger_tint; padding: 0 7px;
  min-height: 26px; }
QPlainTextEdit { padding: 4px 6px; }
QPlainTextEdit[filled="true"] { border-color: transparent; background: transparent; }
QPlainTextEdit[filled="true"]:hover:!focus { border-color: $line; }
QPlainTextEdit:focus { border: 2px solid $accent; padding: 3px 5px; }
QPlainTextEdit[error="true"] { border: 2px solid $danger; padding: 3px 5px; }
QLineEdit[kind="cell"] { min-height: 24px; max-height: 24px; padding: 0 6px; }
QLineEdit[kind="cell"]:focus { min-height: 22px; max-height: 22px; padding: 0 5px; }
QLineEdit[kind="cell"][error="true"] { border: 2px solid $danger; background: $danger_tint;
  color: $danger; min-height: 22px; max-height: 22px; padding: 0 5px; }
QPushButton { border: 1px solid $edge; border-radius: 6px; background: $surface; color: $text;
  padding: 0 12px; min-height: 28px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $select; }
QPushButton:focus { border: 2px solid $accent; padding: 0 11px; min-height: 26px; }
QPushButton:disabled { border-color: $line; color: $text3; }
QPushButton[kind="primary"] { border-color: $accent; background: $accent; color: $on_accent;
  font-weight: 700; padding: 0 16px; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; padding: 0 15px; }
QPushButton[kind="primary"]:disabled { background: $sunken; border-color: $sunken; color: $text3; }
QPushButton[kind="link"] { border-color: transparent; background: transparent; color: $accent;
  padding: 0 4px; }
QPushButton[kind="link"]:focus { border: 2px solid $accent; padding: 0 3px; }
QPushButton[kind="chip"] { border: 1px solid $line; border-radius: 12px; padding: 0 8px;
  min-height: 22px; max-height: 22px; color: $text2; }
QPushButton[kind="chip"]:checked { border-color: $accent; background: $select; color: $accent;
  font-weight: 600; }
QPushButton[kind="chip"]:focus { border: 2px solid $accent; padding: 0 7px; min-height: 20px;
  max-height: 20px; }
QPushButton[kind="tool"] { border-color: transparent; background: transparent; padding: 0; }
QPushButton[kind="tool"]:hover { background: $hover; }
QPushButton[kind="about"] { border: 1px solid transparent; background: transparent; color: $text2;
  padding: 0 6px; text-align: left; }
QPushButton[kind="about"]:hover { background: $hover; }
QPushButton[kind="about"]:focus { border: 2px solid $accent; padding: 0 5px; }
QPushButton::menu-indicator { image: none; width: 0; }
QFrame[kind="card"] { background: $surface; border: 1px solid $line; border-radius: 10px; }
QFrame[kind="tray"] { background: $sunken; border: none; border-radius: 8px; }
QFrame[kind="strip"] { background: $danger_tint; border: none; }
QProgressBar { border: none; border-radius: 3px; background: $sunken; max-height: 6px; }
QProgressBar::chunk { border-radius: 3px; background: $accent; }
QProgressBar[done="true"]::chunk { background: $success; }
QSplitter::handle { background: $line; }
QSplitter::handle:focus { background: $accent; }
QScrollBar:vertical { border: none; background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { border: none; background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 3px; margin: 2px; min-height: 28px;
  min-width: 28px; }
QScrollBar::handle:hover { background: $edge; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; border: none; border-bottom: 1px solid $line;
  color: $text3; padding: 0 0 4px 0; }
QToolTip { border: 1px solid $line; background: $surface; color: $text; padding: 4px 6px; }
""")


def style_sheet(tokens: Tokens) -> str:
    """Return the style sheet of one scheme, with the colours written out."""
    return _RULES.substitute(tokens._asdict())
