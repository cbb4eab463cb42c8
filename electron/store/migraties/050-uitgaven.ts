/** 50: what went out to others than intern, of what data, and what it hid. What has left cannot be un-left: it is no part of what undo takes back, and stays. */
export const uitgaven = {
  versie: 50,
  sql: `
CREATE TABLE uitgave (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  log INTEGER NOT NULL REFERENCES log (id),
  wanneer TEXT NOT NULL,
  wie TEXT NOT NULL,
  lezer TEXT NOT NULL,
  soort TEXT NOT NULL,
  scenarios TEXT NOT NULL CHECK (json_valid(scenarios)),
  inhoud TEXT NOT NULL CHECK (json_valid(inhoud))
) STRICT;
CREATE TRIGGER uitgave_uniek BEFORE INSERT ON uitgave WHEN EXISTS (SELECT 1 FROM uitgave WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'Wat is uitgegeven kan niet worden gewijzigd.'); END;
CREATE TRIGGER uitgave_blijft BEFORE UPDATE ON uitgave BEGIN SELECT RAISE(ABORT, 'Wat is uitgegeven kan niet worden gewijzigd.'); END;
CREATE TRIGGER uitgave_blijft_heel BEFORE DELETE ON uitgave BEGIN SELECT RAISE(ABORT, 'Wat is uitgegeven kan niet worden gewijzigd.'); END;
`,
} as const;
