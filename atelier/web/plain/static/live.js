/* The feed, applied to a page: items put in their lists in order, replaced, taken away.
   The same for phones, wall and desk. Old-fashioned on purpose: see the tests. */
(function () {
  'use strict';

  function orderOf(node) { return +node.getAttribute('data-order'); }

  function made(html) {
    var box = document.createElement(/^<li/.test(html) ? 'ol' : 'div');
    box.innerHTML = html; /* made by our templates, where whatever people wrote is escaped */
    return box.firstElementChild;
  }

  function isOpen(node) {
    var inner = node.querySelector('details');
    return inner !== null && inner.open === true;
  }

  function Feed(options) {
    this.options = options;
    this.root = options.root || document;
    this.seen = options.after;
    this.open();
  }

  Feed.prototype.open = function () {
    var feed = this, url = this.options.url + '&after=' + this.seen;
    var source = this.source = new EventSource(url);
    source.onopen = function () { feed.say(true); };
    source.onmessage = function (event) { feed.take(JSON.parse(event.data)); };
    source.onerror = function () {
      feed.say(false);
      if (source.readyState === 2) {
        clearTimeout(feed.later);
        feed.later = setTimeout(function () { feed.open(); }, 3000);
      }
    };
  };

  Feed.prototype.close = function () {
    clearTimeout(this.later);
    this.source.close();
  };

  Feed.prototype.say = function (linked) {
    if (this.options.linked && this.linked !== linked) this.options.linked(linked);
    this.linked = linked;
  };

  Feed.prototype.itemOf = function (id) {
    return this.root.querySelector('[id="' + id + '"]');
  };

  Feed.prototype.take = function (frame) {
    var i, kept = this.whatIsRead(), gone = frame.whole ? this.others(frame.put) : frame.gone || [];
    for (i = 0; i < gone.length; i++) this.drop(gone[i]);
    for (i = 0; i < frame.put.length; i++) this.put.apply(this, frame.put[i].concat([frame.whole]));
    this.seen = frame.seq;
    this.putBack(kept);
    if (this.options.taken) this.options.taken(frame);
  };

  /* Of a frame that holds everything: what is in a list here, and not in it. */
  Feed.prototype.others = function (put) {
    var i, known = {}, found = [], nodes = this.root.querySelectorAll('[data-place] > [id]');
    for (i = 0; i < put.length; i++) known[put[i][0]] = true;
    for (i = 0; i < nodes.length; i++) if (!known[nodes[i].id]) found.push(nodes[i].id);
    return found;
  };

  Feed.prototype.drop = function (id) {
    var node = this.itemOf(id);
    if (node) node.parentNode.removeChild(node);
  };

  Feed.prototype.put = function (id, place, order, html, whole) {
    var old, node, list;
    if (place === '@') {
      if (this.options.signal) this.options.signal(id, html);
      return;
    }
    old = this.itemOf(id);
    list = place && this.root.querySelector('[data-place="' + place + '"]');
    if (place ? !list : !old) return;
    node = made(html);
    if (old && isOpen(old)) node.querySelector('details').open = true;
    if (!place || (old && old.parentNode === list && orderOf(old) === order)) {
      old.parentNode.replaceChild(node, old);
    } else {
      if (old) old.parentNode.removeChild(old);
      this.insert(list, node, order);
    }
    if (place && this.options.placed) this.options.placed(node, !old && !whole);
  };

  Feed.prototype.insert = function (list, node, order) {
    var next = list.firstElementChild;
    while (next && orderOf(next) < order) next = next.nextElementSibling;
    list.insertBefore(node, next);
  };

  /* What stands at the top of the screen stays there. */
  Feed.prototype.whatIsRead = function () {
    var i, nodes, top;
    if (this.options.still === false || !window.pageYOffset) return null;
    nodes = this.root.querySelectorAll('[data-place] > [id]');
    for (i = 0; i < nodes.length; i++) {
      top = nodes[i].getBoundingClientRect().top;
      if (top >= 0) return { id: nodes[i].id, top: top };
    }
    return null;
  };

  Feed.prototype.putBack = function (kept) {
    var node = kept && this.itemOf(kept.id);
    if (node) window.scrollBy(0, node.getBoundingClientRect().top - kept.top);
  };

  window.AtelierFeed = window.EventSource
    ? { connect: function (options) { return new Feed(options); } }
    : null;
})();
