// The boards on a big screen: fed by the stream, choosing by checkbox or by tap, drag as an extra.
const loaded = {};
function load(src) {
  loaded[src] = loaded[src] || new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = src;
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
  return loaded[src];
}

const NEW_MS = 8000;
const TOP = "[data-place] > [id]";
const ITEM = `${TOP}, ${TOP} .card`;

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

export default {
  template: "<div class='at-board'></div>",
  props: { skeleton: String, url: String, after: Number, script: String, options: Object },

  async mounted() {
    this.chosen = new Set();
    this.unfolded = new Map();
    this.pointed = this.options.pointed;
    this.$el.innerHTML = this.skeleton;
    if (this.options.choosing) this.listen();
    await load(this.script);
    this.feed = window.AtelierFeed.connect({
      root: this.$el,
      url: this.url,
      after: this.after,
      still: this.options.still,
      linked: (on) => this.linked(on),
      signal: (name, look) => this.$emit("signal", { name, look }),
      placed: (node, isNew) => this.placed(node, isNew),
      taken: () => this.taken(),
    });
    this.$el.querySelectorAll(TOP).forEach((node) => this.placed(node, false));
    this.taken();
  },

  unmounted() {
    if (this.feed) this.feed.close();
    clearInterval(this.turning);
  },

  methods: {
    linked(on) {
      this.$el.classList.toggle("lost", !on);
      this.$emit("linked", on);
    },

    placed(node, isNew) {
      if (this.options.choosing) {
        [node, ...node.querySelectorAll(".card")].forEach((one) => this.equip(one));
        this.unfold(node);
      }
      if (!isNew) return;
      node.classList.add("new");
      setTimeout(() => node.classList.remove("new"), NEW_MS);
    },

    // What the address points to is chosen and in view, once, as soon as it is there.
    point() {
      const item = this.pointed && this.$el.querySelector(`[id="${this.pointed}"]`);
      if (!item) return;
      this.pointed = "";
      for (let node = item; node !== this.$el; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
      const box = item.querySelector(":scope > .choose input");
      box.checked = true;
      this.choose(item, true);
      item.scrollIntoView({ block: "center" });
      box.focus({ preventScroll: true });
    },

    taken() {
      this.point();
      for (const id of this.chosen) if (!this.$el.querySelector(`[id="${id}"] > .choose`)) this.chosen.delete(id);
      if (this.options.choosing) this.tell();
      this.$emit("taken");
    },

    // A box to choose it, and « … » for all that can be done with it.
    equip(node) {
      const name = node.querySelector(".code")?.textContent ?? node.id;
      const box = element("input", { type: "checkbox", checked: this.chosen.has(node.id) });
      box.setAttribute("aria-label", `${this.options.choose} ${name}`);
      node.prepend(element("label", { className: "choose" }, box));
      node.classList.toggle("chosen", box.checked);
      if (this.options.more) {
        const more = element("button", { className: "more", type: "button", textContent: "⋯" });
        more.setAttribute("aria-label", `${this.options.more} ${name}`);
        node.append(more);
      }
      if (this.options.restore && node.classList.contains("aside"))
        node.append(element("button", { className: "restore", type: "button", textContent: this.options.restore }));
      node.draggable = Boolean(this.options.dragging) && node.id.startsWith("card-");
    },

    // What a statement was made of stays open until it has its sentence, or as it was left by hand.
    unfold(node) {
      const inner = node.querySelector("details");
      if (!inner) return;
      inner.open = this.unfolded.get(node.id) ?? Boolean(node.querySelector(":scope > .none"));
      inner.addEventListener("toggle", () => {
        if (inner.isConnected && inner.touched) this.unfolded.set(node.id, inner.open);
      });
      inner.querySelector("summary").addEventListener("click", () => (inner.touched = true));
    },

    listen() {
      this.$el.addEventListener("change", (event) => {
        if (event.target.closest(".choose")) this.choose(event.target.closest(ITEM), event.target.checked);
      });
      this.$el.addEventListener("click", (event) => this.clicked(event));
      this.$el.addEventListener("keydown", (event) => this.walk(event));
      this.$el.addEventListener("dragstart", (event) => {
        const item = event.target.closest?.(ITEM);
        if (item) event.dataTransfer.setData("text/plain", item.id);
      });
      this.$el.addEventListener("dragover", (event) => this.over(event));
      this.$el.addEventListener("dragleave", () => this.over(null));
      this.$el.addEventListener("drop", (event) => {
        const on = event.target.closest(TOP);
        const id = event.dataTransfer.getData("text/plain");
        this.over(null);
        if (!on || !id.startsWith("card-") || on.id === id) return;
        event.preventDefault();
        this.$emit("dropped", { card: +id.slice(5), on: on.id });
      });
    },

    over(event) {
      const on = event?.target.closest(TOP);
      this.$el.querySelectorAll(".over").forEach((node) => node.classList.remove("over"));
      if (!on) return;
      event.preventDefault();
      on.classList.add("over");
    },

    clicked(event) {
      const item = event.target.closest(ITEM);
      if (!item) return;
      if (event.target.closest(".more")) this.$emit("more", { id: item.id });
      else if (event.target.closest(".restore")) this.$emit("restored", { id: item.id });
      else if (!event.target.closest("label, button, summary, a") && !String(window.getSelection())) {
        const box = item.querySelector(":scope > .choose input");
        box.checked = !box.checked;
        this.choose(item, box.checked);
      }
    },

    choose(item, on) {
      on ? this.chosen.add(item.id) : this.chosen.delete(item.id);
      item.classList.toggle("chosen", on);
      this.tell();
    },

    // Up and down go from one box to the next; letters ask for an action, only from within the boards.
    walk(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && event.target.closest(".choose")) {
        const boxes = [...this.$el.querySelectorAll(".choose input")].filter((box) => box.offsetParent);
        const next = boxes[boxes.indexOf(event.target) + step];
        if (!next) return;
        event.preventDefault();
        next.focus();
        next.scrollIntoView({ block: "nearest" });
      } else if (event.key === "Escape") this.clearChoice();
      else if (event.key.length === 1 && event.key !== " ") this.$emit("key", { key: event.key });
    },

    tell() {
      const ids = [...this.chosen];
      const told = {
        cards: ids.filter((id) => id.startsWith("card-")).map((id) => +id.slice(5)),
        statements: ids.filter((id) => !id.startsWith("card-")),
      };
      const text = JSON.stringify(told);
      if (text !== this.told) this.$emit("chosen", told);
      this.told = text;
    },

    clearChoice() {
      this.chosen.clear();
      this.$el.querySelectorAll(".choose input:checked").forEach((box) => (box.checked = false));
      this.$el.querySelectorAll(".chosen").forEach((node) => node.classList.remove("chosen"));
      this.tell();
    },
  },
};
