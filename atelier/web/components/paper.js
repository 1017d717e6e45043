// The slip being typed, and the last ones. Everything stays in this browser until the room has answered.
const AGAIN_MS = 4000;
const LONG = 500; // signs, before the count is worth a look
const KIND_KEYS = { constat: "c", revendication: "r", piste: "p", question: "o" };
const KIND_DIGITS = { 1: "constat", 2: "revendication", 3: "piste", 4: "question" }; // of printed slips: DS-201
// `crypto.randomUUID` wants a secure connection, which a hall does not have.
const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");

const FRESH = { channel: "paper", table: "", people: "", lang: "", text: "", mode: "write", card: 0 };

export default {
  props: { words: Object, look: Object, store: String, languages: Array, language: String, limit: Number, first: Object },

  template: `
<div class="paper-entry" @keydown.capture="shortcut">
  <form class="paper-write" @submit.prevent="enter" autocomplete="off">
    <div class="choices">
      <fieldset><legend class="hidden">{{ words.theme }}</legend>
        <label v-for="(one, n) in look.themes" :key="one.code" class="choice" :class="{ on: one.code === theme, off: one.frozen }">
          <input type="radio" name="theme" :value="one.code" v-model="theme" :disabled="mode !== 'write'" @change="back">
          <span><b class="code">{{ one.code }}</b> {{ one.title }}</span><small v-if="one.frozen">{{ words.frozen }}</small>
          <kbd v-if="n < 9">Alt {{ n + 1 }}</kbd></label>
      </fieldset>
      <fieldset class="kinds"><legend class="hidden">{{ words.kind }}</legend>
        <label v-for="one in boards" :key="one" class="choice" :class="[one, { on: one === kind }]">
          <input type="radio" name="kind" :value="one" v-model="kind" :disabled="mode !== 'write'" @change="back">
          <span><b>{{ words[one] }}</b></span><kbd>Alt {{ keyOf(one) }}</kbd></label>
      </fieldset>
    </div>

    <div class="slip" :class="[shape, mode]">
      <p class="slip-head"><label :for="store + '-text'"><b>{{ heading }}</b></label>
        <span v-if="mode === 'write'" class="how">
          <label v-for="one in ['paper', 'spoken']" :key="one" :class="{ on: channel === one }">
            <input type="radio" name="channel" :value="one" v-model="channel" @change="back"> {{ words[one] }}</label>
          <kbd>Alt V</kbd></span>
        <button v-else type="button" class="plain" @click="leave">{{ words.leave }} <kbd>{{ words.escape }}</kbd></button></p>
      <blockquote v-if="original" :lang="original.lang || language" dir="auto">{{ original.text }}</blockquote>
      <textarea :id="store + '-text'" ref="text" v-model="text" rows="5" dir="auto" :lang="lang || language" :readonly="!!sending"
        :aria-invalid="problem && !problemField" :aria-describedby="store + '-problem'" :placeholder="placeholder"
        @keydown.enter.exact.prevent="enter" @keydown.up="toList"></textarea>
      <p class="under"><span>{{ words.enter }}</span><span v-if="signs > ${LONG}" :class="{ over: signs > limit }">{{ signs }} / {{ limit }}</span></p>
      <p :id="store + '-problem'" class="problem" role="alert"><span v-if="problem">{{ problem }}</span></p>
      <div v-if="mode === 'write'" class="small-fields">
        <label v-if="channel === 'paper'" :class="{ wrong: problemField === 'slip' }">{{ words.slip }} <kbd>Alt N</kbd>
          <input ref="slip" v-model="slip" maxlength="20" size="8" @change="readSlip"></label>
        <label :class="{ wrong: problemField === 'table' }">{{ words.table }} <kbd>Alt T</kbd>
          <input ref="table" v-model="table" maxlength="20" size="6"></label>
        <label :class="{ wrong: problemField === 'carried_by', unusual: people }">{{ words.people }} <kbd>Alt G</kbd>
          <input ref="people" v-model="people" inputmode="numeric" maxlength="5" size="4"></label>
        <label :class="{ wrong: problemField === 'lang', unusual: lang }">{{ words.lang }} <kbd>Alt L</kbd>
          <select ref="lang" v-model="lang"><option v-for="[tag, name] in languages" :key="tag" :value="tag">{{ name }}</option></select></label>
      </div>
      <p class="send"><button class="main" :disabled="!!sending">{{ sending ? words.saving : words["save_" + mode] }} <kbd>{{ words.enter_key }}</kbd></button></p>
    </div>
  </form>

  <aside class="paper-said">
    <div class="receipt" :class="receipt.state" role="status" aria-live="assertive">
      <p class="big code">{{ words.number.replace("{n}", receipt.written) }}</p>
      <p>{{ receipt.text }}</p>
    </div>
    <section v-if="look.waiting_count"><h2>{{ words.to_translate }} <small>{{ look.waiting_count }}</small></h2>
      <ol><li v-for="one in look.waiting" :key="one.number" class="typed" :class="one.kind">
        <p class="top"><b class="code">{{ words.number.replace("{n}", one.written) }}</b><span class="acts"><button type="button" @click="start('translate', one)">{{ words.translate }}</button></span></p>
        <p class="text" :lang="one.lang" dir="auto">{{ one.text }}</p><p class="about">{{ about(one) }}</p></li></ol>
    </section>
    <section><h2>{{ words.last }} <kbd>↑</kbd></h2>
      <p v-if="!look.entries.length" class="none">{{ words.none }}</p>
      <ol ref="list" @keydown="move">
        <li v-for="one in look.entries" :key="one.number" class="typed" :class="[one.kind, { gone: one.withdrawn, fresh: one.number === receipt.number }]" :data-card="one.number">
          <p class="top"><b class="code">{{ words.number.replace("{n}", one.written) }}</b>
            <span v-if="asking === one.number" class="acts"><b>{{ words.sure.replace("{number}", one.written) }}</b>
              <button type="button" @click="withdraw(one)">{{ words.withdraw }}</button><button type="button" data-keep @click="keep(one)">{{ words.keep }}</button></span>
            <span v-else-if="one.correctable" class="acts"><button type="button" data-correct @click="start('correct', one)">{{ words.correct }}</button>
              <button type="button" @click="sure(one)">{{ words.withdraw }}</button></span></p>
          <p v-if="one.withdrawn">{{ words.withdrawn }}</p><p v-else class="text" :lang="one.lang || language" dir="auto">{{ one.text }}</p>
          <p class="about">{{ about(one) }}</p></li>
      </ol>
      <p v-if="look.entries.length" class="keys">{{ words.keys }}</p>
    </section>
  </aside>
</div>`,

  data() {
    const kept = this.kept();
    const theme = this.look.themes.some((one) => one.code === kept.theme) ? kept.theme : this.look.themes[0]?.code;
    return {
      ...FRESH, kind: "constat", key: newKey(), slips: {}, sending: null, original: null, aside: "", ...kept, theme,
      slip: kept.slip ?? "", problem: "", problemField: "", asking: 0, written: "", receipt: { state: "", number: 0, written: "", text: this.words.first },
    };
  },

  computed: {
    boards() { return this.look.themes.find((one) => one.code === this.theme)?.boards ?? []; },
    board() { return this.theme + " " + this.kind; },
    shape() { return this.original?.kind ?? this.kind; },
    signs() { return globalThis.Intl?.Segmenter ? [...new Intl.Segmenter().segment(this.text)].length : this.text.length; },
    heading() {
      if (this.mode !== "write") return this.words["title_" + this.mode].replace("{number}", this.written);
      return this.words[this.kind] + " · " + this.theme;
    },
    placeholder() { return this.mode === "translate" ? this.words.translation : this.words["hint_" + this.channel]; },
    draft() {
      const { theme, kind, channel, slip, slips, table, people, lang, text, key, mode, card, original, aside, sending } = this;
      return { theme, kind, channel, slip, slips, table, people, lang, text, key, mode, card, original, aside, sending };
    },
  },

  watch: {
    draft: { deep: true, handler(draft) { try { localStorage.setItem(this.store, JSON.stringify(draft)); } catch {} } },
    board(_, before) {
      if (!this.boards.includes(this.kind)) this.kind = this.boards[0];
      if (this.slip === this.suggested(before)) this.slip = this.suggested(this.board);
    },
  },

  mounted() {
    if (!this.slip) this.slip = this.suggested(this.board);
    window.addEventListener("keydown", this.anywhere);
    if (this.sending) this.ask(this.sending); // sent, and never answered: the same key, so the same card
    else if (this.first && this.mode === "write") this.start("translate", this.first);
    this.$nextTick(() => this.$refs.text.focus());
  },

  unmounted() { window.removeEventListener("keydown", this.anywhere); clearTimeout(this.again); },

  methods: {
    kept() { try { return JSON.parse(localStorage.getItem(this.store)) ?? {}; } catch { return {}; } },
    keyOf(kind) { return KIND_KEYS[kind].toUpperCase(); },
    suggested(board) { return this.slips[board] ?? this.look.slips[board] ?? ""; },
    back() { this.$nextTick(() => this.$refs.text.focus()); },
    about(one) {
      const people = one.people && this.words.carried.replace("{n}", one.people);
      const table = /^\d/.test(one.table) ? this.words.at_table.replace("{table}", one.table) : one.table;
      const language = one.language && (one.wanted ? this.words.untranslated : this.words.translated).replace("{language}", one.language);
      return [one.board, one.themes, one.by, one.slip, table, people, language].filter(Boolean).join(" · ");
    },
    // One thing at a time, sent again until it is answered.
    enter() {
      if (this.sending) return;
      if (!this.text.trim()) return this.back(); // the second of two Enters
      const text = this.text;
      if (this.mode === "correct") return this.send({ command: "correct_card", card: this.card, text });
      if (this.mode === "translate") return this.send({ command: "translate_card", card: this.card, lang: this.language, text });
      const paper = this.channel === "paper" && this.slip.trim() ? { slip: this.slip.trim() } : {};
      const table = this.table.trim() ? { table: this.table.trim() } : {};
      const people = this.people.trim() ? { carried_by: /^\d+$/.test(this.people.trim()) ? +this.people : this.people } : {};
      const lang = this.lang ? { lang: this.lang } : {};
      this.send({ command: "post_card", theme: this.theme, kind: this.kind, text, key: this.key, channel: this.channel, ...paper, ...table, ...people, ...lang });
    },
    send(asked) { Object.assign(this, { problem: "", problemField: "", sending: { id: newKey(), ...asked } }); this.ask(this.sending); },
    ask(asked) {
      this.$emit("asked", asked);
      clearTimeout(this.again);
      this.again = setTimeout(() => {
        if (this.sending?.id !== asked.id) return;
        this.receipt = { state: "waiting", number: 0, written: "", text: this.words.waiting };
        if (window.socket?.connected) this.ask(asked);
        else this.again = setTimeout(() => this.sending && this.ask(this.sending), AGAIN_MS);
      }, AGAIN_MS);
    },
    answered(answer) {
      const asked = this.sending;
      if (!asked || answer.id !== asked.id) return;
      clearTimeout(this.again);
      this.sending = null;
      if (answer.refusal) return this.refused(asked, answer);
      const told = this.words[asked.channel === "spoken" ? "did_post_spoken" : "did_" + asked.command].replace("{kind}", this.words[asked.kind] ?? "").replace("{theme}", asked.theme ?? "");
      this.receipt = { state: "done", number: answer.card, written: answer.written, text: told };
      if (asked.command === "post_card") this.next(answer);
      else if (asked.command !== "withdraw_card") this.write();
      this.back();
    },
    refused(asked, answer) {
      this.problem = answer.refusal;
      this.problemField = ["slip", "table", "carried_by", "lang"].includes(answer.field) ? answer.field : "";
      this.receipt = { state: "refused", number: 0, written: "", text: this.words.refused };
      const field = { carried_by: "people" }[this.problemField] ?? (this.problemField || "text");
      this.$nextTick(() => (this.$refs[field] ?? this.$refs.text).focus());
    },
    next(answer) {
      this.slips = { ...this.slips, [this.board]: answer.next_slip };
      Object.assign(this, { text: "", people: "", lang: "", key: newKey(), slip: this.suggested(this.board) });
    },
    start(mode, one) {
      if (this.sending) return;
      if (this.mode === "write") this.aside = this.text;
      const [original, text] = mode === "translate" ? [one, ""] : [null, one.text];
      Object.assign(this, { mode, card: one.number, written: one.written, original, text, problem: "", problemField: "" });
      this.back();
    },
    leave() { if (!this.sending) { this.write(); this.back(); } },
    write() { Object.assign(this, { mode: "write", card: 0, original: null, text: this.aside, aside: "", problem: "", problemField: "" }); },
    sure(one) { this.asking = one.number; this.$nextTick(() => this.row(one.number)?.querySelector("[data-keep]")?.focus()); },
    keep(one) { this.asking = 0; this.$nextTick(() => this.row(one.number)?.querySelector("[data-correct]")?.focus()); },
    withdraw(one) { this.asking = 0; if (!this.sending) this.send({ command: "withdraw_card", card: one.number }); },
    anywhere(event) {
      if (!this.$el.contains(document.activeElement) && this.$el.offsetParent) this.shortcut(event);
    },
    shortcut(event) {
      if (event.key === "Escape") {
        event.preventDefault();
        if (this.asking) return this.keep({ number: this.asking });
        return document.activeElement === this.$refs.text && this.mode !== "write" ? this.leave() : this.back();
      }
      if (!event.altKey || event.ctrlKey || event.metaKey || event.getModifierState("AltGraph")) return;
      const digit = /^Digit([1-9])$/.exec(event.code);
      const letter = /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : event.code.replace("Key", "").toLowerCase();
      const done = this.mode === "write" && (digit ? this.look.themes[digit[1] - 1] && this.choose({ theme: this.look.themes[digit[1] - 1].code }) : this.toLetter(letter));
      if (done) event.preventDefault();
    },
    choose(chosen) { Object.assign(this, chosen); this.back(); return true; },
    toLetter(letter) {
      const kind = this.boards.find((one) => KIND_KEYS[one] === letter);
      if (kind) return this.choose({ kind });
      if (letter === "v") return this.choose({ channel: this.channel === "paper" ? "spoken" : "paper" });
      const field = this.$refs[{ n: "slip", t: "table", g: "people", l: "lang" }[letter]];
      if (field) { field.focus(); field.select?.(); }
      return !!field;
    },
    readSlip() {
      const found = /^([A-Z]{2,3})-([1-4])\d{2,}$/i.exec(this.slip.trim()); // as printed on our blank cards
      const theme = found && this.look.themes.find((one) => one.code === found[1].toUpperCase());
      if (!theme || !theme.boards.includes(KIND_DIGITS[found[2]])) return;
      const typed = this.slip;
      Object.assign(this, { theme: theme.code, kind: KIND_DIGITS[found[2]] });
      this.$nextTick(() => (this.slip = typed));
    },
    row(number) { return this.$refs.list?.querySelector(`[data-card="${number}"]`); },
    toList(event) {
      const first = this.$refs.list?.querySelector("[data-correct]");
      if (this.text || !first) return;
      event.preventDefault();
      first.focus();
    },
    move(event) {
      const rows = [...this.$refs.list.querySelectorAll("[data-correct]")];
      const here = event.target.closest("[data-card]");
      const at = rows.findIndex((one) => here?.contains(one));
      const card = this.look.entries.find((one) => one.number === +here?.dataset.card);
      if (event.key === "Delete" && card?.correctable) this.sure(card);
      else if (event.key === "ArrowDown") rows[Math.min(at + 1, rows.length - 1)]?.focus();
      else if (event.key === "ArrowUp") rows[Math.max(at - 1, 0)]?.focus();
      else return;
      event.preventDefault();
    },
  },
};
