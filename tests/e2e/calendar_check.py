#!/usr/bin/python3
"""Reads every .ics file of a built site with other people's programs (python3-icalendar and
dateutil) and reports what a calendar program would stumble over: calendar_check.py SITE"""
import datetime
import pathlib
import sys

import icalendar
from dateutil import rrule, tz

REQUIRED = ("DTSTART", "DTEND", "UID", "DTSTAMP")


def line_troubles(data):
    """RFC 5545, 3.1: lines end in CRLF and are folded after 75 bytes, never inside a character."""
    if not data.endswith(b"\r\n") or b"\n" in data.replace(b"\r\n", b""):
        yield "lines do not end in CRLF"
    for number, line in enumerate(data.split(b"\r\n"), 1):
        if len(line) > 75:
            yield f"line {number} has {len(line)} bytes"
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            yield f"line {number} breaks a character in two"


def zone_called(identity):
    """Libraries put their own prefix before the name: "/example.org/Europe/Warsaw"."""
    return tz.gettz("/".join(identity.split("/")[-2:]))


def local(moment, zone):
    """A moment as the clock of its zone shows it, without the zone."""
    if moment.tzinfo is not None and moment.utcoffset() == datetime.timedelta(0):
        return moment.astimezone(zone).replace(tzinfo=None)
    return moment.replace(tzinfo=None)


def moments(event, key, zone):
    """The values of EXDATE or RDATE, which may come once, several times or in lists."""
    found = event.get(key, [])
    for dates in found if isinstance(found, list) else [found]:
        for date in dates.dts:
            yield local(date.dt, zone)


def rule_of(event, start, zone):
    parts = icalendar.vRecur(event["RRULE"])
    if "UNTIL" in parts:
        parts["UNTIL"] = [local(until, zone) for until in parts["UNTIL"]]
    return rrule.rrulestr(parts.to_ical().decode(), dtstart=start)


def event_troubles(event):
    missing = [key for key in REQUIRED if key not in event]
    if missing:
        yield "lacks " + ", ".join(missing)
        return
    begin, end = event["DTSTART"], event["DTEND"]
    if end.dt <= begin.dt:
        yield "ends before it begins"
    if "RRULE" not in event:
        if "EXDATE" in event:
            yield "has EXDATE without RRULE"
        return
    zone = zone_called(begin.params.get("TZID", "UTC"))
    if zone is None:
        yield f"nobody knows the time zone {begin.params['TZID']}"
        return
    start = local(begin.dt, zone)
    rule = rule_of(event, start, zone)
    year = rule.between(start, start + datetime.timedelta(days=365), inc=True)
    if not year or year[0] != start:
        yield f"DTSTART {start} is not what RRULE begins with ({year[:1]})"
    for date in moments(event, "EXDATE", zone):
        if rule.after(date - datetime.timedelta(seconds=1)) != date:
            yield f"EXDATE {date} hits nothing"


def calendar_troubles(data):
    yield from line_troubles(data)
    calendar = icalendar.Calendar.from_ical(data)
    for key in ("PRODID", "VERSION"):
        if key not in calendar:
            yield f"lacks {key}"
    zones = {zone["TZID"] for zone in calendar.walk("VTIMEZONE")}
    events = calendar.walk("VEVENT")
    if not events:
        yield "has no events"
    seen = set()
    for event in events:
        identity = (str(event.get("UID")), str(getattr(event.get("RECURRENCE-ID"), "dt", "")))
        name = f"{identity[0]} “{event.get('SUMMARY', '')}”"
        if identity in seen:
            yield f"{name} is there twice"
        seen.add(identity)
        zone = event["DTSTART"].params.get("TZID") if "DTSTART" in event else None
        if zone and zone not in zones:
            yield f"{name}: no VTIMEZONE {zone}"
        for trouble in event_troubles(event):
            yield f"{name}: {trouble}"


def troubles_of(file):
    try:
        yield from calendar_troubles(file.read_bytes())
    except (KeyError, ValueError) as error:
        yield f"cannot be read: {error}"


def main(site):
    files = sorted(pathlib.Path(site).rglob("*.ics"))
    failed = 0
    for file in files:
        for trouble in troubles_of(file):
            failed += 1
            print(f"{file}: {trouble}")
    print(f"{len(files)} calendars, {failed} troubles")
    return 1 if failed or not files else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
