/** 30: frozen scenarios. What is frozen cannot be changed or removed, also not by this program: triggers refuse it. */
export const vastgesteld = {
  versie: 30,
  sql: `
CREATE TABLE vastgesteld (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  log INTEGER NOT NULL REFERENCES log (id),
  scenario TEXT NOT NULL,
  naam TEXT NOT NULL,
  wanneer TEXT NOT NULL,
  wie TEXT NOT NULL,
  programmaversie TEXT NOT NULL,
  invoer TEXT NOT NULL CHECK (json_valid(invoer)),
  gegevenssom TEXT NOT NULL,
  uitkomst TEXT NOT NULL CHECK (json_valid(uitkomst)),
  vingerafdruk TEXT NOT NULL
) STRICT;
CREATE TRIGGER vastgesteld_uniek BEFORE INSERT ON vastgesteld WHEN EXISTS (SELECT 1 FROM vastgesteld WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'Een vastgesteld scenario kan niet worden gewijzigd.'); END;
CREATE TRIGGER vastgesteld_blijft BEFORE UPDATE ON vastgesteld BEGIN SELECT RAISE(ABORT, 'Een vastgesteld scenario kan niet worden gewijzigd.'); END;
CREATE TRIGGER vastgesteld_blijft_heel BEFORE DELETE ON vastgesteld BEGIN SELECT RAISE(ABORT, 'Een vastgesteld scenario kan niet worden gewijzigd.'); END;
`,
} as const;
