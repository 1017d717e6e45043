// What is typed is told when the fingers rest; Escape empties the box.
const REST_MS = 150;

export default {
  template: `<label class="at-searching"><span>{{ label }}</span>
<input type="search" v-model="words" dir="auto" autocomplete="off" spellcheck="false" maxlength="200" @input="soon" @keydown.escape="empty"></label>`,
  props: { label: String },
  data() { return { words: "" }; },
  unmounted() { clearTimeout(this.timer); },
  methods: {
    soon() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.$emit("typed", this.words), REST_MS);
    },
    empty() {
      if (!this.words) return;
      this.words = "";
      this.soon();
    },
  },
};
