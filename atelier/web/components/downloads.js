// A large file takes a while to make: who asked is told so, and told when it is there or did not come.
export default {
  template: `<ul class="at-documents">
    <li v-for="([name, address, about], place) in files" :key="address"><a :href="address" download @click="take($event, place)">{{ name }}</a>
    <small>{{ about }}</small> <b role="status">{{ told[place] }}</b></li>
  </ul>`,
  props: { files: Array, words: Object },
  data: () => ({ told: {} }),

  methods: {
    async take(event, place) {
      event.preventDefault();
      if (this.told[place] === this.words.making) return;
      this.told[place] = this.words.making;
      try {
        const answer = await fetch(this.files[place][1]);
        if (!answer.ok) throw new Error(answer.status);
        const named = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "");
        const link = document.createElement("a");
        link.href = URL.createObjectURL(await answer.blob());
        link.download = named ? named[1] : "";
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 60000);
        this.told[place] = this.words.made;
      } catch {
        this.told[place] = this.words.failed;
      }
    },
  },
};
