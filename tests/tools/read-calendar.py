"""Prints a calendar file as icalendar reads it, as JSON."""
import json
import sys

import icalendar


def text(component, name):
    return str(component[name]) if name in component else None


with open(sys.argv[1], "rb") as file:
    calendar = icalendar.Calendar.from_ical(file.read())

print(json.dumps({
    "name": text(calendar, "NAME"),
    "shownName": text(calendar, "X-WR-CALNAME"),
    "method": text(calendar, "METHOD"),
    "version": text(calendar, "VERSION"),
    "product": text(calendar, "PRODID"),
    "url": text(calendar, "URL"),
    "source": text(calendar, "SOURCE"),
    "refresh": text(calendar, "REFRESH-INTERVAL"),
    "lifetime": text(calendar, "X-PUBLISHED-TTL"),
    "problems": [str(error) for component in calendar.walk() for error in component.errors],
    "components": sorted({component.name for component in calendar.walk()}),
    "events": [{
        "uid": text(event, "UID"),
        # A day without a time is a date here; with one it would be longer.
        "start": event.decoded("DTSTART").isoformat(),
        "end": event.decoded("DTEND").isoformat(),
        "stamp": event.decoded("DTSTAMP").isoformat(),
        "changed": event.decoded("LAST-MODIFIED").isoformat(),
        "sequence": int(event["SEQUENCE"]),
        "summary": text(event, "SUMMARY"),
        "description": text(event, "DESCRIPTION"),
        "url": text(event, "URL"),
        "transparency": text(event, "TRANSP"),
        "categories": [str(category) for category in event["CATEGORIES"].cats],
    } for event in calendar.walk("VEVENT")],
}))
