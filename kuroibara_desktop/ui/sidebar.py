"""The left side of the window: the name, the pages there are, and the server one talks to."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from kuroibara_backup.errors import BackupError, NotAllowed
from kuroibara_desktop.core.errors import KeyringLocked, KeyringMissing, SignInRequired
from kuroibara_desktop.profile import Keep
from kuroibara_desktop.ui import icons, theme
from kuroibara_desktop.ui.pieces import Icon, button, column, row
from kuroibara_desktop.ui.pieces import label as text_label
from kuroibara_desktop.ui.theme import Type


class Connection(Enum):
    """How things stand with the server; each is said by a word besides its colour."""

    CONNECTING = "muted"
    CONNECTED = "ok"
    SIGNED_OUT = "warn"
    UNREACHABLE = "bad"


class ServerCard(QPushButton):
    """Which server, as whom, and whether it answers. Pressing it opens what can be done there."""

    def __init__(self) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._host = ""
        self._words = ""
        self._state = Connection.CONNECTING
        self._hovered = False
        self.setProperty("kind", "server")
        self.setAccessibleName(self.tr("Server"))
        theme.current().changed.connect(self.update)

    def say(self, host: str, words: str, state: Connection) -> None:
        self._host, self._words, self._state = host, words, state
        self.setAccessibleName(self.tr("Server {host}: {state}").format(host=host, state=words))
        self.setToolTip(f"{host}\n{words}")
        self.update()

    def report(
        self, host: str, username: str | None, error: BackupError | None, keep: Keep
    ) -> None:
        """Say how the last look at the server went."""
        if error is None:
            words = self.tr("Connected as {user}").format(user=username or "?")
            if username is None:
                words = self.tr("Connected by invitation")
            if keep is Keep.SESSION:
                words = self.tr("{connected}, this session only").format(connected=words)
            elif keep is Keep.SEALED:
                words = self.tr("{connected}, sealed with a passphrase").format(connected=words)
            self.say(host, words, Connection.CONNECTED)
        elif isinstance(error, SignInRequired):
            self.say(host, self.tr("Signed out"), Connection.SIGNED_OUT)
        elif isinstance(error, KeyringLocked | KeyringMissing):
            self.say(host, self.tr("Sign-in not opened"), Connection.SIGNED_OUT)
        elif isinstance(error, NotAllowed):
            self.say(host, self.tr("Not allowed"), Connection.SIGNED_OUT)
        else:
            self.say(host, self.tr("Not reachable"), Connection.UNREACHABLE)

    def alone(self, place: str) -> None:
        """No server is set up: say where the copies are."""
        self.say(
            self.tr("No server"),
            self.tr("Copies on “{drive}”").format(drive=place),
            Connection.CONNECTING,
        )

    def words(self) -> str:
        return self._words

    @property
    def state(self) -> Connection:
        return self._state

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self._hovered = event.type() == QEvent.Type.HoverEnter
            self.update()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        tokens, scale = look.tokens, look.scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        width = 2.0 if focused else 1.0
        painter.setPen(QPen(tokens.color("accent" if focused else "line"), width))
        painter.setBrush(tokens.color("raised" if self._hovered else "surface"))
        frame = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(frame, 12, 12)
        inner = self.rect().adjusted(*(round(n * scale) for n in (13, 9, -13, -9)))
        half = inner.height() // 2
        line_one = inner.adjusted(0, 0, 0, -half)
        beside = round(14 * scale)
        backwards = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        line_two = inner.adjusted(0 if backwards else beside, half, -beside if backwards else 0, 0)
        painter.setPen(tokens.color("text"))
        painter.setFont(look.font(Type.STRONG))
        metrics = painter.fontMetrics()
        start = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        middle, right = Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight
        painter.drawText(line_one, start, metrics.elidedText(self._host, middle, line_one.width()))
        painter.setFont(look.font(Type.SMALL))
        metrics = painter.fontMetrics()
        painter.setPen(tokens.color("muted"))
        painter.drawText(line_two, start, metrics.elidedText(self._words, right, line_two.width()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.color(self._state.value))
        size = 8 * scale
        painter.drawEllipse(
            QRectF(
                inner.right() - size if backwards else inner.left(),
                line_two.center().y() - size / 2 + 0.5,
                *(size, size),
            )
        )
        painter.end()


class _Name(QWidget):
    """The rose and the name."""

    def __init__(self) -> None:
        super().__init__()
        inner = row(self, gap=5)
        inner.setContentsMargins(2, 0, 0, 0)
        inner.addWidget(Icon("rose", "accent", 22))
        inner.addWidget(text_label("Kuroibara", Type.CARD_TITLE), 1)


class Sidebar(QFrame):
    """Holds only pages that exist."""

    chosen = Signal(str)

    def __init__(self, menu: QMenu) -> None:
        super().__init__()
        self.setProperty("kind", "sidebar")
        self.setFixedWidth(round(216 * theme.current().scale))
        self._pages: dict[str, QPushButton] = {}
        self._badges: dict[str, QLabel] = {}
        self.server = ServerCard()
        self._menu = menu
        self.server.clicked.connect(self._open_menu)
        self._list: QVBoxLayout = column(gap=3)
        whole = column(self)
        whole.setContentsMargins(14, 18, 14, 14)
        whole.addWidget(_Name())
        whole.addSpacing(18)
        whole.addLayout(self._list)
        whole.addStretch(1)
        whole.addWidget(self.server)

    def add_page(self, key: str, text: str, icon: str) -> None:
        made = button(f"  {text}", "nav")  # Qt leaves too little room after an icon
        made.setIcon(icons.icon(icon, "muted", checked="accent"))
        side = round(18 * theme.current().scale)
        made.setIconSize(QSize(side, side))
        made.setCheckable(True)
        made.setAutoExclusive(True)
        made.setAccessibleName(text)
        made.clicked.connect(lambda: self.chosen.emit(key))
        badge = text_label("", Type.SMALL_STRONG, tone="badge")
        badge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = row(made)
        inside.setContentsMargins(0, 0, 10, 0)
        inside.addStretch(1)
        inside.addWidget(badge, alignment=Qt.AlignmentFlag.AlignVCenter)
        badge.hide()
        self._badges[key] = badge
        self._pages[key] = made
        self._list.addWidget(made)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the server's card behind the pages, as it stands; needs the whole window."""
        super().showEvent(event)
        if self._pages:
            QWidget.setTabOrder(list(self._pages.values())[-1], self.server)

    def show_count(self, key: str, count: int) -> None:
        """How much is under way on a page, beside its name; nothing for none."""
        badge, page = self._badges[key], self._pages[key]
        badge.setText(str(count))
        badge.setVisible(bool(count))
        words = self.tr("{count} under way").format(count=count)
        page.setAccessibleDescription(words if count else "")

    def show_page(self, key: str) -> None:
        self._pages[key].setChecked(True)

    def _open_menu(self) -> None:
        corner = self.server.mapToGlobal(self.server.rect().topLeft())
        self._menu.setMinimumWidth(self.server.width())
        self._menu.popup(corner - QPoint(0, self._menu.sizeHint().height() + 4))
