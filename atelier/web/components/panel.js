// A part of a screen drawn by our templates: what is pressed there comes back by its name.
function nameOf(node) {
  const pressed = node.closest("[data-act]");
  return pressed && `[data-act="${pressed.dataset.act}"][data-of="${CSS.escape(pressed.dataset.of ?? "")}"]`;
}

export default {
  template: "<div></div>",
  props: { html: String, now: Number },

  mounted() {
    this.$el.addEventListener("click", (event) => {
      const pressed = event.target.closest("[data-act]");
      if (pressed) this.$emit("act", { act: pressed.dataset.act, of: pressed.dataset.of ?? "" });
    });
    this.show();
    this.ticking = setInterval(() => this.tick(), 200);
    this.$emit("ready");
  },

  unmounted() {
    clearInterval(this.ticking);
  },

  watch: {
    html() { this.show(); },
    now() { this.set(); },
  },

  methods: {
    // Whoever is on a button stays on it.
    show() {
      const focused = this.$el.contains(document.activeElement) && nameOf(document.activeElement);
      const left = this.$el.scrollTop;
      this.$el.innerHTML = this.html;
      this.$el.scrollTop = left;
      if (focused) this.$el.querySelector(focused)?.focus();
      this.$el.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
      this.set();
    },

    // The clock of the server; the one of this machine only tells how long ago that was.
    set() {
      this.ahead = Date.now() / 1000 - this.now;
      this.tick();
    },

    tick() {
      this.$el.querySelectorAll("[data-ends]").forEach((node) => {
        const left = Math.ceil(+node.dataset.ends + this.ahead - Date.now() / 1000);
        const seconds = Math.abs(left) % 60;
        const text = `${(Math.abs(left) - seconds) / 60}:${String(seconds).padStart(2, "0")}`;
        if (node.textContent === (left < 0 ? `−${text}` : text)) return;
        node.textContent = left < 0 ? `−${text}` : text;
        node.classList.toggle("over", left < 0);
      });
    },
  },
};
