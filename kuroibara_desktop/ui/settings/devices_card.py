"""Who else may reach the server's backups: devices with a token, and open invitations."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from kuroibara_desktop.core.devices import Right
from kuroibara_desktop.core.words import one_line
from kuroibara_desktop.ui import formatting
from kuroibara_desktop.ui.pieces import button, label
from kuroibara_desktop.ui.question import Question
from kuroibara_desktop.ui.settings.pieces import Card
from kuroibara_desktop.ui.theme import Type

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from kuroibara_desktop.core.devices import Device, Invitation


class DevicesCard(Card):
    """Shows them, and says what is asked for."""

    revoke_asked = Signal(object)  # Device
    withdraw_asked = Signal(object)  # Invitation
    invite_asked = Signal()

    def __init__(
        self,
        devices: Sequence[Device],
        invitations: Sequence[Invitation],
        *,
        own: str | None,
        now: datetime,
        may_invite: bool,
    ) -> None:
        super().__init__()
        self._now = now
        self._own = own
        self.entitle(
            self.tr("Devices and invitations"),
            self.tr("Each has a token of its own that can be taken back here, and no password."),
        )
        alive = [one for one in devices if one.alive and one.revoked_at is None]
        for device in alive:
            press = button(self.tr("Revoke…"))
            name = one_line(device.name)
            press.setAccessibleName(self.tr("Revoke {name}").format(name=name))
            press.clicked.connect(partial(self.revoke_asked.emit, device))
            self.setting(name, self._about(device), press)
            press.setAccessibleName(self.tr("Revoke {name}").format(name=name))
        for invitation in invitations:
            press = button(self.tr("Withdraw"))
            press.setAccessibleName(self.tr("Withdraw the invitation"))
            press.clicked.connect(partial(self.withdraw_asked.emit, invitation))
            self.setting(self.tr("Open invitation"), self._until(invitation), press)
        if not alive and not invitations:
            self.add(label(self.tr("There is none."), tone="muted"))
        if may_invite:
            invite = button(self.tr("Invite a friend…"), icon="plus")
            invite.clicked.connect(self.invite_asked)
            self.foot(invite)

    def _about(self, device: Device) -> str:
        parts = [self.tr("this computer")] if device.id == self._own else []
        parts.append(self._rights(device))
        if device.user:
            words = self.tr("invited by {user}") if device.invited else self.tr("of {user}")
            parts.append(words.format(user=one_line(device.user)))
        if device.last_used_at is not None:
            age = formatting.age(device.last_used_at, self._now)
            parts.append(self.tr("last used {age}").format(age=age))
        if device.last_address:
            parts.append(one_line(device.last_address))
        return " · ".join(parts)

    def _rights(self, device: Device) -> str:
        words = {
            Right.LIST: self.tr("lists"),
            Right.CREATE: self.tr("creates"),
            Right.DOWNLOAD: self.tr("downloads"),
        }
        return ", ".join(text for right, text in words.items() if right in device.rights)

    def _until(self, invitation: Invitation) -> str:
        if invitation.expires_at is None:
            return ""
        when = formatting.moment(invitation.expires_at.astimezone())
        return self.tr("good once, until {when}").format(when=when)


class InvitationDialog(Question):
    """Shows a code, which the server tells this one time."""

    def __init__(self, invitation: Invitation, address: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._code = invitation.code or ""
        self._address = address
        until = ""
        if invitation.expires_at is not None:
            until = formatting.moment(invitation.expires_at.astimezone())
        self.ask(
            self.tr("Invite a friend"),
            self.tr(
                "Give your friend the address and this code. It is good once, until {when}, "
                "and is shown only now. With it, backups can be listed and copied, nothing "
                "else."
            ).format(when=until),
            self.tr("Copy address and code"),
        )
        self.code = QLineEdit(self._code)
        self.code.setReadOnly(True)
        self.code.setProperty("kind", "code")
        self.code.setAccessibleName(self.tr("Invitation code"))
        self.body.addWidget(label(address, Type.STRONG, wrap=True))
        self.body.addWidget(self.code)
        self.no.setText(self.tr("Close"))
        self.yes.setDefault(True)
        self.yes.clicked.connect(self._copy)
        self.yes.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._address}\n{self._code}")
        self.yes.setText(self.tr("Copied"))
