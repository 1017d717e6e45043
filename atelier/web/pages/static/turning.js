/* Cards laid out in pages that turn by themselves, so that a screen which nobody touches shows them all. */
(() => {
  "use strict";
  const NEW_MS = 8000;
  const PAGE_MS = 12000;
  const PAGE_MS_MAX = 20000;
  const MS_PER_CHARACTER = 40; // read silently, from afar
  const WIDE_CHARACTERS = { statement: 180, card: 280 }; // from there on, it takes the whole width of its board
  const MOVE = { duration: 600, easing: "ease-in-out" };
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");

  // Gives each item its column, its page and its place there; returns how many pages that makes. An item goes on
  // the first page with room for it. Loose ones got their column from the oldest on: a new one pushes its own
  // column down, and no other.
  function pack(items, columns, height, gap) {
    const pages = [];
    const endsOf = (page) => (pages[page] ??= Array(columns).fill(0));
    const place = (item) => {
      for (let page = 0; !item.spot; page++) {
        const ends = endsOf(page);
        const column = item.wide ? 0 : (item.column ?? ends.indexOf(Math.min(...ends)));
        const y = item.wide ? Math.max(...ends) : ends[column];
        if (y && y + item.height > height) continue;
        item.spot = { column, page, y };
        if (item.wide) ends.fill(y + item.height + gap);
        else ends[column] = y + item.height + gap;
      }
    };
    items.filter((item) => !item.loose).forEach(place);
    const sums = endsOf(0).map((_, column) => pages.reduce((sum, ends) => sum + ends[column], 0));
    for (const item of items.filter((one) => one.loose && !one.wide).reverse()) {
      item.column = sums.indexOf(Math.min(...sums));
      sums[item.column] += item.height + gap;
    }
    items.filter((item) => item.loose).forEach(place);
    return pages.length;
  }

  const textOf = (node) => node.querySelector(".said")?.textContent.length ?? 0;
  const isWide = (node) => textOf(node) > WIDE_CHARACTERS[node.matches(".statement") ? "statement" : "card"];

  // Longer than a page: the sentence ends in « … », what stands under it stays.
  function trim(node, cut) {
    const said = node.querySelector(":scope > .said");
    const over = node.scrollHeight - node.clientHeight;
    const lines = said && Math.floor((said.offsetHeight - over) / parseFloat(getComputedStyle(said).lineHeight));
    node.classList.toggle("cut", cut);
    said?.style.setProperty("--lines", Math.max(2, lines));
  }

  // `.pane` holds a `.flow` of items; the boards of one `.half` take turns in it.
  class Turning {
    constructor(root) {
      this.root = root;
      this.paused = false;
      this.shown = new WeakMap(); // of each pane: the page it shows, and of how many
      this.fresh = new Map(); // of each new item: until when it is outlined; 0 while it waits for its page
      this.spots = new Map(); // of each item on the screen: where
      this.last = null; // what turned last
      this.later();
    }

    stop() {
      clearTimeout(this.turning);
    }

    placed(node, isNew) {
      const pane = node.closest(".pane");
      if (isNew) this.fresh.set(node.id, this.page(pane) || pane.closest(".behind") ? 0 : Date.now() + NEW_MS);
      this.mark(node);
    }

    // A new item is outlined for a while; where another page is being read, it waits until that one turns.
    mark(node) {
      const until = this.fresh.get(node.id);
      node.classList.toggle("waiting", until === 0);
      node.classList.toggle("new", until > Date.now());
      if (!(until > Date.now())) return;
      setTimeout(() => {
        this.fresh.delete(node.id);
        this.root.querySelector(`[data-place] > [id="${node.id}"]`)?.classList.remove("new");
      }, until - Date.now());
    }

    // Everything in its place, after any change.
    arrange() {
      const before = this.spots;
      this.spots = new Map();
      this.panes().forEach((pane) => this.lay(pane, before));
    }

    panes() {
      return [...this.root.querySelectorAll(".pane")].filter((pane) => pane.offsetParent && pane.firstElementChild);
    }

    page(pane) {
      return this.shown.get(pane)?.page ?? 0;
    }

    pagesOf(pane) {
      return this.shown.get(pane)?.count ?? 1;
    }

    lay(pane, before) {
      const flow = pane.firstElementChild;
      const style = getComputedStyle(flow);
      const columns = +style.getPropertyValue("--columns") || 1;
      const gap = parseFloat(style.columnGap) || 0;
      const [full, height] = [flow.clientWidth, flow.clientHeight];
      const width = (full - gap * (columns - 1)) / columns;
      const nodes = [...flow.querySelectorAll(":scope > li, :scope > ol > li")].filter((one) => !one.matches(".waiting"));
      const items = nodes.map((node) => ({
        node,
        loose: node.matches("[data-place$=-cards] > *"),
        wide: columns > 1 && isWide(node),
      }));
      for (const { node, wide } of items) {
        node.style.setProperty("--width", `${wide ? full : width}px`);
        if (node.matches(".cut")) trim(node, false);
      }
      const cut = items.filter(({ node }) => node.scrollHeight > node.clientHeight + 1);
      cut.forEach(({ node }) => trim(node, true));
      for (const item of items) item.height = item.node.offsetHeight;
      const count = pack(items, columns, height, gap);
      const page = Math.min(this.page(pane), count - 1);
      this.shown.set(pane, { page, count });
      for (const item of items) this.put(item, item.spot.column * (width + gap), item.spot.page === page, before);
      const told = pane.parentNode.querySelector(".pages");
      if (told) told.textContent = count > 1 ? `${page + 1} / ${count}` : "";
    }

    // What moves goes there without a jump.
    put({ node, spot: { y } }, x, isShown, before) {
      node.classList.toggle("off", !isShown);
      node.style.transform = `translate(${x}px, ${y}px)`;
      if (!isShown || !node.id) return;
      const from = before.get(node.id);
      this.spots.set(node.id, { x, y });
      if (!from || still.matches || (from.x === x && from.y === y)) return;
      node.animate([{ transform: `translate(${from.x}px, ${from.y}px)` }, { transform: node.style.transform }], MOVE);
    }

    bringForward(board) {
      board.parentNode.querySelectorAll(".board").forEach((one) => one.classList.toggle("behind", one !== board));
    }

    // One part of the screen at a time goes on, when there was time to read it; sooner if something new waits.
    later() {
      clearTimeout(this.turning);
      const waits = this.root.querySelector(".waiting");
      const read = waits ? 0 : Math.max(0, ...this.moving().map((pane) => this.readable(pane)));
      this.turning = setTimeout(() => this.turn(), Math.min(PAGE_MS_MAX, Math.max(PAGE_MS, read * MS_PER_CHARACTER)));
    }

    readable(pane) {
      const items = [...pane.querySelectorAll(".flow > li:not(.off), .flow > ol > li:not(.off)")];
      return items.reduce((sum, node) => sum + textOf(node), 0);
    }

    moving() {
      return this.panes().filter((pane) => {
        const next = this.following(pane);
        return next.pane !== pane || next.page !== this.page(pane) || this.newIn(pane);
      });
    }

    newIn(pane) {
      return (pane.closest(".half") ?? pane).querySelector(".board:not([hidden]) .waiting");
    }

    turn() {
      const place = (pane) => pane.closest(".half") ?? pane;
      const moving = this.moving();
      if (moving.length && !this.paused) {
        const after = moving.findIndex((one) => place(one) === this.last) + 1;
        const inTurn = [...moving.slice(after), ...moving.slice(0, after)];
        const pane = inTurn.find((one) => place(one) !== this.last && this.newIn(one)) ?? inTurn[0];
        this.last = place(pane);
        this.fade(this.last, () => this.open(this.following(pane)));
      }
      this.later();
    }

    // What is shown after this page: what is new, else the next page, else the next board of this half.
    following(pane) {
      const boards = [...(pane.closest(".half")?.querySelectorAll(".board:not([hidden])") ?? [])];
      const filled = boards.filter((board) => board.querySelector(".pane li, .later, .empty"));
      const fresh = filled.find((board) => board.querySelector(".waiting"));
      const page = this.page(pane) + 1;
      if (fresh) return { pane: fresh.querySelector(".pane"), page: 0 };
      if (page < this.pagesOf(pane)) return { pane, page };
      const next = filled[(filled.indexOf(pane.closest(".board")) + 1) % filled.length];
      return { pane: next?.querySelector(".pane") ?? pane, page: 0 };
    }

    fade(place, change) {
      if (still.matches) return change();
      const out = place.animate([{ opacity: 1 }, { opacity: 0 }], { duration: 350, fill: "forwards" });
      out.finished.then(() => {
        change();
        out.cancel();
        place.animate([{ opacity: 0 }, { opacity: 1 }], 350);
      });
    }

    open({ pane, page }) {
      if (pane.closest(".board")) this.bringForward(pane.closest(".board"));
      this.shown.set(pane, { page, count: this.pagesOf(pane) });
      const waiting = page ? [] : pane.querySelectorAll(".waiting");
      waiting.forEach((node) => {
        this.fresh.set(node.id, Date.now() + NEW_MS);
        this.mark(node);
      });
      this.spots.clear();
      this.arrange();
    }
  }

  window.AtelierTurning = Turning;
})();
