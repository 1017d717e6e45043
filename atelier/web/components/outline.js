// The document as a list. Vue keeps every line in its place, so that the editor within is never taken away from who types.
const nameOf = (node) => {
  const pressed = node?.closest?.("[data-act]");
  return pressed && { act: pressed.dataset.act, of: pressed.dataset.of ?? "" };
};
const OTHER_WAY = { up: "down", down: "up" };

export default {
  template: `
<ol class="outline" :aria-label="label" @click="pressed" @dragstart="take" @dragover="over" @drop="drop" @dragend="dropped">
  <li v-for="part in parts" :key="part.name" class="part" :class="part.kind" :data-list="part.list" :data-name="part.name">
    <div class="part-head" v-html="part.html"></div>
    <ol v-if="part.lines.length" class="lines">
      <li v-for="line in part.lines" :key="line.name" :class="line.kind" :data-list="line.list" :data-name="line.name">
        <div v-html="line.html"></div>
        <div v-if="line.name === opened" class="in-place"><slot></slot></div>
      </li>
    </ol>
  </li>
</ol>`,
  props: { label: String, drafts: String, parts: Array, opened: String },

  mounted() {
    const kept = Object.keys(localStorage).filter((key) => key.startsWith(this.drafts + ":"));
    this.$emit("ready", {
      opened: sessionStorage.getItem(this.drafts) ?? "",
      drafts: kept.map((key) => key.slice(this.drafts.length + 1)),
    });
  },

  watch: {
    opened(name) { sessionStorage.setItem(this.drafts, name); },
  },

  beforeUpdate() {
    const active = document.activeElement;
    this.focused = this.$el.contains(active) ? nameOf(active) : null;
  },

  // Whoever is on a button stays on it, wherever it went.
  updated() {
    const { act, of } = this.focused ?? {};
    if (!act || this.$el.contains(document.activeElement)) return;
    const find = (name) => this.$el.querySelector(`[data-act="${name}"][data-of="${CSS.escape(of)}"]:not(:disabled)`);
    (find(act) ?? (OTHER_WAY[act] && find(OTHER_WAY[act])))?.focus();
  },

  methods: {
    pressed(event) {
      const found = nameOf(event.target);
      if (found && !event.target.closest(".in-place")) this.$emit("act", found);
    },

    forget(section, text) {
      const key = `${this.drafts}:${section}`;
      try { if (JSON.parse(localStorage.getItem(key))?.text === text) localStorage.removeItem(key); } catch {}
    },

    // What was typed for a place that is no more.
    rescue(section) {
      try { this.$emit("rescued", { section, text: JSON.parse(localStorage.getItem(`${this.drafts}:${section}`)).text }); } catch {}
    },

    take(event) {
      const grip = event.target.closest?.("[data-drag]");
      this.taken = grip?.closest("[data-list]");
      if (!this.taken) return;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", this.taken.dataset.name);
      event.dataTransfer.setDragImage(this.taken, 10, 10);
      this.taken.classList.add("taken");
    },

    // Above the line that is under the pointer, or below it where that is the lower half.
    over(event) {
      const line = this.under(event.target);
      if (!line) return;
      event.preventDefault();
      const box = (line.querySelector("div") ?? line).getBoundingClientRect();
      const below = event.clientY > box.top + box.height / 2;
      if (this.line === line && this.below === below) return;
      this.unmark();
      [this.line, this.below] = [line, below];
      line.classList.add(below ? "drop-below" : "drop-above");
    },

    under(node) {
      const line = this.taken && node.closest?.(`[data-list="${CSS.escape(this.taken.dataset.list)}"]`);
      return line === this.taken ? null : line;
    },

    drop(event) {
      if (!this.taken || !this.line) return;
      event.preventDefault();
      const { list, name } = this.taken.dataset;
      const all = [...this.$el.querySelectorAll(`[data-list="${CSS.escape(list)}"]`)];
      const next = this.below ? all[all.indexOf(this.line) + 1] : this.line;
      if (next !== this.taken) this.$emit("moved", { list, name, before: next?.dataset.name ?? "" });
    },

    dropped() {
      this.unmark();
      this.taken?.classList.remove("taken");
      this.taken = null;
    },

    unmark() {
      this.line?.classList.remove("drop-above", "drop-below");
      this.line = null;
    },
  },
};
