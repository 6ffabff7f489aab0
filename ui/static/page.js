// Comfort for pages that work without it: answers come without a new page, the look is remembered.
"use strict";
(() => {
  const UNREACHABLE = "暂时连不上服务，请稍后再试，也可以拨打 12333 咨询。";
  const root = document.documentElement;
  const composer = document.getElementById("composer");
  const log = document.getElementById("log");
  const box = document.getElementById("question");
  const status = document.getElementById("status");
  let waiting = false;

  // ---- the look: kept on this device, and in the address for pages without scripts

  const SIZES = ["standard", "large", "elder"];

  function show(size, contrast) {
    root.dataset.size = size;
    root.toggleAttribute("data-contrast", contrast);
    for (const link of document.querySelectorAll("[data-set-size], [data-set-contrast]")) {
      const on = link.dataset.setSize ? link.dataset.setSize === size : contrast;
      if (on) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    fit();
  }

  function remembered() {
    try {
      const [size, contrast] = (localStorage.getItem("look") ?? "").split(" ");
      return SIZES.includes(size) ? [size, contrast === "contrast"] : null;
    } catch {
      return null; // storage is switched off
    }
  }

  function remember(size, contrast) {
    try {
      localStorage.setItem("look", contrast ? `${size} contrast` : size);
    } catch {
      // the look still holds on this page
    }
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-set-size], [data-set-contrast]");
    if (!link) return;
    event.preventDefault();
    const contrast = root.hasAttribute("data-contrast");
    const look = link.dataset.setSize ? [link.dataset.setSize, contrast] : [root.dataset.size, !contrast];
    show(...look);
    remember(...look);
  });

  // ---- asking

  function fit() {
    if (!box) return;
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight + 2}px`;
  }

  // The one place where what the server rendered becomes part of the page; the server escapes all texts.
  function parsed(html) {
    return document.createRange().createContextualFragment(html);
  }

  async function send(form, fields) {
    let response, html;
    try {
      response = await fetch(form.action, { method: "POST", body: new URLSearchParams(fields) });
      html = await response.text();
    } catch {
      throw new Error(UNREACHABLE);
    }
    // An error that is no page (the service is restarting, a body too large) is told in our own words.
    if (!(response.headers.get("content-type") ?? "").startsWith("text/html")) throw new Error(UNREACHABLE);
    return { ok: response.ok, part: parsed(html) };
  }

  function fieldsOf(form, button) {
    const fields = new FormData(form);
    if (button?.name) fields.append(button.name, button.value);
    fields.append("part", "answer");
    return fields;
  }

  function problem(words) {
    const made = document.createElement("p");
    made.className = "problem";
    made.setAttribute("role", "alert");
    made.textContent = words;
    return made;
  }

  async function ask(button) {
    if (waiting) return;
    waiting = true;
    for (const old of document.querySelectorAll(".problem")) old.remove();
    const fields = fieldsOf(composer, button);
    const typed = !button?.name;
    document.getElementById("send").disabled = true;
    status.textContent = "正在查找…";
    try {
      const { ok, part } = await send(composer, fields);
      const turn = part.querySelector(".turn");
      if (ok && turn) take(turn, typed);
      else log.after(part);
    } catch (failure) {
      log.after(problem(failure.message));
    } finally {
      waiting = false;
      document.getElementById("send").disabled = false;
      status.textContent = "";
      document.querySelector(".problem")?.scrollIntoView({ block: "center" });
    }
  }

  function take(turn, typed) {
    document.getElementById("welcome")?.setAttribute("hidden", "");
    // What was offered under older answers is settled.
    for (const old of log.querySelectorAll(".ask-back + .beside, .chips, .facts")) old.remove();
    enliven(turn);
    log.append(turn);
    composer.elements.session_id.value = turn.dataset.session;
    composer.elements.place_shown.value = turn.dataset.place;
    document.getElementById("region").value = turn.dataset.chosen;
    document.getElementById("other").value = turn.dataset.other;
    if (typed) box.value = "";
    fit();
    // A keyboard goes on in the box; on a telephone the box would open one over the answer.
    if (matchMedia("(hover: hover)").matches) box.focus({ preventScroll: true });
    else turn.focus({ preventScroll: true });
    turn.scrollIntoView({ block: "start" });
  }

  // ---- what an answer offers

  function enliven(part) {
    for (const tools of part.querySelectorAll(".tools")) tools.hidden = false;
    offerSpeech(part);
  }

  const DOING = {
    async copy(button) {
      try {
        await navigator.clipboard.writeText(button.dataset.text);
        say(button, "已复制");
      } catch {
        say(button, copyBySelection(button.dataset.text) ? "已复制" : "复制不了");
      }
    },
    print(button) {
      button.closest(".turn").classList.add("printed");
      document.body.classList.add("only");
      window.print();
    },
    speak(button) {
      const speaking = button.getAttribute("aria-pressed") === "true";
      hush();
      if (speaking) return;
      const words = button.closest(".answer").querySelector(".conclusion").innerText;
      const utterance = new SpeechSynthesisUtterance(words);
      [utterance.voice] = chineseVoices();
      utterance.lang = "zh-CN";
      utterance.rate = 0.9;
      utterance.onend = hush;
      button.setAttribute("aria-pressed", "true");
      button.textContent = "停止朗读";
      speechSynthesis.speak(utterance);
    },
  };

  function say(button, words) {
    const before = button.textContent;
    button.textContent = status.textContent = words;
    setTimeout(() => {
      button.textContent = before;
      status.textContent = "";
    }, 2000);
  }

  // Without https there is no clipboard to write to.
  function copyBySelection(text) {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }

  function chineseVoices() {
    return "speechSynthesis" in window ? speechSynthesis.getVoices().filter((voice) => /^(zh|cmn)/i.test(voice.lang)) : [];
  }

  function offerSpeech(part) {
    const none = chineseVoices().length === 0;
    for (const button of part.querySelectorAll("[data-do=speak]")) button.hidden = none;
  }

  function hush() {
    if (!("speechSynthesis" in window)) return;
    speechSynthesis.cancel();
    for (const button of document.querySelectorAll("[data-do=speak]")) {
      button.setAttribute("aria-pressed", "false");
      button.textContent = "朗读";
    }
  }

  function tidyAfterPrint() {
    document.body.classList.remove("only");
    document.querySelector(".printed")?.classList.remove("printed");
    for (const one of document.querySelectorAll("details[data-opened]")) {
      one.open = false;
      one.removeAttribute("data-opened");
    }
  }

  // Paper does not unfold.
  window.addEventListener("beforeprint", () => {
    for (const one of document.querySelectorAll(".folds details:not([open])")) {
      one.open = true;
      one.setAttribute("data-opened", "");
    }
  });
  window.addEventListener("afterprint", tidyAfterPrint);

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) DOING[button.dataset.do](button);
  });

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (form === composer) {
      event.preventDefault();
      ask(event.submitter);
    } else if (form.matches("[data-fragment]")) {
      event.preventDefault();
      const fields = fieldsOf(form, event.submitter);
      try {
        const { ok, part } = await send(form, fields);
        const words = part.firstElementChild;
        form.querySelector(".problem")?.remove();
        if (ok) form.replaceWith(words);
        else form.append(words);
        words.focus();
      } catch (failure) {
        form.append(problem(failure.message));
      }
    }
  });

  document.addEventListener("keydown", (event) => {
    // While an input method composes 拼音, Enter chooses a word. Safari reports that only as key code 229.
    const composing = event.isComposing || event.keyCode === 229;
    if (event.key === "Enter" && !composing && event.target === box && !event.shiftKey) {
      event.preventDefault();
      if (box.value.trim()) composer.requestSubmit(document.getElementById("send"));
    } else if (event.key === "Enter" && !composing && event.target.name?.startsWith("typed.")) {
      event.preventDefault();
      event.target.closest("li").querySelector("button").click();
    } else if (event.key === "Escape" && !composing) {
      hush();
      const open = event.target.closest?.(".facts details[open], .feedback details[open]");
      if (open) {
        open.open = false;
        open.querySelector("summary").focus();
        event.preventDefault(); // in the widget's frame the key closes the panel, and here it has been used
      }
    }
  });

  const look = remembered();
  if (look && !new URLSearchParams(location.search).has("size")) show(...look);
  if (!composer) return;
  fit();
  box.addEventListener("input", fit);
  enliven(document);
  if ("speechSynthesis" in window) speechSynthesis.addEventListener?.("voiceschanged", () => offerSpeech(document));
  document.getElementById("region").addEventListener("change", ({ target }) => {
    const lists = [...document.querySelectorAll(".suggested")];
    const own = lists.find((list) => list.dataset.place === target.value) ?? lists[0];
    for (const list of lists) list.hidden = list !== own;
  });
})();
