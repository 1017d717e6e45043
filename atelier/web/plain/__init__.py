"""The participants’ pages: plain HTML that works without JavaScript."""
