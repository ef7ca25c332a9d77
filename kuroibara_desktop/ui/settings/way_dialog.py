"""The dialog that asks through which proxy, and with which headers, a server is reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from kuroibara_backup.errors import InvalidRequest
from kuroibara_desktop.core.ways import way_of
from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.question import Question

if TYPE_CHECKING:
    from kuroibara_desktop.core.ways import Way


class WayDialog(Question):
    """`kept` with a way that can be one; else it says what is wrong and stays."""

    kept = Signal(object)  # Way

    def __init__(self, name: str, before: Way, parent: QWidget) -> None:
        super().__init__(parent)
        self.ask(
            self.tr("How {name} is reached").format(name=name),
            self.tr("Both are kept where your sign-in is kept, since they may be secret."),
            self.tr("Keep and try it"),
        )
        self.proxy = QLineEdit(before.proxy)
        self.proxy.setPlaceholderText(self.tr("As the system says; “direct” for none"))
        self.headers = QPlainTextEdit("\n".join(f"{key}: {value}" for key, value in before.headers))
        self.headers.setTabChangesFocus(True)
        self.headers.setPlaceholderText("CF-Access-Client-Id: …")
        self.headers.setFixedHeight(round(90 * theme.current().scale))
        self.add_field(self.tr("Proxy"), self.proxy)
        self.add_field(self.tr("Headers that a gateway wants, one a line"), self.headers)
        self.yes.setDefault(True)
        self.yes.clicked.connect(self._keep)
        self.proxy.setFocus()

    def _keep(self) -> None:
        try:
            way = way_of(self.proxy.text(), self.headers.toPlainText())
        except InvalidRequest as error:
            self.show_error(error)
            return
        self.kept.emit(way)
        self.accept()
