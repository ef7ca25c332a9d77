"""The page itself: a title, and the one face that fits what is going on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from kuroibara_desktop.ui.pieces import GAP, MARGIN, Notice, column, label
from kuroibara_desktop.ui.restore.choosing import FileFace, PlanFace
from kuroibara_desktop.ui.restore.ending import OutcomeFace, TroubleFace
from kuroibara_desktop.ui.restore.faces import StartFace, WorkFace
from kuroibara_desktop.ui.restore.gone import GoneFace
from kuroibara_desktop.ui.restore.moving import MoveFace
from kuroibara_desktop.ui.restore.plain import PlainFace
from kuroibara_desktop.ui.restore.sheet import RescueWording
from kuroibara_desktop.ui.restore.wording import RestoreWording
from kuroibara_desktop.ui.theme import Type

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from kuroibara_desktop.ui.restore.face import Face


class Inside(QWidget):
    """As tall as its sentences are at its width: a scroll area by itself would squeeze them."""

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        layout = self.layout()
        if layout is not None and event.type() in (
            QEvent.Type.LayoutRequest,
            QEvent.Type.Resize,
        ):
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()))
        return handled


class RestorePage(QScrollArea):
    """Shows one face at a time; it starts nothing itself."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "page")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Restore"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.wording = RestoreWording()
        self.start = StartFace(self.wording)
        self.work = WorkFace(self.wording)
        self.file = FileFace(self.wording)
        self.plain = PlainFace(self.wording)
        self.plan = PlanFace(self.wording)
        self.outcome = OutcomeFace(self.wording)
        self.trouble = TroubleFace()
        self.move_face = MoveFace()
        self.gone_wording = RescueWording()
        self.gone = GoneFace(self.gone_wording)
        self.note = Notice()
        self._faces: tuple[Face, ...] = (
            self.start,
            self.work,
            self.file,
            self.plain,
            self.plan,
            self.outcome,
            self.trouble,
            self.move_face,
            self.gone,
        )
        inside = Inside()
        inside.setProperty("kind", "page")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        whole = column(inside, gap=GAP)
        whole.setContentsMargins(MARGIN, 24, MARGIN, 24)
        whole.addWidget(label(self.tr("Restore"), Type.TITLE))
        whole.addWidget(self.note)
        for face in self._faces:
            whole.addWidget(face)
            face.hide()
        whole.addStretch(1)
        self.setWidget(inside)
        self.face: Face = self.start
        self.start.show()

    def turn_to(self, face: Face) -> None:
        """Bring a face to the front, and the keyboard to where it begins; what was said goes."""
        self.say("")
        changed = face is not self.face
        self.face = face
        for one in self._faces:
            one.setVisible(one is face)
        if changed:
            self.verticalScrollBar().setValue(0)
        if self.isVisible():
            face.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, widget: QWidget) -> None:
        """Scroll to what has just come, once it has its place."""
        QTimer.singleShot(0, widget, lambda: self.ensureWidgetVisible(widget, 0, MARGIN))

    def say(self, sentence: str, tone: str = "") -> None:
        """Tell something above the face; an empty sentence takes it away."""
        self.note.say(sentence, tone)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.face.start.setFocus(Qt.FocusReason.OtherFocusReason)
