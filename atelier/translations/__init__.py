"""What a person reads: gettext catalogues, French first."""
