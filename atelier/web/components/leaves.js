// Sheets of paper on a table. What they hold was cleaned by the server, and stands apart from the page, in a
// root of its own: neither style sees the other. A sheet that changes is replaced, and the place one reads kept.
const STEPS = [0.6, 0.8, 1, 1.25, 1.5, 2];
const SHEET_PX = 736;
const TABLE_PX = 32;
const HELD_FRAMES = 24;
const LEAST = 0.72; // below, nobody reads: the sheet is made narrower instead

export default {
  template: `<section :aria-label="words.title" class="at-leaves">
    <div class="bar"><h2>{{ words.title }}</h2><span role="group" :aria-label="words.size">
    <button type="button" :disabled="step === 0" :aria-label="words.smaller" :title="words.smaller" @click="resize(-1)">A−</button>
    <button type="button" :disabled="step === last" :aria-label="words.larger" :title="words.larger" @click="resize(1)">A+</button></span></div>
    <div ref="view" class="view" tabindex="0" @wheel.passive="letGo" @pointerdown="letGo" @keydown="letGo" role="region" :aria-label="words.title"><p v-if="!shown" class="none">{{ words.none }}</p><div ref="host" :lang="lang"></div></div>
  </section>`,
  props: { words: Object, look: String, url: String, lang: String, store: String, order: Array },
  data: () => ({ step: 2, last: STEPS.length - 1, shown: false }),

  mounted() {
    this.sheets = new Map();
    this.root = this.$refs.host.attachShadow({ mode: "open" });
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = this.look;
    this.table = document.createElement("main");
    this.root.append(style, this.table);
    this.root.addEventListener("click", (event) => this.clicked(event));
    const kept = Number(localStorage.getItem(this.store));
    if (STEPS.includes(kept)) this.step = STEPS.indexOf(kept);
    this.watching = new ResizeObserver(() => this.fit());
    this.watching.observe(this.$refs.view);
    this.take();
    this.$emit("ready");
  },

  unmounted() {
    this.watching.disconnect();
  },

  watch: {
    order() { this.take(); },
  },

  methods: {
    // One at a time: what came meanwhile is taken after.
    async take() {
      if (this.taking) return (this.again = true);
      this.taking = true;
      do {
        this.again = false;
        const order = this.order;
        const fresh = await Promise.all(order.map((one) => this.fetched(one)));
        if (fresh.every((html) => html !== null)) this.put(order, fresh);
      } while (this.again);
      this.taking = false;
    },

    // Undefined where it is the same; null where it is gone: a newer one is on its way.
    async fetched([name, stamp]) {
      if (this.sheets.get(name)?.stamp === stamp) return undefined;
      try {
        const answer = await fetch(this.url + stamp);
        return answer.ok ? await answer.text() : null;
      } catch {
        return null;
      }
    },

    put(order, fresh) {
      const place = this.reading();
      order.forEach(([name, stamp], number) => {
        const sheet = this.sheets.get(name) ?? this.sheet(name);
        if (fresh[number] !== undefined) sheet.node.innerHTML = fresh[number];
        sheet.stamp = stamp;
        if (this.table.children[number] !== sheet.node) this.table.insertBefore(sheet.node, this.table.children[number]);
      });
      const there = new Set(order.map(([name]) => name));
      for (const [name, sheet] of this.sheets) {
        if (there.has(name)) continue;
        sheet.node.remove();
        this.sheets.delete(name);
      }
      this.shown = order.length > 0;
      this.comeBack(place);
      if (this.wanted) this.follow(this.wanted);
    },

    sheet(name) {
      const node = document.createElement("div");
      node.className = "sheet";
      const made = { node, stamp: "" };
      this.sheets.set(name, made);
      return made;
    },

    // The first thing that is seen, and how far from the top; else what stands before, the nearest first.
    reading() {
      const top = this.$refs.view.getBoundingClientRect().top;
      const before = [];
      for (const node of this.table.querySelectorAll("[id]")) {
        const far = node.getBoundingClientRect().top - top;
        before.unshift([node.id, far]);
        if (far > -2) break;
      }
      if (before.length && before[0][1] > this.$refs.view.clientHeight / 2) before.push(before.shift());
      return { before, left: this.$refs.view.scrollTop };
    },

    comeBack({ before, left }) {
      const found = before.find(([id]) => this.root.getElementById(id));
      if (found) this.hold(this.root.getElementById(found[0]), found[1]);
      else this.$refs.view.scrollTop = left;
    },

    // What is out of sight has no size of its own until it is drawn: the place is held until all of it is,
    // or until somebody scrolls.
    hold(node, far) {
      const view = this.$refs.view;
      const held = (this.held = {});
      const again = (frames) => {
        if (this.held !== held || !node.isConnected || !frames) return;
        view.scrollTop += node.getBoundingClientRect().top - view.getBoundingClientRect().top - far;
        requestAnimationFrame(() => again(frames - 1));
      };
      again(HELD_FRAMES);
    },

    letGo() { this.held = null; },

    follow(anchor) {
      this.wanted = anchor;
      const node = anchor ? this.root.getElementById(anchor) : this.table.firstElementChild;
      if (!node) return;
      this.wanted = null;
      this.table.querySelector(".here")?.classList.remove("here");
      const around = node.closest("article") ?? node;
      around.classList.add("here");
      this.hold(around, Math.min(48, this.$refs.view.clientHeight / 8));
    },

    clicked(event) {
      const link = event.target.closest("a[href]");
      if (link) {
        event.preventDefault();
        const where = link.getAttribute("href");
        if (where.startsWith("#")) this.follow(decodeURIComponent(where.slice(1)));
        else window.open(where, "_blank", "noopener,noreferrer");
        return;
      }
      if (String(window.getSelection())) return;
      const statement = event.target.closest("article.statement")?.querySelector("h4")?.id ?? "";
      const title = event.target.closest("h1, h2, h3");
      if (!statement && !title) return;
      const heading = event.target.closest("section")?.querySelector("h1, h2")?.id ?? "";
      this.$emit("opened", { statement, heading });
    },

    resize(by) {
      const place = this.reading();
      this.step = Math.min(Math.max(this.step + by, 0), this.last);
      localStorage.setItem(this.store, STEPS[this.step]);
      this.fit();
      this.comeBack(place);
    },

    // As large as the column lets it, then as asked.
    fit() {
      const room = this.$refs.view.clientWidth - TABLE_PX;
      if (room <= 0) return;
      const zoom = Math.min(Math.max(room / SHEET_PX, LEAST), 1.4) * STEPS[this.step];
      this.table.style.zoom = zoom;
      this.table.style.setProperty("--wide", `${Math.min(SHEET_PX, Math.max(room / zoom, SHEET_PX * 0.6))}px`);
    },
  },
};
