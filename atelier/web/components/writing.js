// A text in place. What is typed is in this browser at once, and in the room a moment after the fingers rest.
const REST_MS = 1000;
const LONG = 5000; // signs; every save is a whole version for ever, so longer texts are saved less often
const SILENT_MS = 5000; // without an answer: the machine is not there
const newId = () => [...crypto.getRandomValues(new Uint8Array(8))].map((b) => b.toString(16).padStart(2, "0")).join("");

export default {
  template: `
<section class="writing" :aria-label="title" @input="typed">
  <p v-if="others" class="others" role="status">{{ others }}</p>
  <p v-if="restored" class="kept">{{ words.restored }}</p>
  <div v-if="conflict" class="conflict" role="alert">
    <p><b>{{ words.conflict }}</b></p>
    <div class="both"><div><h4>{{ words.theirs }}</h4><p class="said" dir="auto">{{ conflict.text || words.empty_text }}</p>
      <button type="button" @click="take">{{ words.take_theirs }}</button></div>
    <div><h4>{{ words.yours }}</h4><p class="said" dir="auto">{{ value || words.empty_text }}</p>
      <button type="button" @click="settle(value)">{{ words.keep_yours }}</button></div></div>
    <p class="pair"><button type="button" @click="settle([conflict.text, value].join('\\n\\n'))">{{ words.both }}</button> <small>{{ words.nothing_lost }}</small></p>
  </div>
  <slot></slot>
  <p v-if="refused" class="refused" role="alert">{{ refused }}</p>
  <footer v-if="writable || versions !== null || base">
    <span class="status" :class="status" role="status">{{ words[status] }}</span>
    <button v-if="writable && undo && value === saved" type="button" class="link" @click="change('undo')">{{ words.undo }}</button>
    <button type="button" class="link" :aria-expanded="versions ? 'true' : 'false'" @click="openVersions">{{ words.versions }}</button>
    <button type="button" class="close" @click="close">{{ words.close }}</button>
  </footer>
  <div v-if="versions" class="versions">
    <p v-if="!versions.length">{{ words.no_versions }}</p>
    <ol><li v-for="one in versions" :key="one.seq"><button type="button" class="link" :aria-expanded="shown?.seq === one.seq ? 'true' : 'false'" @click="look(one)">
      {{ words.version.replace("{n}", one.n) }}<template v-if="one.when"> · {{ one.when }}</template> · {{ one.length }}</button></li></ol>
    <div v-if="shown" class="both"><div><h4>{{ words.version.replace("{n}", shown.n) }}</h4><p class="said" dir="auto">{{ shown.text || words.empty_text }}</p>
      <button v-if="writable && !conflict" type="button" @click="takeAgain">{{ words.take_again }}</button></div>
    <div><h4>{{ words.now }}</h4><p class="said" dir="auto">{{ value || words.empty_text }}</p></div></div>
  </div>
</section>`,
  props: { words: Object, drafts: String, section: String, title: String, text: String, base: Number, writable: Boolean, others: String, undo: Number },

  data() { return this.fresh(); },

  mounted() { this.enter(); },
  beforeUnmount() { this.leave(); },

  watch: {
    section() {
      this.leave();
      Object.assign(this.$data, this.fresh());
      this.enter();
    },
    base() { this.follow(); },
    writable(may) { if (may && this.value !== this.saved) this.soon(); },
  },

  methods: {
    // `value` is what stands in the box, `saved` what of it the room has, by the event `seen`;
    // `tried` is what it was sent since: it may have that too, without our knowing.
    fresh() {
      return { name: this.section, value: this.text, saved: this.text, seen: this.base, tried: [], sending: null,
        status: "", refused: "", conflict: null, restored: false, versions: null, shown: null };
    },

    box() { return this.$el.querySelector("textarea"); },

    // What was typed here before the page was left, or the machine stopped, comes first.
    enter() {
      const kept = this.kept();
      if (kept && this.writable && kept.text.trim() !== this.text.trim()) {
        const ours = kept.tried?.some((text) => text.trim() === this.text.trim());
        [this.value, this.saved, this.seen, this.restored] = [kept.text, null, ours ? this.base : kept.base, true];
        this.save();
      } else if (kept && this.writable) this.forget();
      this.fill();
      this.box().focus({ preventScroll: true });
      this.$el.scrollIntoView({ block: "nearest" });
    },

    leave() {
      clearTimeout(this.resting);
      clearTimeout(this.waiting);
      if (this.writable && !this.conflict && this.value !== this.saved) this.emit("left", "save", { text: this.value, base: this.seen });
    },

    fill() {
      const box = this.box();
      if (box.value !== this.value) box.value = this.value;
      box.dispatchEvent(new Event("filled"));
    },

    // Somebody else wrote here; nothing of ours is waiting to be saved.
    follow() {
      if (this.base <= this.seen || this.value !== this.saved || this.sending) return;
      [this.value, this.saved, this.seen, this.status] = [this.text, this.text, this.base, ""];
      this.fill();
    },

    typed(event) {
      [this.value, this.restored] = [event.target.value, false];
      this.keep();
      this.soon();
    },

    key() { return `${this.drafts}:${this.name}`; },
    kept() { try { return JSON.parse(localStorage.getItem(this.key())); } catch { return null; } },
    keep() { try { localStorage.setItem(this.key(), JSON.stringify({ text: this.value, base: this.seen, tried: this.tried })); } catch {} },
    forget() { try { localStorage.removeItem(this.key()); } catch {} },

    soon() {
      clearTimeout(this.resting);
      if (this.conflict) return;
      if (this.status !== "kept") this.status = "typing";
      this.refused = "";
      this.resting = setTimeout(() => this.save(), REST_MS * Math.max(1, this.value.length / LONG));
    },

    save() {
      clearTimeout(this.resting);
      if (this.sending || this.conflict) return;
      if (this.value === this.saved) return this.done();
      if (this.status !== "kept") this.status = "saving";
      this.tried = [...this.tried, this.value].slice(-3);
      this.keep();
      this.change("save");
    },

    // The machine may be away: it is asked again until it answers.
    change(act) {
      clearTimeout(this.waiting);
      this.sending = { id: newId(), text: this.value };
      this.waiting = setTimeout(() => {
        [this.sending, this.status] = [null, "kept"];
        this.save();
      }, SILENT_MS);
      this.emit(this.sending.id, act, { text: this.value, base: this.seen });
    },

    emit(id, act, more = {}) { this.$emit("asked", { id, act, section: this.name, ...more }); },

    answered(answer) {
      if (answer.versions) this.versions = answer.versions;
      else if ("version" in answer) this.shown = this.shown && { ...this.shown, text: answer.version };
      else if (answer.id === this.sending?.id) this.changed(answer, this.sending.text);
    },

    changed(answer, sent) {
      clearTimeout(this.waiting);
      [this.sending, this.status] = [null, ""];
      if (answer.refused) this.refused = answer.refused;
      else if (answer.conflict && this.tried.some((text) => text.trim() === answer.conflict.text)) {
        this.seen = answer.conflict.base;
        this.save();
      } else if (answer.conflict) this.conflict = answer.conflict;
      else if (answer.taken) {
        [this.saved, this.seen, this.tried, this.conflict] = [answer.taken.text, answer.taken.base, [], null];
        this.put(answer.taken.text);
        this.done();
      } else if ("saved" in answer) {
        [this.saved, this.seen, this.tried] = [sent, answer.saved, []];
        if (this.value === this.saved) return this.done();
        this.keep();
        this.soon();
      }
    },

    done() {
      clearTimeout(this.resting);
      this.status = "saved";
      this.forget();
      if (this.versions) this.emit(newId(), "versions");
    },

    settle(text) {
      [this.seen, this.saved, this.conflict] = [this.conflict.base, null, null];
      this.put(text);
      this.keep();
      this.save();
    },

    take() { this.change("take"); },

    openVersions() {
      if (this.versions) [this.versions, this.shown] = [null, null];
      else this.emit(newId(), "versions");
    },

    look(one) {
      const again = this.shown?.seq === one.seq;
      this.shown = again ? null : { ...one, text: "" };
      if (!again) this.emit(newId(), "version", { seq: one.seq });
    },

    takeAgain() {
      this.put(this.shown.text);
      this.shown = null;
      this.keep();
      this.save();
    },

    // The whole text is another, as if it were typed: the keys that undo in the box bring the first one back.
    put(text) {
      const box = this.box();
      this.value = text;
      if (box.value === text) return;
      box.focus();
      box.select();
      if (!document.execCommand(text ? "insertText" : "delete", false, text)) this.fill();
      this.value = text;
    },

    close() {
      if (!this.conflict && this.value !== this.saved) this.save();
      this.$emit("closed");
    },
  },
};
