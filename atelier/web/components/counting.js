// Numbers counted in the room: saved when their box is left, kept in it when refused.
const AGAIN_MS = 4000;
const newId = () => [...crypto.getRandomValues(new Uint8Array(8))].map((b) => b.toString(16).padStart(2, "0")).join("");

export default {
  props: { words: Object, look: Object },

  template: `
<div class="paper-count">
  <p class="intro">{{ words.intro }}</p>
  <section v-for="sheet in look.sheets" :key="sheet.key">
    <h2><b class="code">{{ sheet.theme }}</b> <span dir="auto">{{ sheet.title }}</span> <small>{{ sheet.open ? words.open : words.closed }} · {{ sheet.about }}</small></h2>
    <p v-if="sheet.overfull" class="problem">{{ words.overfull }}</p>
    <table><thead><tr><th scope="col">{{ sheet.rows[0]?.code ? words.statement : words.answer }}</th><th scope="col">{{ words.hands }}</th><th scope="col">{{ words.paper }}</th><th v-if="!sheet.open" scope="col">{{ words.phones }}</th></tr></thead>
      <tbody><tr v-for="one in sheet.rows" :key="one.key">
        <th scope="row"><b v-if="one.code" class="code">{{ one.code }}</b> <span dir="auto">{{ one.text }}</span></th>
        <td v-for="channel in ['hands', 'paper']" :key="channel">
          <input v-if="one[channel] !== null" inputmode="numeric" size="4" maxlength="6" :value="shown(one, channel)" :aria-label="(one.code || sheet.theme + ' · ' + one.text) + ' · ' + words[channel]" :disabled="look.closed"
            @focus="$event.target.select()" @input="typed(one, channel, $event.target.value)" @change="save(one, channel)"
            @keydown.enter.prevent="down($event)" @keydown.down.prevent="down($event)" @keydown.up.prevent="down($event, -1)">
          <small role="status" :class="state(one, channel)">{{ note(one, channel) }}</small></td>
        <td v-if="!sheet.open" class="code">{{ one.phones }}</td></tr></tbody>
      <tfoot><tr><th scope="row">{{ words.total }}</th><td class="code">{{ sum(sheet, "hands") }}</td><td class="code">{{ sum(sheet, "paper") }}</td><td v-if="!sheet.open" class="code">{{ sum(sheet, "phones") }}</td></tr></tfoot>
    </table>
    <p v-if="!sheet.rows.length" class="none">{{ words.none }}</p>
  </section>
</div>`,

  data() { return { boxes: {} }; },

  unmounted() { clearInterval(this.again); },

  methods: {
    name(one, channel) { return one.key + " " + channel; },
    shown(one, channel) {
      const box = this.boxes[this.name(one, channel)];
      return box && box.state !== "done" ? box.text : one[channel];
    },
    state(one, channel) { return this.boxes[this.name(one, channel)]?.state ?? ""; },
    note(one, channel) {
      const box = this.boxes[this.name(one, channel)];
      return box?.refusal || { waiting: this.words.saving, done: this.words.saved }[box?.state] || "";
    },
    sum(sheet, channel) { return sheet.rows.reduce((all, one) => all + one[channel], 0); },
    typed(one, channel, text) { this.boxes[this.name(one, channel)] = { text, state: "typed" }; },
    save(one, channel) {
      const box = this.boxes[this.name(one, channel)];
      if (!box || box.state === "waiting") return;
      const text = box.text.trim();
      const asked = { ...one.ask, id: newId(), channel, [one.amount]: /^\d+$/.test(text) ? +text : text || 0 };
      Object.assign(box, { state: "waiting", refusal: "", asked });
      this.$emit("asked", asked);
      this.again ??= setInterval(this.askAgain, AGAIN_MS);
    },
    askAgain() {
      const waiting = Object.values(this.boxes).filter((box) => box.state === "waiting");
      if (window.socket?.connected) waiting.forEach((box) => this.$emit("asked", box.asked));
    },
    answered(answer) {
      const box = Object.values(this.boxes).find((one) => one.asked?.id === answer.id);
      if (!box || box.state !== "waiting") return;
      if (answer.refusal) return Object.assign(box, { state: "refused", refusal: answer.refusal });
      box.state = "done";
    },
    down(event, by = 1) {
      const column = event.target.closest("td").cellIndex;
      const boxes = [...this.$el.querySelectorAll(`td:nth-child(${column + 1}) input`)];
      const next = boxes[boxes.indexOf(event.target) + by];
      next ? next.focus() : event.target.blur();
    },
  },
};
