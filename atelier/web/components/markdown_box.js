// Whoever holds this box fills it and reads it: it says `input` like any other, and is told `filled`.
const LOOK_MS = 250; // before signs are counted and references looked at again
const OFFERED = 8;
const [WIDE, HIGH] = [380, 290]; // of the list that is offered, in pixels, at most
const REFERENCE = /(?<![\w-])[A-Z]{2,3}-[CRPQ][1-9][0-9]{0,4}(?:-[A-Z])?(?![\w-])/g;
const BEGUN = /(?:^|[^\w-])([A-Za-z]{2,3}-[A-Za-z]?[0-9]{0,5})$/;
const TOOLS = { bold: ["**", "**"], italic: ["*", "*"], heading: ["### "], list: ["- "], quote: ["> "], link: ["[", "](https://)"] };
const COPIED = ["font", "lineHeight", "padding", "border", "letterSpacing", "direction"];

export default {
  template: `
<div class="markdown">
  <div v-if="writable" class="tools" role="toolbar" :aria-label="words.tools">
    <button v-for="(marks, name) in tools" :key="name" type="button" :data-tool="name" @mousedown.prevent @click="format(marks)">{{ words[name] }}</button>
    <button type="button" data-tool="statement" @mousedown.prevent @click="offerAll">{{ words.statement }}</button>
  </div>
  <div class="box">
    <textarea ref="text" :readonly="!writable" dir="auto" :lang="language" :aria-label="title" :placeholder="writable ? words.empty : ''"
      aria-autocomplete="list" :aria-controls="offers.length ? 'offers' : null" :aria-activedescendant="offers.length ? 'offer-' + at : null"
      @input="typed" @filled="filled" @keydown="keys" @blur="offers = []" @click="offers = []"></textarea>
    <ul v-if="offers.length" id="offers" ref="offers" role="listbox" tabindex="0" :aria-label="words.offered" :style="place">
      <li v-for="(one, n) in offers" :key="one[0]" :id="'offer-' + n" role="option" :aria-selected="n === at ? 'true' : 'false'" @mousedown.prevent="take(one)">
        <b class="code">{{ one[0] }}</b> <span dir="auto">{{ one[1] }}</span></li></ul>
  </div>
  <div role="alert"><ul v-if="broken.length" class="problems"><li v-for="one in broken" :key="one">{{ words.broken.replace("{reference}", one) }}</li></ul></div>
  <p class="signs" :class="{ over: signs > limit }">{{ words.count.replace("{n}", signs.toLocaleString(words.locale)).replace("{limit}", limit.toLocaleString(words.locale)) }}</p>
</div>`,
  props: { words: Object, limit: Number, title: String, language: String, statements: Array, writable: Boolean },

  data() { return { tools: TOOLS, offers: [], at: 0, begun: 0, place: {}, broken: [], signs: 0 }; },

  unmounted() { clearTimeout(this.looking); },

  watch: {
    statements() { this.inspect(); },
  },

  methods: {
    filled() {
      this.offers = [];
      this.grow();
      this.inspect();
    },

    typed() {
      this.grow();
      this.offer();
      clearTimeout(this.looking);
      this.looking = setTimeout(() => this.inspect(), LOOK_MS);
    },

    // Browsers that do not size the box after its words.
    grow() {
      const box = this.$refs.text;
      if (CSS.supports("field-sizing", "content")) return;
      box.style.height = "auto";
      box.style.height = `${box.scrollHeight + 4}px`;
    },

    // The reference that is still being typed is not wrong yet.
    inspect() {
      const box = this.$refs.text;
      if (!box) return;
      const known = new Set(this.statements.map((one) => one[0]));
      const begun = this.offers.length && box.value.slice(this.begun, box.selectionEnd);
      this.broken = [...new Set(box.value.match(REFERENCE) ?? [])].filter((one) => !known.has(one) && one !== begun);
      this.signs = [...new Intl.Segmenter().segment(box.value.trim())].length;
    },

    // As if it were typed: the keys that undo in the box bring back what was there.
    insert(text) {
      const box = this.$refs.text;
      if (document.execCommand(text ? "insertText" : "delete", false, text)) return;
      box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
      box.dispatchEvent(new Event("input", { bubbles: true }));
    },

    cite(words) {
      if (!this.writable) return;
      const box = this.$refs.text;
      box.focus();
      const before = box.value.slice(0, box.selectionStart);
      this.insert(/[^\s(«]$/.test(before) ? ` ${words}` : words);
      this.offers = [];
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

    // Every line that is chosen, or the one where the caret is.
    prefix(mark) {
      const box = this.$refs.text;
      const start = box.value.slice(0, box.selectionStart).lastIndexOf("\n") + 1;
      const end = (box.value + "\n").indexOf("\n", box.selectionEnd);
      box.setSelectionRange(start, end);
      this.insert(box.value.slice(start, end).split("\n").map((line) => mark + line).join("\n"));
    },

    // After `DS-`: the statements that begin so.
    offer() {
      const box = this.$refs.text;
      const begun = BEGUN.exec(box.value.slice(0, box.selectionStart))?.[1].toUpperCase();
      const offers = begun ? this.statements.filter((one) => one[0].startsWith(begun)).slice(0, OFFERED) : [];
      const whole = offers.length === 1 && offers[0][0] === begun;
      this.list(whole ? [] : offers, box.selectionStart - (begun?.length ?? 0));
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

    // Below the line where a sign stands, or above: the same text is laid out once more, unseen.
    under(position) {
      const box = this.$refs.text;
      const style = getComputedStyle(box);
      const twin = document.createElement("div");
      for (const name of COPIED) twin.style[name] = style[name];
      Object.assign(twin.style, { position: "absolute", visibility: "hidden", whiteSpace: "pre-wrap", overflowWrap: "break-word" });
      Object.assign(twin.style, { boxSizing: "border-box", width: `${box.clientWidth}px` });
      twin.textContent = box.value.slice(0, position);
      const mark = twin.appendChild(document.createElement("span"));
      mark.textContent = "\u200b";
      box.parentNode.append(twin);
      const [line, height] = [mark.offsetTop - box.scrollTop, mark.offsetHeight];
      const left = `${Math.max(0, Math.min(mark.offsetLeft, box.offsetWidth - WIDE))}px`;
      twin.remove();
      const fits = box.getBoundingClientRect().top + line + height + HIGH < innerHeight;
      return fits ? { left, top: `${line + height + 4}px` } : { left, bottom: `${box.offsetHeight - line + 4}px` };
    },

    keys(event) {
      const tool = (event.ctrlKey || event.metaKey) && this.writable && { b: "bold", i: "italic" }[event.key];
      if (tool) {
        event.preventDefault();
        return this.format(TOOLS[tool]);
      }
      if (!this.offers.length) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        this.at = (this.at + step + this.offers.length) % this.offers.length;
        this.$nextTick(() => this.$refs.offers?.children[this.at]?.scrollIntoView({ block: "nearest" }));
      } else if (event.key === "Enter" || event.key === "Tab") this.take(this.offers[this.at]);
      else if (event.key === "Escape") { this.offers = []; this.inspect(); }
      else return;
      event.preventDefault();
      event.stopPropagation();
    },

    take(one) {
      const box = this.$refs.text;
      box.focus();
      box.setSelectionRange(this.begun, box.selectionEnd);
      this.insert(one[0]);
      this.offers = [];
    },
  },
};
