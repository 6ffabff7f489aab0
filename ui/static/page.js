// The page at /: a question goes to api/v1/ask, the reply is shown with its amounts and clauses.
import { element, markdown } from "./markdown.js";

const OUTCOMES = { eligible: "符合条件", ineligible: "不符合条件", undetermined: "还要看条件" };
const VALIDITY = { in_force: "现行", expired: "已到期", period_over: "标题所载期间已过", not_yet: "尚未施行" };
const UNREACHABLE = "暂时连不上服务，请稍后再试，也可以拨打 12333 咨询。";

const conversation = document.getElementById("conversation");
const composer = document.getElementById("composer");
const box = document.getElementById("question");
const place = document.getElementById("place");
const send = document.getElementById("send");
let waiting = false;

composer.addEventListener("submit", (event) => {
  event.preventDefault();
  ask(box.value);
});

box.addEventListener("keydown", (event) => {
  // While an input method composes 拼音, Enter chooses a word. Safari reports that only as key code 229.
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  ask(box.value);
});

box.addEventListener("input", fitBox);

document.addEventListener("click", (event) => {
  const question = event.target.closest("button[data-question]")?.dataset.question;
  if (question) ask(question);
});

document.getElementById("restart").addEventListener("click", () => {
  if (waiting) return;
  sessionStorage.removeItem("session");
  conversation.replaceChildren();
  document.getElementById("welcome").hidden = false;
  box.focus();
});

async function ask(question) {
  if (waiting || !question.trim()) return;
  waiting = send.disabled = true;
  document.getElementById("welcome").hidden = true;
  if (question === box.value) box.value = "";
  fitBox();
  conversation.append(element("div", { class: "message own" }, question));
  const answer = element("article", { class: "message answer waiting", "aria-label": "答复" });
  conversation.append(answer);
  answer.scrollIntoView({ block: "nearest" });
  try {
    const reply = await post("api/v1/ask", {
      question,
      session_id: sessionStorage.getItem("session"),
      region: place.value.trim() || null,
    });
    sessionStorage.setItem("session", reply.session_id);
    answer.append(...show(reply));
  } catch (problem) {
    answer.append(element("p", { class: "problem", role: "alert" }, problem.message));
    box.value ||= question; // nothing was lost: it can be mended and sent again
    fitBox();
  } finally {
    answer.classList.remove("waiting");
    waiting = send.disabled = false;
    answer.previousElementSibling.scrollIntoView({ block: "start" });
  }
}

async function post(address, body) {
  let response, content;
  try {
    response = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    content = await response.json();
  } catch {
    throw new Error(UNREACHABLE);
  }
  if (!response.ok) throw new Error(content.error?.message ?? UNREACHABLE);
  return content;
}

function show(reply) {
  const parts = [markdown(reply.text)];
  const [next] = reply.questions;
  if (next) {
    // An answer that names the question already need not repeat it.
    if (!reply.text.includes(next.text)) parts.push(element("p", { class: "ask-back" }, next.text));
    parts.push(chips("可选的回答", next.options));
  }
  if (reply.benefits.length) parts.push(fold("补贴明细", reply.benefits.map(benefit)));
  if (reply.citations.length) parts.push(fold("政策原文", reply.citations.map(clause)));
  parts.push(chips("您还可以问", reply.suggestions));
  return parts.filter((part) => part !== null);
}

function chips(label, texts) {
  if (!texts.length) return null;
  const items = texts.map((text) => element("li", {}, element("button", { type: "button", "data-question": text }, text)));
  return element("ul", { class: "chips", "aria-label": label }, ...items);
}

function fold(title, entries) {
  return element("details", {}, element("summary", {}, `${title}（${entries.length} 条）`), ...entries);
}

function benefit(one) {
  const open = one.outcome === "undetermined" ? "badge open" : "badge";
  return element(
    "div", { class: "entry" },
    element("p", {}, element("strong", {}, one.name), " ", element("span", { class: open }, OUTCOMES[one.outcome])),
    one.amount ? element("p", { class: "sum" }, amount(one.amount)) : null,
    element("p", { class: "small" }, `发给：${one.recipient}　条款：${one.path}　${VALIDITY[one.validity]}`),
    lines("计算", one.steps),
    lines("条件", one.reasons),
    lines("限制", one.limits),
    lines("说明", one.notes),
  );
}

function amount({ kind, low, high, unit }) {
  switch (kind) {
    case "exact": return `${low}${unit}`;
    case "range": return `${low}至${high}${unit}`;
    case "at_least": return `不低于${low}${unit}`;
    case "at_most": return `最高${high}${unit}`;
    default: return "条文没有写明金额";
  }
}

function lines(title, texts) {
  if (!texts?.length) return null;
  return element("div", {}, element("p", { class: "small" }, title), element("ul", {}, ...texts.map((text) => element("li", {}, text))));
}

function clause(one) {
  const number = one.document_number ? `（${one.document_number}）` : "";
  return element(
    "div", { class: "entry" },
    element("p", {}, `《${one.title}》${number} ${one.path} `, element("span", { class: "badge" }, VALIDITY[one.validity])),
    element("blockquote", {}, one.quote),
  );
}

function fitBox() {
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight + 2}px`;
}

async function offerPlaces() {
  try {
    const policies = await (await fetch("api/v1/policies")).json();
    const names = new Set(policies.map((policy) => policy.region));
    document.getElementById("places").append(...[...names].map((name) => element("option", { value: name })));
  } catch {
    // The place can be typed without being offered.
  }
}

offerPlaces();
