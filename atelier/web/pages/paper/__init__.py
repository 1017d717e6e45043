"""`/{slug}/paper`: what was written on paper or said aloud, typed fast; hands and paper dots, counted."""
