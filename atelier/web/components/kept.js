// A draft in this browser, and nowhere else.
export default {
  template: "<span hidden></span>",
  props: { name: String },
  mounted() {
    try {
      const found = localStorage.getItem(this.name);
      if (found) this.$emit("found", JSON.parse(found));
    } catch {}
  },
  methods: {
    keep(value) { try { localStorage.setItem(this.name, JSON.stringify(value)); } catch {} },
    forget() { try { localStorage.removeItem(this.name); } catch {} },
  },
};
