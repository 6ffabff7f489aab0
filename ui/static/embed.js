// A page of the assistant inside the widget's frame: the two tell each other when to take the focus and when to close.
// The frame's name says whose page is around it. Whoever lies about that is not told anything: the browser delivers
// a message only to the origin that it is for, and shows the frame only to those who may carry it.
(() => {
  "use strict";
  const [, host] = /^policy-assistant (https?:\/\/[^/?#]+)$/.exec(window.name) ?? [];
  if (window.parent === window || !host) return;

  const tell = (word) => window.parent.postMessage(`policy-assistant:${word}`, host);

  window.addEventListener("message", ({ origin, source, data }) => {
    if (origin !== host || source !== window.parent) return;
    if (data === "policy-assistant:focus") document.getElementById("question")?.focus();
  });
  window.addEventListener("keydown", (event) => {
    // While an input method composes, Escape drops what was typed; a page may use the key for something of its own.
    if (event.key === "Escape" && !event.isComposing && !event.defaultPrevented) tell("close");
  });
  tell("ready");
})();
