// Prints a feed in any format as feedsmith reads it, as JSON.
import { parseFeed } from 'feedsmith';

const { format, feed } = parseFeed(await (await fetch(process.argv[2])).text());

const readers = {
  rss: item => ({
    id: item.guid.value, title: item.title, author: item.dc.creators[0], published: item.pubDate, link: item.link, text: item.content.encoded,
  }),
  atom: entry => ({
    id: entry.id, title: entry.title.value, author: entry.authors[0].name, published: entry.published,
    link: entry.links.find(link => link.rel === 'alternate').href, text: entry.content.value,
  }),
  json: item => ({
    id: item.id, title: item.title, author: item.authors[0].name, published: item.date_published, link: item.url, text: item.content_html,
  }),
};

const entries = (feed.items ?? feed.entries).map(readers[format]);
console.log(JSON.stringify({
  problem: null,
  language: feed.language ?? feed.xml.lang,
  entries: entries.map(({ text, ...entry }) => ({ ...entry, published: new Date(entry.published).toISOString() })),
  texts: entries.map(entry => entry.text),
}));
