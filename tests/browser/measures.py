"""What is measured in a page: what sticks out, what is too small to touch, what axe finds wrong."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TARGET_MIN = 24
"""CSS pixels, each way: WCAG 2.2, 2.5.8."""

TARGET_AIM = 44
"""What a thumb asks for; ours, for everything that is not a link in a sentence."""

_STICKING_OUT = """width => {
  const found = [], name = el => el.tagName.toLowerCase() + '.' + el.className + '#' + el.id;
  document.querySelectorAll('details').forEach(el => { el.open = true; });
  if (document.documentElement.scrollWidth > width) found.push('the page scrolls sideways');
  document.querySelectorAll('body *').forEach(el => {
    const box = el.getBoundingClientRect(), style = getComputedStyle(el);
    if (!box.width || el.closest('.skip') || style.display === 'none') return;
    if (box.right > width + 1 || box.left < -1) found.push(name(el) + ' leaves the screen');
    const typed = /^(input|select|option|optgroup)$/i.test(el.tagName);
    if (!typed && style.display !== 'inline' && el.scrollWidth > el.clientWidth + 1) {
      found.push(name(el) + ' holds more than it shows');
    }
  });
  return found;
}"""

_TARGETS = """() => {
  const found = [];
  document.querySelectorAll('a, button, summary, select, textarea, input, label').forEach(el => {
    if (el.closest('.skip') || /^(hidden|radio)$/.test(el.type)) return;
    if (el.tagName === 'LABEL' && el.previousElementSibling?.type !== 'radio') return;
    const box = el.getBoundingClientRect(), said = el.textContent.trim();
    const alone = el.parentElement.textContent.trim() === said;
    const sentence = getComputedStyle(el).display === 'inline' && !alone;
    if (box.width) found.push({said: el.id || said, width: box.width, height: box.height, sentence});
  });
  return found;
}"""

_AXE = Axe()
_AXE_OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
_GRAVE = {"serious", "critical"}


def sticking_out(page: Page, width: int) -> list[str]:
    """Everything that a screen of this width does not show whole, with every fold open."""
    found: list[str] = page.evaluate(_STICKING_OUT, width)
    return found


def too_small(page: Page) -> list[str]:
    """Targets under the minimum, and those under our aim that stand by themselves."""
    found: list[dict[str, Any]] = page.evaluate(_TARGETS)
    assert found
    return [
        f"{one['said']}: {one['width']:.0f} × {one['height']:.0f}"
        for one in found
        if not one["sentence"] and (one["height"] < TARGET_AIM or one["width"] < TARGET_MIN)
    ]


def grave_faults(page: Page) -> list[str]:
    """What axe calls serious or critical, with the places."""
    found = _AXE.run(page, options=_AXE_OPTIONS).response["violations"]
    return [
        f"{one['id']}: {one['help']} ({', '.join(str(node['target'][0]) for node in one['nodes'][:3])})"
        for one in found
        if one["impact"] in _GRAVE
    ]
