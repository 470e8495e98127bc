"""What Home Assistant does with its library pytraccar, against a running server.

clients.py HOST WEB-PORT TRACKER-PORT EMAIL PASSWORD DEVICE

The device exists and has not reported yet. Every answer must have the fields of the library's models,
with their types; a report that comes in by the tracker port must arrive on the WebSocket.
"""
import asyncio
import logging
import socket
import sys
import types
import typing

import aiohttp
from pytraccar import ApiClient
from pytraccar import models

PATIENCE = 30


def fits(value: typing.Any, expected: typing.Any) -> bool:
    """Whether a JSON value is of a type; a whole number is a number with decimals as well."""
    origin = typing.get_origin(expected)
    if expected is typing.Any:
        return True
    if origin in (typing.Union, types.UnionType):
        return any(fits(value, one) for one in typing.get_args(expected))
    if origin is list:
        return isinstance(value, list) and all(fits(one, typing.get_args(expected)[0]) for one in value)
    if origin is dict or typing.is_typeddict(expected):
        return isinstance(value, dict)
    if expected is float:
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    if expected is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, expected)


def check(what: str, value: dict, model: type, also: dict[str, typing.Any]) -> None:
    """Every field of the model is there. `also` widens types that the library states too narrowly."""
    for name, expected in typing.get_type_hints(model).items():
        if name in GONE:
            continue
        if name not in value:
            sys.exit(f"{what}: the field '{name}' is missing in {value}")
        if not fits(value[name], also.get(name, expected)):
            sys.exit(f"{what}: '{name}' is {value[name]!r}, expected {expected}")


# In the library's models, but gone from the API since.
GONE = {"twelveHourFormat"}
# The library's own remark: null is allowed where its models do not say so. Speeds and the like have
# decimals in the API that it was written for, too.
ALSO = {
    "altitude": float, "speed": float, "course": float, "accuracy": float,
    "calendarId": int | None, "positionId": int | None,
}


def report(identifier: str, second: int) -> bytes:
    """A line of iStartek's protocol."""
    content = (
        f",{identifier},000,0,,2601020304{second:02d},A,52.516000,13.377000,11,0.9,36,75,34,48213,"
        "262|2|4E2F|01A2B3C,21,0000003D,02,00,04E7|019D")
    line = f"&&A{len(content)}{content}".encode()
    return line + f"{sum(line) & 0xFF:02X}\r\n".encode()


async def main() -> None:
    host, web, tracker, email, password, identifier = sys.argv[1:]
    # As in Home Assistant: the session's cookies also count where the address is a number.
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(cookie_jar=jar) as session:
        client = ApiClient(
            host=host, port=int(web), username=email, password=password, client_session=session)
        check("server", await client.get_server(), models.ServerModel, ALSO)
        devices = await client.get_devices()
        if [device["uniqueId"] for device in devices] != [identifier]:
            sys.exit(f"devices: expected one, {identifier}, not {devices}")
        check("device", devices[0], models.DeviceModel, ALSO)
        for geofence in await client.get_geofences():
            check("geofence", geofence, models.GeofenceModel, ALSO)
        if await client.get_positions() != []:
            sys.exit("positions: there should be none yet")

        arrived: asyncio.Queue = asyncio.Queue()
        subscription = asyncio.create_task(client.subscribe(arrived.put))
        with socket.create_connection((host, int(tracker)), timeout=PATIENCE) as connection:
            connection.sendall(report(identifier, 5))
            seen = set()
            async with asyncio.timeout(PATIENCE):
                while seen != {"devices", "positions"}:
                    message = await arrived.get()
                    for position in message["positions"] or []:
                        check("live position", position, models.PositionModel, ALSO)
                        if (position["deviceId"], position["protocol"]) != (devices[0]["id"], "startek"):
                            sys.exit(f"live position: of another device: {position}")
                        seen.add("positions")
                    for device in message["devices"] or []:
                        check("live device", device, models.DeviceModel, ALSO)
                        seen.add("devices")
            positions = await client.get_positions()
            check("position", positions[0], models.PositionModel, ALSO)
            if round(positions[0]["speed"], 2) != 19.44:
                sys.exit(f"position: 36 km/h are 19.44 knots, not {positions[0]['speed']}")
            # Twice a minute it asks what happened, if its user wants to know.
            events = await client.get_reports_events(
                devices=[devices[0]["id"]], event_types=["commandResult", "alarm"])
            if events != []:
                sys.exit(f"events: there should be none yet, not {events}")
        subscription.cancel()
        await asyncio.gather(subscription, return_exceptions=True)


logging.basicConfig(level=logging.WARNING)
asyncio.run(main())
print("clients: pytraccar found what it expects")
