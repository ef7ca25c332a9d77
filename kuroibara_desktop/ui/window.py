"""The main window: which page is in front, and what each press starts."""

from __future__ import annotations

import base64
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QDesktopServices, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMenu, QStackedWidget, QWidget

from kuroibara_backup.errors import BackupError, NoConnection
from kuroibara_desktop.core.errors import NotAllowed, SignInRequired, VaultMissing
from kuroibara_desktop.ui import icons, preferences, theme
from kuroibara_desktop.ui.backups.create import CreateDialog
from kuroibara_desktop.ui.backups.model import BackupModel
from kuroibara_desktop.ui.backups.page import BackupsPage, Tell
from kuroibara_desktop.ui.pieces import row
from kuroibara_desktop.ui.sidebar import Connection, Sidebar
from kuroibara_desktop.ui.tasks import Tasks
from kuroibara_desktop.ui.theme import ThemeChoice
from kuroibara_desktop.ui.trouble import TroubleDialog
from kuroibara_desktop.ui.welcome.flow import WelcomeFlow
from kuroibara_desktop.ui.works import Lane, Work, Works

if TYPE_CHECKING:
    from kuroibara_desktop.core.backups import Backup
    from kuroibara_desktop.ui.desk import Desk, Look, Standing

_LOOK_EVERY = 60_000  # milliseconds; a plain Kuroibara is not asked more often either
