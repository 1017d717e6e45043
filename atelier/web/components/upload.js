// A chosen file, sent piece by piece through the page's own socket: the next once the last has come.
export default {
  template: `
<div class="at-upload"><label class="at-file">{{ label }} <input type="file" :accept="accept" :disabled="busy" @change="start"></label>
<progress v-if="busy" :value="sent" :max="size" :aria-label="label"></progress></div>`,
  props: { label: String, accept: String, piece: Number },
  data() { return { busy: false, sent: 0, size: 1 }; },
  methods: {
    start(event) {
      this.file = event.target.files[0];
      event.target.value = "";
      if (!this.file) return;
      this.busy = true;
      this.sent = 0;
      this.size = this.file.size || 1;
      this.$emit("begun", { name: this.file.name, size: this.file.size });
    },
    async next(from) {
      this.sent = from;
      const bytes = new Uint8Array(await this.file.slice(from, from + this.piece).arrayBuffer());
      let text = "";
      for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
      this.$emit("piece", { from, data: btoa(text) });
    },
    done() {
      this.busy = false;
      this.file = null;
    },
  },
};
