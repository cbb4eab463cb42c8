/**
 * 20: deliveries and their rows. A delivery has a part (deel) per gemeente, for declaraties per gemeente and month; rows belong to a part and never
 * change. Whether a part counts is one field, `actief`, and only that is in the log: undoing or replacing a delivery of a million rows changes a few
 * small rows. Text that repeats in rows is kept once, in `code`. Rows have no index: it would cost a tenth of the time to load them and gain
 * little, since most questions are about all of them (0.2 s per million to pass over). The CHECKs are chains of OR: IN costs three times as much per row.
 */
export const leveringen = {
  versie: 20,
  sql: `
CREATE TABLE code (id INTEGER PRIMARY KEY, tekst TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE levering (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  log INTEGER NOT NULL REFERENCES log (id),
  soort TEXT NOT NULL,
  bestand TEXT NOT NULL,
  blad TEXT,
  controlegetal TEXT NOT NULL,
  plan TEXT NOT NULL CHECK (json_valid(plan)),
  rapport TEXT NOT NULL CHECK (json_valid(rapport))
) STRICT;
CREATE INDEX levering_op_controlegetal ON levering (controlegetal);

CREATE TABLE deel (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  levering INTEGER NOT NULL REFERENCES levering (id),
  gemeente TEXT NOT NULL,
  maand TEXT NOT NULL DEFAULT '',
  rijen INTEGER NOT NULL DEFAULT 0,
  bedrag REAL NOT NULL DEFAULT 0,
  som INTEGER NOT NULL DEFAULT 0,
  scholen TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(scholen)),
  producten TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(producten)),
  actief INTEGER NOT NULL DEFAULT 0 CHECK (actief IN (0, 1)),
  UNIQUE (levering, gemeente, maand)
) STRICT;

CREATE INDEX beeld_van_deel ON beeld (rij) WHERE tabel = 'deel';

CREATE TABLE indicatie (
  id INTEGER PRIMARY KEY,
  deel INTEGER NOT NULL REFERENCES deel (id),
  school INTEGER NOT NULL REFERENCES code (id),
  product INTEGER NOT NULL REFERENCES code (id),
  start TEXT NOT NULL CHECK (start GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  eind TEXT CHECK (eind GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  kostenPerJaar REAL CHECK (kostenPerJaar >= 0),
  totaalbedrag REAL CHECK (totaalbedrag >= 0),
  volume REAL CHECK (volume >= 0),
  tarief REAL CHECK (tarief >= 0),
  frequentie TEXT CHECK (frequentie = 'perWeek' OR frequentie = 'perMaand' OR frequentie = 'perJaar' OR frequentie = 'perDag' OR frequentie = 'perVierWeken' OR frequentie = 'totaal'),
  jeugdige TEXT,
  aanbieder INTEGER REFERENCES code (id),
  verwijzer INTEGER REFERENCES code (id),
  plaats TEXT CHECK (plaats = 'school' OR plaats = 'thuis' OR plaats = 'elders'),
  leveringsvorm TEXT CHECK (leveringsvorm = 'zin' OR leveringsvorm = 'pgb'),
  toewijzingnummer TEXT,
  bedragOnbekend INTEGER CHECK (bedragOnbekend = 1),
  rest TEXT CHECK (json_valid(rest)),
  CHECK ((kostenPerJaar IS NOT NULL) + (totaalbedrag IS NOT NULL) + (volume IS NOT NULL) = 1),
  CHECK ((volume IS NULL) = (tarief IS NULL) AND (volume IS NULL) = (frequentie IS NULL)),
  CHECK (eind IS NOT NULL OR (totaalbedrag IS NULL AND frequentie IS NOT 'totaal'))
) STRICT;

CREATE TABLE declaratie (
  id INTEGER PRIMARY KEY,
  deel INTEGER NOT NULL REFERENCES deel (id),
  school INTEGER NOT NULL REFERENCES code (id),
  product INTEGER NOT NULL REFERENCES code (id),
  bedrag REAL NOT NULL,
  jeugdige TEXT,
  aanbieder INTEGER REFERENCES code (id),
  toewijzingnummer TEXT,
  rest TEXT CHECK (json_valid(rest))
) STRICT;

CREATE TABLE aggregaat (
  id INTEGER PRIMARY KEY,
  deel INTEGER NOT NULL REFERENCES deel (id),
  inhoud TEXT NOT NULL CHECK (json_valid(inhoud))
) STRICT;

CREATE TABLE geweigerd (
  id INTEGER PRIMARY KEY,
  levering INTEGER NOT NULL REFERENCES levering (id),
  blad TEXT,
  rij INTEGER NOT NULL,
  waarden TEXT NOT NULL CHECK (json_valid(waarden)),
  meldingen TEXT NOT NULL CHECK (json_valid(meldingen)),
  hersteldDoor INTEGER REFERENCES levering (id)
) STRICT;
CREATE INDEX geweigerd_op_levering ON geweigerd (levering);
CREATE INDEX geweigerd_op_herstel ON geweigerd (hersteldDoor) WHERE hersteldDoor IS NOT NULL;

CREATE TRIGGER deel_erbij BEFORE INSERT ON deel WHEN NEW.actief = 1 BEGIN SELECT RAISE(ABORT, 'Een deel begint buiten gebruik.'); END;
CREATE TRIGGER deel_anders AFTER UPDATE OF actief ON deel WHEN NEW.actief <> OLD.actief BEGIN
  SELECT RAISE(ABORT, 'Wijziging buiten het logboek om.') FROM toestand WHERE log IS NULL;
  INSERT INTO beeld (log, tabel, rij, voor, na) SELECT log, 'deel', OLD.id, json_object('actief', OLD.actief), json_object('actief', NEW.actief) FROM toestand;
END;
CREATE TRIGGER deel_blijft BEFORE UPDATE OF id, levering, gemeente, maand ON deel BEGIN SELECT RAISE(ABORT, 'Een deel van een levering kan niet worden gewijzigd.'); END;
CREATE TRIGGER deel_blijft_heel BEFORE DELETE ON deel BEGIN SELECT RAISE(ABORT, 'Een deel van een levering kan niet worden gewijzigd.'); END;

CREATE TRIGGER indicatie_blijft BEFORE UPDATE ON indicatie BEGIN SELECT RAISE(ABORT, 'Een geleverde rij kan niet worden gewijzigd.'); END;
CREATE TRIGGER indicatie_blijft_heel BEFORE DELETE ON indicatie WHEN (SELECT wissen FROM toestand) = 0 BEGIN SELECT RAISE(ABORT, 'Een geleverde rij kan niet worden gewijzigd.'); END;
CREATE TRIGGER declaratie_blijft BEFORE UPDATE ON declaratie BEGIN SELECT RAISE(ABORT, 'Een geleverde rij kan niet worden gewijzigd.'); END;
CREATE TRIGGER declaratie_blijft_heel BEFORE DELETE ON declaratie WHEN (SELECT wissen FROM toestand) = 0 BEGIN SELECT RAISE(ABORT, 'Een geleverde rij kan niet worden gewijzigd.'); END;
CREATE TRIGGER aggregaat_blijft BEFORE UPDATE ON aggregaat BEGIN SELECT RAISE(ABORT, 'Een geleverde rij kan niet worden gewijzigd.'); END;
CREATE TRIGGER aggregaat_blijft_heel BEFORE DELETE ON aggregaat WHEN (SELECT wissen FROM toestand) = 0 BEGIN SELECT RAISE(ABORT, 'Een geleverde rij kan niet worden gewijzigd.'); END;
`,
} as const;
