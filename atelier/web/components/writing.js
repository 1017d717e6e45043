export default {
  template: `<div class="writing"><textarea :value="text" dir="auto"></textarea></div>`,
  props: { words: Object, drafts: String, limit: Number, section: String, title: String, text: String, base: Number, writable: Boolean,
    statements: Array, known: Array, versions: Array, others: String, undo: Number },
  methods: { answered() {}, cite() {} },
};
