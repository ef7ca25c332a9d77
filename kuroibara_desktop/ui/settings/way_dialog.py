"""The dialog that asks through which proxy, and with which headers, a server is reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from kuroibara_backup.errors import InvalidRequest
from kuroibara_desktop.core.ways import way_of
from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.dialogs import Dialog
from kuroibara_desktop.ui.pieces import Notice, button, column, label, row
from kuroibara_desktop.ui.saying import told
from kuroibara_desktop.ui.theme import Type

if TYPE_CHECKING:
    from kuroibara_desktop.core.ways import Way


class WayDialog(Dialog):
    """`kept` with a way that can be one; else it says what is wrong and stays."""

    kept = Signal(object)  # Way

    def __init__(self, name: str, before: Way, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Connection"))
        self.proxy = QLineEdit(before.proxy)
        self.proxy.setPlaceholderText(self.tr("As the system says; “direct” for none"))
        self.headers = QPlainTextEdit("\n".join(f"{key}: {value}" for key, value in before.headers))
        self.headers.setTabChangesFocus(True)
        self.headers.setPlaceholderText("CF-Access-Client-Id: …")
        self.headers.setFixedHeight(round(90 * theme.current().scale))
        self.notice = Notice()
        self.notice.hide()
        keep = button(self.tr("Keep and try it"), "primary")
        keep.setDefault(True)
        keep.clicked.connect(self._keep)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        foot = row(gap=8)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(keep)
        head = column(gap=6)
        head.addWidget(
            label(self.tr("How {name} is reached").format(name=name), Type.FIGURE, wrap=True)
        )
        sentence = self.tr("Both are kept where your sign-in is kept, since they may be secret.")
        head.addWidget(label(sentence, tone="muted", wrap=True))
        fields = column(gap=6)
        for title, field in (
            (self.tr("Proxy"), self.proxy),
            (self.tr("Headers that a gateway wants, one a line"), self.headers),
        ):
            caption = label(title, Type.STRONG, wrap=True)
            caption.setBuddy(field)
            field.setAccessibleName(title)
            fields.addWidget(caption)
            fields.addWidget(field)
        whole = column(self, margins=24, gap=16)
        whole.addLayout(head)
        whole.addLayout(fields)
        whole.addWidget(self.notice)
        whole.addLayout(foot)
        self.setFixedWidth(round(480 * theme.current().scale))
        self.proxy.setFocus()

    def _keep(self) -> None:
        try:
            way = way_of(self.proxy.text(), self.headers.toPlainText())
        except InvalidRequest as error:
            self.notice.say(told(error).whole, "bad")
            self.adjustSize()
            return
        self.kept.emit(way)
        self.accept()
