// Copies, or selects and says which keys to press.
export default {
  template: `
<span class="at-copy"><input readonly :value="text" :aria-label="label" ref="text" @focus="$event.target.select()">
<button type="button" @click="copy">{{ words.copy }}</button><small role="status">{{ said }}</small></span>`,
  props: { text: String, label: String, words: Object },
  data() { return { said: "" }; },
  methods: {
    async copy() {
      this.$refs.text.focus();
      this.$refs.text.select();
      try {
        if (navigator.clipboard) await navigator.clipboard.writeText(this.text);
        else if (!document.execCommand("copy")) throw new Error();
        this.said = this.words.copied;
      } catch {
        this.said = this.words.by_hand;
      }
    },
  },
};
