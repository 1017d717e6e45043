// The boards on a big screen: fed by the stream, choosing by checkbox, drag as an extra, pages that turn.
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

export default {
  template: "<div class='at-board'></div>",
  props: { skeleton: String, url: String, after: Number, script: String, options: Object },

  async mounted() {
    this.chosen = new Set();
    this.$el.innerHTML = this.skeleton;
    if (this.options.choosing) this.listen();
    await load(this.script);
    this.feed = window.AtelierFeed.connect({
      root: this.$el,
      url: this.url,
      after: this.after,
      still: this.options.still,
      linked: (on) => this.$el.classList.toggle("lost", !on),
      signal: (name, look) => this.$emit("signal", { name, look }),
      placed: (node, isNew) => this.placed(node, isNew),
      taken: () => this.taken(),
    });
    this.$el.querySelectorAll("[data-place] > [id]").forEach((node) => this.placed(node, false));
    this.taken();
  },

  unmounted() {
    if (this.feed) this.feed.close();
    clearInterval(this.turning);
  },

  methods: {
    placed(node, isNew) {
      if (this.options.choosing) this.addBox(node);
      if (!isNew) return;
      node.classList.add("new");
      setTimeout(() => node.classList.remove("new"), NEW_MS);
    },

    taken() {
      for (const id of this.chosen) if (!this.$el.querySelector(`[id="${id}"] > .choose`)) this.chosen.delete(id);
      if (this.options.choosing) this.tell();
      this.$emit("taken");
    },

    addBox(node) {
      const label = document.createElement("label");
      const box = document.createElement("input");
      label.className = "choose";
      box.type = "checkbox";
      box.checked = this.chosen.has(node.id);
      box.setAttribute("aria-label", `${this.options.choose} ${node.querySelector(".code")?.textContent ?? node.id}`);
      label.append(box);
      node.prepend(label);
      node.classList.toggle("chosen", box.checked);
      if (this.options.dragging) node.draggable = true;
    },

    listen() {
      this.$el.addEventListener("change", (event) => {
        const item = event.target.closest("[data-place] > [id]");
        if (!item || !event.target.closest(".choose")) return;
        event.target.checked ? this.chosen.add(item.id) : this.chosen.delete(item.id);
        item.classList.toggle("chosen", event.target.checked);
        this.tell();
      });
      this.$el.addEventListener("dragstart", (event) => {
        const item = event.target.closest?.("[data-place] > [id]");
        if (item) event.dataTransfer.setData("text/plain", item.id);
      });
      this.$el.addEventListener("dragover", (event) => {
        if (event.target.closest("[data-place] > [id]")) event.preventDefault();
      });
      this.$el.addEventListener("drop", (event) => {
        const on = event.target.closest("[data-place] > [id]");
        const id = event.dataTransfer.getData("text/plain");
        if (!on || !id.startsWith("card-") || on.id === id) return;
        event.preventDefault();
        this.$emit("dropped", { card: +id.slice(5), on: on.id });
      });
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
