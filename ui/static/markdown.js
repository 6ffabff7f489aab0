// The little Markdown that answers are written in, as DOM nodes. Text only ever becomes a text node:
// nothing that stands in an answer or in a policy can become markup.

/** An element with children, each a node or a text. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** Headings, paragraphs, lists, quotes, tables and **bold**. */
export function markdown(text) {
  const made = document.createDocumentFragment();
  const lines = text.split("\n");
  while (lines.length) {
    const block = BLOCKS.find(({ starts }) => starts.test(lines[0]));
    if (!block) lines.shift();
    else made.append(block.build(takeWhile(lines, block)));
  }
  return made;
}

const HEADING = /^#{1,6}\s+/;
const BULLET = /^\s*[-*•]\s+/;
const NUMBER = /^\s*\d+[.)]\s+/;
const QUOTE = /^\s*>\s?/;
const ROW = /^\s*\|.*\|\s*$/;
const RULE = /^\s*([-*_])\1{2,}\s*$/;
const OTHER = /\S/;

// The first that fits a line takes it and the lines after it that go on in the same way.
const BLOCKS = [
  { starts: RULE, single: true, build: () => element("hr") },
  { starts: HEADING, single: true, build: ([line]) => element("h3", {}, ...bold(line.replace(HEADING, ""))) },
  { starts: BULLET, build: (lines) => list("ul", BULLET, lines) },
  { starts: NUMBER, build: (lines) => list("ol", NUMBER, lines) },
  { starts: QUOTE, build: (lines) => element("blockquote", {}, ...broken(lines.map((line) => line.replace(QUOTE, "")))) },
  { starts: ROW, build: table },
  { starts: OTHER, build: (lines) => element("p", {}, ...broken(lines)) },
];

function takeWhile(lines, block) {
  const taken = [lines.shift()];
  while (!block.single && lines.length && BLOCKS.find(({ starts }) => starts.test(lines[0])) === block) {
    taken.push(lines.shift());
  }
  return taken;
}

function list(kind, mark, lines) {
  const first = kind === "ol" ? { start: parseInt(lines[0], 10) } : {};
  return element(kind, first, ...lines.map((line) => element("li", {}, ...bold(line.replace(mark, "")))));
}

function table(lines) {
  const rows = lines
    .map((line) => line.trim().slice(1, -1).split("|").map((cell) => cell.trim()))
    .filter((cells) => !cells.every((cell) => /^:?-+:?$/.test(cell)));
  const cells = (row, name) => element("tr", {}, ...row.map((cell) => element(name, {}, ...bold(cell))));
  const head = element("thead", {}, cells(rows[0], "th"));
  const body = element("tbody", {}, ...rows.slice(1).map((row) => cells(row, "td")));
  return element("div", { class: "scroll" }, element("table", {}, head, body));
}

function broken(lines) {
  return lines.flatMap((line, index) => (index ? [element("br"), ...bold(line)] : bold(line)));
}

function bold(text) {
  return text
    .split(/\*\*(.+?)\*\*/)
    .map((part, index) => (index % 2 ? element("strong", {}, part) : part))
    .filter((part) => part !== "");
}
