// The projected screen: what the feed tells, pages that turn by themselves, one card as large as it can be.
const NEW_MS = 8000;
const PAGE_MS = 12000;
const PAGE_MS_MAX = 20000;
const MS_PER_CHARACTER = 40; // read silently, from afar
const MOVE = { duration: 500, easing: "ease-out" };
const still = window.matchMedia("(prefers-reduced-motion: reduce)");

export default {
  template: "<div class='at-wall'></div>",
  props: { skeleton: String, url: String, now: Number, ways: String, address: String, phones: String },

  mounted() {
    this.pages = new WeakMap(); // of each pane of cards: the page it shows
    this.fresh = new Map(); // of each new item: until when it is outlined; 0 while it waits for its page
    this.spots = new Map(); // of each item: where it was seen
    this.turned = null;
    this.ahead = Date.now() / 1000 - this.now;
    this.$el.innerHTML = this.skeleton;
    this.join();
    this.resized = () => this.arrange();
    window.addEventListener("resize", this.resized);
    this.feed = window.AtelierFeed.connect({
      root: this.$el,
      url: this.url,
      after: -1,
      still: false,
      linked: (on) => this.$el.classList.toggle("lost", !on),
      signal: (name, look) => (name === "@clock" ? this.start(+look) : this.obey(JSON.parse(look))),
      placed: (node, isNew) => this.placed(node, isNew),
      taken: () => this.taken(),
    });
    this.later();
  },

  unmounted() {
    this.feed.close();
    window.removeEventListener("resize", this.resized);
    clearTimeout(this.turning);
    clearTimeout(this.ticking);
  },

  watch: {
    ways: "join",
    address: "join",
    phones: "join",
  },

  methods: {
    join() {
      const ways = this.$el.querySelector(".ways");
      if (ways.told !== this.ways) ways.innerHTML = ways.told = this.ways;
      this.$el.querySelector(".here").textContent = this.phones;
      this.tellAddress();
    },

    tellAddress() {
      this.$el.querySelectorAll("[data-address]").forEach((node) => (node.textContent = this.address));
    },

    // The timer of the step.
    start(ends) {
      const timer = this.$el.querySelector(".timer");
      clearTimeout(this.ticking);
      timer.hidden = !ends;
      const tick = () => {
        const left = Math.max(0, Math.round(ends + this.ahead - Date.now() / 1000));
        const parts = [Math.floor(left / 60), left % 60].map((n) => String(n).padStart(2, "0"));
        timer.textContent = left ? parts.join(":") : timer.dataset.over;
        timer.classList.toggle("over", !left);
        if (left) this.ticking = setTimeout(tick, 1000);
      };
      if (ends) tick();
    },

    // What the team chose to show.
    obey({ mode, kinds, paused, written }) {
      this.$el.dataset.mode = mode;
      this.$el.classList.toggle("closed", !written);
      this.paused = paused;
      this.$el.querySelectorAll(".board").forEach((board) => {
        board.hidden = !kinds.some((kind) => board.classList.contains(kind));
      });
    },

    placed(node, isNew) {
      if (isNew) this.fresh.set(node.id, this.page(node.closest(".pane")) ? 0 : Date.now() + NEW_MS);
      this.mark(node);
    },

    // A new item is outlined for a while; where an older page is being read, it waits until that page turns.
    mark(node) {
      const until = this.fresh.get(node.id);
      node.classList.toggle("waiting", until === 0);
      node.classList.toggle("new", until > Date.now());
      if (until > Date.now()) {
        setTimeout(() => {
          this.fresh.delete(node.id);
          this.$el.querySelector(`[data-place] > [id="${node.id}"]`)?.classList.remove("new");
        }, until - Date.now());
      }
    },

    taken() {
      this.openAlone();
      this.tellAddress();
      this.arrange();
    },

    // The cards that a statement came from stand under it, in pages of their own.
    openAlone() {
      const alone = this.$el.querySelector("#alone");
      alone.querySelectorAll("[id]").forEach((node) => node.removeAttribute("id"));
      const inner = alone.querySelector("details");
      if (!inner) return;
      const sources = document.createElement("div");
      const cards = inner.querySelector("ol");
      sources.className = "sources";
      sources.innerHTML = '<p class="meta"><span></span> <span class="pages"></span></p><div class="pane"></div>';
      sources.querySelector("span").textContent = inner.querySelector("summary").textContent;
      if (cards) {
        cards.classList.add("flow");
        sources.lastElementChild.append(cards);
      }
      inner.replaceWith(sources);
    },

    // Everything in its place, after any change.
    arrange() {
      this.fit();
      this.panes().forEach((pane) => this.showPage(pane, this.page(pane)));
      this.glide();
    },

    // The largest letters that leave nothing out.
    fit() {
      const one = this.$el.querySelector("#alone .one > *");
      if (!one || !one.offsetParent) return;
      let [small, large] = [10, 60];
      while (large - small > 1) {
        const tried = (small + large) / 2;
        one.style.setProperty("--fit", `${tried / 10}rem`);
        if (one.scrollHeight > one.clientHeight || one.scrollWidth > one.clientWidth) large = tried;
        else small = tried;
      }
      one.style.setProperty("--fit", `${small / 10}rem`);
    },

    panes() {
      return [...this.$el.querySelectorAll(".pane")].filter((pane) => pane.offsetParent);
    },

    page(pane) {
      return (pane && this.pages.get(pane)) || 0;
    },

    count(pane) {
      const flow = pane.firstElementChild;
      if (!flow) return 1;
      const gap = parseFloat(getComputedStyle(flow).columnGap) || 0;
      return Math.max(1, Math.ceil((flow.scrollWidth + gap) / (flow.clientWidth + gap) - 0.02));
    },

    showPage(pane, page) {
      const flow = pane.firstElementChild;
      if (!flow) return;
      const count = this.count(pane);
      const shown = Math.min(page, count - 1);
      this.pages.set(pane, shown);
      const gap = parseFloat(getComputedStyle(flow).columnGap) || 0;
      flow.style.transform = shown ? `translateX(${-shown * (flow.clientWidth + gap)}px)` : "";
      const told = pane.parentNode.querySelector(".pages");
      if (told) told.textContent = count > 1 ? `${shown + 1} / ${count}` : "";
    },

    // What moved goes there without a jump.
    glide() {
      const before = this.spots;
      this.spots = new Map();
      for (const pane of this.panes()) {
        const frame = pane.getBoundingClientRect();
        for (const node of pane.querySelectorAll("[data-place] > [id]")) {
          const { left, top, right } = node.getBoundingClientRect();
          if (left >= frame.right) break;
          if (right <= frame.left) continue;
          this.spots.set(node.id, { left, top });
          const from = before.get(node.id);
          if (!from || still.matches || (from.left === left && from.top === top)) continue;
          node.animate([{ translate: `${from.left - left}px ${from.top - top}px` }, { translate: "none" }], MOVE);
        }
      }
    },

    // One pane at a time turns its page.
    later() {
      clearTimeout(this.turning);
      const seen = this.turned?.isConnected ? this.turned : this.panes().find((one) => this.count(one) > 1);
      const read = seen ? this.readable(seen) * MS_PER_CHARACTER : 0;
      this.turning = setTimeout(() => this.turn(), Math.min(PAGE_MS_MAX, Math.max(PAGE_MS, read)));
    },

    readable(pane) {
      const frame = pane.getBoundingClientRect();
      return [...pane.querySelectorAll(".said")].reduce((sum, said) => {
        const { left, right } = said.getBoundingClientRect();
        return right > frame.left && left < frame.right ? sum + said.textContent.length : sum;
      }, 0);
    },

    turn() {
      const many = this.panes().filter((pane) => this.count(pane) > 1 || this.page(pane));
      if (many.length && !this.paused) {
        const next = many[(many.indexOf(this.turned) + 1) % many.length];
        this.turned = next;
        const waiting = next.querySelector(".waiting");
        const page = this.page(next) + 1 < this.count(next) && !waiting ? this.page(next) + 1 : 0;
        this.fade(next, () => this.open(next, page));
      }
      this.later();
    },

    fade(pane, change) {
      if (still.matches) return change();
      const flow = pane.firstElementChild;
      flow.animate([{ opacity: 1 }, { opacity: 0 }], { duration: 350, fill: "forwards" }).finished.then((out) => {
        change();
        out.cancel();
        flow.animate([{ opacity: 0 }, { opacity: 1 }], 350);
      });
    },

    open(pane, page) {
      this.pages.set(pane, page);
      if (!page)
        pane.querySelectorAll(".waiting").forEach((node) => {
          this.fresh.set(node.id, Date.now() + NEW_MS);
          this.mark(node);
        });
      this.spots.clear();
      this.arrange();
    },
  },
};
