"""Prints the mails that rss2email put into a folder, as a JSON list."""
import email.policy
import json
import pathlib
import sys
from email.utils import parsedate_to_datetime


def read(path):
    mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    return {
        "id": mail["X-RSS-ID"],
        "title": mail["Subject"],
        "author": mail["From"].addresses[0].display_name,
        "published": parsedate_to_datetime(mail["Date"]).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "link": mail["X-RSS-URL"],
    }


print(json.dumps([read(path) for path in pathlib.Path(sys.argv[1]).iterdir()]))
