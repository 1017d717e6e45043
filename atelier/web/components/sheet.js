// One question at a time, over the screen: a form drawn by our templates. What is typed is kept until it is saved.
export default {
  template: "<dialog class='at-sheet' aria-labelledby='sheet-title'></dialog>",
  props: { html: String, turn: Number, saved: Boolean, drafts: String },

  mounted() {
    this.$el.addEventListener("submit", (event) => this.send(event));
    this.$el.addEventListener("input", (event) => this.typed(event.target));
    this.$el.addEventListener("click", (event) => this.clicked(event));
    this.$el.addEventListener("close", () => this.left());
    if (this.html) this.show();
  },

  watch: {
    turn() {
      if (this.html) return this.show();
      if (this.saved) this.forget();
      this.$el.close();
    },
  },

  methods: {
    show() {
      this.$el.innerHTML = this.html;
      this.texts().forEach((text) => this.restore(text));
      this.$el.querySelectorAll("[data-count]").forEach((text) => this.count(text));
      if (!this.$el.open) {
        this.before = document.activeElement;
        this.$el.showModal();
      }
      const first = this.$el.querySelector("[autofocus]");
      this.$el.scrollTop = 0;
      (first ?? this.$el.querySelector("h2"))?.focus();
    },

    texts() { return [...this.$el.querySelectorAll("[data-draft]")]; },

    key(text) { return `${this.drafts}:${text.dataset.draft}`; },

    restore(text) {
      const kept = localStorage.getItem(this.key(text));
      if (kept === null || kept === text.value) return;
      text.value = kept;
      const note = this.$el.querySelector("[data-restored]");
      if (note) note.hidden = false;
    },

    typed(text) {
      if (text.dataset.draft) localStorage.setItem(this.key(text), text.value);
      if (text.dataset.count) this.count(text);
      if (text.dataset.narrows) this.narrow(text);
    },

    count(text) {
      const shown = this.$el.querySelector(text.dataset.count);
      const length = [...new Intl.Segmenter().segment(text.value.trim())].length;
      shown.textContent = shown.dataset.said.replace("0", length);
      shown.classList.toggle("over", length > +shown.dataset.limit);
    },

    clicked(event) {
      const pressed = event.target.closest("button");
      if (!pressed) return;
      if (pressed.dataset.put) this.put(pressed);
      else if (pressed.dataset.fill) this.fill(JSON.parse(pressed.dataset.fill));
      else if ("close" in pressed.dataset) this.$el.close();
    },

    // A text that stands here goes into the box, after what is there.
    put(pressed) {
      const box = this.$el.querySelector(pressed.dataset.put);
      const more = pressed.closest("[data-text]").dataset.text;
      box.value = box.value.trim() && !("instead" in pressed.dataset) ? `${box.value.trimEnd()} ${more}` : more;
      box.focus();
      this.typed(box);
    },

    // Several boxes at once, instead of what is there.
    fill(texts) {
      for (const [where, text] of Object.entries(texts)) {
        const box = this.$el.querySelector(where);
        box.value = text;
        this.typed(box);
      }
    },

    // Of a list, those whose name holds what is typed.
    narrow(text) {
      const typed = text.value.trim().toLowerCase();
      for (const one of this.$el.querySelectorAll(`${text.dataset.narrows} > [data-name]`)) {
        one.hidden = !one.dataset.name.toLowerCase().includes(typed);
      }
    },

    send(event) {
      event.preventDefault();
      const fields = {};
      for (const [name, value] of new FormData(event.target)) (fields[name] ||= []).push(value);
      this.say("");
      this.$emit("sent", { act: event.submitter?.value ?? "", fields });
    },

    say(sentence) {
      const where = this.$el.querySelector("[role=alert]");
      if (!where) return;
      where.textContent = sentence;
      if (sentence) where.scrollIntoView({ block: "nearest" });
    },

    // It is saved: nothing is kept here any more.
    forget() { this.texts().forEach((text) => localStorage.removeItem(this.key(text))); },

    // Back to where one was, unless something else was opened meanwhile, to write in.
    left() {
      this.$el.innerHTML = "";
      if (this.before?.isConnected && document.activeElement === document.body) this.before.focus();
      this.$emit("left");
    },
  },
};
