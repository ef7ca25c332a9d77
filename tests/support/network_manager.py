"""Run as a program: NetworkManager as Qt asks it, on a bus of the test's own. ADDRESS

Its one device is metered as the last line on standard input says: 1 yes, 2 no.
"""

from __future__ import annotations

import selectors
import sys
from typing import TYPE_CHECKING

from jeepney import DBusAddress, HeaderFields, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection

if TYPE_CHECKING:
    from jeepney.low_level import Message

NAME = "org.freedesktop.NetworkManager"
ROOT = "/org/freedesktop/NetworkManager"
CONNECTION, DEVICE = f"{ROOT}/ActiveConnection/1", f"{ROOT}/Devices/1"
PROPERTIES = "org.freedesktop.DBus.Properties"
WIFI = 2


class Network:
    def __init__(self, bus: DBusConnection) -> None:
        self._bus = bus
        self.told: dict[str, tuple[str, dict[str, tuple[str, object]]]] = {
            ROOT: (
                NAME,
                {"State": ("u", 70), "Metered": ("u", 2), "PrimaryConnection": ("o", CONNECTION)},
            ),
            CONNECTION: (f"{NAME}.Connection.Active", {"Devices": ("ao", [DEVICE])}),
            DEVICE: (f"{NAME}.Device", {"DeviceType": ("u", WIFI), "Metered": ("u", 2)}),
        }

    def answer(self, asked: Message) -> None:
        fields = asked.header.fields
        if asked.header.message_type is not MessageType.method_call:
            return
        interface, told = self.told.get(str(fields[HeaderFields.path]), ("", {}))
        member = fields[HeaderFields.member]
        if member == "Introspect":
            kinds = "".join(
                f'<property name="{name}" type="{kind}" access="read"/>'
                for name, (kind, _) in told.items()
            )
            text = f'<node><interface name="{interface}">{kinds}</interface></node>'
            self._bus.send(new_method_return(asked, "s", (text,)))
        elif member == "GetAll":
            self._bus.send(new_method_return(asked, "a{sv}", (told,)))
        elif member == "Get" and asked.body[1] in told:
            self._bus.send(new_method_return(asked, "v", (told[asked.body[1]],)))
        else:
            self._bus.send(new_error(asked, "org.freedesktop.DBus.Error.UnknownMethod"))

    def become(self, metered: int) -> None:
        for path in (DEVICE, ROOT):
            interface, told = self.told[path]
            told["Metered"] = ("u", metered)
            place = DBusAddress(path, interface=PROPERTIES)
            changed = {"Metered": told["Metered"]}
            signal = new_signal(place, "PropertiesChanged", "sa{sv}as", (interface, changed, []))
            self._bus.send(signal)


def main(address: str) -> None:
    bus = open_dbus_connection(address)
    Proxy(message_bus, bus).RequestName(NAME)
    network = Network(bus)
    ready = selectors.DefaultSelector()
    ready.register(sys.stdin, selectors.EVENT_READ)
    ready.register(bus.sock, selectors.EVENT_READ)
    print("ready", flush=True)
    while True:
        for key, _ in ready.select():
            if key.fileobj is bus.sock:
                network.answer(bus.receive(timeout=5))
            elif line := sys.stdin.readline():
                network.become(int(line))
            else:
                return


if __name__ == "__main__":
    main(sys.argv[1])
