"""The papers of an approval: the form with its opinions, the notice that hangs out, the letters to the applicant."""
