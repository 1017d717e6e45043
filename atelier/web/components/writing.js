// A text in place. What is typed is in this browser at once, and in the room a moment after the fingers rest.
const REST_MS = 1000;
const LOOK_MS = 250; // before words are counted and references looked at again
const SILENT_MS = 5000; // without an answer: the machine is not there
const OFFERED = 8;
const REFERENCE = /(?<![\w-])[A-Z]{2,3}-[CRPQ][1-9][0-9]{0,4}(?:-[A-Z])?(?![\w-])/g;
const BEGUN = /(?:^|[^\w-])([A-Za-z]{2,3}-[A-Za-z]?[0-9]{0,5})$/;
const TOOLS = { bold: ["**", "**"], italic: ["*", "*"], heading: ["### "], list: ["- "], quote: ["> "], link: ["[", "](https://)"] };
const newId = () => [...crypto.getRandomValues(new Uint8Array(8))].map((b) => b.toString(16).padStart(2, "0")).join("");

export default {
  template: `
<section class="writing" :aria-label="title" @keydown.escape="escaped">
  <p v-if="others" class="others" role="status">{{ others }}</p>
  <p v-if="restored" class="kept">{{ words.restored }}</p>
  <div v-if="conflict" class="conflict" role="alert">
    <p><b>{{ words.conflict }}</b></p>
    <div class="both"><section><h4>{{ words.theirs }}</h4><p class="said" dir="auto">{{ conflict.text || words.empty_text }}</p>
      <button type="button" @click="takeTheirs">{{ words.take_theirs }}</button></section>
    <section><h4>{{ words.yours }}</h4><p class="said" dir="auto">{{ value || words.empty_text }}</p>
      <button type="button" @click="settle(value)">{{ words.keep_yours }}</button></section></div>
    <p><button type="button" @click="settle([conflict.text, value].join('\\n\\n'))">{{ words.both }}</button> <small>{{ words.nothing_lost }}</small></p>
  </div>
  <div v-if="writable" class="tools" role="toolbar" :aria-label="words.tools">
    <button v-for="(marks, name) in tools" :key="name" type="button" :class="name" @mousedown.prevent @click="format(marks)">{{ words[name] }}</button>
    <button type="button" class="statement" @mousedown.prevent @click="offerAll">{{ words.statement }}</button>
  </div>
  <div class="box">
    <textarea ref="text" :value="value" :readonly="!writable" dir="auto" :lang="language" :aria-label="title" :placeholder="writable ? words.empty : ''"
      aria-autocomplete="list" :aria-controls="offers.length ? 'offers' : null" :aria-activedescendant="offers.length ? 'offer-' + at : null"
      @input="typed" @keydown="keys" @blur="offers = []" @click="offers = []"></textarea>
    <ul v-if="offers.length" id="offers" ref="offers" role="listbox" :aria-label="words.offered" :style="place">
      <li v-for="(one, n) in offers" :key="one[0]" :id="'offer-' + n" role="option" :aria-selected="n === at ? 'true' : 'false'" @mousedown.prevent="take(one)">
        <b class="code">{{ one[0] }}</b> <span dir="auto">{{ one[1] }}</span></li></ul>
  </div>
  <ul class="problems" role="alert"><li v-for="one in broken" :key="one">{{ words.broken.replace("{reference}", one) }}</li></ul>
  <p v-if="refused" class="refused" role="alert">{{ refused }}</p>
  <footer>
    <span class="status" :class="status" role="status">{{ words[status] }}</span>
    <span class="signs" :class="{ over: signs > limit }">{{ words.count.replace("{n}", signs).replace("{limit}", limit) }}</span>
    <button v-if="undo && value === saved" type="button" class="link" @click="ask('undo')">{{ words.undo }}</button>
    <button type="button" class="link" :aria-expanded="versions ? 'true' : 'false'" @click="openVersions">{{ words.versions }}</button>
    <button type="button" class="close" @click="close">{{ words.close }}</button>
  </footer>
  <div v-if="versions" class="versions">
    <p v-if="!versions.length">{{ words.no_versions }}</p>
    <ol><li v-for="one in versions" :key="one.seq"><button type="button" class="link" :aria-expanded="shown?.seq === one.seq ? 'true' : 'false'" @click="look(one)">
      {{ words.version.replace("{n}", one.n) }}<template v-if="one.when"> · {{ one.when }}</template> · {{ one.length }}</button></li></ol>
    <div v-if="shown" class="both"><section><h4>{{ words.version.replace("{n}", shown.n) }}</h4><p class="said" dir="auto">{{ shown.text || words.empty_text }}</p>
      <button v-if="writable" type="button" @click="replace(shown.text)">{{ words.take_again }}</button></section>
    <section><h4>{{ words.now }}</h4><p class="said" dir="auto">{{ value || words.empty_text }}</p></section></div>
  </div>
</section>`,
  props: { words: Object, drafts: String, limit: Number, section: String, title: String, text: String, base: Number, writable: Boolean,
    language: String, statements: Array, others: String, undo: Number },

  data() { return { ...this.fresh(), tools: TOOLS }; },

  mounted() { this.enter(); },
  beforeUnmount() { this.leave(); },

  watch: {
    section() { this.leave(); Object.assign(this.$data, this.fresh()); this.enter(); },
    base() { if (this.base > this.seen) this.follow(); },
    statements() { this.inspect(); },
    writable() { if (this.writable) this.soon(); },
  },

  methods: {
    fresh() {
      return { name: this.section, value: this.text, saved: this.text, seen: this.base, sending: null, status: "", refused: "", conflict: null, restored: false,
        offers: [], at: 0, begun: 0, place: {}, broken: [], signs: 0, versions: null, shown: null };
    },

    key() { return `${this.drafts}:${this.name}`; },

    // What was typed here before the page was left, or the machine stopped, comes first.
    enter() {
      let kept = null;
      try { kept = JSON.parse(localStorage.getItem(this.key())); } catch {}
      if (kept && this.writable && kept.text.trim() !== this.text.trim()) {
        [this.value, this.seen, this.saved] = [kept.text, kept.base, null];
        this.restored = true;
        this.save();
      } else if (kept && this.writable) this.forget();
      this.inspect();
      this.$nextTick(() => {
        this.grow();
        this.$refs.text.focus({ preventScroll: true });
        this.$el.scrollIntoView({ block: "nearest" });
      });
    },

    leave() {
      clearTimeout(this.resting);
      clearTimeout(this.looking);
      clearTimeout(this.waiting);
      if (this.writable && !this.conflict && this.value !== this.saved) this.emit("left", "save", { text: this.value, base: this.seen });
    },

    // Somebody else wrote here, or it was undone; nothing is waiting to be saved.
    follow() {
      if (this.value !== this.saved || this.sending) return;
      [this.value, this.saved, this.seen] = [this.text, this.text, this.base];
      this.status = "";
      this.$nextTick(this.grow);
      this.inspect();
    },

    typed(event) {
      this.value = event.target.value;
      this.keep();
      this.grow();
      this.soon();
      this.offer();
      clearTimeout(this.looking);
      this.looking = setTimeout(() => this.inspect(), LOOK_MS);
    },

    keep() {
      try { localStorage.setItem(this.key(), JSON.stringify({ text: this.value, base: this.seen })); } catch {}
    },

    forget() { try { localStorage.removeItem(this.key()); } catch {} },

    grow() {
      const box = this.$refs.text;
      if (!box || CSS.supports("field-sizing", "content")) return;
      box.style.height = "auto";
      box.style.height = `${box.scrollHeight + 4}px`;
    },

    inspect() {
      const known = new Set(this.statements.map((one) => one[0]));
      const begun = this.offers.length && this.value.slice(this.begun, this.$refs.text?.selectionEnd);
      this.broken = [...new Set(this.value.match(REFERENCE) ?? [])].filter((one) => !known.has(one) && one !== begun);
      this.signs = [...new Intl.Segmenter().segment(this.value.trim())].length;
    },

    soon() {
      clearTimeout(this.resting);
      if (this.conflict) return;
      this.status = "typing";
      this.refused = "";
      this.resting = setTimeout(() => this.save(), REST_MS);
    },

    save() {
      clearTimeout(this.resting);
      if (this.sending || this.conflict) return;
      if (this.value === this.saved) { this.forget(); this.status = "saved"; return; }
      this.sending = { text: this.value };
      if (this.status !== "kept") this.status = "saving";
      this.ask("save", { text: this.value, base: this.seen });
    },

    // The machine may be away: it is asked again until it answers.
    ask(act, more = {}) {
      const id = newId();
      if (this.sending && act !== "versions" && act !== "version") {
        this.sending.id = id;
        clearTimeout(this.waiting);
        this.waiting = setTimeout(() => { this.sending = null; this.status = "kept"; this.save(); }, SILENT_MS);
      }
      this.emit(id, act, more);
    },

    emit(id, act, more) { this.$emit("asked", { id, act, section: this.name, ...more }); },

    answered(answer) {
      if (answer.versions) { this.versions = answer.versions; return; }
      if ("version" in answer) { if (this.shown) this.shown = { ...this.shown, text: answer.version }; return; }
      if (this.sending && answer.id !== this.sending.id) return;
      clearTimeout(this.waiting);
      const sent = this.sending?.text;
      this.sending = null;
      if (answer.refused) { this.refused = answer.refused; this.status = ""; return; }
      if (answer.conflict) { this.conflict = answer.conflict; this.status = ""; return; }
      if (answer.taken) { this.put(answer.taken.text); [this.saved, this.seen, this.conflict] = [this.value, answer.taken.base, null]; this.forget(); this.status = "saved"; return; }
      if (!("saved" in answer)) return;
      [this.saved, this.seen, this.restored] = [sent, answer.saved, false];
      if (this.value === this.saved) { this.forget(); this.status = "saved"; if (this.versions) this.ask("versions"); }
      else { this.keep(); this.soon(); }
    },

    settle(text) {
      this.seen = this.conflict.base;
      this.conflict = null;
      this.put(text);
      this.keep();
      this.saved = null;
      this.save();
    },

    takeTheirs() {
      this.sending = { text: this.value };
      this.ask("take", { text: this.value });
    },

    replace(text) { this.put(text); this.shown = null; this.keep(); this.save(); },

    openVersions() {
      if (this.versions) [this.versions, this.shown] = [null, null];
      else this.ask("versions");
    },

    look(one) {
      if (this.shown?.seq === one.seq) { this.shown = null; return; }
      this.shown = { ...one, text: "" };
      this.ask("version", { seq: one.seq });
    },

    // The whole text is another; the keys that undo in the box bring the first one back.
    put(text) {
      const box = this.$refs.text;
      if (box.value === text) { this.value = text; return; }
      box.focus();
      box.select();
      this.insert(text);
    },

    insert(text) {
      const box = this.$refs.text;
      if (!document.execCommand("insertText", false, text) || (text && !box.value)) box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
      this.value = box.value;
      this.keep();
      this.soon();
      this.inspect();
      this.grow();
    },

    cite(words) {
      if (!this.writable) return;
      const box = this.$refs.text;
      box.focus();
      const before = box.value.slice(0, box.selectionStart);
      this.insert(/[^\s(«]$/.test(before) ? ` ${words}` : words);
    },

    format([before, after]) {
      const box = this.$refs.text;
      box.focus();
      if (after === undefined) return this.prefix(before);
      const chosen = box.value.slice(box.selectionStart, box.selectionEnd) || this.words.some_words;
      const start = box.selectionStart + before.length;
      this.insert(before + chosen + after);
      box.setSelectionRange(start, start + chosen.length);
    },

    prefix(mark) {
      const box = this.$refs.text;
      const start = box.value.lastIndexOf("\n", box.selectionStart - 1) + 1;
      const end = (box.value + "\n").indexOf("\n", box.selectionEnd);
      box.setSelectionRange(start, end);
      this.insert(box.value.slice(start, end).split("\n").map((line) => mark + line).join("\n"));
    },

    // After `DS-`: the statements that begin so.
    offer() {
      const box = this.$refs.text;
      const found = BEGUN.exec(box.value.slice(0, box.selectionStart));
      const begun = found?.[1].toUpperCase();
      const offers = found ? this.statements.filter((one) => one[0].startsWith(begun)).slice(0, OFFERED) : [];
      this.list(offers.length === 1 && offers[0][0] === begun ? [] : offers, found ? box.selectionStart - begun.length : 0);
    },

    offerAll() {
      const box = this.$refs.text;
      box.focus();
      this.list(this.statements, box.selectionStart);
    },

    list(offers, begun) {
      [this.offers, this.at, this.begun] = [offers, 0, begun];
      if (offers.length) this.place = this.under(begun);
    },

    // Where a sign of the text stands: the same text is laid out once more, unseen.
    under(position) {
      const box = this.$refs.text;
      const style = getComputedStyle(box);
      const twin = document.createElement("div");
      for (const name of ["font", "lineHeight", "padding", "border", "letterSpacing", "direction"]) twin.style[name] = style[name];
      Object.assign(twin.style, { position: "absolute", visibility: "hidden", whiteSpace: "pre-wrap", overflowWrap: "break-word", boxSizing: "border-box", width: `${box.offsetWidth}px` });
      twin.textContent = box.value.slice(0, position);
      const mark = twin.appendChild(document.createElement("span"));
      mark.textContent = "\u200b";
      box.parentNode.append(twin);
      const top = mark.offsetTop + mark.offsetHeight - box.scrollTop + 4;
      const left = Math.max(0, Math.min(mark.offsetLeft, box.offsetWidth - 380));
      twin.remove();
      return { top: `${top}px`, left: `${left}px` };
    },

    keys(event) {
      if (!this.offers.length) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        this.at = (this.at + step + this.offers.length) % this.offers.length;
        this.$nextTick(() => this.$refs.offers?.children[this.at]?.scrollIntoView({ block: "nearest" }));
      } else if (event.key === "Enter" || event.key === "Tab") this.take(this.offers[this.at]);
      else if (!["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
      if (step || event.key === "Enter" || event.key === "Tab") event.preventDefault();
    },

    take(one) {
      const box = this.$refs.text;
      this.offers = [];
      box.focus();
      box.setSelectionRange(this.begun, box.selectionEnd);
      this.insert(one[0]);
    },

    escaped(event) {
      if (this.offers.length) { this.offers = []; event.stopPropagation(); this.inspect(); }
    },

    close() {
      if (!this.conflict && this.value !== this.saved) this.save();
      this.$emit("closed");
    },
  },
};
