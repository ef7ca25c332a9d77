"""What is wrong with what a window shows: names, order, focus, cut words, contrast.

Each function walks whatever is visible, so a page that is new tomorrow is walked too.
"""

from __future__ import annotations

import platform
import re
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QPoint, QRect, Qt
from PySide6.QtGui import QAction, QColor, QPalette, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollArea,
    QScrollBar,
    QStackedWidget,
    QWidget,
)
from shiboken6 import isValid

from kuroibara_desktop.demo.pilot import name_of, rest
from kuroibara_desktop.ui.pieces import ElidedLabel
from kuroibara_desktop.ui.theme import contrast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage

CONTROLS = (
    *(QAbstractButton, QLineEdit, QPlainTextEdit, QAbstractItemView, QProgressBar),
    *(QComboBox, QAbstractSpinBox),
)
AA = 4.5


def shown(root: QWidget) -> Iterator[QWidget]:
    """Everything below `root` that can be seen, Qt's own inner parts apart."""
    for widget in root.findChildren(QWidget):
        inner = widget.objectName().startswith("qt_") or isinstance(widget, QScrollBar)
        parent = widget.parentWidget()
        part = isinstance(parent, QLineEdit | QAbstractSpinBox | QComboBox | QAbstractItemView)
        if widget.isVisibleTo(root) and not inner and not part and widget.window() is root.window():
            yield widget


def told(widget: QWidget) -> str:
    """How a complaint names a widget."""
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""
    return f"{type(widget).__name__} “{text or name_of(widget)}”"


def nameless(root: QWidget) -> list[str]:
    """Controls that a screen reader could not name."""
    return [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in shown(root)
        if (isinstance(widget, CONTROLS) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and not isinstance(widget, QScrollArea | QHeaderView)
        and not name_of(widget)
    ]


# The keyboard


def wanting_keys(root: QWidget) -> list[QWidget]:
    """What somebody without a mouse must be able to reach."""
    return [
        widget
        for widget in shown(root)
        if widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not isinstance(widget, QScrollArea)
    ]


def tabbed(root: QWidget) -> list[QWidget]:
    """Where Tab leads, from the first control on until it comes round; raises in a trap."""
    wanted = wanting_keys(root)
    if not wanted:
        return []
    root.activateWindow()
    rest(5)
    first: QWidget | None = root.window().nextInFocusChain()
    while first is not None and first not in wanted:
        first = first.nextInFocusChain()
    (first or wanted[0]).setFocus(Qt.FocusReason.TabFocusReason)
    visited: list[QWidget] = []
    for _ in range(4 * len(wanted) + 10):
        at = QApplication.focusWidget()
        if at is None or at in visited[:-1]:
            return visited
        if visited[-1:] != [at]:  # within a time, Tab goes from the hours to the minutes first
            visited.append(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
    raise AssertionError("Tab never comes round")


def unreached(root: QWidget) -> list[str]:
    """Controls that Tab never comes to."""
    visited = tabbed(root)
    reached = {id(widget) for widget in visited}
    for widget in visited:  # the field within a spin box stands for it
        parent = widget.parentWidget()
        reached |= {id(parent)} if parent is not None else set()
        if isinstance(widget, QAbstractButton) and widget.autoExclusive():
            reached |= {id(one) for one in _one_of(widget)}  # the arrow keys go on from there
    still = [widget for widget in wanting_keys(root) if isValid(widget)]
    return [told(widget) for widget in still if id(widget) not in reached]


def _one_of(button: QAbstractButton) -> list[QAbstractButton]:
    parent = button.parentWidget()
    found = parent.findChildren(QAbstractButton) if parent is not None else []
    return [one for one in found if one.autoExclusive() and one.parentWidget() is parent]


def against_the_eye(root: QWidget) -> list[str]:
    """Steps of Tab that go back up, or back against the direction of reading; once it may."""
    window = root.window()
    backwards = root.layoutDirection() is Qt.LayoutDirection.RightToLeft
    visited = tabbed(root)
    found = []
    for one, other in pairwise([*visited, *visited[:1]]):
        if one.window() is not window or other.window() is not window:
            continue
        a, b = place(one, window), place(other, window)
        if backwards:
            a, b = (QRect(-r.right(), r.y(), r.width(), r.height()) for r in (a, b))
        shared = min(a.bottom(), b.bottom()) - max(a.top(), b.top())
        same_row = shared > min(a.height(), b.height()) / 2
        if same_row and b.right() <= a.left():
            found.append(f"{told(one)} → {told(other)}: back in the row")
        elif not same_row and b.bottom() <= a.top() and b.left() < a.right():
            found.append(f"{told(one)} → {told(other)}: back up")
    return found if len(found) > 1 else []  # it goes round, so from the end to the beginning


def place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def doubled_shortcuts(root: QWidget) -> list[str]:
    """Keys that more than one thing visible now wants."""
    found: dict[str, list[str]] = {}
    window = root.window()
    for widget in (window, *window.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        for action in widget.actions():
            if action.isEnabled() and _is_global(action):
                for keys in action.shortcuts():
                    found.setdefault(keys.toString(), []).append(action.text())
    for shortcut in window.findChildren(QShortcut):
        parent = shortcut.parent()
        here = isinstance(parent, QWidget) and parent.isVisible() and shortcut.isEnabled()
        if here and shortcut.context() is not Qt.ShortcutContext.WidgetShortcut:
            found.setdefault(shortcut.key().toString(), []).append(str(parent))
    return [f"{keys}: {', '.join(who)}" for keys, who in found.items() if len(set(who)) > 1]


def _is_global(action: QAction) -> bool:
    return action.shortcutContext() not in (
        Qt.ShortcutContext.WidgetShortcut,
        Qt.ShortcutContext.WidgetWithChildrenShortcut,
    )


def unseen_focus(root: QWidget) -> list[str]:
    """Controls that look the same with the keyboard in them as without."""
    window = root.window()
    window.activateWindow()
    found = []
    for widget in wanting_keys(root):
        if not isValid(widget):  # a list that came anew meanwhile
            continue
        bring_into_view(widget)
        window.setFocus()
        rest(0)
        before = _picture(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        rest(0)
        if not widget.hasFocus() and QApplication.focusWidget() not in widget.findChildren(QWidget):
            continue  # it hands the keyboard on
        if _picture(widget) == before:
            found.append(told(widget))
    return found


def _picture(widget: QWidget) -> QImage:
    around = place(widget, widget.window()).adjusted(-4, -4, 4, 4)
    return widget.window().grab(around).toImage()


def bring_into_view(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()
    rest(0)


# The words


def cut(root: QWidget) -> list[str]:
    """Words that do not fit where they stand, those apart that end in an ellipsis by design."""
    found = []
    for widget in shown(root):
        if isinstance(widget, ElidedLabel):
            continue
        if isinstance(widget, QLabel) and _label_is_cut(widget):
            found.append(f"{told(widget)}: {widget.size().toTuple()}")
        elif isinstance(widget, QAbstractButton | QComboBox) and _control_is_cut(widget):
            found.append(f"{told(widget)}: {widget.width()} of {widget.sizeHint().width()}")
        elif isinstance(widget, QLineEdit) and _hint_is_cut(widget):
            found.append(f"{told(widget)}: {widget.placeholderText()}")
        elif isinstance(widget, QHeaderView):
            found += _cut_sections(widget)
        if (outside := _outside(widget, root)) is not None:
            found.append(f"{told(widget)}: outside of {type(outside).__name__}")
    return found


_BREAKS = re.compile(r"[\s/-]+")  # where a line may end: also within a path


def _label_is_cut(label: QLabel) -> bool:
    text = label.text()
    if not text or label.pixmap().width():
        return False
    room = label.contentsRect()
    if label.wordWrap():
        longest = max(label.fontMetrics().horizontalAdvance(word) for word in _BREAKS.split(text))
        high = label.heightForWidth(label.width())
        return high > label.height() + 1 or (longest > room.width() + 1 and text.isascii())
    lines = text.split("\n")
    wide = max(label.fontMetrics().horizontalAdvance(line) for line in lines)
    return wide > room.width() + 1 or label.fontMetrics().height() > room.height() + 2


def _control_is_cut(control: QAbstractButton | QComboBox) -> bool:
    policy = control.sizePolicy().horizontalPolicy()
    text = control.text() if isinstance(control, QAbstractButton) else control.currentText()
    if not text or policy is policy.Ignored:
        return False
    if control.hasHeightForWidth():
        return control.heightForWidth(control.width()) > control.height() + 1
    return control.sizeHint().width() > control.width() + 1


def _hint_is_cut(field: QLineEdit) -> bool:
    if field.text() or not field.placeholderText():
        return False
    return field.fontMetrics().horizontalAdvance(field.placeholderText()) > field.width()


def _cut_sections(header: QHeaderView) -> list[str]:
    model = header.model()
    if model is None or header.orientation() is not Qt.Orientation.Horizontal:
        return []
    found = []
    for section in range(model.columnCount()):
        text = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        wide = header.fontMetrics().horizontalAdvance(text)
        if not header.isSectionHidden(section) and wide > header.sectionSize(section):
            found.append(f"the head “{text}”: {header.sectionSize(section)} of {wide}")
    return found


def _outside(widget: QWidget, root: QWidget) -> QWidget | None:
    """The nearest widget around it whose edge cuts it off; what scrolls cuts nothing."""
    if not isinstance(widget, QLabel | QAbstractButton | QLineEdit | QComboBox):
        return None
    parent = widget.parentWidget()
    while parent is not None and parent is not root.window():
        above = parent.parentWidget()
        if isinstance(above, QAbstractScrollArea):
            return parent if _aside(widget, above) else None
        if not parent.rect().adjusted(-2, -2, 2, 2).contains(place(widget, parent)):
            return parent
        parent = above
    return None


def _aside(widget: QWidget, area: QAbstractScrollArea) -> bool:
    """Whether it lies where the area cannot be scrolled to: sideways."""
    if area.horizontalScrollBarPolicy() is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
        return False
    seen = area.viewport()
    inside = place(widget, seen)
    return inside.left() < -2 or inside.right() > seen.width() + 2


def overlapping(root: QWidget) -> list[str]:
    """Neighbours of one parent that lie over each other."""
    found = []
    for parent in (root, *shown(root)):
        layout = parent.layout()
        if isinstance(parent, QStackedWidget | QAbstractScrollArea) or layout is None:
            continue
        there = [
            child
            for child in parent.children()
            if isinstance(child, QWidget)
            and child.isVisibleTo(root)
            and not child.isWindow()
            and layout.indexOf(child) >= 0
            and child.width() > 1
        ]
        for number, one in enumerate(there):
            for other in there[number + 1 :]:
                over = one.geometry().intersected(other.geometry())
                if over.width() > 2 and over.height() > 2:
                    found.append(f"{told(one)} over {told(other)}")
    return found


def faint_words(root: QWidget) -> list[str]:
    """Words whose colour on their ground is below AA; disabled controls are exempt."""
    window = root.window()
    picture = window.grab().toImage()
    ratio = picture.devicePixelRatio()
    found = []
    for widget in shown(root):
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.text():
            continue
        around = place(widget, window)
        covered = not window.rect().contains(around) or widget.visibleRegion().isEmpty()
        if covered or not widget.isEnabled():
            continue
        role = (
            QPalette.ColorRole.ButtonText
            if isinstance(widget, QAbstractButton)
            else QPalette.ColorRole.WindowText
        )
        ink = widget.palette().color(role).name()
        ground = _ground(picture, around, ratio)
        if contrast(ink, ground) < AA:
            found.append(f"{told(widget)}: {ink} on {ground}: {contrast(ink, ground):.1f}")
    return found


def _ground(picture: QImage, around: QRect, ratio: float) -> str:
    """The colour that most of the rectangle has."""
    counts: dict[int, int] = {}
    step_x, step_y = max(1, around.width() // 24), max(1, around.height() // 12)
    for x in range(around.left() + 2, around.right() - 1, step_x):
        for y in range(around.top() + 2, around.bottom() - 1, step_y):
            pixel = picture.pixel(round(x * ratio), round(y * ratio))
            counts[pixel] = counts.get(pixel, 0) + 1
    most = max(counts, key=lambda pixel: counts[pixel], default=0)
    return QColor(most).name()


_DATA = re.compile(
    r"[^a-z]*|.*127\.0\.0\.1.*|Kuroibara|PostgreSQL|.*\.(tar\.gz|sqlite3|json)|anna|/.*"
    r"|weekly_full|daily_database|[a-z]|nas|ben|GiB|HH:mm|English|Deutsch|日本語|v?\d+\.\d.*"
    r"|[\d.,]+ [KMGT]iB|.*[\d.,]+ (bytes|[KMGT]iB).*"
    r"|Kuroibara Desktop|Python|Qt|archive|Linux-.*|https:..manga.example.net"
    rf"|CF-Access-Client-Id: …|\w+day|{re.escape(platform.node())}"  # weekdays are Qt's words
)


def untranslated(root: QWidget) -> list[str]:
    """Words without the brackets of `pseudo`, but for names, sizes and figures."""
    found = []
    for widget in shown(root):
        texts = [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        if isinstance(widget, QLabel | QAbstractButton):
            texts.append(widget.text())
        if isinstance(widget, QComboBox):
            texts += [widget.itemText(n) for n in range(widget.count())]
        if isinstance(widget, QLineEdit):
            texts.append(widget.placeholderText())
        model = widget.model() if isinstance(widget, QAbstractItemView) else None
        if isinstance(model, QAbstractTableModel):
            columns = range(model.columnCount())
            texts += [str(model.headerData(n, Qt.Orientation.Horizontal) or "") for n in columns]
        for text in texts:
            for line in text.split("\n"):
                if "⟦" not in line and not _DATA.fullmatch(line.strip()):
                    found.append(f"{type(widget).__name__} “{line}”")
    return found
