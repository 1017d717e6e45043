/* Cards laid out in pages that turn by themselves, so that a screen which nobody touches shows them all. */
(() => {
  "use strict";
  const NEW_MS = 8000;
  const PAGE_MS = 12000;
  const PAGE_MS_MAX = 20000;
  const MS_PER_CHARACTER = 40; // read silently, from afar
  const WIDE_CHARACTERS = 180; // from there on, a text takes the whole width of its board
  const MOVE = { duration: 600, easing: "ease-in-out" };
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");

  const before = (one, other) => one.page < other.page || (one.page === other.page && one.y < other.y);

  // Gives each item its column, its page and its place there; returns how many pages that makes. Each column goes
  // on by itself, and loose items got theirs from the oldest on: a new one pushes one column down, and no other.
  function pack(items, columns, height, gap) {
    const ends = Array.from({ length: columns }, () => ({ page: 0, y: 0 }));
    const first = () => ends.reduce((best, end, at) => (before(end, ends[best]) ? at : best), 0);
    const place = (item) => {
      if (item.wide) ends.fill(ends.reduce((last, end) => (before(last, end) ? end : last)));
      const column = item.wide ? 0 : (item.column ?? first());
      const { page, y } = ends[column];
      const fits = !y || y + item.height <= height;
      item.spot = { column, page: fits ? page : page + 1, y: fits ? y : 0 };
      const next = { page: item.spot.page, y: item.spot.y + item.height + gap };
      item.wide ? ends.fill(next) : (ends[column] = next);
    };
    items.filter((item) => !item.loose).forEach(place);
    const sums = ends.map((end) => end.page * height + end.y);
    for (const item of items.filter((one) => one.loose && !one.wide).reverse()) {
      item.column = sums.indexOf(Math.min(...sums));
      sums[item.column] += item.height + gap;
    }
    items.filter((item) => item.loose).forEach(place);
    return Math.max(0, ...items.map((item) => item.spot.page)) + 1;
  }

  const textOf = (node) => node.querySelector(".said")?.textContent.length ?? 0;

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
        wide: columns > 1 && textOf(node) > WIDE_CHARACTERS,
      }));
      for (const { node, wide } of items) node.style.setProperty("--width", `${wide ? full : width}px`);
      for (const item of items) {
        item.height = item.node.offsetHeight;
        item.cut = item.node.scrollHeight > item.node.clientHeight + 1;
      }
      const count = pack(items, columns, height, gap);
      const page = Math.min(this.page(pane), count - 1);
      this.shown.set(pane, { page, count });
      for (const item of items) this.put(item, item.spot.column * (width + gap), item.spot.page === page, before);
      const told = pane.parentNode.querySelector(".pages");
      if (told) told.textContent = count > 1 ? `${page + 1} / ${count}` : "";
    }

    // What moves goes there without a jump.
    put({ node, cut, spot: { y } }, x, isShown, before) {
      node.classList.toggle("off", !isShown);
      node.classList.toggle("cut", cut);
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

    // One part of the screen at a time goes on, when there was time to read it.
    later() {
      clearTimeout(this.turning);
      const read = Math.max(0, ...this.moving().map((pane) => this.readable(pane)));
      this.turning = setTimeout(() => this.turn(), Math.min(PAGE_MS_MAX, Math.max(PAGE_MS, read * MS_PER_CHARACTER)));
    }

    readable(pane) {
      const items = [...pane.querySelectorAll(".flow > li:not(.off), .flow > ol > li:not(.off)")];
      return items.reduce((sum, node) => sum + textOf(node), 0);
    }

    moving() {
      return this.panes().filter((pane) => {
        const next = this.following(pane);
        return next.pane !== pane || next.page !== this.page(pane) || pane.querySelector(".waiting");
      });
    }

    turn() {
      const place = (pane) => pane.closest(".half") ?? pane;
      const moving = this.moving();
      if (moving.length && !this.paused) {
        const pane = moving[(moving.findIndex((one) => place(one) === this.last) + 1) % moving.length];
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
