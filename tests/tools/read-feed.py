"""Prints a feed as feedparser reads it, as JSON."""
import json
import sys
import time

import feedparser

feed = feedparser.parse(sys.argv[1])
print(json.dumps({
    "problem": str(feed.bozo_exception) if feed.bozo else None,
    "language": feed.feed.get("language"),
    "entries": [{
        "id": entry.id,
        "title": entry.title,
        "author": entry.get("author"),
        "published": time.strftime("%Y-%m-%dT%H:%M:%SZ", entry.published_parsed),
        "link": entry.link,
    } for entry in feed.entries],
    "texts": [entry.content[0].value for entry in feed.entries],
}))
