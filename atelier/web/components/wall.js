// The projected screen: what the feed tells, in the mode that the team chose; one card as large as it can be.
const SMALL = 16; // tenths of a rem
const SMALLEST = 10; // under which the back of the room does not read

export default {
  template: "<div class='at-wall'></div>",
  props: { skeleton: String, url: String, now: Number, ways: String, address: String, phones: String },

  mounted() {
    this.set();
    this.$el.innerHTML = this.skeleton;
    this.pages = new window.AtelierTurning(this.$el);
    this.join();
    window.addEventListener("resize", this.arrange);
    this.feed = window.AtelierFeed.connect({
      root: this.$el,
      url: this.url,
      after: -1,
      still: false,
      linked: (on) => this.$el.classList.toggle("lost", !on),
      signal: (name, look) => (name === "@clock" ? this.start(+look) : this.obey(JSON.parse(look))),
      placed: (node, isNew) => this.pages.placed(node, isNew),
      taken: () => this.taken(),
    });
    this.$emit("ready");
  },

  unmounted() {
    this.feed.close();
    this.pages.stop();
    clearTimeout(this.ticking);
    window.removeEventListener("resize", this.arrange);
  },

  watch: { ways: "join", address: "join", phones: "join", now: "set" },

  methods: {
    // The clock of the server; the one of this machine only tells how long ago that was.
    set() {
      this.ahead = Date.now() / 1000 - this.now;
      if (this.ends) this.start(this.ends);
    },

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
      this.ends = ends;
      const timer = this.$el.querySelector(".timer");
      clearTimeout(this.ticking);
      timer.hidden = !ends;
      const tick = () => {
        const left = Math.max(0, Math.ceil(ends + this.ahead - Date.now() / 1000));
        const parts = [Math.floor(left / 60), left % 60].map((n) => String(n).padStart(2, "0"));
        timer.textContent = left ? parts.join(":") : timer.dataset.over;
        timer.classList.toggle("over", !left);
        if (left) this.ticking = setTimeout(tick, 200);
      };
      if (ends) tick();
    },

    // What the team chose to show.
    obey({ mode, kinds, paused, written }) {
      this.$el.dataset.mode = mode;
      this.$el.classList.toggle("closed", !written);
      this.pages.paused = paused;
      this.$el.querySelectorAll(".board").forEach((board) => {
        board.hidden = !kinds.some((kind) => board.classList.contains(kind));
      });
      this.$el.querySelectorAll(".half").forEach((half) => {
        const boards = [...half.querySelectorAll(".board:not([hidden])")];
        const front = boards.find((board) => !board.matches(".behind")) ?? boards[0];
        half.hidden = !front;
        if (front) this.pages.bringForward(front);
      });
    },

    taken() {
      this.sayOnce();
      this.openAlone();
      this.tellAddress();
      this.arrange();
    },

    // Who is here together is said above, once: only what belongs to others too says to whom.
    sayOnce() {
      const { together } = this.$el.querySelector("#beside").dataset;
      this.$el.querySelectorAll(".card .codes").forEach((node) => {
        node.hidden = node.lastElementChild.textContent === together;
      });
    },

    arrange() {
      this.fit();
      this.pages.arrange();
    },

    // The cards that a statement came from stand under it, in pages of their own.
    openAlone() {
      const alone = this.$el.querySelector("#alone");
      alone.querySelectorAll("[id]").forEach((node) => node.removeAttribute("id"));
      const inner = alone.querySelector("details");
      if (!inner) return;
      const sources = document.createElement("div");
      sources.className = "sources";
      sources.innerHTML = '<p class="about"><span></span> <span class="pages"></span></p><div class="pane"></div>';
      sources.querySelector("span").textContent = inner.querySelector("summary").textContent;
      const cards = inner.querySelector("ol");
      if (cards) {
        cards.classList.add("flow");
        sources.lastElementChild.append(cards);
      }
      inner.replaceWith(sources);
    },

    // The largest letters that leave nothing out; of what it came from, less is shown if they are small.
    fit() {
      const one = this.$el.querySelector("#alone .one > *");
      if (!one || !one.offsetParent) return;
      one.classList.remove("tight", "bare");
      if (this.largest(one) > SMALL) return;
      one.classList.add("tight");
      if (this.largest(one) >= SMALLEST) return;
      one.classList.replace("tight", "bare");
      this.largest(one);
    },

    largest(one) {
      let [small, large] = [5, 60]; // tenths of a rem
      const set = (size) => one.style.setProperty("--fit", `${size / 10}rem`);
      while (large - small > 0.5) {
        const tried = (small + large) / 2;
        set(tried);
        if (one.scrollHeight > one.clientHeight || one.scrollWidth > one.clientWidth) large = tried;
        else small = tried;
      }
      set(small);
      return small;
    },
  },
};
