// The text of a chosen file.
export default {
  template: `<label class="at-file">{{ label }} <input type="file" :accept="accept" @change="read"></label>`,
  props: { label: String, limit: Number, accept: String },
  methods: {
    async read(event) {
      const file = event.target.files[0];
      if (file) this.$emit("read", await file.slice(0, this.limit).text());
      event.target.value = "";
    },
  },
};
