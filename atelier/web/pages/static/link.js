/* Says that the machine is out of reach, in the words of the page, where NiceGUI would in its own. */
(() => {
  "use strict";
  const PATIENCE_MS = 2000; // most cuts are shorter, and nobody has to know of them

  document.addEventListener("DOMContentLoaded", () => {
    const line = document.querySelector(".at-link");
    const said = { popup: line.dataset.lost, too_long_message_popup: line.dataset.long };
    let due = 0;
    const look = () => {
      clearTimeout(due);
      const shown = Object.keys(said).find((id) => document.getElementById(id)?.ariaHidden === "false");
      const text = said[shown] ?? "";
      due = setTimeout(() => { line.textContent = text; }, shown === "popup" ? PATIENCE_MS : 0);
    };
    const watcher = new MutationObserver(look);
    for (const id of Object.keys(said)) {
      const popup = document.getElementById(id);
      if (popup) watcher.observe(popup, { attributeFilter: ["aria-hidden"] });
    }
  });
})();
